//! A part of a graph as a graph of its own, with the way back to the whole.

use super::index::index;
use super::{Edge, Graph, GraphBuilder, GraphError};

/// Some nodes and edges of a graph under new, dense indices. Layouts and analyses run on it as on
/// any graph; [`Subgraph::nodes`] and [`Subgraph::edges`] translate their answers back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subgraph {
    graph: Graph,
    nodes: Vec<u32>,
    edges: Vec<u32>,
    /// Pairs (index in the whole, index here), sorted, for the way in.
    lookup: Vec<(u32, u32)>,
}

impl Subgraph {
    /// Takes the given nodes and edges of `whole`, in the given order; refuses an index outside it,
    /// a node listed twice and an edge without both its ends.
    pub fn new(whole: &Graph, nodes: &[u32], edges: &[u32]) -> Result<Self, GraphError> {
        let lookup = lookup(whole, nodes)?;
        let mut builder = GraphBuilder::new(index(nodes.len()));
        for &edge in edges {
            let Edge { from, to, kind } =
                whole.edge(edge).ok_or(GraphError::EdgeOutOfRange { edge })?;
            let ends = find(&lookup, from).zip(find(&lookup, to));
            let (from, to) = ends.ok_or(GraphError::EdgeWithoutEnd { edge })?;
            builder.add(Edge { from, to, kind })?;
        }
        Ok(Self { graph: builder.build(), nodes: nodes.to_vec(), edges: edges.to_vec(), lookup })
    }

    /// The part under its new indices.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The index in the whole of each node here.
    pub fn nodes(&self) -> &[u32] {
        &self.nodes
    }

    /// The index in the whole of each edge here.
    pub fn edges(&self) -> &[u32] {
        &self.edges
    }

    /// The index here of a node of the whole, if it was taken.
    pub fn find(&self, node_in_whole: u32) -> Option<u32> {
        find(&self.lookup, node_in_whole)
    }
}

fn lookup(whole: &Graph, nodes: &[u32]) -> Result<Vec<(u32, u32)>, GraphError> {
    let mut pairs: Vec<(u32, u32)> = nodes.iter().copied().zip(0..).collect();
    pairs.sort_unstable();
    if let Some(&(node, _)) = pairs.last().filter(|(node, _)| !whole.contains(*node)) {
        return Err(GraphError::NodeOutOfRange { node });
    }
    match pairs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(GraphError::NodeRepeated { node: pair[0].0 }),
        None => Ok(pairs),
    }
}

fn find(lookup: &[(u32, u32)], node: u32) -> Option<u32> {
    let place = lookup.binary_search_by_key(&node, |(in_whole, _)| *in_whole).ok()?;
    lookup.get(place).map(|(_, here)| *here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::sample::graph_of;

    fn check(nodes: &[u32], edges: &[u32], expected: Result<&[(u32, u32)], GraphError>) {
        let whole = graph_of(4, &[(0, 1), (1, 2), (3, 3), (2, 0)]);
        let part = Subgraph::new(&whole, nodes, edges);
        let ends = part.map(|part| {
            part.graph().edges().map(|(_, edge)| (edge.from, edge.to)).collect::<Vec<_>>()
        });
        assert_eq!(ends, expected.map(<[_]>::to_vec));
    }

    #[test]
    fn a_part_is_renumbered_in_the_order_given() {
        check(&[2, 0, 3], &[3, 2], Ok(&[(0, 1), (2, 2)]));
        check(&[1], &[], Ok(&[]));
        check(&[], &[], Ok(&[]));
    }

    #[test]
    fn a_part_that_does_not_fit_the_whole_is_refused() {
        check(&[0, 4], &[], Err(GraphError::NodeOutOfRange { node: 4 }));
        check(&[0, 1, 0], &[], Err(GraphError::NodeRepeated { node: 0 }));
        check(&[0, 1], &[4], Err(GraphError::EdgeOutOfRange { edge: 4 }));
        check(&[0, 1], &[1], Err(GraphError::EdgeWithoutEnd { edge: 1 }));
    }

    #[test]
    fn indices_translate_both_ways() {
        let whole = graph_of(4, &[(0, 1), (1, 2), (3, 3), (2, 0)]);
        let part = Subgraph::new(&whole, &[2, 0], &[3]).unwrap();
        assert_eq!((part.find(0), part.find(2), part.find(1)), (Some(1), Some(0), None));
        assert_eq!((part.nodes(), part.edges()), (&[2, 0][..], &[3][..]));
    }
}
