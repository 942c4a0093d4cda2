//! Graphs for tests: hand-written ones, random small ones, and slow answers to compare with.

use proptest::prelude::*;

use super::random::SplitMix64;
use super::{Edge, Graph, GraphBuilder};

/// A graph from pairs of ends; the kind of each edge is its index modulo 3.
pub(crate) fn graph_of(node_count: u32, ends: &[(u32, u32)]) -> Graph {
    let mut builder = GraphBuilder::new(node_count);
    for (kind, &(from, to)) in [0, 1, 2].iter().cycle().zip(ends) {
        builder.add(Edge { from, to, kind: *kind }).unwrap();
    }
    builder.build()
}

/// Any multigraph of one to `nodes` nodes and at most `edges` edges, self-loops included.
pub(crate) fn any_edges(nodes: u32, edges: usize) -> impl Strategy<Value = (u32, Vec<(u32, u32)>)> {
    (1..=nodes).prop_flat_map(move |count| {
        (Just(count), prop::collection::vec((0..count, 0..count), 0..=edges))
    })
}

/// A connected tree-like network with a few hubs and `extra` further edges, as partner graphs are.
pub(crate) fn partner_network(node_count: u32, extra: u32, seed: u64) -> Graph {
    let mut random = SplitMix64::new(seed);
    let mut ends: Vec<(u32, u32)> = Vec::new();
    for node in 1..node_count {
        let hub = random.below(node.min(8));
        let other = random.below(node);
        ends.push((if random.unit() < 0.6 { hub } else { other }, node));
    }
    for _ in 0..extra {
        ends.push((random.below(node_count.min(8)), random.below(node_count)));
    }
    graph_of(node_count, &ends)
}

/// All pairwise distances by Floyd and Warshall, along edge directions or ignoring them.
pub(crate) fn all_distances(
    node_count: u32,
    ends: impl IntoIterator<Item = (u32, u32)>,
) -> Vec<Vec<Option<u32>>> {
    let count = node_count as usize;
    let mut distance = vec![vec![None; count]; count];
    for (node, row) in distance.iter_mut().enumerate() {
        row[node] = Some(0);
    }
    for (from, to) in ends.into_iter().filter(|(from, to)| from != to) {
        distance[from as usize][to as usize] = Some(1);
    }
    for middle in 0..count {
        for from in 0..count {
            for to in 0..count {
                let through = distance[from][middle].zip(distance[middle][to]).map(|(a, b)| a + b);
                let known = distance[from][to];
                distance[from][to] = known.into_iter().chain(through).min();
            }
        }
    }
    distance
}
