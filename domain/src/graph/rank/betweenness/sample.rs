//! Betweenness of networks too large for all their paths, with a promise.

mod meeting;
mod reach;

use crate::graph::GraphError;
use crate::graph::network::Network;
use crate::graph::random::SplitMix64;

use super::Betweenness;
use meeting::Meeting;
use reach::Reach;

/// What an estimate must hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The largest allowed error of every node's share of all pairs; above 0 and below 1.
    pub error: f64,
    /// The allowed probability that some node's error is larger; above 0 and below 1.
    pub risk: f64,
    /// Where the random numbers begin: the same seed gives the same estimate.
    pub seed: u64,
}

impl Default for Sample {
    fn default() -> Self {
        Self { error: 0.01, risk: 0.05, seed: 1 }
    }
}

/// An estimate and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// The estimated betweenness.
    pub betweenness: Betweenness,
    /// How many paths were drawn.
    pub paths: u32,
}

/// Estimates betweenness from random shortest paths between random pairs (Riondato and
/// Kornaropoulos 2016): with probability `1 - risk`, the shares of all nodes are off by at most
/// `error` at once. That takes `(log2(longest) + 1 + ln(1 / risk)) / (2 error²)` paths, where
/// `longest` bounds the inner nodes of a shortest path: it depends on the reach of the network, not
/// on its size. Refuses settings out of range; asks `go_on` before each path.
pub fn sampled(
    network: &Network,
    sample: &Sample,
    mut go_on: impl FnMut() -> bool,
) -> Result<Sampled, GraphError> {
    let count = network.node_count();
    let reach = Reach::new(network);
    let paths = paths_needed(count, reach.inner_nodes, sample)?;
    let mut random = SplitMix64::new(sample.seed);
    let mut meeting = Meeting::new(network);
    let mut passed = vec![0_u32; network.len()];
    for _ in 0..paths {
        if !go_on() {
            return Err(GraphError::Stopped);
        }
        let from = random.below(count);
        // Any other place, each as likely.
        let to = random.below(count - 1);
        let to = if to < from { to } else { to + 1 };
        if reach.joins(from, to) {
            for &place in meeting.draw_path(from, to, &mut random) {
                passed[place as usize] += 1;
            }
        }
    }
    let ordered_pairs = f64::from(count) * (f64::from(count) - 1.0);
    let scale = ordered_pairs / f64::from(paths.max(1));
    let through: Vec<f64> = passed.iter().map(|times| f64::from(*times) * scale).collect();
    Ok(Sampled { betweenness: Betweenness::new(network, &through), paths })
}

/// How many paths keep the promise; none where no path has an inner node.
fn paths_needed(count: u32, inner_nodes: u32, sample: &Sample) -> Result<u32, GraphError> {
    let Sample { error, risk, .. } = *sample;
    if !(error > 0.0 && error < 1.0 && risk > 0.0 && risk < 1.0) {
        return Err(GraphError::UnusableSetting);
    }
    let Some(doublings) = inner_nodes.checked_ilog2() else {
        return Ok(0);
    };
    // The theorem speaks of the share of all pairs, those with the node as an end included.
    let error = error * (f64::from(count) - 2.0) / f64::from(count);
    let needed = (f64::from(doublings) + 1.0 + logarithm(1.0 / risk)) / (2.0 * error * error);
    ceiling(needed).ok_or(GraphError::UnusableSetting)
}

/// The natural logarithm of a number above 1, from operations that give the same on every platform.
fn logarithm(number: f64) -> f64 {
    let (mut rest, mut halvings) = (number, 0.0);
    while rest > 1.5 {
        rest /= 2.0;
        halvings += 1.0;
    }
    // ln(x) = 2 artanh((x - 1) / (x + 1)); the argument is at most 1/5, so 12 terms are exact.
    let ratio = (rest - 1.0) / (rest + 1.0);
    let (mut power, mut sum) = (ratio, 0.0);
    for term in 0..12 {
        sum += power / f64::from(2 * term + 1);
        power *= ratio * ratio;
    }
    halvings * std::f64::consts::LN_2 + 2.0 * sum
}

/// The least whole number that is not below `number`, if it is a `u32`.
fn ceiling(number: f64) -> Option<u32> {
    let below = (0..32).rev().fold(0_u32, |below, bit| {
        let tried = below | (1 << bit);
        if f64::from(tried) < number { tried } else { below }
    });
    below.checked_add(1).filter(|above| f64::from(*above) >= number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::Direction;
    use crate::graph::admission::everything;
    use crate::graph::rank::betweenness::exact;
    use crate::graph::sample::{any_edges, graph_of, partner_network};

    #[test]
    fn logarithms_and_ceilings_are_right() {
        for number in [1.0, 1.2, 1.5, 2.0, 20.0, 1e6] {
            assert!((logarithm(number) - number.ln()).abs() < 1e-14 * (1.0 + number.ln()));
        }
        assert_eq!([0.5, 1.0, 1.1, 7.0].map(ceiling), [Some(1), Some(1), Some(2), Some(7)]);
        let most = f64::from(u32::MAX);
        assert_eq!([most, most + 1.0, f64::NAN].map(ceiling), [Some(u32::MAX), None, None]);
    }

    #[test]
    fn promises_that_cannot_be_kept_are_refused_and_work_stops_when_told_to() {
        let network =
            Network::new(&graph_of(3, &[(0, 1), (1, 2)]), &everything(), Direction::Either);
        let usual = Sample::default();
        let refused = |sample: Sample| {
            assert_eq!(sampled(&network, &sample, || true), Err(GraphError::UnusableSetting));
        };
        for bad in [0.0, 1.0, -0.5, f64::NAN, 1e-9] {
            refused(Sample { error: bad, ..usual });
        }
        for bad in [0.0, 1.0, f64::NAN] {
            refused(Sample { risk: bad, ..usual });
        }
        assert_eq!(sampled(&network, &usual, || false), Err(GraphError::Stopped));
    }

    #[test]
    fn the_same_seed_gives_the_same_estimate_and_another_another() {
        let network = Network::new(&partner_network(80, 60, 5), &everything(), Direction::Either);
        let draw = |seed| {
            sampled(&network, &Sample { error: 0.1, seed, ..Sample::default() }, || true).unwrap()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn the_error_stays_below_what_is_promised() {
        for (seed, direction) in
            (0..10).flat_map(|seed| [(seed, Direction::Either), (seed, Direction::Outgoing)])
        {
            let network = Network::new(&partner_network(120, 100, seed), &everything(), direction);
            let exact = exact(&network, || true).unwrap();
            let sample = Sample { error: 0.05, risk: 0.001, seed };
            let found = sampled(&network, &sample, || true).unwrap();
            let errors = (0..120).map(|node| {
                (exact.share(node).unwrap() - found.betweenness.share(node).unwrap()).abs()
            });
            let worst = errors.fold(0.0, f64::max);
            assert!(worst <= sample.error, "{worst} off with seed {seed} {direction:?}");
        }
    }

    proptest! {
        /// On any graph, disconnected and directed ones too, enough paths come close to all paths.
        #[test]
        fn estimates_come_close_to_the_exact_values(
            (nodes, ends) in any_edges(9, 20),
            both in any::<bool>(),
            seed in any::<u64>(),
        ) {
            let direction = if both { Direction::Either } else { Direction::Outgoing };
            let network = Network::new(&graph_of(nodes, &ends), &everything(), direction);
            let exact = exact(&network, || true).unwrap();
            let sample = Sample { error: 0.04, risk: 1e-9, seed };
            let found = sampled(&network, &sample, || true).unwrap().betweenness;
            for node in 0..nodes {
                prop_assert_eq!(exact.share(node).is_some(), found.share(node).is_some());
                let miss = exact.share(node).zip(found.share(node)).map(|(a, b)| (a - b).abs());
                prop_assert!(miss.is_none_or(|miss| miss <= sample.error));
            }
        }
    }
}
