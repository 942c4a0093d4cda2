//! Who is few steps away from everybody they reach.

use crate::graph::GraphError;
use crate::graph::network::Network;

/// Closeness after Wasserman and Faust, which compares nodes of separate components fairly: the
/// share of the others that a node reaches, times one over the mean number of steps to them.
/// Distances run along the network's direction. None for a node that reaches nobody. Takes one walk
/// through the reachable part for each node, and asks `go_on` before each.
pub fn closeness(
    network: &Network,
    mut go_on: impl FnMut() -> bool,
) -> Result<Vec<Option<f64>>, GraphError> {
    let mut values = Vec::with_capacity(network.len());
    let mut walk = Walk { found_by: vec![None; network.len()], order: Vec::new() };
    for place in 0..network.node_count() {
        if !go_on() {
            return Err(GraphError::Stopped);
        }
        let (reached, steps) = walk.measure(network, place);
        let others = f64::from(network.node_count()) - 1.0;
        values.push((reached > 0.0).then(|| (reached / steps) * (reached / others)));
    }
    Ok(network.by_node(|place| values[place]))
}

/// A breadth-first walk, kept so that its memory serves the next one.
struct Walk {
    /// The start from which each place was found last.
    found_by: Vec<Option<u32>>,
    order: Vec<u32>,
}

impl Walk {
    /// How many others are reached from a place, and the sum of the steps to them.
    fn measure(&mut self, network: &Network, start: u32) -> (f64, f64) {
        self.order.clear();
        self.order.push(start);
        self.found_by[start as usize] = Some(start);
        let (mut level, mut distance, mut steps) = (0..1, 0.0, 0.0);
        while !level.is_empty() {
            for at in level.clone() {
                for &next in network.forward().of(self.order[at]) {
                    if self.found_by[next as usize] != Some(start) {
                        self.found_by[next as usize] = Some(start);
                        self.order.push(next);
                    }
                }
            }
            level = level.end..self.order.len();
            distance += 1.0;
            steps += distance * level.len() as f64;
        }
        ((self.order.len() - 1) as f64, steps)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::Direction;
    use crate::graph::admission::everything;
    use crate::graph::sample::{all_distances, any_edges, graph_of};

    #[test]
    fn a_node_that_reaches_nobody_has_no_closeness() {
        let graph = graph_of(4, &[(0, 1), (1, 2), (3, 3)]);
        let network = Network::new(&graph, &everything(), Direction::Either);
        let found = closeness(&network, || true).unwrap();
        let (end, middle) = (Some(2.0 / 3.0 * (2.0 / 3.0)), Some(2.0 / 3.0));
        assert_eq!(found, [end, middle, end, None]);
        assert_eq!(closeness(&network, || false), Err(GraphError::Stopped));
    }

    proptest! {
        /// Closeness equals that computed from a table of all distances.
        #[test]
        fn closeness_agrees_with_brute_force((nodes, ends) in any_edges(10, 20), both in any::<bool>()) {
            let graph = graph_of(nodes, &ends);
            let direction = if both { Direction::Either } else { Direction::Outgoing };
            let steps = ends.iter().flat_map(|&(a, b)| [(a, b), if both { (b, a) } else { (a, b) }]);
            let truth = all_distances(nodes, steps);
            let network = Network::new(&graph, &everything(), direction);
            let found = closeness(&network, || true).unwrap();
            for (node, distances) in truth.iter().enumerate() {
                let known: Vec<u32> = distances.iter().flatten().copied().filter(|d| *d > 0).collect();
                let (reached, steps) = (known.len() as f64, f64::from(known.iter().sum::<u32>()));
                let expected = (reached / steps) * (reached / f64::from(nodes - 1));
                prop_assert_eq!(found[node].is_some(), !known.is_empty());
                prop_assert!(found[node].is_none_or(|value| (value - expected).abs() < 1e-12));
            }
        }
    }
}
