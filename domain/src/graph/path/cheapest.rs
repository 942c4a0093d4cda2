//! Ways that cost least.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::graph::{GraphError, Neighbor};

use super::Path;
use super::alternatives::few_best;
use super::journey::{Detour, Journey, Marks};

/// A way and its cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    /// The way.
    pub path: Path,
    /// The sum of the costs of its edges.
    pub cost: u64,
}

/// What a way amounts to: its cost, then its steps.
pub(super) type Length = (u64, u32);

/// The `count` cheapest ways of a journey, cheapest first. `cost` is asked for admitted edges; a
/// step may be free. Of equally cheap ways the one with fewer steps comes first, then the one with
/// the smaller nodes, read from the goal back. Asks `go_on` before each way is looked for.
pub fn cheapest<E, N>(
    journey: &Journey<'_, E, N>,
    cost: impl Fn(u32) -> u32,
    count: u32,
    go_on: impl FnMut() -> bool,
) -> Result<Vec<Priced>, GraphError>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let Some(mut search) = Search::new(journey, cost) else {
        return Ok(Vec::new());
    };
    // Of parallel edges that cost the same the first serves.
    let best = |detour: &Detour<'_>| search.best(detour, |_| Some(0));
    let found = few_best(journey.from, count, best, go_on)?;
    Ok(found.into_iter().map(|((cost, _), path)| Priced { path, cost }).collect())
}

/// Looks for one way after another.
pub(super) struct Search<'a, E, N, C> {
    journey: &'a Journey<'a, E, N>,
    cost: C,
    is_goal: Vec<bool>,
    /// The length of the best way on to a goal, as far as it was computed.
    ahead: Vec<Option<Length>>,
    /// The length of the best way on from the start: what is not computed is not less.
    horizon: Length,
    lengths: Marks<Length>,
}

impl<'a, E, N, C> Search<'a, E, N, C>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
    C: Fn(u32) -> u32,
{
    /// Prepares by walking back from all goals until the start is reached, if it can be.
    pub(super) fn new(journey: &'a Journey<'a, E, N>, cost: C) -> Option<Self> {
        if !journey.admission.enters(journey.graph, journey.from) {
            return None;
        }
        let is_goal = journey.goal_flags();
        let mut ahead: Vec<Option<Length>> = vec![None; is_goal.len()];
        let mut lengths: Marks<Length> = Marks::new(journey.graph.node_count());
        let mut queue = BinaryHeap::new();
        for goal in (0..).zip(&is_goal).filter_map(|(node, goal)| goal.then_some(node)) {
            lengths.set(goal, (0, 0));
            queue.push(Reverse(((0, 0), goal)));
        }
        while let Some(Reverse((length, node))) = queue.pop() {
            if ahead[node as usize].is_some() {
                continue;
            }
            ahead[node as usize] = Some(length);
            if node == journey.from {
                return Some(Self { journey, cost, is_goal, ahead, horizon: length, lengths });
            }
            for step in journey.back(node) {
                let longer = (length.0 + u64::from(cost(step.edge)), length.1 + 1);
                if lengths.get(step.node).is_none_or(|known| longer < known) {
                    lengths.set(step.node, longer);
                    queue.push(Reverse((longer, step.node)));
                }
            }
        }
        None
    }

    /// The least that is still ahead of a node.
    fn ahead(&self, node: u32) -> Length {
        self.ahead[node as usize].unwrap_or(self.horizon)
    }

    /// The best way that takes a detour: searches from where it leaves, nodes first that promise
    /// most, until nothing can be as good as the goals that were reached. `edge_rank` answers none
    /// for edges that may not be used after all, and of equally good parallel ones the least serves.
    pub(super) fn best(
        &mut self,
        detour: &Detour<'_>,
        edge_rank: impl Fn(u32) -> Option<u32>,
    ) -> Option<(Length, Path)> {
        let start = detour.node();
        self.lengths.forget();
        self.lengths.set(start, (0, 0));
        let mut queue = BinaryHeap::from([Reverse((self.ahead(start), start, (0, 0)))]);
        let mut reached: Option<(Length, u32)> = None;
        while let Some(Reverse((promise, node, length))) = queue.pop() {
            if reached.is_some_and(|(best, _)| promise > best) {
                break;
            }
            if self.lengths.get(node) != Some(length) {
                continue;
            }
            if self.is_goal[node as usize] {
                reached = reached.into_iter().chain([(length, node)]).min();
                continue;
            }
            for step in self.journey.onwards(node) {
                let longer = (length.0 + u64::from((self.cost)(step.edge)), length.1 + 1);
                if self.lengths.get(step.node).is_none_or(|known| longer < known)
                    && edge_rank(step.edge).is_some()
                    && detour.allows(node, step.node)
                {
                    self.lengths.set(step.node, longer);
                    let ahead = self.ahead(step.node);
                    let promise = (longer.0 + ahead.0, longer.1 + ahead.1);
                    queue.push(Reverse((promise, step.node, longer)));
                }
            }
        }
        let (length, goal) = reached?;
        let path = detour.continued(&self.trace(detour, goal, edge_rank)?);
        let rooted: u64 = detour.root.edges.iter().map(|edge| u64::from((self.cost)(*edge))).sum();
        Some(((rooted + length.0, path.steps()), path))
    }

    /// The way by which a goal was reached: from it back, always by the smallest node.
    fn trace(
        &self,
        detour: &Detour<'_>,
        goal: u32,
        edge_rank: impl Fn(u32) -> Option<u32>,
    ) -> Option<Path> {
        let start = detour.node();
        let mut path = Path { nodes: vec![goal], edges: Vec::new() };
        let mut node = goal;
        while node != start {
            let length = self.lengths.get(node)?;
            let fits = |from: u32, edge: u32| {
                let before = self.lengths.get(from).filter(|_| !self.is_goal[from as usize]);
                let through =
                    before.map(|(cost, steps)| (cost + u64::from((self.cost)(edge)), steps + 1));
                through == Some(length) && detour.allows(from, node)
            };
            let before = self.journey.back(node).filter(|step| fits(step.node, step.edge));
            let ranked = |step: Neighbor| Some((step.node, edge_rank(step.edge)?, step.edge));
            let (from, _, edge) = before.filter_map(ranked).min()?;
            path.nodes.push(from);
            path.edges.push(edge);
            node = from;
        }
        path.nodes.reverse();
        path.edges.reverse();
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::path::enumeration::{Case, any_case};
    use crate::graph::sample::graph_of;
    use crate::graph::{Admission, Direction};

    const COSTS: [u32; 6] = [1, 1, 3, 0, 5, 9];

    fn check(goals: &[u32], hidden: u32, expected: &[(&[u32], u64)]) {
        // Two ways from 0 to 3 by 1 and 2, a direct one, and a free step on to 4.
        let graph = graph_of(6, &[(0, 1), (1, 3), (3, 2), (3, 4), (0, 3), (2, 0)]);
        let admission = Admission { edge: |_| true, node: |node| node != hidden };
        let direction = Direction::Either;
        let journey = Journey { graph: &graph, admission: &admission, direction, from: 0, goals };
        let found = cheapest(&journey, |edge| COSTS[edge as usize], 5, || true).unwrap();
        let found: Vec<_> =
            found.iter().map(|priced| (priced.path.nodes.as_slice(), priced.cost)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ways_come_cheapest_first_and_end_at_the_first_goal() {
        check(&[3], 9, &[(&[0, 1, 3], 2), (&[0, 3], 5), (&[0, 2, 3], 12)]);
        check(&[4], 1, &[(&[0, 3, 4], 5), (&[0, 2, 3, 4], 12)]);
        check(&[4, 3], 1, &[(&[0, 3], 5), (&[0, 2, 3], 12)]);
        check(&[0, 3], 9, &[(&[0], 0)]);
        check(&[5], 9, &[]);
        check(&[3], 3, &[]);
        check(&[3], 0, &[]);
        check(&[7], 9, &[]);
    }

    #[test]
    fn no_way_is_asked_for_and_work_stops_when_told_to() {
        let graph = graph_of(2, &[(0, 1)]);
        let admission = everything();
        let direction = Direction::Outgoing;
        let journey =
            Journey { graph: &graph, admission: &admission, direction, from: 0, goals: &[1] };
        assert_eq!(cheapest(&journey, |_| 1, 0, || true), Ok(Vec::new()));
        assert_eq!(cheapest(&journey, |_| 1, 1, || false), Err(GraphError::Stopped));
    }

    proptest! {
        /// The cheapest ways are exactly the first of all ways sorted by cost, steps and nodes.
        #[test]
        fn ways_agree_with_brute_force(case in any_case(), count in 0..7_u32) {
            let Case { graph, .. } = &case;
            let admission = case.admission();
            let goals = case.goals.as_slice();
            let journey = Journey {
                graph, admission: &admission, direction: case.direction, from: 0, goals,
            };
            let cost = |edge: u32| case.values[edge as usize];
            let found = cheapest(&journey, cost, count, || true).unwrap();
            // Of parallel edges the cheapest and then the first serves.
            let mut ways = case.ways(|edge| (cost(edge), edge));
            ways.sort_by_cached_key(|path| {
                let total: u64 = path.edges.iter().map(|edge| u64::from(cost(*edge))).sum();
                (total, path.steps(), path.nodes.iter().rev().copied().collect::<Vec<_>>())
            });
            ways.truncate(count as usize);
            for priced in &found {
                let total: u64 = priced.path.edges.iter().map(|edge| u64::from(cost(*edge))).sum();
                prop_assert_eq!(priced.cost, total);
            }
            prop_assert_eq!(found.into_iter().map(|priced| priced.path).collect::<Vec<_>>(), ways);
        }
    }
}
