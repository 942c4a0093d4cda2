//! How many relationships a node has, with how many others, and how strong they are.

use crate::graph::index::index;
use crate::graph::{Admission, Direction, Graph};

/// How connected one node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Degree {
    /// The admitted edges at the node, a self-loop once.
    pub edges: u32,
    /// The distinct other nodes at their far ends.
    pub neighbors: u32,
}

/// The summed weight of a node's edges, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The sum of the known weights, or none if no edge has one: unknown is not zero.
    pub known: Option<f64>,
    /// How many edges have no known weight.
    pub unknown: u32,
}

/// The degree of every admitted node in one direction.
pub fn degrees<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    direction: Direction,
) -> Vec<Option<Degree>>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut others = Vec::new();
    let degree = |node| {
        others.clear();
        others.extend(admission.neighbors(graph, node, direction).map(|step| step.node));
        let edges = index(others.len());
        others.retain(|other| *other != node);
        others.sort_unstable();
        others.dedup();
        Degree { edges, neighbors: index(others.len()) }
    };
    each_admitted(graph, admission, degree)
}

/// The strength of every admitted node in one direction; `weight` answers none for an edge whose
/// weight is not known.
pub fn strengths<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    direction: Direction,
    weight: impl Fn(u32) -> Option<f64>,
) -> Vec<Option<Strength>>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let strength = |node| {
        let mut strength = Strength { known: None, unknown: 0 };
        for step in admission.neighbors(graph, node, direction) {
            match weight(step.edge) {
                Some(weight) => strength.known = Some(strength.known.unwrap_or(0.0) + weight),
                None => strength.unknown += 1,
            }
        }
        strength
    };
    each_admitted(graph, admission, strength)
}

fn each_admitted<E, N, T>(
    graph: &Graph,
    admission: &Admission<E, N>,
    mut measure: impl FnMut(u32) -> T,
) -> Vec<Option<T>>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    (0..graph.node_count()).map(|node| (admission.node)(node).then(|| measure(node))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::graph::sample::graph_of;

    const ENDS: [(u32, u32); 6] = [(0, 1), (1, 0), (0, 1), (1, 1), (1, 2), (3, 1)];

    fn check(direction: Direction, edges: u32, neighbors: u32) {
        let graph = graph_of(4, &ENDS);
        let admission = Admission { edge: |edge| edge != 4, node: |node| node != 3 };
        let found = degrees(&graph, &admission, direction);
        assert_eq!(found[1], Some(Degree { edges, neighbors }));
        assert_eq!(found[2..], [Some(Degree { edges: 0, neighbors: 0 }), None]);
    }

    #[test]
    fn a_degree_counts_admitted_edges_and_distinct_others() {
        check(Direction::Either, 4, 1);
        check(Direction::Outgoing, 2, 1);
        check(Direction::Incoming, 3, 1);
    }

    #[test]
    fn a_strength_without_a_known_weight_is_unknown_and_not_zero() {
        let graph = graph_of(4, &ENDS);
        let admission = Admission { edge: |_| true, node: |node| node != 3 };
        let weight = |edge| [Some(2.0), None, Some(0.5), None, None, Some(9.0)][edge as usize];
        let found = strengths(&graph, &admission, Direction::Either, weight);
        let strength = |known, unknown| Some(Strength { known, unknown });
        assert_eq!(
            found,
            [strength(Some(2.5), 1), strength(Some(2.5), 3), strength(None, 1), None]
        );
    }
}
