//! How far shortest paths can reach at most.

use crate::graph::index::index;
use crate::graph::network::Network;

/// The components of a network, directions ignored, and a bound on the length of its paths.
pub(super) struct Reach {
    components: Vec<Option<u32>>,
    /// No shortest path has more inner nodes than this.
    pub(super) inner_nodes: u32,
}

impl Reach {
    pub(super) fn new(network: &Network) -> Self {
        let mut reach = Self { components: vec![None; network.len()], inner_nodes: 0 };
        for start in 0..network.node_count() {
            if reach.components[start as usize].is_none() {
                let inner_nodes = reach.explore(network, start);
                reach.inner_nodes = reach.inner_nodes.max(inner_nodes);
            }
        }
        reach
    }

    /// Whether there may be a path: there is one if steps have no direction.
    pub(super) fn joins(&self, from: u32, to: u32) -> bool {
        self.components[from as usize] == self.components[to as usize]
    }

    /// Marks a component; answers the inner nodes that a shortest path in it can have. Without
    /// direction no two nodes are further apart than by way of the start; with direction nothing is
    /// known but the number of nodes.
    fn explore(&mut self, network: &Network, start: u32) -> u32 {
        self.components[start as usize] = Some(start);
        let mut order = vec![(start, 0_u32)];
        let mut next = 0;
        while let Some(&(place, distance)) = order.get(next) {
            next += 1;
            let steps = network.forward().of(place).iter();
            for &to in steps.chain(network.backward().of(place)) {
                if self.components[to as usize].is_none() {
                    self.components[to as usize] = Some(start);
                    order.push((to, distance + 1));
                }
            }
        }
        let furthest = order.iter().rev().take(2).map(|(_, distance)| distance).sum::<u32>();
        if network.is_undirected() {
            furthest.saturating_sub(1)
        } else {
            index(order.len()).saturating_sub(2)
        }
    }
}
