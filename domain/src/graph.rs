//! Graph mathematics over plain indices, the same in the API and in the browser.
//!
//! Everything here works on `u32` node and edge indices that the caller gives a meaning to; nothing
//! knows what a stakeholder is. The same input gives the same output bit for bit on every platform:
//! orders are total, random numbers are seeded, and floating point uses only operations that IEEE
//! 754 defines exactly (no sine, no power). In reading order: [`Graph`] (this file; `patch`
//! changes one, [`paged`] is the list beneath it), [`admission`] (what a walk may use), [`filter`] and [`subgraph`] (a part of a graph), [`path`] and
//! [`component`] (who reaches whom), [`feedback`] (how a voice climbs), [`chain`] (who pays whom who
//! pays), [`loss`] (what falls when some leave), [`network`] (what is admitted, packed for measures that
//! walk it often), [`rank`] (who is well connected), [`crossing`] (how much two sets have to do with each other), [`resilience`] (what cannot be lost), [`cluster`]
//! (who belongs together), [`layout`] (where to draw it).

mod adjacency;
pub mod admission;
pub mod chain;
pub mod cluster;
pub mod component;
pub mod crossing;
mod error;
pub mod feedback;
pub mod filter;
mod index;
pub mod layout;
pub mod loss;
pub mod network;
pub mod paged;
mod patch;
pub mod path;
pub mod random;
pub mod rank;
#[cfg(test)]
mod reference;
pub mod resilience;
#[cfg(test)]
pub(crate) mod sample;
pub mod subgraph;

pub use admission::Admission;
pub use error::GraphError;

use adjacency::Adjacency;
use index::index;
use paged::Paged;

/// One directed edge: its two ends by node index, and a kind code whose meaning is the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// The node the edge leaves.
    pub from: u32,
    /// The node the edge enters.
    pub to: u32,
    /// The caller's code for what the edge says.
    pub kind: u8,
}

impl Edge {
    /// The end that is not `node`, for walking an edge without caring about its direction.
    pub fn other_end(&self, node: u32) -> u32 {
        if node == self.from { self.to } else { self.from }
    }
}

/// One step away from a node: where it leads and along which edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Neighbor {
    /// The node at the other end.
    pub node: u32,
    /// The edge that leads there.
    pub edge: u32,
    /// That edge's kind code.
    pub kind: u8,
}

/// Which way a walk may follow edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From an edge's `from` to its `to`.
    Outgoing,
    /// From an edge's `to` to its `from`.
    Incoming,
    /// Both ways, as if edges had no direction.
    Either,
}

/// A multigraph in compact adjacency form: parallel edges and self-loops are allowed, and every
/// listing is in edge order, so answers never depend on how memory happened to be filled. Copies
/// share what they have in common, so that a copy that differs by one edge costs little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    edges: Paged<Option<Edge>>,
    outgoing: Adjacency,
    incoming: Adjacency,
}

impl Graph {
    /// How many nodes there are; their indices are `0..node_count`.
    pub fn node_count(&self) -> u32 {
        self.outgoing.node_count()
    }

    /// How many edge indices are given out, in the order in which edges were added: `0..edge_count`.
    /// The index of an edge that was taken away stays without one.
    pub fn edge_count(&self) -> u32 {
        self.edges.count()
    }

    /// Whether `node` is an index of this graph.
    pub fn contains(&self, node: u32) -> bool {
        node < self.node_count()
    }

    /// The edge with this index, for reading its ends back from an answer.
    pub fn edge(&self, edge: u32) -> Option<Edge> {
        self.edges.get(edge).copied().flatten()
    }

    /// All edges with their indices, in order, for passes that need no adjacency.
    pub fn edges(&self) -> impl Iterator<Item = (u32, Edge)> + Clone {
        (0..).zip(self.edges.iter()).filter_map(|(number, edge)| Some((number, (*edge)?)))
    }

    /// The steps along edges that leave `node`; none for an index outside the graph.
    pub fn outgoing(&self, node: u32) -> impl Iterator<Item = Neighbor> + '_ {
        self.outgoing.of(node)
    }

    /// The steps against edges that enter `node`; none for an index outside the graph.
    pub fn incoming(&self, node: u32) -> impl Iterator<Item = Neighbor> + '_ {
        self.incoming.of(node)
    }

    /// The steps away from `node` in the given direction: outgoing first, then incoming. A
    /// self-loop is one step, not two.
    pub fn neighbors(
        &self,
        node: u32,
        direction: Direction,
    ) -> impl Iterator<Item = Neighbor> + '_ {
        let outgoing = (direction != Direction::Incoming).then(|| self.outgoing.of(node));
        let incoming = (direction != Direction::Outgoing).then(|| self.incoming.of(node));
        let loops_seen = direction == Direction::Either;
        let incoming = incoming.into_iter().flatten();
        let incoming = incoming.filter(move |step| !(loops_seen && step.node == node));
        outgoing.into_iter().flatten().chain(incoming)
    }

    /// How many steps [`Graph::neighbors`] lists for `node`.
    pub fn degree(&self, node: u32, direction: Direction) -> u32 {
        match direction {
            Direction::Outgoing => self.outgoing.degree(node),
            Direction::Incoming => self.incoming.degree(node),
            Direction::Either => index(self.neighbors(node, Direction::Either).count()),
        }
    }
}

/// Collects edges before the adjacency is laid out at once: how a [`Graph`] begins.
#[derive(Clone, Debug)]
pub struct GraphBuilder {
    node_count: u32,
    edges: Vec<Edge>,
}

impl GraphBuilder {
    /// Starts a graph of `node_count` nodes and no edges.
    pub fn new(node_count: u32) -> Self {
        Self { node_count, edges: Vec::new() }
    }

    /// Makes room for edges whose number is known, so that large graphs are copied less often.
    pub fn reserve(&mut self, edge_count: u32) {
        self.edges.reserve(edge_count as usize);
    }

    /// Adds an edge and answers its index; refuses an end outside the graph.
    pub fn add(&mut self, edge: Edge) -> Result<u32, GraphError> {
        for node in [edge.from, edge.to] {
            if node >= self.node_count {
                return Err(GraphError::NodeOutOfRange { node });
            }
        }
        let added = u32::try_from(self.edges.len()).map_err(|_| GraphError::TooManyEdges)?;
        if added == u32::MAX {
            return Err(GraphError::TooManyEdges);
        }
        self.edges.push(edge);
        Ok(added)
    }

    /// Lays out both adjacencies in time linear in nodes and edges.
    pub fn build(self) -> Graph {
        let outgoing =
            Adjacency::new(self.node_count, &self.edges, |edge| edge.from, |edge| edge.to);
        let incoming =
            Adjacency::new(self.node_count, &self.edges, |edge| edge.to, |edge| edge.from);
        Graph { edges: self.edges.into_iter().map(Some).collect(), outgoing, incoming }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sample::{any_edges, graph_of};
    use super::*;

    fn check(direction: Direction, expected: &[(u32, u32)]) {
        let graph = graph_of(3, &[(0, 1), (2, 1), (1, 0), (1, 1), (0, 1)]);
        let steps: Vec<_> = graph.neighbors(1, direction).map(|s| (s.node, s.edge)).collect();
        assert_eq!(steps, expected);
        assert_eq!(graph.degree(1, direction) as usize, expected.len());
    }

    #[test]
    fn steps_are_listed_in_edge_order_and_a_self_loop_is_one_step() {
        check(Direction::Outgoing, &[(0, 2), (1, 3)]);
        check(Direction::Incoming, &[(0, 0), (2, 1), (1, 3), (0, 4)]);
        check(Direction::Either, &[(0, 2), (1, 3), (0, 0), (2, 1), (0, 4)]);
    }

    #[test]
    fn an_edge_to_a_node_outside_the_graph_is_refused_and_leaves_no_trace() {
        let mut builder = GraphBuilder::new(2);
        let refused = builder.add(Edge { from: 0, to: 2, kind: 0 });
        assert_eq!(refused, Err(GraphError::NodeOutOfRange { node: 2 }));
        assert_eq!(builder.add(Edge { from: 0, to: 1, kind: 7 }), Ok(0));
        let left: Vec<_> = builder.build().edges().collect();
        assert_eq!(left, [(0, Edge { from: 0, to: 1, kind: 7 })]);
    }

    #[test]
    fn indices_outside_the_graph_have_no_steps() {
        let graph = graph_of(1, &[(0, 0)]);
        assert_eq!(graph.neighbors(1, Direction::Either).count(), 0);
        assert_eq!(graph.neighbors(u32::MAX, Direction::Either).count(), 0);
        assert_eq!((graph.edge(1), graph.degree(9, Direction::Outgoing)), (None, 0));
    }

    proptest! {
        /// Adjacency holds every edge once at its start and once at its end, with its kind.
        #[test]
        fn adjacency_lists_exactly_the_edges((nodes, ends) in any_edges(12, 40)) {
            let graph = graph_of(nodes, &ends);
            for (number, edge) in graph.edges() {
                let away = Neighbor { node: edge.to, edge: number, kind: edge.kind };
                let back = Neighbor { node: edge.from, edge: number, kind: edge.kind };
                prop_assert_eq!(graph.outgoing(edge.from).filter(|s| *s == away).count(), 1);
                prop_assert_eq!(graph.incoming(edge.to).filter(|s| *s == back).count(), 1);
            }
            let listed: u32 = (0..nodes).map(|n| graph.degree(n, Direction::Outgoing)).sum();
            prop_assert_eq!(listed, graph.edge_count());
        }
    }
}
