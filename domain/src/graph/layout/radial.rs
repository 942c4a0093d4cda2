//! Rings around a focus: the quick first picture, and the start from which forces settle.

use super::{Point, check_node};
use crate::graph::{Direction, Graph, GraphError};

/// The spacing of rings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RadialSettings {
    /// The least distance between one ring and the next.
    pub ring_distance: f32,
    /// The least room along a ring for each node on it; a crowded ring widens.
    pub node_distance: f32,
}

impl Default for RadialSettings {
    fn default() -> Self {
        Self { ring_distance: 120.0, node_distance: 40.0 }
    }
}

/// Puts the focus at the origin, every node on the ring of its distance from it, and each subtree
/// of the breadth-first tree in a sector of its own, as wide as its share of the leaves. Nodes that
/// the focus does not reach stand on one further ring.
pub fn radial(
    graph: &Graph,
    focus: u32,
    settings: RadialSettings,
) -> Result<Vec<Point>, GraphError> {
    check_node(graph, focus)?;
    let tree = Tree::new(graph, focus);
    let radii = tree.ring_radii(settings);
    let turns = tree.turns();
    let place = |(&hop, &turn): (&u32, &f64)| Point::on_circle(turn) * radii[hop as usize];
    Ok(tree.hops.iter().zip(&turns).map(place).collect())
}

/// The breadth-first tree of a focus. Unreached nodes hang on the focus, one hop beyond the last.
struct Tree {
    focus: u32,
    /// Every node but the focus with its parent, nearest first.
    children: Vec<(u32, u32)>,
    hops: Vec<u32>,
}

impl Tree {
    fn new(graph: &Graph, focus: u32) -> Self {
        let mut hops = vec![u32::MAX; graph.node_count() as usize];
        hops[focus as usize] = 0;
        let mut children = Vec::new();
        let mut waiting = std::collections::VecDeque::from([focus]);
        let mut beyond = 1;
        while let Some(node) = waiting.pop_front() {
            let hop = hops[node as usize] + 1;
            for step in graph.neighbors(node, Direction::Either) {
                if hops[step.node as usize] == u32::MAX {
                    hops[step.node as usize] = hop;
                    beyond = hop + 1;
                    children.push((step.node, node));
                    waiting.push_back(step.node);
                }
            }
        }
        for (node, hop) in (0..).zip(&mut hops).filter(|(_, hop)| **hop == u32::MAX) {
            *hop = beyond;
            children.push((node, focus));
        }
        Self { focus, children, hops }
    }

    fn ring_radii(&self, settings: RadialSettings) -> Vec<f32> {
        let last = self.hops.iter().copied().max().unwrap_or(0);
        let mut crowds = vec![0_u32; last as usize + 1];
        for &hop in &self.hops {
            crowds[hop as usize] += 1;
        }
        let mut radius = 0.0_f32;
        let rings = crowds.iter().skip(1).map(|&crowd| {
            let needed = crowd as f32 * settings.node_distance / std::f32::consts::TAU;
            radius = (radius + settings.ring_distance).max(needed);
            radius
        });
        std::iter::once(0.0).chain(rings).collect()
    }

    /// The direction of each node, in turns: the middle of its sector.
    fn turns(&self) -> Vec<f64> {
        let mut weights = vec![0_u32; self.hops.len()];
        for &(node, parent) in self.children.iter().rev() {
            weights[node as usize] = weights[node as usize].max(1);
            weights[parent as usize] += weights[node as usize];
        }
        let whole = f64::from(weights[self.focus as usize].max(1));
        let mut turns = vec![0.0; self.hops.len()];
        let mut starts = vec![0_u32; self.hops.len()];
        for &(node, parent) in &self.children {
            let (start, weight) = (starts[parent as usize], weights[node as usize]);
            starts[parent as usize] += weight;
            starts[node as usize] = start;
            turns[node as usize] = (f64::from(start) + f64::from(weight) / 2.0) / whole;
        }
        turns
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::path::distances;
    use crate::graph::sample::{any_edges, graph_of};

    fn check(node_count: u32, ends: &[(u32, u32)], expected: &[(f32, f32)]) {
        let settings = RadialSettings { ring_distance: 100.0, node_distance: 10.0 };
        let positions = radial(&graph_of(node_count, ends), 0, settings).unwrap();
        let off = positions.iter().zip(expected).map(|(p, e)| (*p - Point::new(e.0, e.1)).length());
        assert!(off.fold(0.0, f32::max) < 1e-3, "{positions:?} are not {expected:?}");
        assert_eq!(positions.len(), expected.len());
    }

    #[test]
    fn neighbours_share_the_ring_evenly_and_children_stand_behind_their_parent() {
        check(3, &[(0, 1), (2, 0)], &[(0.0, 0.0), (0.0, 100.0), (0.0, -100.0)]);
        check(
            4,
            &[(0, 1), (2, 0), (3, 2)],
            &[(0.0, 0.0), (0.0, 100.0), (0.0, -100.0), (0.0, -200.0)],
        );
    }

    #[test]
    fn nodes_that_the_focus_does_not_reach_stand_on_one_further_ring() {
        check(3, &[(0, 1)], &[(0.0, 0.0), (0.0, 100.0), (0.0, -200.0)]);
        check(2, &[], &[(0.0, 0.0), (-100.0, 0.0)]);
    }

    #[test]
    fn a_focus_outside_the_graph_is_refused() {
        let refused = radial(&graph_of(1, &[]), 1, RadialSettings::default());
        assert_eq!(refused, Err(GraphError::NodeOutOfRange { node: 1 }));
    }

    proptest! {
        /// A nearer node is always nearer to the origin, no two nodes coincide, and the focus is
        /// there.
        #[test]
        fn rings_follow_distances((nodes, ends) in any_edges(12, 24)) {
            let graph = graph_of(nodes, &ends);
            let positions = radial(&graph, 0, RadialSettings::default()).unwrap();
            let hops = distances(&graph, &everything(), Direction::Either, 0);
            prop_assert_eq!(positions[0], Point::ORIGIN);
            for (a, one) in positions.iter().enumerate() {
                for (b, other) in positions.iter().enumerate().skip(a + 1) {
                    prop_assert!((*one - *other).length() > 1.0);
                    let nearer = hops[a].unwrap_or(u32::MAX) < hops[b].unwrap_or(u32::MAX);
                    prop_assert!(!nearer || one.length() + 1.0 < other.length());
                }
            }
        }
    }
}
