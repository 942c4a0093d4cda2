//! What one viewer sees of the graph's nodes and edges, told by the numbers of their places: nothing
//! of it outlives the walk that it is made for.

use super::View;
use crate::snapshot::index::GraphIndex;
use domain::graph::Direction;

/// What is in sight of one walk.
pub(super) struct Sight<'a> {
    index: &'a GraphIndex,
    seen: Vec<bool>,
}

impl View {
    /// What the viewer sees of this graph.
    pub(super) fn sight<'a>(&self, index: &'a GraphIndex) -> Sight<'a> {
        Sight { index, seen: index.places.seen(|place| self.scope.sees(place)) }
    }
}

impl Sight<'_> {
    /// Whether a stakeholder is seen and not archived.
    pub(super) fn shows_node(&self, node: u32) -> bool {
        self.index.nodes.is_shown(node, &self.seen)
    }

    /// Whether a relationship is seen and stands, as `View::stands` has it.
    pub(super) fn shows_edge(&self, edge: u32) -> bool {
        self.index.edges.is_shown(edge, &self.seen)
            && self
                .index
                .graph
                .edge(edge)
                .is_some_and(|ends| self.shows_node(ends.from) && self.shows_node(ends.to))
    }

    /// Whether a relationship is seen, archived ends and retraction aside, as `View::relationship`
    /// has it.
    pub(super) fn sees_edge(&self, edge: u32) -> bool {
        let sees_node = |node| self.index.nodes.is_seen(node, &self.seen);
        self.index.edges.is_seen(edge, &self.seen)
            && self
                .index
                .graph
                .edge(edge)
                .is_some_and(|ends| sees_node(ends.from) && sees_node(ends.to))
    }

    /// How many relationships of a stakeholder stand, as `View::degree` has it.
    pub(super) fn degree(&self, node: u32) -> usize {
        let steps = self.index.graph.neighbors(node, Direction::Either);
        steps.filter(|step| self.shows_edge(step.edge)).count()
    }
}
