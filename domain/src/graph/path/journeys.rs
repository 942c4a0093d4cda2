//! Ways from any of several beginnings.

use crate::graph::{Admission, Direction, Graph, GraphError};

use super::{Journey, Path, Priced, Wide, cheapest, widest};

/// A question for ways from any of several nodes to any of several. A way begins at the last beginning
/// that it passes and ends at the first goal, so neither lies in the middle of one; a beginning that is
/// a goal too is a way of no step.
#[derive(Debug)]
pub struct Journeys<'a, E, N> {
    /// The graph to walk in.
    pub graph: &'a Graph,
    /// What of it may be used.
    pub admission: &'a Admission<E, N>,
    /// Which way edges may be followed.
    pub direction: Direction,
    /// Where a way may begin, each once.
    pub from: &'a [u32],
    /// Where a way may end.
    pub goals: &'a [u32],
}

/// A journey from one of the beginnings that does not pass the others.
type Single<'b, E> = Journey<'b, &'b E, &'b dyn Fn(u32) -> bool>;

impl<E: Fn(u32) -> bool, N: Fn(u32) -> bool> Journeys<'_, E, N> {
    /// The `count` cheapest ways, as [`cheapest`] finds and orders them.
    pub fn cheapest(
        &self,
        cost: impl Fn(u32) -> u32,
        count: u32,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<Vec<Priced>, GraphError> {
        let find = |journey: &Single<'_, E>| cheapest(journey, &cost, count, &mut go_on);
        self.best(count, find, |way| (way.cost, ties(&way.path)))
    }

    /// The `count` widest ways, as [`widest`] finds and orders them.
    pub fn widest(
        &self,
        width: impl Fn(u32) -> u32,
        count: u32,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<Vec<Wide>, GraphError> {
        let find = |journey: &Single<'_, E>| widest(journey, &width, count, &mut go_on);
        self.best(count, find, |way| (way.width.map(std::cmp::Reverse), ties(&way.path)))
    }

    /// Every way has one beginning, so the best ways of all are among the best of each beginning.
    fn best<W, K: Ord>(
        &self,
        count: u32,
        mut find: impl FnMut(&Single<'_, E>) -> Result<Vec<W>, GraphError>,
        rank: impl Fn(&W) -> K,
    ) -> Result<Vec<W>, GraphError> {
        let Self { graph, direction, goals, .. } = *self;
        let mut ways = Vec::new();
        for &from in self.from {
            let enters = |node: u32| {
                (node == from || !self.from.contains(&node)) && (self.admission.node)(node)
            };
            let admission =
                Admission { edge: &self.admission.edge, node: &enters as &dyn Fn(u32) -> bool };
            ways.extend(find(&Journey { graph, admission: &admission, direction, from, goals })?);
        }
        ways.sort_by_cached_key(rank);
        ways.truncate(count as usize);
        Ok(ways)
    }
}

/// What decides between equally good ways: the fewest steps, then the nodes read from the goal back.
fn ties(path: &Path) -> (u32, Vec<u32>) {
    (path.steps(), path.nodes.iter().rev().copied().collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::path::enumeration::{Case, any_case};
    use crate::graph::{Edge, GraphBuilder};

    /// The graph of a case with one more node, from which a free edge leads to every beginning.
    fn with_start(case: &Case, from: &[u32]) -> Graph {
        let start = case.graph.node_count();
        let mut builder = GraphBuilder::new(start + 1);
        let first = from.iter().map(|node| match case.direction {
            Direction::Incoming => Edge { from: *node, to: start, kind: 0 },
            _ => Edge { from: start, to: *node, kind: 0 },
        });
        for edge in case.graph.edges().map(|(_, edge)| edge).chain(first) {
            builder.add(edge).unwrap();
        }
        builder.build()
    }

    proptest! {
        /// Ways from several beginnings are those from one node before them all, without those that
        /// pass a second beginning.
        #[test]
        fn several_beginnings_are_one_before_them(
            case in any_case(),
            picks in prop::collection::btree_set(0..7_u32, 1..4),
            count in 0..6_u32,
        ) {
            let from: Vec<u32> = picks.into_iter().filter(|node| case.graph.contains(*node)).collect();
            let admission = case.admission();
            let may_end = |goal: &u32| case.graph.contains(*goal) && !from.contains(goal);
            let goals: Vec<_> = case.goals.iter().copied().filter(may_end).collect();
            let (direction, goals) = (case.direction, goals.as_slice());
            let journeys = Journeys {
                graph: &case.graph, admission: &admission, direction, from: &from, goals,
            };
            let edges = case.graph.edge_count();
            let value = |edge: u32| if edge < edges { case.values[edge as usize] } else { 0 };
            let graph = with_start(&case, &from);
            let start = case.graph.node_count();
            let all = Admission {
                edge: |edge: u32| edge >= edges || (admission.edge)(edge),
                node: |node: u32| node == start || (admission.node)(node),
            };
            let journey = Journey { graph: &graph, admission: &all, direction, from: start, goals };
            let is_own = |path: &Path| !path.nodes[2..].iter().any(|node| from.contains(node));
            let cheap = cheapest(&journey, value, 5_000, || true).unwrap().into_iter();
            let cheap: Vec<_> = cheap.filter(|way| is_own(&way.path)).take(count as usize)
                .map(|way| (way.path.nodes[1..].to_vec(), way.cost)).collect();
            let found = journeys.cheapest(value, count, || true).unwrap().into_iter();
            prop_assert_eq!(found.map(|way| (way.path.nodes, way.cost)).collect::<Vec<_>>(), cheap);
            let width = |edge: u32| if edge < edges { value(edge) } else { u32::MAX };
            let wide = widest(&journey, width, 5_000, || true).unwrap().into_iter();
            let wide: Vec<_> = wide.filter(|way| is_own(&way.path)).take(count as usize)
                .map(|way| (way.path.nodes[1..].to_vec(), way.width)).collect();
            let found = journeys.widest(width, count, || true).unwrap().into_iter();
            prop_assert_eq!(found.map(|way| (way.path.nodes, way.width)).collect::<Vec<_>>(), wide);
        }
    }
}
