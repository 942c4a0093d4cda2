//! How well clusters hold together, as one number.

use std::collections::BTreeMap;

use crate::graph::network::Network;

/// Modularity (Newman and Girvan 2004, with the resolution of Reichardt and Bornholdt): the share
/// of edge weight within clusters, less `resolution` times the share that chance would put there
/// if every node kept its strength. A self-loop lies within its node's cluster and has both its
/// ends there. `clusters` is by node index; a node without a cluster is alone in its own. None
/// without edges, where there is no share to speak of.
///
/// Of a network packed with directions, each edge counts as if it had none.
pub fn modularity(network: &Network, clusters: &[Option<u32>], resolution: f64) -> Option<f64> {
    let links = network.forward();
    // A directed link is listed once and has two ends, an undirected one is listed at each end.
    let ends = if network.is_undirected() { 1.0 } else { 2.0 };
    let cluster = |place: u32| {
        let node = network.node(place);
        let given = clusters.get(node as usize).copied().flatten();
        given.map_or((1, node), |cluster| (0, cluster))
    };
    let (mut inside, mut total) = (0.0, 0.0);
    let mut strengths: BTreeMap<(u8, u32), f64> = BTreeMap::new();
    for place in 0..network.node_count() {
        let own = cluster(place);
        let looped = 2.0 * network.loops()[place as usize];
        let mut strength = links.weight_of(place) + looped;
        if !network.is_undirected() {
            strength += network.backward().weight_of(place);
        }
        let range = links.range(place);
        let mates = links.of(place).iter().zip(range).filter(|(to, _)| cluster(**to) == own);
        let weight = |link: usize| links.weights().map_or(1.0, |weights| weights[link]);
        inside += looped + ends * mates.map(|(_, link)| weight(link)).sum::<f64>();
        total += strength;
        *strengths.entry(own).or_insert(0.0) += strength;
    }
    let chance: f64 = strengths.values().map(|strength| strength * strength).sum();
    (total > 0.0).then(|| inside / total - resolution * chance / (total * total))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::Direction;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of};

    /// Modularity by its definition: over all pairs of nodes.
    fn slow(nodes: u32, ends: &[(u32, u32)], of: &[Option<u32>], resolution: f64) -> f64 {
        let at = |node: u32| {
            let count = |end: u32| f64::from(u8::from(end == node));
            ends.iter().map(|&(a, b)| count(a) + count(b)).sum::<f64>()
        };
        let total = 2.0 * ends.len() as f64;
        let mut sum = 0.0;
        for a in 0..nodes {
            for b in 0..nodes {
                let joined =
                    ends.iter().map(|end| u8::from(*end == (a, b)) + u8::from(*end == (b, a)));
                let joined: f64 = joined.map(f64::from).sum();
                if a == b || of[a as usize].is_some_and(|own| of[b as usize] == Some(own)) {
                    sum += joined - resolution * at(a) * at(b) / total;
                }
            }
        }
        sum / total
    }

    proptest! {
        /// Modularity equals that summed over all pairs, with loops, parallel edges and directions.
        #[test]
        fn modularity_agrees_with_its_definition(
            (nodes, ends) in any_edges(9, 20),
            of in prop::collection::vec(prop::option::of(0..4_u32), 9),
            resolution in 0.1..3.0_f64,
            both in any::<bool>(),
        ) {
            let direction = if both { Direction::Either } else { Direction::Outgoing };
            let network = Network::new(&graph_of(nodes, &ends), &everything(), direction);
            let found = modularity(&network, &of, resolution);
            prop_assert_eq!(found.is_some(), !ends.is_empty());
            let expected = slow(nodes, &ends, &of, resolution);
            prop_assert!(found.is_none_or(|found| (found - expected).abs() < 1e-12));
        }
    }
}
