//! Neighbours of every node in four flat arrays (compressed sparse rows).

use super::index::index;
use super::{Edge, Neighbor};

/// One direction of a graph: the steps of node `n` stand at `starts[n]..starts[n + 1]`, in edge
/// order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Adjacency {
    starts: Vec<u32>,
    nodes: Vec<u32>,
    edges: Vec<u32>,
    kinds: Vec<u8>,
}

impl Adjacency {
    /// Sorts edges by the end `near` picks, stably, by counting; the builder has checked both ends.
    pub(super) fn new(
        node_count: u32,
        edges: &[Edge],
        near: impl Fn(&Edge) -> u32,
        far: impl Fn(&Edge) -> u32,
    ) -> Self {
        let mut starts = vec![0_u32; node_count as usize + 1];
        for edge in edges {
            starts[near(edge) as usize + 1] += 1;
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut next = starts.clone();
        let mut sorted = Self {
            starts,
            nodes: vec![0; edges.len()],
            edges: vec![0; edges.len()],
            kinds: vec![0; edges.len()],
        };
        for (number, edge) in edges.iter().enumerate() {
            let slot = next[near(edge) as usize] as usize;
            next[near(edge) as usize] += 1;
            sorted.nodes[slot] = far(edge);
            sorted.edges[slot] = index(number);
            sorted.kinds[slot] = edge.kind;
        }
        sorted
    }

    pub(super) fn node_count(&self) -> u32 {
        index(self.starts.len() - 1)
    }

    pub(super) fn degree(&self, node: u32) -> u32 {
        index(self.range(node).len())
    }

    pub(super) fn of(&self, node: u32) -> impl Iterator<Item = Neighbor> + '_ {
        let range = self.range(node);
        let nodes = &self.nodes[range.clone()];
        let edges = &self.edges[range.clone()];
        let kinds = &self.kinds[range];
        let steps = nodes.iter().zip(edges).zip(kinds);
        steps.map(|((&node, &edge), &kind)| Neighbor { node, edge, kind })
    }

    /// Where the steps of `node` stand; empty for an index outside the graph.
    fn range(&self, node: u32) -> std::ops::Range<usize> {
        let node = node as usize;
        match self.starts.get(node..) {
            Some(&[start, end, ..]) => start as usize..end as usize,
            _ => 0..0,
        }
    }
}
