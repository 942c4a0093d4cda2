//! Who reaches whom: by the fewest steps here, at least cost and along the strongest edges in the
//! parts.

mod alternatives;
mod cheapest;
#[cfg(test)]
mod enumeration;
mod journey;
mod journeys;
mod widest;

pub use cheapest::{Priced, cheapest};
pub use journey::Journey;
pub use journeys::Journeys;
pub use widest::{Wide, widest};

use super::{Admission, Direction, Graph};

/// A walk from one node to another: one more node than edges, in walking order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The nodes passed, both ends included.
    pub nodes: Vec<u32>,
    /// The edge between each node and the next.
    pub edges: Vec<u32>,
}

/// A path with the fewest edges, or none. Searches from both ends and always widens the smaller
/// side, so that two partners in a large graph are joined after touching a small part of it. Which
/// of several equally short paths comes out depends only on node and edge order.
pub fn shortest<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    direction: Direction,
    from: u32,
    to: u32,
) -> Option<Path>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    if !admission.enters(graph, from) || !admission.enters(graph, to) {
        return None;
    }
    if from == to {
        return Some(Path { nodes: vec![from], edges: Vec::new() });
    }
    let mut start = Side::new(graph, from, direction);
    let mut goal = Side::new(graph, to, reversed(direction));
    while !start.frontier.is_empty() && !goal.frontier.is_empty() {
        let met = if start.frontier.len() <= goal.frontier.len() {
            start.widen(graph, admission, &goal)
        } else {
            goal.widen(graph, admission, &start)
        };
        if let Some(middle) = met {
            return Some(join(graph, &start, &goal, middle));
        }
    }
    None
}

/// The number of steps from `from` to every node, none where there is no admitted way.
pub fn distances<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    direction: Direction,
    from: u32,
) -> Vec<Option<u32>>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut distance = vec![None; graph.node_count() as usize];
    let mut frontier = Vec::new();
    if admission.enters(graph, from) {
        distance[from as usize] = Some(0);
        frontier.push(from);
    }
    let mut steps = 0;
    while !frontier.is_empty() {
        steps += 1;
        let mut next = Vec::new();
        for node in frontier {
            for step in admission.neighbors(graph, node, direction) {
                if distance[step.node as usize].is_none() {
                    distance[step.node as usize] = Some(steps);
                    next.push(step.node);
                }
            }
        }
        frontier = next;
    }
    distance
}

/// How a search first came to a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Never,
    Origin,
    Along(u32),
}

/// One half of a search from two ends.
struct Side {
    direction: Direction,
    arrivals: Vec<Arrival>,
    frontier: Vec<u32>,
}

impl Side {
    fn new(graph: &Graph, origin: u32, direction: Direction) -> Self {
        let mut arrivals = vec![Arrival::Never; graph.node_count() as usize];
        arrivals[origin as usize] = Arrival::Origin;
        Self { direction, arrivals, frontier: vec![origin] }
    }

    /// Goes one step further everywhere; answers the first node that the other side knows too. The
    /// two sides were disjoint before, so every such node lies on a shortest path.
    fn widen<E, N>(
        &mut self,
        graph: &Graph,
        admission: &Admission<E, N>,
        other: &Side,
    ) -> Option<u32>
    where
        E: Fn(u32) -> bool,
        N: Fn(u32) -> bool,
    {
        let mut next = Vec::new();
        for &node in &self.frontier {
            for step in admission.neighbors(graph, node, self.direction) {
                let arrival = &mut self.arrivals[step.node as usize];
                if *arrival != Arrival::Never {
                    continue;
                }
                *arrival = Arrival::Along(step.edge);
                if other.arrivals[step.node as usize] != Arrival::Never {
                    return Some(step.node);
                }
                next.push(step.node);
            }
        }
        self.frontier = next;
        None
    }

    /// The nodes and edges from `node` back to this side's origin.
    fn trail(&self, graph: &Graph, mut node: u32) -> Path {
        let mut trail = Path { nodes: vec![node], edges: Vec::new() };
        while let Arrival::Along(edge) = self.arrivals[node as usize] {
            let Some(ends) = graph.edge(edge) else { break };
            node = ends.other_end(node);
            trail.nodes.push(node);
            trail.edges.push(edge);
        }
        trail
    }
}

fn join(graph: &Graph, start: &Side, goal: &Side, middle: u32) -> Path {
    let mut path = start.trail(graph, middle);
    path.nodes.reverse();
    path.edges.reverse();
    let rest = goal.trail(graph, middle);
    path.nodes.extend(&rest.nodes[1..]);
    path.edges.extend(rest.edges);
    path
}

fn reversed(direction: Direction) -> Direction {
    match direction {
        Direction::Outgoing => Direction::Incoming,
        Direction::Incoming => Direction::Outgoing,
        Direction::Either => Direction::Either,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{all_distances, any_edges, graph_of};

    fn check(from: u32, to: u32, direction: Direction, expected: Option<(&[u32], &[u32])>) {
        let graph = graph_of(6, &[(0, 1), (1, 2), (2, 3), (0, 4), (3, 4)]);
        let found = shortest(&graph, &everything(), direction, from, to);
        let expected = expected.map(|(nodes, edges)| (nodes.to_vec(), edges.to_vec()));
        assert_eq!(found.map(|path| (path.nodes, path.edges)), expected);
    }

    #[test]
    fn the_shortest_path_follows_the_direction_asked_for() {
        check(0, 3, Direction::Either, Some((&[0, 4, 3], &[3, 4])));
        check(0, 3, Direction::Outgoing, Some((&[0, 1, 2, 3], &[0, 1, 2])));
        check(3, 0, Direction::Incoming, Some((&[3, 2, 1, 0], &[2, 1, 0])));
        check(4, 0, Direction::Outgoing, None);
        check(2, 2, Direction::Outgoing, Some((&[2], &[])));
        check(0, 5, Direction::Either, None);
        check(0, 6, Direction::Either, None);
    }

    #[test]
    fn a_hidden_node_or_edge_is_never_on_the_way() {
        let graph = graph_of(4, &[(0, 1), (1, 3), (0, 2), (2, 3), (0, 3)]);
        let admission = Admission { edge: |edge| edge != 4, node: |node| node != 1 };
        let path = shortest(&graph, &admission, Direction::Either, 0, 3);
        assert_eq!(path, Some(Path { nodes: vec![0, 2, 3], edges: vec![2, 3] }));
        assert_eq!(shortest(&graph, &admission, Direction::Either, 0, 1), None);
        let reached = distances(&graph, &admission, Direction::Either, 0);
        assert_eq!(reached, [Some(0), None, Some(1), Some(2)]);
        assert_eq!(distances(&graph, &admission, Direction::Either, 1), [None; 4]);
    }

    proptest! {
        /// Distances and path lengths equal those of a brute-force search over all pairs, under any
        /// set of hidden edges and nodes, and a path's edges really join its nodes.
        #[test]
        fn searches_agree_with_brute_force(
            (nodes, ends) in any_edges(9, 18),
            hidden_edges in any::<u32>(),
            hidden_nodes in any::<u32>(),
            way in 0..3_usize,
        ) {
            let graph = graph_of(nodes, &ends);
            // Half of the bits are cleared so that most of the graph stays.
            let shows = |mask: u32, index: u32| mask & (mask >> 7) & (1 << (index % 32)) == 0;
            let admission = Admission {
                edge: |edge| shows(hidden_edges, edge),
                node: |node| shows(hidden_nodes, node),
            };
            let direction = [Direction::Outgoing, Direction::Incoming, Direction::Either][way];
            let used = (0..).zip(&ends).filter(|&(edge, &(a, b))| {
                shows(hidden_edges, edge) && shows(hidden_nodes, a) && shows(hidden_nodes, b)
            });
            let used = used.flat_map(|(_, &(a, b))| match direction {
                Direction::Outgoing => [(a, b); 2],
                Direction::Incoming => [(b, a); 2],
                Direction::Either => [(a, b), (b, a)],
            });
            let truth = all_distances(nodes, used);
            for from in (0..nodes).filter(|&node| shows(hidden_nodes, node)) {
                let reached = distances(&graph, &admission, direction, from);
                prop_assert_eq!(&reached, &truth[from as usize]);
                for to in (0..nodes).filter(|&node| shows(hidden_nodes, node)) {
                    let path = shortest(&graph, &admission, direction, from, to);
                    let length = path.as_ref().map(|path| u32::try_from(path.edges.len()).unwrap());
                    prop_assert_eq!(length, truth[from as usize][to as usize]);
                    let Some(path) = path else { continue };
                    let ends = (path.nodes.first(), path.nodes.last());
                    prop_assert_eq!(ends, (Some(&from), Some(&to)));
                    for (pair, &edge) in path.nodes.windows(2).zip(&path.edges) {
                        let mut steps = admission.neighbors(&graph, pair[0], direction);
                        prop_assert!(steps.any(|step| step.node == pair[1] && step.edge == edge));
                    }
                }
            }
        }
    }
}
