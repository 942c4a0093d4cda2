//! The part of a graph around one node: what the map opens on and the API calls a neighborhood.

use std::cmp::Reverse;

use super::index::index;
use super::subgraph::Subgraph;
use super::{Admission, Direction, Graph, GraphError};

/// How far to look and how much to bring back.
#[derive(Clone, Copy, Debug)]
pub struct Reach<R> {
    /// The largest number of steps from the focus.
    pub radius: u32,
    /// The largest number of nodes to choose; the focus is always one of them.
    pub limit: u32,
    /// The caller's order among equally connected nodes of one hop: lower comes first.
    pub rank: R,
}

/// A chosen node and its distance from the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The node's index in the whole graph.
    pub node: u32,
    /// The fewest admitted steps from the focus to it.
    pub hop: u32,
}

/// The chosen part of a graph. Raising the limit only appends nodes, and every chosen node is
/// joined to the focus through chosen nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighborhood {
    /// Chosen nodes: by hop, then by connections to nearer hops, then by the caller's rank and
    /// index.
    pub nodes: Vec<Reached>,
    /// Every admitted edge between chosen nodes, in index order.
    pub edges: Vec<u32>,
    /// How many admitted nodes within the radius the limit left out.
    pub omitted: u32,
}

impl Neighborhood {
    /// Whether the limit left anything out.
    pub fn truncated(&self) -> bool {
        self.omitted > 0
    }

    /// The neighborhood as a graph of its own, with the focus as node 0.
    pub fn subgraph(&self, whole: &Graph) -> Result<Subgraph, GraphError> {
        let nodes: Vec<u32> = self.nodes.iter().map(|reached| reached.node).collect();
        Subgraph::new(whole, &nodes, &self.edges)
    }
}

/// Chooses the nodes within `reach.radius` admitted steps of `focus`, either way along edges, up to
/// `reach.limit`; none when the focus itself is not admitted. Nearer hops come first, so when a hop
/// is cut all nearer ones are whole, and better connected nodes of the cut hop stay.
pub fn neighborhood<E, N, R, K>(
    graph: &Graph,
    admission: &Admission<E, N>,
    focus: u32,
    reach: &Reach<R>,
) -> Option<Neighborhood>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
    R: Fn(u32) -> K,
    K: Ord,
{
    if !admission.enters(graph, focus) {
        return None;
    }
    let mut found = Found::new(graph, focus);
    let mut nodes = vec![Reached { node: focus, hop: 0 }];
    let mut omitted = 0;
    let limit = reach.limit.max(1) as usize;
    for hop in 1..=reach.radius {
        found.advance(graph, admission, hop);
        if found.frontier.is_empty() {
            break;
        }
        let connections = &found.connections;
        found.frontier.sort_by_cached_key(|&node| {
            (Reverse(connections[node as usize]), (reach.rank)(node), node)
        });
        let kept = found.frontier.len().min(limit - nodes.len());
        nodes.extend(found.frontier[..kept].iter().map(|&node| Reached { node, hop }));
        omitted += index(found.frontier.len() - kept);
    }
    let edges = edges_between(graph, admission, &nodes);
    Some(Neighborhood { nodes, edges, omitted })
}

/// Everything a breadth-first walk has come across, chosen or not.
struct Found {
    hops: Vec<Option<u32>>,
    connections: Vec<u32>,
    frontier: Vec<u32>,
}

impl Found {
    fn new(graph: &Graph, focus: u32) -> Self {
        let count = graph.node_count() as usize;
        let mut found =
            Self { hops: vec![None; count], connections: vec![0; count], frontier: vec![focus] };
        found.hops[focus as usize] = Some(0);
        found
    }

    /// Replaces the frontier by the nodes one step beyond it and counts the edges that lead to
    /// each.
    fn advance<E, N>(&mut self, graph: &Graph, admission: &Admission<E, N>, hop: u32)
    where
        E: Fn(u32) -> bool,
        N: Fn(u32) -> bool,
    {
        let mut next = Vec::new();
        for &node in &self.frontier {
            for step in admission.neighbors(graph, node, Direction::Either) {
                let known = self.hops[step.node as usize].get_or_insert_with(|| {
                    next.push(step.node);
                    hop
                });
                if *known == hop {
                    self.connections[step.node as usize] += 1;
                }
            }
        }
        self.frontier = next;
    }
}

fn edges_between<E, N>(graph: &Graph, admission: &Admission<E, N>, nodes: &[Reached]) -> Vec<u32>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut chosen = vec![false; graph.node_count() as usize];
    for reached in nodes {
        chosen[reached.node as usize] = true;
    }
    let mut edges = Vec::new();
    for reached in nodes {
        let steps = admission.neighbors(graph, reached.node, Direction::Outgoing);
        edges.extend(steps.filter(|step| chosen[step.node as usize]).map(|step| step.edge));
    }
    edges.sort_unstable();
    edges
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{all_distances, any_edges, graph_of};

    /// Focus 0; hop 1 is {1, 2, 3} (2 doubly joined); hop 2 is {4, 5} (5 joined to two of hop 1).
    const ENDS: [(u32, u32); 8] = [(0, 1), (2, 0), (0, 2), (3, 0), (1, 4), (1, 5), (5, 2), (4, 5)];

    fn check(radius: u32, limit: u32, nodes: &[(u32, u32)], edges: &[u32], omitted: u32) {
        let graph = graph_of(7, &ENDS);
        let reach = Reach { radius, limit, rank: Reverse };
        let found = neighborhood(&graph, &everything(), 0, &reach).unwrap();
        let chosen: Vec<_> = found.nodes.iter().map(|r| (r.node, r.hop)).collect();
        assert_eq!((chosen.as_slice(), found.edges.as_slice()), (nodes, edges));
        assert_eq!((found.omitted, found.truncated()), (omitted, omitted > 0));
    }

    #[test]
    fn nearer_hops_come_first_then_connections_then_the_callers_rank() {
        let all = [(0, 0), (2, 1), (3, 1), (1, 1), (5, 2), (4, 2)];
        check(2, 9, &all, &[0, 1, 2, 3, 4, 5, 6, 7], 0);
        check(2, 5, &all[..5], &[0, 1, 2, 3, 5, 6], 1);
        check(2, 3, &all[..3], &[1, 2, 3], 3);
        check(1, 9, &all[..4], &[0, 1, 2, 3], 0);
        check(0, 9, &all[..1], &[], 0);
        check(2, 0, &all[..1], &[], 5);
    }

    #[test]
    fn what_is_not_admitted_is_neither_chosen_nor_counted_nor_walked_through() {
        let graph = graph_of(7, &ENDS);
        let admission = Admission { edge: |edge| edge != 4, node: |node| node != 2 };
        let reach = Reach { radius: 2, limit: 3, rank: |node| node };
        let found = neighborhood(&graph, &admission, 0, &reach).unwrap();
        let chosen: Vec<_> = found.nodes.iter().map(|r| r.node).collect();
        assert_eq!((chosen, found.edges, found.omitted), (vec![0, 1, 3], vec![0, 3], 1));
        assert_eq!(neighborhood(&graph, &admission, 2, &reach), None);
        assert_eq!(neighborhood(&graph, &admission, 7, &reach), None);
    }

    #[test]
    fn a_neighborhood_becomes_a_graph_with_the_focus_first() {
        let graph = graph_of(7, &ENDS);
        let reach = Reach { radius: 1, limit: 9, rank: |node| node };
        let found = neighborhood(&graph, &everything(), 5, &reach).unwrap();
        let part = found.subgraph(&graph).unwrap();
        assert_eq!((part.nodes(), part.edges()), (&[5, 1, 2, 4][..], &[4, 5, 6, 7][..]));
        assert_eq!(part.graph().outgoing(1).map(|step| step.node).collect::<Vec<_>>(), [3, 0]);
    }

    proptest! {
        /// For every radius and limit the choice is a prefix of the same order, its hops are the
        /// true distances, its edges are exactly those between chosen nodes, and `omitted` is the
        /// rest.
        #[test]
        fn neighborhoods_agree_with_brute_force(
            (nodes, ends) in any_edges(10, 20),
            radius in 0..4_u32,
            limit in 1..12_u32,
        ) {
            let graph = graph_of(nodes, &ends);
            let truth = all_distances(nodes, ends.iter().flat_map(|&(a, b)| [(a, b), (b, a)]));
            let reach = Reach { radius, limit, rank: |node| node };
            let found = neighborhood(&graph, &everything(), 0, &reach).unwrap();
            let whole = Reach { limit: u32::MAX, ..reach };
            let whole = neighborhood(&graph, &everything(), 0, &whole).unwrap();

            let within = truth[0].iter().flatten().filter(|hop| **hop <= radius).count();
            prop_assert_eq!(whole.nodes.len(), within);
            prop_assert_eq!(found.nodes.len(), within.min(limit as usize));
            prop_assert_eq!(found.nodes.len() + found.omitted as usize, within);
            prop_assert_eq!(&found.nodes[..], &whole.nodes[..found.nodes.len()]);
            for reached in &found.nodes {
                prop_assert_eq!(Some(reached.hop), truth[0][reached.node as usize]);
            }
            let chosen = |node: u32| found.nodes.iter().any(|reached| reached.node == node);
            let between = (0..).zip(&ends).filter(|(_, (a, b))| chosen(*a) && chosen(*b));
            let between: Vec<u32> = between.map(|(edge, _)| edge).collect();
            prop_assert_eq!(found.edges, between);
        }
    }
}
