//! Who stands between the others.

mod dependency;
mod sample;

use crate::graph::GraphError;
use crate::graph::network::Network;

use dependency::Dependencies;

pub use sample::{Sample, Sampled, sampled};

/// For every node the number of pairs of others whose shortest paths lead through it; where a pair
/// has several, the share of them that does. Paths are sequences of nodes along the network's
/// direction, and without direction each pair counts once.
#[derive(Clone, Debug, PartialEq)]
pub struct Betweenness {
    /// None for a node that was not admitted, and for all where there are no two others.
    pub of: Vec<Option<f64>>,
    /// How many pairs of others there are for each node: what `of` is a part of.
    pub pairs: f64,
}

impl Betweenness {
    /// The share of all pairs of others whose shortest paths lead through a node.
    pub fn share(&self, node: u32) -> Option<f64> {
        self.of.get(node as usize).copied().flatten().map(|through| through / self.pairs)
    }

    /// Counted through each place, in ordered pairs.
    fn new(network: &Network, through: &[f64]) -> Self {
        let ways = if network.is_undirected() { 2.0 } else { 1.0 };
        let others = f64::from(network.node_count()) - 1.0;
        let pairs = others * (others - 1.0) / ways;
        let of = network.by_node(|place| (pairs > 0.0).then(|| through[place] / ways));
        Self { of, pairs }
    }
}

/// Betweenness from all shortest paths (Brandes 2001). Takes two walks through the reachable part
/// for each node, and asks `go_on` before each.
pub fn exact(network: &Network, go_on: impl FnMut() -> bool) -> Result<Betweenness, GraphError> {
    let through = accumulate(network, 0..network.node_count(), go_on)?;
    Ok(Betweenness::new(network, &through))
}

/// What paths from the given nodes alone contribute, scaled up to all: an estimate without a
/// promise, exact for all nodes. Refuses a node that was not admitted, one that is listed twice, and
/// an empty list.
pub fn from_sources(
    network: &Network,
    sources: &[u32],
    go_on: impl FnMut() -> bool,
) -> Result<Betweenness, GraphError> {
    let mut places = Vec::with_capacity(sources.len());
    let mut taken = vec![false; network.len()];
    for &node in sources {
        let place = network.place(node).ok_or(GraphError::NodeOutOfRange { node })?;
        if std::mem::replace(&mut taken[place as usize], true) {
            return Err(GraphError::NodeRepeated { node });
        }
        places.push(place);
    }
    if places.is_empty() {
        return Err(GraphError::UnusableSetting);
    }
    let scale = f64::from(network.node_count()) / places.len() as f64;
    let mut through = accumulate(network, places, go_on)?;
    through.iter_mut().for_each(|value| *value *= scale);
    Ok(Betweenness::new(network, &through))
}

fn accumulate(
    network: &Network,
    sources: impl IntoIterator<Item = u32>,
    mut go_on: impl FnMut() -> bool,
) -> Result<Vec<f64>, GraphError> {
    let mut dependencies = Dependencies::new(network);
    for source in sources {
        if !go_on() {
            return Err(GraphError::Stopped);
        }
        dependencies.add_from(source);
    }
    Ok(dependencies.through)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of, partner_network};
    use crate::graph::{Admission, Direction};

    /// Betweenness by listing every shortest path of every pair.
    fn slow(nodes: u32, steps: &[(u32, u32)]) -> Vec<f64> {
        let mut through = vec![0.0; nodes as usize];
        for from in 0..nodes {
            for to in (0..nodes).filter(|to| *to != from) {
                let paths = shortest_paths(nodes, steps, from, to);
                for inner in paths.iter().flat_map(|path| &path[1..path.len() - 1]) {
                    through[*inner as usize] += 1.0 / paths.len() as f64;
                }
            }
        }
        through
    }

    fn shortest_paths(nodes: u32, steps: &[(u32, u32)], from: u32, to: u32) -> Vec<Vec<u32>> {
        let mut paths = vec![vec![from]];
        for _ in 0..nodes {
            let arrived: Vec<_> =
                paths.iter().filter(|path| path.last() == Some(&to)).cloned().collect();
            if !arrived.is_empty() {
                return arrived;
            }
            let mut longer = Vec::new();
            for path in &paths {
                for next in (0..nodes).filter(|next| !path.contains(next)) {
                    if steps.contains(&(*path.last().unwrap(), next)) {
                        longer.push([path.as_slice(), &[next]].concat());
                    }
                }
            }
            paths = longer;
        }
        Vec::new()
    }

    #[test]
    fn betweenness_is_undefined_without_two_others() {
        let nobody = Network::new(&graph_of(2, &[(0, 1)]), &everything(), Direction::Either);
        assert_eq!(exact(&nobody, || true).unwrap().of, [None, None]);
        let three = graph_of(4, &[(0, 1), (1, 2), (1, 2), (3, 1)]);
        let admission = Admission { edge: |_| true, node: |node| node != 3 };
        let network = Network::new(&three, &admission, Direction::Either);
        let found = exact(&network, || true).unwrap();
        assert_eq!(found.of, [Some(0.0), Some(1.0), Some(0.0), None]);
        assert_eq!((found.share(1), found.share(3), found.share(9)), (Some(1.0), None, None));
    }

    #[test]
    fn sources_must_be_distinct_admitted_nodes_and_work_stops_when_told_to() {
        let network = Network::new(&graph_of(3, &[(0, 1)]), &everything(), Direction::Either);
        let check = |sources: &[u32], expected| {
            assert_eq!(from_sources(&network, sources, || true), Err(expected));
        };
        check(&[3], GraphError::NodeOutOfRange { node: 3 });
        check(&[1, 1], GraphError::NodeRepeated { node: 1 });
        check(&[], GraphError::UnusableSetting);
        assert_eq!(exact(&network, || false), Err(GraphError::Stopped));
    }

    #[test]
    fn paths_from_all_nodes_are_all_paths() {
        let network = Network::new(&partner_network(60, 90, 3), &everything(), Direction::Either);
        let all: Vec<u32> = (0..60).collect();
        let (exact, estimated) =
            (exact(&network, || true).unwrap(), from_sources(&network, &all, || true).unwrap());
        for (exact, estimated) in exact.of.iter().zip(&estimated.of) {
            assert!((exact.unwrap() - estimated.unwrap()).abs() < 1e-9);
        }
    }

    proptest! {
        /// Betweenness equals that from a list of all shortest paths, with and without directions.
        #[test]
        fn betweenness_agrees_with_brute_force(
            (nodes, ends) in any_edges(8, 24),
            both in any::<bool>(),
        ) {
            let steps: Vec<(u32, u32)> = ends
                .iter()
                .flat_map(|&(a, b)| [(a, b), if both { (b, a) } else { (a, b) }])
                .collect();
            let direction = if both { Direction::Either } else { Direction::Outgoing };
            let network = Network::new(&graph_of(nodes, &ends), &everything(), direction);
            let found = exact(&network, || true).unwrap();
            let ways = if both { 2.0 } else { 1.0 };
            for (expected, value) in slow(nodes, &steps).iter().zip(&found.of) {
                prop_assert_eq!(value.is_some(), nodes > 2);
                prop_assert!(value.is_none_or(|value| (value - expected / ways).abs() < 1e-9));
            }
        }
    }
}
