//! Which nodes belong together, judged by who they are joined to and by nothing else.

mod label;
mod level;
mod modularity;
mod moving;
mod refinement;
mod split;

pub use label::{Labels, carry_over};
pub use modularity::modularity;

use std::cmp::Reverse;

use super::GraphError;
use super::index::index;
use super::network::Network;
use super::random::SplitMix64;

use level::Level;
use moving::{Groups, Mover};

/// How to look for clusters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leiden {
    /// Above 1 gives more and smaller clusters, below 1 fewer and larger ones; above 0.
    pub resolution: f64,
    /// The most often that a search is repeated from what it found; it ends before when nothing is
    /// gained any more. At least 1.
    pub passes: u32,
    /// How many searches are made in different random orders, of which the best is kept: at least
    /// one. On small or loosely knit networks single searches differ by some percent; on those with
    /// hundreds of thousands of links hardly at all, and there one is enough.
    pub tries: u32,
    /// Where the random numbers begin: the same seed gives the same clusters.
    pub seed: u64,
}

impl Default for Leiden {
    fn default() -> Self {
        Self { resolution: 1.0, passes: 10, tries: 10, seed: 1 }
    }
}

/// Every admitted node in exactly one cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Clusters {
    /// The cluster of every node of the graph; none where it was not admitted. Numbered from 0 by
    /// size, largest first, then by smallest node.
    pub of: Vec<Option<u32>>,
    /// How many nodes each cluster has.
    pub sizes: Vec<u32>,
    /// How much better than chance the clusters hold together, at most 1; none without edges.
    pub modularity: Option<f64>,
}

/// A gain of modularity that is worth another pass.
const WORTHWHILE: f64 = 1e-6;

/// Clusters of high modularity after Traag, Waltman and van Eck (Leiden, 2019), with the refinement
/// always taking the best merger so that no exponential is needed. Nodes of a cluster always hang
/// together within it. `start` may give clusters to begin from, those of an earlier state of the
/// graph say, by node index; nodes without one begin alone. Refuses settings out of range and a
/// network packed with directions; asks `go_on` now and then.
pub fn leiden(
    network: &Network,
    settings: &Leiden,
    start: Option<&[Option<u32>]>,
    mut go_on: impl FnMut() -> bool,
) -> Result<Clusters, GraphError> {
    let Leiden { resolution, passes, tries, seed } = *settings;
    if !(resolution.is_finite() && resolution > 0.0) || passes == 0 || tries == 0 {
        return Err(GraphError::UnusableSetting);
    }
    if !network.is_undirected() {
        return Err(GraphError::Directed);
    }
    let base = Level::of_network(network);
    let mut search =
        Search { resolution, random: SplitMix64::new(seed), go_on: &mut go_on, base: &base };
    let start = begin(network, start);
    let mut best = search.repeat(&start, passes)?;
    for _ in 1..tries {
        let other = search.repeat(&start, passes)?;
        if other.quality > best.quality {
            best = other;
        }
    }
    split::split_disconnected(&base, &mut best.clusters);
    Ok(number(network, &best.clusters, resolution))
}

/// The clusters by place to begin from; a number of no cluster for nodes without one.
fn begin(network: &Network, start: Option<&[Option<u32>]>) -> Vec<u32> {
    let given = |place: u32| {
        let node = network.node(place) as usize;
        start.and_then(|start| start.get(node).copied().flatten())
    };
    let mut first_of: std::collections::BTreeMap<u32, u32> = std::collections::BTreeMap::new();
    (0..network.node_count())
        .map(|place| given(place).map_or(place, |label| *first_of.entry(label).or_insert(place)))
        .collect()
}

/// Clusters by place, and how good they are.
struct Judged {
    clusters: Vec<u32>,
    quality: f64,
}

/// A search through all levels.
struct Search<'a> {
    resolution: f64,
    random: SplitMix64,
    go_on: &'a mut dyn FnMut() -> bool,
    base: &'a Level,
}

impl Search<'_> {
    /// Searches again from what was found until nothing is gained.
    fn repeat(&mut self, start: &[u32], passes: u32) -> Result<Judged, GraphError> {
        let quality = self.base.quality(start, self.resolution);
        let mut best = Judged { clusters: start.to_vec(), quality };
        for _ in 0..passes {
            let clusters = self.pass(best.clusters.clone())?;
            let quality = self.base.quality(&clusters, self.resolution);
            let gain = quality - best.quality;
            if gain > 0.0 {
                best = Judged { clusters, quality };
            }
            if gain <= WORTHWHILE {
                break;
            }
        }
        Ok(best)
    }

    /// Moves nodes between clusters, splits clusters into parts that hold together, makes each part
    /// a node, and repeats with those until nothing merges. Takes and answers clusters by place.
    fn pass(&mut self, start: Vec<u32>) -> Result<Vec<u32>, GraphError> {
        let mut node_of: Vec<u32> = (0..index(start.len())).collect();
        let mut made: Option<Level> = None;
        let mut groups = start;
        loop {
            let level = made.as_ref().unwrap_or(self.base);
            let mut moving = Groups::new(level, groups);
            Mover::new(level, self.resolution).settle(
                &mut moving,
                &mut self.random,
                &mut *self.go_on,
            )?;
            let clusters = moving.numbered();
            let refined = refinement::refine(level, &clusters, self.resolution, &mut self.random);
            if refined.count == level.len() {
                return Ok(node_of.iter().map(|node| clusters.of[*node as usize]).collect());
            }
            groups = refined.members_first(level.len(), &clusters.of);
            for node in &mut node_of {
                *node = refined.of[*node as usize];
            }
            made = Some(level.merged(&refined));
        }
    }
}

/// Gives clusters their final numbers.
fn number(network: &Network, clusters: &[u32], resolution: f64) -> Clusters {
    let count = clusters.iter().max().map_or(0, |most| *most as usize + 1);
    // Size, smallest node and former number of each.
    let mut order: Vec<(Reverse<u32>, u32, usize)> =
        (0..count).map(|cluster| (Reverse(0), u32::MAX, cluster)).collect();
    for (place, &cluster) in (0..).zip(clusters) {
        let (size, smallest, _) = &mut order[cluster as usize];
        size.0 += 1;
        *smallest = network.node(place).min(*smallest);
    }
    order.retain(|(size, ..)| size.0 > 0);
    order.sort_unstable();
    let mut new_number = vec![0; count];
    for (number, (.., cluster)) in (0..).zip(&order) {
        new_number[*cluster] = number;
    }
    let of = network.by_node(|place| Some(new_number[clusters[place] as usize]));
    let modularity = modularity(network, &of, resolution);
    Clusters { of, sizes: order.iter().map(|(size, ..)| size.0).collect(), modularity }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::component::components;
    use crate::graph::sample::{any_edges, graph_of, partner_network};
    use crate::graph::{Admission, Direction, Graph};

    fn found(graph: &Graph, settings: Leiden) -> Clusters {
        let network = Network::new(graph, &everything(), Direction::Either);
        leiden(&network, &settings, None, || true).unwrap()
    }

    /// A ring of `count` cliques of five nodes each, joined by single edges.
    fn ring_of_cliques(count: u32) -> Graph {
        let mut ends = Vec::new();
        for clique in 0..count {
            let first = 5 * clique;
            ends.extend((0..5).flat_map(|a| (0..a).map(move |b| (first + a, first + b))));
            ends.push((first, 5 * ((clique + 1) % count) + 1));
        }
        graph_of(5 * count, &ends)
    }

    #[test]
    fn cliques_in_a_ring_are_clusters() {
        let clusters = found(&ring_of_cliques(8), Leiden::default());
        let expected: Vec<_> = (0..40).map(|node| Some(node / 5)).collect();
        assert_eq!((clusters.of, clusters.sizes), (expected, vec![5; 8]));
        // 80 of 88 edges lie inside; every clique has 22 of 176 ends.
        assert!((clusters.modularity.unwrap() - (80.0 / 88.0 - 0.125)).abs() < 1e-12);
    }

    #[test]
    fn a_lower_resolution_gives_fewer_clusters() {
        let count = |resolution| {
            let settings = Leiden { resolution, ..Leiden::default() };
            found(&ring_of_cliques(8), settings).sizes.len()
        };
        assert_eq!((count(1.0), count(1e-3), count(100.0)), (8, 1, 40));
    }

    #[test]
    fn a_graph_without_edges_has_single_clusters_and_no_modularity() {
        let lone = found(&graph_of(3, &[]), Leiden::default());
        assert_eq!((lone.sizes, lone.modularity), (vec![1, 1, 1], None));
        let nobody = Admission { edge: |_| true, node: |_| false };
        let network = Network::new(&graph_of(1, &[]), &nobody, Direction::Either);
        let none = leiden(&network, &Leiden::default(), None, || true).unwrap();
        assert_eq!(none, Clusters { of: vec![None], sizes: Vec::new(), modularity: None });
    }

    #[test]
    fn what_cannot_be_done_is_refused_and_work_stops_when_told_to() {
        let graph = graph_of(2, &[(0, 1)]);
        let check = |direction, settings: Leiden, go_on, expected| {
            let network = Network::new(&graph, &everything(), direction);
            assert_eq!(leiden(&network, &settings, None, || go_on), Err(expected));
        };
        let usual = Leiden::default();
        check(Direction::Outgoing, usual, true, GraphError::Directed);
        for resolution in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let settings = Leiden { resolution, ..usual };
            check(Direction::Either, settings, true, GraphError::UnusableSetting);
        }
        for settings in [Leiden { passes: 0, ..usual }, Leiden { tries: 0, ..usual }] {
            check(Direction::Either, settings, true, GraphError::UnusableSetting);
        }
        check(Direction::Either, usual, false, GraphError::Stopped);
    }

    #[test]
    fn clusters_of_an_earlier_state_are_kept_where_nothing_gains() {
        let graph = ring_of_cliques(6);
        let network = Network::new(&graph, &everything(), Direction::Either);
        let first = found(&graph, Leiden::default());
        for seed in 0..10 {
            let settings = Leiden { seed, ..Leiden::default() };
            let again = leiden(&network, &settings, Some(&first.of), || true).unwrap();
            assert_eq!(again, first);
        }
        let crossed: Vec<_> = (0..30).map(|node| Some(node % 2)).collect();
        let mended = leiden(&network, &Leiden::default(), Some(&crossed), || true).unwrap();
        assert_eq!(mended, first);
    }

    /// The highest modularity of all partitions.
    fn best_of_all(network: &Network, nodes: usize) -> f64 {
        let mut best = f64::NEG_INFINITY;
        let mut partition = vec![0_u32; nodes];
        loop {
            let of: Vec<_> = partition.iter().copied().map(Some).collect();
            best = modularity(network, &of, 1.0).unwrap().max(best);
            let grows = |at: &usize| partition[..*at].iter().any(|group| *group >= partition[*at]);
            let Some(at) = (1..nodes).rev().find(grows) else {
                return best;
            };
            partition[at] += 1;
            partition[at + 1..].fill(0);
        }
    }

    proptest! {
        /// Every node is in one cluster, clusters hang together, and their number, order and
        /// modularity are what they are told to be, whatever the seed and the start.
        #[test]
        fn clusters_hang_together(
            (nodes, ends) in any_edges(14, 30),
            seed in any::<u64>(),
            resolution in 0.2..4.0_f64,
            start in prop::option::of(prop::collection::vec(prop::option::of(0..4_u32), 14)),
        ) {
            let graph = graph_of(nodes, &ends);
            let network = Network::new(&graph, &everything(), Direction::Either);
            let settings = Leiden { resolution, seed, ..Leiden::default() };
            let clusters = leiden(&network, &settings, start.as_deref(), || true).unwrap();
            let within = Admission {
                edge: |edge: u32| {
                    let ends = graph.edge(edge).unwrap();
                    clusters.of[ends.from as usize] == clusters.of[ends.to as usize]
                },
                node: |_| true,
            };
            let mut sizes = components(&graph, &within).sizes().to_vec();
            sizes.sort_unstable_by_key(|size| Reverse(*size));
            prop_assert_eq!(&sizes, &clusters.sizes);
            for (cluster, &size) in (0..).zip(&sizes) {
                let members = clusters.of.iter().filter(|of| **of == Some(cluster)).count();
                prop_assert_eq!(index(members), size);
            }
            prop_assert_eq!(clusters.modularity, modularity(&network, &clusters.of, resolution));
            prop_assert_eq!(leiden(&network, &settings, start.as_deref(), || true).unwrap(), clusters);
        }

        /// No single node gains by moving, no two clusters gain by merging, and nothing is better
        /// than the best of all partitions, which the best of a few seeds comes close to.
        #[test]
        fn nothing_gains_by_moving_or_merging((nodes, ends) in any_edges(8, 16)) {
            prop_assume!(!ends.is_empty());
            let graph = graph_of(nodes, &ends);
            let network = Network::new(&graph, &everything(), Direction::Either);
            let mut best_found = f64::NEG_INFINITY;
            for seed in 0..5 {
                let settings = Leiden { seed, passes: 50, tries: 1, ..Leiden::default() };
                let Clusters { of, sizes, modularity: found } =
                    leiden(&network, &settings, None, || true).unwrap();
                let found = found.unwrap();
                best_found = best_found.max(found);
                let clusters = index(sizes.len());
                let check = |changed: &dyn Fn(u32, u32) -> u32| {
                    let of: Vec<_> = (0..).zip(&of).map(|(n, c)| c.map(|c| changed(n, c))).collect();
                    let other = modularity(&network, &of, 1.0).unwrap();
                    assert!(other <= found + 1e-9, "{other} after {found}");
                };
                for to in 0..=clusters {
                    (0..nodes).for_each(|mover| check(&|n, c| if n == mover { to } else { c }));
                    (0..clusters).for_each(|merged| check(&|_, c| if c == merged { to } else { c }));
                }
            }
            let best = best_of_all(&network, nodes as usize);
            prop_assert!(best_found <= best + 1e-12 && best_found >= best - 0.1);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_clusters() {
        let graph = partner_network(400, 500, 3);
        let settings = Leiden::default();
        assert_eq!(found(&graph, settings), found(&graph, settings));
    }
}
