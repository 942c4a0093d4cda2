//! Ways whose weakest edge is as strong as can be.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::graph::GraphError;

use super::Path;
use super::alternatives::few_best;
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
    let Some(mut search) = Search::new(journey, width) else {
        return Ok(Vec::new());
    };
    let found = few_best(journey.from, count, |detour| search.best(detour), go_on)?;
    let wide = |((Reverse(width), _), path): (Quality, Path)| {
        let width = (!path.edges.is_empty()).then_some(width);
        Wide { path, width }
    };
    Ok(found.into_iter().map(wide).collect())
}

/// Looks for one way after another.
struct Search<'a, E, N, W> {
    journey: &'a Journey<'a, E, N>,
    width: W,
    is_goal: Vec<bool>,
    /// The width of the best way on to a goal, as far as it was computed.
    ahead: Vec<Option<u32>>,
    /// The width of the best way on from the start: what is not computed is not more.
    horizon: u32,
    widths: Marks<u32>,
    steps: Marks<u32>,
}

impl<'a, E, N, W> Search<'a, E, N, W>
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
    W: Fn(u32) -> u32,
{
    /// Prepares by walking back from all goals until the start is reached, if it can be.
    fn new(journey: &'a Journey<'a, E, N>, width: W) -> Option<Self> {
        if !journey.admission.enters(journey.graph, journey.from) {
            return None;
        }
        let is_goal = journey.goal_flags();
        let count = journey.graph.node_count();
        let (mut widths, steps) = (Marks::new(count), Marks::new(count));
        let mut ahead: Vec<Option<u32>> = vec![None; is_goal.len()];
        let mut queue = BinaryHeap::new();
        for goal in (0..).zip(&is_goal).filter_map(|(node, goal)| goal.then_some(node)) {
            widths.set(goal, u32::MAX);
            queue.push((u32::MAX, goal));
        }
        while let Some((known, node)) = queue.pop() {
            if ahead[node as usize].is_some() {
                continue;
            }
            ahead[node as usize] = Some(known);
            if node == journey.from {
                return Some(Self {
                    journey,
                    width,
                    is_goal,
                    ahead,
                    horizon: known,
                    widths,
                    steps,
                });
            }
            for step in journey.back(node) {
                let narrower = known.min(width(step.edge));
                if widths.get(step.node).is_none_or(|known| narrower > known) {
                    widths.set(step.node, narrower);
                    queue.push((narrower, step.node));
                }
            }
        }
        None
    }

    /// The best way that takes a detour: first how wide it can be, then the fewest steps of at
    /// least that width.
    fn best(&mut self, detour: &Detour<'_>) -> Option<(Quality, Path)> {
        let rooted = detour.root.edges.iter().map(|edge| (self.width)(*edge)).min();
        let width = self.best_width(detour, rooted.unwrap_or(u32::MAX))?;
        let goal = self.nearest_goal(detour, width)?;
        let path = detour.continued(&self.trace(detour, goal, width)?);
        Some(((Reverse(width), path.steps()), path))
    }

    /// The width of the widest way that takes a detour, no more than that of its root.
    fn best_width(&mut self, detour: &Detour<'_>, rooted: u32) -> Option<u32> {
        let start = detour.node();
        self.widths.forget();
        self.widths.set(start, rooted);
        let mut queue = BinaryHeap::from([(rooted, start)]);
        while let Some((_, node)) = queue.pop() {
            let known = self.widths.get(node)?;
            if self.is_goal[node as usize] {
                return Some(known);
            }
            for step in self.journey.onwards(node) {
                let narrower = known.min((self.width)(step.edge));
                if detour.allows(node, step.node)
                    && self.widths.get(step.node).is_none_or(|known| narrower > known)
                {
                    self.widths.set(step.node, narrower);
                    let ahead = self.ahead[step.node as usize].unwrap_or(self.horizon);
                    queue.push((narrower.min(ahead), step.node));
                }
            }
        }
        None
    }

    /// The goal that is reached by the fewest steps of at least this width; of several the smallest.
    fn nearest_goal(&mut self, detour: &Detour<'_>, width: u32) -> Option<u32> {
        self.steps.forget();
        self.steps.set(detour.node(), 0);
        let mut level = vec![detour.node()];
        let mut steps = 0;
        while !level.is_empty() {
            let goals = level.iter().copied().filter(|node| self.is_goal[*node as usize]);
            if let Some(goal) = goals.min() {
                return Some(goal);
            }
            steps += 1;
            let mut next = Vec::new();
            for node in level {
                for step in self.journey.onwards(node) {
                    if self.steps.get(step.node).is_none()
                        && (self.width)(step.edge) >= width
                        && detour.allows(node, step.node)
                    {
                        self.steps.set(step.node, steps);
                        next.push(step.node);
                    }
                }
            }
            level = next;
        }
        None
    }

    /// The way by which a goal was reached: from it back, always by the smallest node and between
    /// two nodes by the widest edge.
    fn trace(&self, detour: &Detour<'_>, goal: u32, width: u32) -> Option<Path> {
        let start = detour.node();
        let mut path = Path { nodes: vec![goal], edges: Vec::new() };
        let mut node = goal;
        while node != start {
            let steps = self.steps.get(node)?;
            let before = self.journey.back(node).filter(|step| {
                self.steps.get(step.node).is_some_and(|before| before + 1 == steps)
                    && (self.width)(step.edge) >= width
                    && detour.allows(step.node, node)
            });
            let best = |edge: u32| (Reverse((self.width)(edge)), edge);
            let (from, (_, edge)) = before.map(|step| (step.node, best(step.edge))).min()?;
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
