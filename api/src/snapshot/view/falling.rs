//! What ends and what is at risk when somebody leaves, and along which ways money comes, on the
//! relationships that one viewer may see.

use super::View;
use crate::snapshot::index::GraphIndex;
use chrono::NaiveDate;
use domain::graph::chain::{Bounds, chains};
use domain::graph::loss::{Carries, Extent, Split, Standing, Tie, fall, split};
use domain::graph::{Admission, Edge};
use domain::identifier::StakeholderId;
use domain::relationship::{Layer, RelationshipState};
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What falls when some stakeholders leave.
#[derive(Clone, Debug, Default)]
pub struct Falling {
    /// The relationships that fall with their order: those of order 1 end, the others are at risk.
    pub relationships: Vec<(Arc<relationship::Model>, u32)>,
    /// The proposed relationships among them, which nobody loses.
    pub hopes: Vec<(Arc<relationship::Model>, u32)>,
    /// The stakeholders who are hit, with the least order that hits them.
    pub hit: Vec<(Arc<Stakeholder>, u32)>,
    /// How many pieces there were of those who are related to somebody, and how many there are then.
    pub pieces: [u32; 2],
    /// The pieces that come off, the largest first.
    pub apart: Vec<Vec<Arc<Stakeholder>>>,
}

/// Ways along which money comes to somebody.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// The relationships of each way, the last one paying the stakeholder asked about.
    pub ways: Vec<Vec<Arc<relationship::Model>>>,
    /// Whether there are more.
    pub cut: bool,
}

impl View {
    /// What ends and what is at risk when these leave on this day.
    pub fn falling(&self, leaving: &[StakeholderId], day: NaiveDate, extent: Extent) -> Falling {
        let index = self.snapshot.graph();
        let ties = self.ties(index, day);
        let chosen: BTreeSet<u32> = leaving.iter().filter_map(|id| index.node(id.0)).collect();
        let leaving: Vec<u32> = chosen.iter().copied().collect();
        let tie = |edge: u32| ties.get(edge as usize).copied().flatten();
        let fallen = fall(&index.graph, tie, &leaving, extent);
        let counts = |edge: u32| tie(edge).is_some_and(|tie| tie.standing == Standing::Counts);
        let admission = Admission { edge: counts, node: |_| true };
        let ends = |edge: u32| fallen.edges.get(&edge) == Some(&1);
        let parts = split(&index.graph, &admission, |node| chosen.contains(&node), ends);
        let mut falling = Falling::default();
        for (edge, order) in &fallen.edges {
            if let Some(row) = index.edges.get(*edge as usize) {
                let list =
                    if counts(*edge) { &mut falling.relationships } else { &mut falling.hopes };
                list.push((row.clone(), *order));
            }
        }
        let nodes = fallen.nodes.iter();
        falling.hit = nodes.filter_map(|(at, order)| Some((row(index, *at)?, *order))).collect();
        let Split { before, after, off } = parts;
        falling.pieces = [before, after];
        let piece = |nodes: Vec<u32>| nodes.iter().filter_map(|at| row(index, *at)).collect();
        falling.apart = off.into_iter().map(piece).collect();
        falling
    }

    /// What is known of every edge that the viewer sees; nothing of what is hidden, ended or
    /// disputed, nor of what does not hold on this day.
    fn ties(&self, index: &GraphIndex, day: NaiveDate) -> Vec<Option<Tie>> {
        let present =
            |row: &Arc<Stakeholder>| row.archived_at.is_none() && self.sees_stakeholder(row);
        let present: Vec<bool> = index.nodes.iter().map(|row| row.is_some_and(present)).collect();
        let shown = |node: u32| present.get(node as usize) == Some(&true);
        let tie = |row: &relationship::Model, edge: Edge| {
            let standing = match row.state {
                RelationshipState::Confirmed => Standing::Counts,
                RelationshipState::Proposed => Standing::Hope,
                _ => return None,
            };
            let seen =
                shown(edge.from) && shown(edge.to) && self.sees(row.community_id, row.visibility);
            (seen && self.holds_on(row, day)).then(|| Tie {
                carries: match row.kind.layer() {
                    Layer::Money => Carries::Money,
                    _ => Carries::Other,
                },
                standing,
                via: row.via_id.and_then(|id| index.node(id.0)).filter(|node| shown(*node)),
            })
        };
        let mut ties = vec![None; index.graph.edge_count() as usize];
        for (number, edge) in index.graph.edges() {
            let row = index.edges.get(number as usize);
            ties[number as usize] = row.and_then(|row| tie(row, edge));
        }
        ties
    }

    /// The ways along which money comes to somebody on this day, over at most `bounds.longest`
    /// relationships, confirmed or proposed; those told first that are shortest.
    pub fn money_to(&self, target: StakeholderId, day: NaiveDate, bounds: Bounds) -> Ways {
        let index = self.snapshot.graph();
        let Some(target) = index.node(target.0) else {
            return Ways::default();
        };
        let admission = Admission {
            edge: |edge: u32| {
                index.edges.get(edge as usize).is_some_and(|row| {
                    let states = [RelationshipState::Confirmed, RelationshipState::Proposed];
                    row.kind.layer() == Layer::Money
                        && states.contains(&row.state)
                        && self.sees_relationship(row)
                        && self.holds(row, day)
                })
            },
            node: |node: u32| {
                let row = index.nodes.get(node as usize);
                row.is_some_and(|row| self.sees_stakeholder(row))
            },
        };
        let found = chains(&index.graph, &admission, target, bounds);
        let way = |edges: Vec<u32>| {
            edges.iter().filter_map(|edge| index.edges.get(*edge as usize).cloned()).collect()
        };
        Ways { ways: found.chains.into_iter().map(way).collect(), cut: found.cut }
    }
}

fn row(index: &GraphIndex, node: u32) -> Option<Arc<Stakeholder>> {
    index.nodes.get(node as usize).cloned()
}
