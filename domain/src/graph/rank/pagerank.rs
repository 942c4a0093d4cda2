//! Who is well connected to the well connected.

use crate::graph::GraphError;
use crate::graph::network::Network;

/// How far importance travels and how exactly it is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageRank {
    /// The share of a node's rank that it hands on along its steps, by weight; the rest is spread
    /// evenly over all nodes. At least 0 and below 1; 0.85 is what everybody uses.
    pub damping: f64,
    /// The largest allowed sum over all nodes of the distance to the exact rank. Ranks sum to 1.
    pub tolerance: f64,
}

impl Default for PageRank {
    fn default() -> Self {
        Self { damping: 0.85, tolerance: 1e-10 }
    }
}

/// Computed ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks {
    /// The rank of every node of the graph; none where it was not admitted.
    pub of: Vec<Option<f64>>,
    /// How often all nodes were gone through.
    pub rounds: u32,
}

/// Sums below this distance to the exact result drown in rounding.
const LEAST_TOLERANCE: f64 = 1e-14;

/// PageRank along the network's direction. A node without a step hands its rank to all nodes
/// evenly. Refuses settings out of range; asks `go_on` between rounds.
///
/// Each node pulls from those that lead to it, and newer ranks are used as soon as they are known
/// (Gauss and Seidel), which halves the rounds. Because such steps say little about the distance
/// left, the end is decided by the residual: it, divided by `1 - damping`, bounds that distance.
pub fn pagerank(
    network: &Network,
    settings: &PageRank,
    mut go_on: impl FnMut() -> bool,
) -> Result<Ranks, GraphError> {
    let PageRank { damping, tolerance } = *settings;
    if !(0.0..1.0).contains(&damping) || !(LEAST_TOLERANCE..=1.0).contains(&tolerance) {
        return Err(GraphError::UnusableSetting);
    }
    let mut flow = Flow::new(network, damping);
    let enough = tolerance * (1.0 - damping);
    let mut rounds = 0;
    loop {
        if !go_on() {
            return Err(GraphError::Stopped);
        }
        rounds += 1;
        let moved = flow.improve();
        flow.fill_up();
        if moved <= enough && flow.residual() <= enough {
            break;
        }
    }
    Ok(Ranks { of: network.by_node(|place| flow.ranks.get(place).copied()), rounds })
}

/// Ranks on their way to balance.
struct Flow<'a> {
    network: &'a Network,
    damping: f64,
    ranks: Vec<f64>,
    /// What each place hands on for a weight of 1: its rank over its summed weight.
    handed: Vec<f64>,
    /// One over the summed weight of what a place hands on to; 0 where there is nothing.
    inverse: Vec<f64>,
}

impl<'a> Flow<'a> {
    fn new(network: &'a Network, damping: f64) -> Self {
        let rank = 1.0 / f64::from(network.node_count());
        let weight = |(place, looped): (u32, &f64)| network.forward().weight_of(place) + looped;
        let inverse: Vec<f64> = (0..)
            .zip(network.loops())
            .map(weight)
            .map(|weight| if weight > 0.0 { 1.0 / weight } else { 0.0 })
            .collect();
        let handed = inverse.iter().map(|inverse| rank * inverse).collect();
        Self { network, damping, ranks: vec![rank; inverse.len()], handed, inverse }
    }

    /// Goes through all places once, each from the newest ranks; answers how far ranks moved.
    fn improve(&mut self) -> f64 {
        let count = f64::from(self.network.node_count());
        let mut stuck = self.stuck();
        let mut moved = 0.0;
        for place in 0..self.network.node_count() {
            let here = place as usize;
            let given = self.pulled(place) + stuck / count;
            let rank = (1.0 - self.damping) / count + self.damping * given;
            if self.inverse[here] == 0.0 {
                stuck += rank - self.ranks[here];
            }
            moved += (rank - self.ranks[here]).abs();
            self.ranks[here] = rank;
            self.handed[here] = rank * self.inverse[here];
        }
        moved
    }

    /// Scales ranks so that they sum to 1 again: that sum is the slowest to find its balance.
    fn fill_up(&mut self) {
        let total: f64 = self.ranks.iter().sum();
        for (rank, handed) in self.ranks.iter_mut().zip(&mut self.handed) {
            *rank /= total;
            *handed /= total;
        }
    }

    /// By how much the ranks miss what they would be if computed from each other.
    fn residual(&self) -> f64 {
        let count = f64::from(self.network.node_count());
        let spread = self.stuck() / count;
        let misses = (0..self.network.node_count()).map(|place| {
            let given = self.pulled(place) + spread;
            let rank = (1.0 - self.damping) / count + self.damping * given;
            (rank - self.ranks[place as usize]).abs()
        });
        misses.sum()
    }

    /// What a place is given by those that lead to it.
    fn pulled(&self, place: u32) -> f64 {
        let links = self.network.backward();
        let range = links.range(place);
        let here = place as usize;
        let looped = self.network.loops()[here] * self.handed[here];
        let sources = links.of(place).iter().map(|source| self.handed[*source as usize]);
        match links.weights() {
            None => looped + sources.sum::<f64>(),
            Some(weights) => {
                looped
                    + sources
                        .zip(&weights[range])
                        .map(|(given, weight)| given * weight)
                        .sum::<f64>()
            }
        }
    }

    /// The rank of all places that can hand nothing on.
    fn stuck(&self) -> f64 {
        let ends = self.ranks.iter().zip(&self.inverse).filter(|(_, inverse)| **inverse == 0.0);
        ends.map(|(rank, _)| rank).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of};
    use crate::graph::{Admission, Direction};

    /// Ranks from the definition: a table of all hand-overs, multiplied until nothing moves.
    fn slow(nodes: u32, steps: &[(u32, u32, f64)], damping: f64) -> Vec<f64> {
        let count = nodes as usize;
        let mut ranks = vec![1.0 / count as f64; count];
        for _ in 0..400 {
            let mut next = vec![(1.0 - damping) / count as f64; count];
            for (node, rank) in ranks.iter().enumerate() {
                let own = steps.iter().filter(|step| step.0 as usize == node);
                let total: f64 = own.clone().map(|step| step.2).sum();
                if total == 0.0 {
                    next.iter_mut().for_each(|to| *to += damping * rank / count as f64);
                }
                for &(_, to, weight) in own {
                    next[to as usize] += damping * rank * weight / total;
                }
            }
            ranks = next;
        }
        ranks
    }

    fn check(settings: PageRank, expected: Result<(), GraphError>) {
        let network = Network::new(&graph_of(2, &[(0, 1)]), &everything(), Direction::Outgoing);
        assert_eq!(pagerank(&network, &settings, || true).map(|_| ()), expected);
    }

    #[test]
    fn settings_out_of_range_are_refused_and_work_stops_when_told_to() {
        let usual = PageRank::default();
        check(usual, Ok(()));
        for damping in [1.0, -0.1, f64::NAN] {
            check(PageRank { damping, ..usual }, Err(GraphError::UnusableSetting));
        }
        for tolerance in [0.0, -1.0, f64::NAN] {
            check(PageRank { tolerance, ..usual }, Err(GraphError::UnusableSetting));
        }
        let network = Network::new(&graph_of(2, &[(0, 1)]), &everything(), Direction::Outgoing);
        let mut rounds = [true, false].into_iter();
        let stopped = pagerank(&network, &usual, || rounds.next().unwrap());
        assert_eq!(stopped, Err(GraphError::Stopped));
    }

    #[test]
    fn a_graph_without_admitted_nodes_has_no_ranks() {
        let nobody = Admission { edge: |_| true, node: |_| false };
        let network = Network::new(&graph_of(2, &[(0, 1)]), &nobody, Direction::Either);
        assert_eq!(pagerank(&network, &PageRank::default(), || true).unwrap().of, [None, None]);
    }

    proptest! {
        /// Ranks equal those computed from the definition, sum to 1 and keep the promised distance,
        /// whatever the direction, the weights, the dead ends and the self-loops.
        #[test]
        fn ranks_agree_with_the_definition(
            (nodes, ends) in any_edges(9, 20),
            weights in prop::collection::vec(1..9_u8, 20),
            way in 0..3_usize,
            damping in 0.0..0.95_f64,
        ) {
            let graph = graph_of(nodes, &ends);
            let weights: Vec<f64> = weights[..ends.len()].iter().map(|w| f64::from(*w)).collect();
            let direction = [Direction::Outgoing, Direction::Incoming, Direction::Either][way];
            let network = Network::weighted(&graph, &everything(), direction, &weights).unwrap();
            let settings = PageRank { damping, tolerance: 1e-11 };
            let found = pagerank(&network, &settings, || true).unwrap().of;
            let steps: Vec<_> = (0..nodes)
                .flat_map(|node| graph.neighbors(node, direction).map(move |step| (node, step)))
                .map(|(node, step)| (node, step.node, weights[step.edge as usize]))
                .collect();
            let distance: f64 = slow(nodes, &steps, damping)
                .iter()
                .zip(&found)
                .map(|(slow, found)| (slow - found.unwrap()).abs())
                .sum();
            prop_assert!(distance < 1e-10, "{distance}");
            let total: f64 = found.iter().map(|rank| rank.unwrap()).sum();
            prop_assert!((total - 1.0).abs() < 1e-10);
        }
    }
}
