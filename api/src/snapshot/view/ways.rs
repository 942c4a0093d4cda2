//! The best ways between parties on the relationships that one viewer may see.

use super::View;
use crate::error::{Error, Result};
use crate::snapshot::index::GraphIndex;
use domain::graph::path::{Journeys, Path};
use domain::graph::{Admission, Direction};
use domain::identifier::StakeholderId;
use domain::introduction::IntroductionRanking;
use domain::refusal::{Refusal, RefusalCode};
use entity::relationship::Model;
use entity::stakeholder::Stakeholder;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

/// Between whom ways are looked for, and which come first.
#[derive(Clone, Copy, Debug)]
pub struct Between<'a> {
    /// Where a way may begin, each once.
    pub from: &'a [StakeholderId],
    /// Where a way may end; none of those where one may begin.
    pub to: &'a [StakeholderId],
    /// Which come first.
    pub ranking: IntroductionRanking,
    /// How many.
    pub count: usize,
}

/// The most relationships that are looked at, each as often as a search comes by it: what one request
/// may take of a thread.
const LOOKS: u32 = 1_000_000;

/// One step of a way: from whom to whom, by what.
pub type Step = (Arc<Stakeholder>, Arc<Model>, Arc<Stakeholder>);

impl View {
    /// The best ways, walking relationships in both directions. `passes` says who may stand in the
    /// middle of one, `cost` what a relationship costs, or that it is no step; both are asked of what
    /// the viewer sees, and cost once of each. What would take too long is refused.
    pub fn ways(
        &self,
        between: Between<'_>,
        passes: impl Fn(&Stakeholder) -> bool,
        cost: impl Fn(&Arc<Model>) -> Option<u32>,
    ) -> Result<Vec<Vec<Step>>> {
        let index = self.snapshot.graph();
        let nodes = |ids: &[StakeholderId]| -> Vec<u32> {
            ids.iter().filter_map(|id| index.node(id.0)).collect()
        };
        let (from, goals) = (nodes(between.from), nodes(between.to));
        let mut ends: Vec<u32> = from.iter().chain(&goals).copied().collect();
        ends.sort_unstable();
        let known: RefCell<HashMap<u32, Option<u32>>> = RefCell::default();
        let looks = Cell::new(0_u32);
        let look = || {
            looks.set(looks.get().saturating_add(1));
            looks.get() <= LOOKS
        };
        let price = |edge: u32| {
            let reckon = || {
                let row = index.edges.get(edge as usize)?;
                self.sees_relationship(row).then(|| cost(row)).flatten()
            };
            *known.borrow_mut().entry(edge).or_insert_with(reckon)
        };
        let admission = Admission {
            edge: |edge: u32| look() && price(edge).is_some(),
            node: |node: u32| {
                let row = index.nodes.get(node as usize).filter(|row| self.sees_stakeholder(row));
                row.is_some_and(|row| ends.binary_search(&node).is_ok() || passes(row))
            },
        };
        let journeys = Journeys {
            graph: &index.graph,
            admission: &admission,
            direction: Direction::Either,
            from: &from,
            goals: &goals,
        };
        let count = u32::try_from(between.count).unwrap_or(u32::MAX);
        let (cost, go_on) = (|edge: u32| price(edge).unwrap_or(u32::MAX), || looks.get() <= LOOKS);
        let found: Result<Vec<Path>, _> = match between.ranking {
            IntroductionRanking::Cheapest => {
                let ways = journeys.cheapest(cost, count, go_on);
                ways.map(|ways| ways.into_iter().map(|way| way.path).collect())
            }
            IntroductionRanking::Widest => {
                let ways = journeys.widest(|edge| u32::MAX - cost(edge), count, go_on);
                ways.map(|ways| ways.into_iter().map(|way| way.path).collect())
            }
        };
        if looks.get() > LOOKS {
            return Err(Refusal::new(RefusalCode::TooMany, "from").into());
        }
        let found = found.map_err(|error| Error::Internal(error.into()))?;
        Ok(found.into_iter().map(|path| steps(index, &path)).collect())
    }
}

fn steps(index: &GraphIndex, path: &Path) -> Vec<Step> {
    let pairs = path.nodes.windows(2).zip(&path.edges);
    let step = |(pair, edge): (&[u32], &u32)| {
        let node = |at: usize| index.nodes.get(*pair.get(at)? as usize).cloned();
        Some((node(0)?, index.edges.get(*edge as usize)?.clone(), node(1)?))
    };
    pairs.filter_map(step).collect()
}
