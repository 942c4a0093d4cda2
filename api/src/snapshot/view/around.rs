//! The surroundings of a stakeholder, as one viewer may see them.

use super::View;
use chrono::NaiveDate;
use domain::graph::Admission;
use domain::graph::filter::{self, Reach};
use domain::identifier::StakeholderId;
use domain::relationship::Layer;
use domain::stakeholder::StakeholderKind;
use entity::relationship;
use entity::stakeholder::Stakeholder;
use std::cmp::Reverse;
use std::sync::Arc;

/// What of the surroundings to look at; an empty list is no restriction.
#[derive(Clone, Debug)]
pub struct Around {
    /// How many steps from the focus.
    pub depth: u32,
    /// Only stakeholders of these kinds, the focus excepted.
    pub kinds: Vec<StakeholderKind>,
    /// Only relationships of these layers.
    pub layers: Vec<Layer>,
    /// Only relationships that count on this day.
    pub as_of: Option<NaiveDate>,
    /// The most stakeholders to bring back.
    pub limit: u32,
}

/// The surroundings found.
#[derive(Clone, Debug)]
pub struct Neighborhood {
    /// The chosen stakeholders with their distance, the focus first.
    pub nodes: Vec<(Arc<Stakeholder>, u32)>,
    /// Every admitted relationship between them.
    pub edges: Vec<Arc<relationship::Model>>,
    /// How many visible stakeholders the limit cut.
    pub omitted: u32,
}

impl View {
    /// The stakeholders within some steps of a focus; none when the focus is not to be seen.
    pub fn neighborhood(&self, focus: StakeholderId, around: &Around) -> Option<Neighborhood> {
        self.stakeholder(focus)?;
        let index = self.snapshot.graph();
        let start = index.node(focus.0)?;
        let node = |node: u32| index.nodes.get(node as usize);
        let edge = |edge: u32| index.edges.get(edge as usize);
        let sight = self.sight(index);
        let is_wanted = |row: &Arc<Stakeholder>| around.kinds.contains(&row.kind);
        let any = around.kinds.is_empty();
        let admission = Admission {
            node: |at: u32| {
                at == start || sight.shows_node(at) && (any || node(at).is_some_and(is_wanted))
            },
            edge: |at: u32| {
                sight.shows_edge(at) && edge(at).is_some_and(|row| self.is_among(row, around))
            },
        };
        // The visible degree, so that what is hidden does not even order the answer.
        let rank = |at: u32| (Reverse(sight.degree(at)), at);
        let reach = Reach { radius: around.depth, limit: around.limit, rank };
        let found = filter::neighborhood(&index.graph, &admission, start, &reach)?;
        let nodes = found.nodes.iter().filter_map(|at| Some((node(at.node)?.clone(), at.hop)));
        let edges = found.edges.iter().filter_map(|at| edge(*at).cloned());
        Some(Neighborhood {
            nodes: nodes.collect(),
            edges: edges.collect(),
            omitted: found.omitted,
        })
    }

    fn is_among(&self, row: &relationship::Model, around: &Around) -> bool {
        around.as_of.is_none_or(|day| self.holds(row, day))
            && (around.layers.is_empty() || around.layers.contains(&row.kind.layer()))
    }
}
