//! Ways whose weakest edge is as strong as can be.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::graph::GraphError;

use super::Path;
use super::alternatives::few_best;
use super::cheapest;
use super::journey::{Detour, Journey, Marks};

/// A way and its weakest edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wide {
    /// The way.
    pub path: Path,
    /// The width of its weakest edge; none for the way of no step.
    pub width: Option<u32>,
}

/// What a way amounts to: its width, then its steps. A way of no step is wider than any other.
type Quality = (Reverse<u32>, u32);

/// The `count` widest ways of a journey, widest first; `width` is asked for admitted edges. Of
/// equally wide ways the one with fewer steps comes first, then the one with the smaller nodes,
/// read from the goal back. Asks `go_on` before each way is looked for.
pub fn widest<E, N>(
    journey: &Journey<'_, E, N>,
    width: impl Fn(u32) -> u32,
    count: u32,
    go_on: impl FnMut() -> bool,
) -> Result<Vec<Wide>, GraphError>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let Some(shortest) = cheapest::Search::new(journey, |_| 0) else {
        return Ok(Vec::new());
    };
    let Some(mut search) = Search::new(journey, shortest, width) else {
        return Ok(Vec::new());
    };
    let found = few_best(journey.from, count, |detour| search.best(detour), go_on)?;
    let wide = |((Reverse(width), _), path): (Quality, Path)| {
        let width = (!path.edges.is_empty()).then_some(width);
        Wide { path, width }
    };
    Ok(found.into_iter().map(wide).collect())
}

/// What is still ahead of a node on the widest way to a goal: its width and its steps.
type Ahead = (u32, Reverse<u32>);

/// Looks for one way after another.
struct Search<'a, E, N, W, S> {
    journey: &'a Journey<'a, E, N>,
    width: W,
    is_goal: Vec<bool>,
    /// The best way on to a goal, as far as it was computed.
    ahead: Vec<Option<Ahead>>,
    /// The best way on from the start: what is not computed is not wider.
    horizon: Ahead,
    widths: Marks<u32>,
    /// Finds the fewest steps among edges that are wide enough.
    shortest: cheapest::Search<'a, E, N, S>,
}

impl<'a, E, N, W, S> Search<'a, E, N, W, S>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
    W: Fn(u32) -> u32,
    S: Fn(u32) -> u32,
{
    /// Prepares by walking back from all goals until the start is reached, if it can be.
    fn new(
        journey: &'a Journey<'a, E, N>,
        shortest: cheapest::Search<'a, E, N, S>,
        width: W,
    ) -> Option<Self> {
        let is_goal = journey.goal_flags();
        let count = journey.graph.node_count();
        let mut known: Marks<Ahead> = Marks::new(count);
        let mut ahead: Vec<Option<Ahead>> = vec![None; is_goal.len()];
        let mut queue = BinaryHeap::new();
        for goal in (0..).zip(&is_goal).filter_map(|(node, goal)| goal.then_some(node)) {
            known.set(goal, (u32::MAX, Reverse(0)));
            queue.push(((u32::MAX, Reverse(0)), goal));
        }
        while let Some((horizon, node)) = queue.pop() {
            if ahead[node as usize].is_some() {
                continue;
            }
            ahead[node as usize] = Some(horizon);
            if node == journey.from {
                let widths = Marks::new(count);
                return Some(Self { journey, width, is_goal, ahead, horizon, widths, shortest });
            }
            for step in journey.back(node) {
                let further = (horizon.0.min(width(step.edge)), Reverse(horizon.1.0 + 1));
                if known.get(step.node).is_none_or(|known| further > known) {
                    known.set(step.node, further);
                    queue.push((further, step.node));
                }
            }
        }
        None
    }

    /// The best way that takes a detour: first how wide it can be, then the fewest steps of at
    /// least that width.
    fn best(&mut self, detour: &Detour<'_>) -> Option<(Quality, Path)> {
        let rooted = detour.root.edges.iter().map(|edge| (self.width)(*edge)).min();
        let least = self.best_width(detour, rooted.unwrap_or(u32::MAX))?;
        let width = &self.width;
        let narrowness = |edge: u32| u32::MAX - width(edge);
        let (_, path) = self
            .shortest
            .best(detour, |edge| Some(narrowness(edge)).filter(|_| width(edge) >= least))?;
        Some(((Reverse(least), path.steps()), path))
    }

    /// The width of the widest way that takes a detour, no more than that of its root. Of nodes that
    /// promise the same width, those with fewer steps ahead come first.
    fn best_width(&mut self, detour: &Detour<'_>, rooted: u32) -> Option<u32> {
        let start = detour.node();
        self.widths.forget();
        self.widths.set(start, rooted);
        let mut queue = BinaryHeap::from([((rooted, Reverse(0)), start)]);
        while let Some((_, node)) = queue.pop() {
            let known = self.widths.get(node)?;
            if self.is_goal[node as usize] {
                return Some(known);
            }
            for step in self.journey.onwards(node) {
                let narrower = known.min((self.width)(step.edge));
                if self.widths.get(step.node).is_none_or(|known| narrower > known)
                    && detour.allows(node, step.node)
                {
                    self.widths.set(step.node, narrower);
                    let (width, steps) = self.ahead[step.node as usize].unwrap_or(self.horizon);
                    queue.push(((narrower.min(width), steps), step.node));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::Direction;
    use crate::graph::admission::everything;
    use crate::graph::path::enumeration::{Case, any_case};
    use crate::graph::sample::graph_of;

    fn check(goals: &[u32], expected: &[(&[u32], Option<u32>)]) {
        // A strong way round, a weak direct one, and one in between.
        let graph = graph_of(5, &[(0, 1), (1, 2), (2, 3), (0, 3), (0, 4), (4, 3)]);
        let widths = [9, 8, 9, 1, 4, 8];
        let (admission, direction) = (everything(), Direction::Outgoing);
        let journey = Journey { graph: &graph, admission: &admission, direction, from: 0, goals };
        let found = widest(&journey, |edge| widths[edge as usize], 9, || true).unwrap();
        let found: Vec<_> =
            found.iter().map(|wide| (wide.path.nodes.as_slice(), wide.width)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ways_come_widest_first() {
        check(&[3], &[(&[0, 1, 2, 3], Some(8)), (&[0, 4, 3], Some(4)), (&[0, 3], Some(1))]);
        check(&[3, 2], &[(&[0, 1, 2], Some(8)), (&[0, 4, 3], Some(4)), (&[0, 3], Some(1))]);
        check(&[0], &[(&[0], None)]);
        check(&[5], &[]);
    }

    proptest! {
        /// The widest ways are exactly the first of all ways sorted by width, steps and nodes.
        #[test]
        fn ways_agree_with_brute_force(case in any_case(), count in 0..7_u32) {
            let Case { graph, .. } = &case;
            let admission = case.admission();
            let goals = case.goals.as_slice();
            let journey = Journey {
                graph, admission: &admission, direction: case.direction, from: 0, goals,
            };
            let width = |edge: u32| case.values[edge as usize];
            let found = widest(&journey, width, count, || true).unwrap();
            // Of parallel edges the widest and then the first serves.
            let mut ways = case.ways(|edge| (Reverse(width(edge)), edge));
            let narrowest = |path: &Path| path.edges.iter().map(|edge| width(*edge)).min();
            ways.sort_by_cached_key(|path| {
                let width = Reverse(narrowest(path).unwrap_or(u32::MAX));
                (width, path.steps(), path.nodes.iter().rev().copied().collect::<Vec<_>>())
            });
            ways.truncate(count as usize);
            for wide in &found {
                prop_assert_eq!(wide.width, narrowest(&wide.path));
            }
            prop_assert_eq!(found.into_iter().map(|wide| wide.path).collect::<Vec<_>>(), ways);
        }
    }
}
