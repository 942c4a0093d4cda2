//! What a measure works on: the admitted part of a graph, packed once and walked many times.

mod links;

use std::cmp::Reverse;

use super::index::index;
use super::{Admission, Direction, Graph, GraphError};

pub(in crate::graph) use links::Links;

/// The place of a node that was not admitted.
const NOWHERE: u32 = u32::MAX;

/// The admitted nodes of a graph with the steps between them, for measures that walk them often.
///
/// Admission is asked once for each node and edge, when the network is packed. Parallel edges
/// become one link whose weight is the sum of theirs; self-loops are kept apart. Inside, nodes have
/// places of their own in breadth-first order from the best connected one, which keeps neighbours
/// close in memory; answers are given by node index, with none for nodes that were not admitted.
#[derive(Clone, Debug)]
pub struct Network {
    nodes: Vec<u32>,
    places: Vec<u32>,
    loops: Vec<f64>,
    forward: Links,
    /// None where steps go both ways, so that `forward` serves for both.
    backward: Option<Links>,
}

impl Network {
    /// Packs what is admitted; every edge weighs 1.
    pub fn new<E, N>(graph: &Graph, admission: &Admission<E, N>, direction: Direction) -> Self
    where
        E: Fn(u32) -> bool,
        N: Fn(u32) -> bool,
    {
        pack(graph, admission, direction, None)
    }

    /// Packs what is admitted with a weight for each edge index of the graph; refuses a weight of
    /// an admitted edge that is not a positive number. What has no known weight should not be
    /// admitted rather than given one.
    pub fn weighted<E, N>(
        graph: &Graph,
        admission: &Admission<E, N>,
        direction: Direction,
        weights: &[f64],
    ) -> Result<Self, GraphError>
    where
        E: Fn(u32) -> bool,
        N: Fn(u32) -> bool,
    {
        if weights.len() != graph.edge_count() as usize {
            let (edges, items) = (graph.edge_count(), index(weights.len()));
            return Err(GraphError::WeightCount { edges, items });
        }
        let unusable = |&(edge, weight): &(u32, &f64)| {
            !(weight.is_finite() && *weight > 0.0) && (admission.edge)(edge)
        };
        match (0..).zip(weights).find(unusable) {
            Some((edge, _)) => Err(GraphError::UnusableWeight { edge }),
            None => Ok(pack(graph, admission, direction, Some(weights))),
        }
    }

    /// How many nodes were admitted.
    pub fn node_count(&self) -> u32 {
        index(self.nodes.len())
    }

    /// How many steps there are from one node to another, parallel edges counted once; a link that
    /// can be walked both ways counts twice.
    pub fn step_count(&self) -> u32 {
        index(self.forward.len())
    }

    /// Whether steps go both ways, as they do where directions are ignored.
    pub fn is_undirected(&self) -> bool {
        self.backward.is_none()
    }

    /// How many places there are, as an array size.
    pub(in crate::graph) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The steps that may be taken from each place.
    pub(in crate::graph) fn forward(&self) -> &Links {
        &self.forward
    }

    /// The steps that lead to each place.
    pub(in crate::graph) fn backward(&self) -> &Links {
        self.backward.as_ref().unwrap_or(&self.forward)
    }

    /// The summed weight of the self-loops at each place.
    pub(in crate::graph) fn loops(&self) -> &[f64] {
        &self.loops
    }

    /// The node at a place.
    pub(in crate::graph) fn node(&self, place: u32) -> u32 {
        self.nodes[place as usize]
    }

    /// The place of a node, if it was admitted.
    pub(in crate::graph) fn place(&self, node: u32) -> Option<u32> {
        self.places.get(node as usize).copied().filter(|place| *place != NOWHERE)
    }

    /// Values by place as values by node index, with none for nodes that were not admitted.
    pub(in crate::graph) fn by_node<T: Clone>(
        &self,
        mut value: impl FnMut(usize) -> Option<T>,
    ) -> Vec<Option<T>> {
        let mut spread = vec![None; self.places.len()];
        for (place, &node) in self.nodes.iter().enumerate() {
            spread[node as usize] = value(place);
        }
        spread
    }
}

fn pack<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    direction: Direction,
    weights: Option<&[f64]>,
) -> Network
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let node_admitted: Vec<bool> = (0..graph.node_count()).map(|n| (admission.node)(n)).collect();
    let admits = |node: u32| node_admitted[node as usize];
    let mut edge_admitted = vec![false; graph.edge_count() as usize];
    for (number, edge) in graph.edges() {
        edge_admitted[number as usize] =
            admits(edge.from) && admits(edge.to) && (admission.edge)(number);
    }
    let admission = Admission { edge: |edge: u32| edge_admitted[edge as usize], node: admits };
    let nodes = breadth_first(graph, &admission);
    let mut places = vec![NOWHERE; node_admitted.len()];
    for (place, &node) in (0..).zip(&nodes) {
        places[node as usize] = place;
    }
    let mut loops = vec![0.0; nodes.len()];
    for (number, edge) in graph.edges().filter(|(_, edge)| edge.from == edge.to) {
        if edge_admitted[number as usize] {
            let weight = weights.map_or(1.0, |all| all[number as usize]);
            loops[places[edge.from as usize] as usize] += weight;
        }
    }
    let gather =
        |direction| Links::gather(graph, &admission, (&nodes, &places), direction, weights);
    let (forward, backward) = match direction {
        Direction::Either => (gather(Direction::Either), None),
        Direction::Outgoing => (gather(Direction::Outgoing), Some(gather(Direction::Incoming))),
        Direction::Incoming => (gather(Direction::Incoming), Some(gather(Direction::Outgoing))),
    };
    Network { nodes, places, loops, forward, backward }
}

/// The admitted nodes, each component from its best connected node outwards.
fn breadth_first<E, N>(graph: &Graph, admission: &Admission<E, N>) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut degrees = vec![0_u32; graph.node_count() as usize];
    for (_, edge) in graph.edges().filter(|(number, _)| (admission.edge)(*number)) {
        degrees[edge.from as usize] += 1;
        degrees[edge.to as usize] += 1;
    }
    let mut starts: Vec<u32> = (0..graph.node_count()).filter(|n| (admission.node)(*n)).collect();
    starts.sort_by_key(|&node| Reverse(degrees[node as usize]));
    let mut seen = vec![false; degrees.len()];
    let mut order = Vec::with_capacity(starts.len());
    let mut next = 0;
    for start in starts {
        if !seen[start as usize] {
            seen[start as usize] = true;
            order.push(start);
        }
        while next < order.len() {
            let node = order[next];
            next += 1;
            for step in admission.neighbors(graph, node, Direction::Either) {
                if !seen[step.node as usize] {
                    seen[step.node as usize] = true;
                    order.push(step.node);
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of};

    #[test]
    fn parallel_edges_are_one_link_and_self_loops_are_none() {
        let graph = graph_of(3, &[(0, 1), (1, 0), (0, 1), (2, 2), (1, 2)]);
        let network = Network::new(&graph, &everything(), Direction::Either);
        let middle = network.place(1).unwrap();
        assert_eq!((network.node_count(), network.step_count()), (3, 4));
        assert_eq!(network.forward().weight_of(middle), 4.0);
        assert_eq!(network.loops().iter().sum::<f64>(), 1.0);
        let directed = Network::new(&graph, &everything(), Direction::Outgoing);
        assert_eq!((directed.is_undirected(), directed.step_count()), (false, 3));
    }

    #[test]
    fn a_weight_that_is_no_positive_number_is_refused_where_its_edge_counts() {
        let graph = graph_of(2, &[(0, 1), (1, 0)]);
        let pack = |weights: &[f64], hidden: u32| {
            let admission = Admission { edge: |edge| edge != hidden, node: |_| true };
            let packed = Network::weighted(&graph, &admission, Direction::Either, weights);
            packed.map(|network| network.forward().weight_of(0))
        };
        assert_eq!(pack(&[2.0, 0.5], 9), Ok(2.5));
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(pack(&[2.0, bad], 9), Err(GraphError::UnusableWeight { edge: 1 }));
            assert_eq!(pack(&[2.0, bad], 1), Ok(2.0));
        }
        assert_eq!(pack(&[2.0], 9), Err(GraphError::WeightCount { edges: 2, items: 1 }));
    }

    proptest! {
        /// A network has exactly the admitted nodes and the admitted steps between them, in order.
        #[test]
        fn a_network_is_what_is_admitted(
            (nodes, ends) in any_edges(9, 24),
            hidden_edges in any::<u32>(),
            hidden_nodes in any::<u32>(),
            way in 0..3_usize,
        ) {
            let graph = graph_of(nodes, &ends);
            let shows = |mask: u32, index: u32| mask & (mask >> 7) & (1 << (index % 32)) == 0;
            let admission = Admission {
                edge: |edge| shows(hidden_edges, edge),
                node: |node| shows(hidden_nodes, node),
            };
            let direction = [Direction::Outgoing, Direction::Incoming, Direction::Either][way];
            let network = Network::new(&graph, &admission, direction);
            for node in 0..nodes {
                let Some(place) = network.place(node) else {
                    prop_assert!(!shows(hidden_nodes, node));
                    continue;
                };
                prop_assert!(shows(hidden_nodes, node) && network.node(place) == node);
                let mut expected: Vec<_> = admission
                    .neighbors(&graph, node, direction)
                    .filter(|step| step.node != node)
                    .map(|step| network.place(step.node).unwrap())
                    .collect();
                let weight = expected.len();
                expected.sort_unstable();
                expected.dedup();
                prop_assert_eq!(network.forward().of(place), expected);
                prop_assert_eq!(network.forward().weight_of(place), weight as f64);
                for &next in network.forward().of(place) {
                    prop_assert!(network.backward().of(next).contains(&place));
                }
            }
        }
    }
}
