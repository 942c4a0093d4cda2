//! Which nodes hang together at all.

use super::index::index;
use super::{Admission, Direction, Graph};

/// The connected components of a graph, directions ignored, numbered by their smallest node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Components {
    members: Vec<Option<u32>>,
    sizes: Vec<u32>,
}

impl Components {
    /// The component that holds `node`; none for a node that was not admitted.
    pub fn of(&self, node: u32) -> Option<u32> {
        self.members.get(node as usize).copied().flatten()
    }

    /// The number of nodes of the whole graph, admitted or not.
    pub fn node_count(&self) -> u32 {
        index(self.members.len())
    }

    /// The number of nodes in each component, by component number.
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }
}

/// Splits the admitted part of a graph into the pieces that no admitted edge joins.
pub fn components<E, N>(graph: &Graph, admission: &Admission<E, N>) -> Components
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut members = vec![None; graph.node_count() as usize];
    let mut sizes = Vec::new();
    for first in 0..graph.node_count() {
        if members[first as usize].is_some() || !(admission.node)(first) {
            continue;
        }
        let number = index(sizes.len());
        let mut size = 0;
        let mut waiting = vec![first];
        members[first as usize] = Some(number);
        while let Some(node) = waiting.pop() {
            size += 1;
            for step in admission.neighbors(graph, node, Direction::Either) {
                if members[step.node as usize].is_none() {
                    members[step.node as usize] = Some(number);
                    waiting.push(step.node);
                }
            }
        }
        sizes.push(size);
    }
    Components { members, sizes }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{all_distances, any_edges, graph_of};

    fn check(ends: &[(u32, u32)], hidden: u32, members: &[Option<u32>], sizes: &[u32]) {
        let graph = graph_of(5, ends);
        let admission = Admission { edge: |_| true, node: |node| node != hidden };
        let found = components(&graph, &admission);
        let of_each: Vec<_> = (0..5).map(|node| found.of(node)).collect();
        assert_eq!((of_each.as_slice(), found.sizes()), (members, sizes));
        assert_eq!(found.of(5), None);
    }

    #[test]
    fn components_ignore_direction_and_are_numbered_by_their_smallest_node() {
        let (a, b, c) = (Some(0), Some(1), Some(2));
        check(&[(3, 0), (4, 1)], 9, &[a, b, c, a, b], &[2, 2, 1]);
        check(&[(0, 1), (1, 2), (2, 3), (3, 4)], 2, &[a, a, None, b, b], &[2, 2]);
    }

    proptest! {
        /// Two nodes share a component exactly when there is some way between them.
        #[test]
        fn components_agree_with_brute_force((nodes, ends) in any_edges(10, 12)) {
            let graph = graph_of(nodes, &ends);
            let found = components(&graph, &everything());
            let both_ways = ends.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
            let truth = all_distances(nodes, both_ways);
            for a in 0..nodes {
                for b in 0..nodes {
                    let joined = truth[a as usize][b as usize].is_some();
                    prop_assert_eq!(found.of(a) == found.of(b), joined);
                }
            }
            prop_assert_eq!(found.sizes().iter().sum::<u32>(), nodes);
        }
    }
}
