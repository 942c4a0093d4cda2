//! Who stays when the loosely connected leave.

use crate::graph::index::index;
use crate::graph::network::Network;

/// The core number of every node: the largest `k` such that the node belongs to a part of the
/// network in which everybody has at least `k` others. 0 for a node without others. Where steps
/// have a direction, those that may be taken from a node are counted; the usual cores ignore it.
///
/// Nodes are taken away in order of the neighbors they have left (Batagelj and Zaversnik), in time
/// linear in nodes and links.
pub fn cores(network: &Network) -> Vec<Option<u32>> {
    let mut shells = Shells::new(network);
    for at in 0..network.len() {
        let leaving = shells.order[at];
        let core = shells.left[leaving as usize];
        for &other in network.backward().of(leaving) {
            if shells.left[other as usize] > core {
                shells.lower(other);
            }
        }
    }
    network.by_node(|place| shells.left.get(place).copied())
}

/// Places sorted by the neighbors they have left.
struct Shells {
    /// How many neighbors each place has left, never below the core being peeled.
    left: Vec<u32>,
    /// All places by what they have left.
    order: Vec<u32>,
    /// Where each place stands in the order.
    position: Vec<usize>,
    /// Where in the order the places with each number of neighbors left begin.
    begins: Vec<usize>,
}

impl Shells {
    fn new(network: &Network) -> Self {
        let count = network.node_count();
        let left: Vec<u32> = (0..count).map(|p| index(network.forward().degree(p))).collect();
        let mut order: Vec<u32> = (0..count).collect();
        order.sort_by_key(|&place| left[place as usize]);
        let mut position = vec![0; order.len()];
        for (at, &place) in order.iter().enumerate() {
            position[place as usize] = at;
        }
        let most = left.iter().copied().max().unwrap_or(0);
        let begins = (0..=most)
            .map(|number| order.partition_point(|&place| left[place as usize] < number))
            .collect();
        Self { left, order, position, begins }
    }

    /// Takes one neighbor away from a place: it changes seats with the first of its number and
    /// becomes the last of the number below.
    fn lower(&mut self, place: u32) {
        let number = self.left[place as usize];
        let (seat, first) = (self.position[place as usize], self.begins[number as usize]);
        let displaced = self.order[first];
        self.order.swap(seat, first);
        self.position[displaced as usize] = seat;
        self.position[place as usize] = first;
        self.begins[number as usize] = first + 1;
        self.left[place as usize] = number - 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::Direction;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of};

    /// Peels by the definition: for each `k`, drops nodes with fewer than `k` others until none is
    /// left to drop.
    fn slow(nodes: u32, ends: &[(u32, u32)]) -> Vec<Option<u32>> {
        let joined = |a: u32, b: u32| a != b && (ends.contains(&(a, b)) || ends.contains(&(b, a)));
        let mut cores = vec![Some(0); nodes as usize];
        for k in 1..nodes {
            let mut inside: Vec<u32> = (0..nodes).collect();
            loop {
                let others = |a: u32| inside.iter().filter(|b| joined(a, **b)).count();
                let kept: Vec<u32> =
                    inside.iter().copied().filter(|a| index(others(*a)) >= k).collect();
                if kept.len() == inside.len() {
                    break;
                }
                inside = kept;
            }
            for node in inside {
                cores[node as usize] = Some(k);
            }
        }
        cores
    }

    proptest! {
        /// Core numbers equal those peeled by the definition; parallel edges and loops add nothing.
        #[test]
        fn cores_agree_with_brute_force((nodes, ends) in any_edges(10, 40)) {
            let network = Network::new(&graph_of(nodes, &ends), &everything(), Direction::Either);
            prop_assert_eq!(cores(&network), slow(nodes, &ends));
        }
    }
}
