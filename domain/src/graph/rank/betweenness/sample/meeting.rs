//! A random shortest path, found by walking from both of its ends.

use std::ops::Range;

use crate::graph::network::{Links, Network};
use crate::graph::random::SplitMix64;

const UNSEEN: u32 = u32::MAX;

/// Two walks that meet, kept so that their memory serves the next pair.
pub(super) struct Meeting<'a> {
    network: &'a Network,
    start: Side,
    goal: Side,
    inner: Vec<u32>,
}

impl<'a> Meeting<'a> {
    pub(super) fn new(network: &'a Network) -> Self {
        let side = || Side::new(network.len());
        Self { network, start: side(), goal: side(), inner: Vec::new() }
    }

    /// The inner places of one of the shortest paths between two different places, each path as
    /// likely; empty too if there is no path.
    pub(super) fn draw_path(&mut self, from: u32, to: u32, random: &mut SplitMix64) -> &[u32] {
        let (forward, backward) = (self.network.forward(), self.network.backward());
        self.inner.clear();
        self.start.begin(from, forward);
        self.goal.begin(to, backward);
        while !self.start.frontier.is_empty() && !self.goal.frontier.is_empty() {
            let met = if self.start.cost <= self.goal.cost {
                self.start.widen(forward, &self.goal)
            } else {
                self.goal.widen(backward, &self.start)
            };
            if met {
                self.join(random);
                break;
            }
        }
        &self.inner
    }

    /// Draws where the path crosses the last level that was reached, then its two halves. The walks
    /// share no node before they meet, so those that they share now are that level's.
    fn join(&mut self, random: &mut SplitMix64) {
        let (start, goal) = (&self.start, &self.goal);
        let newest = if start.met_here { start } else { goal };
        let shared = newest.order[newest.frontier.clone()].iter().copied().filter(|place| {
            start.levels[*place as usize] != UNSEEN && goal.levels[*place as usize] != UNSEEN
        });
        let weight = |place: u32| start.paths[place as usize] * goal.paths[place as usize];
        if let Some(middle) = draw(shared, weight, random) {
            start.trail(self.network.backward(), middle, random, &mut self.inner);
            goal.trail(self.network.forward(), middle, random, &mut self.inner);
            if start.levels[middle as usize] > 0 && goal.levels[middle as usize] > 0 {
                self.inner.push(middle);
            }
        }
    }
}

/// One of two walks.
struct Side {
    levels: Vec<u32>,
    /// The number of shortest paths from the origin.
    paths: Vec<f64>,
    order: Vec<u32>,
    /// Where the outermost level stands in the order, its number, and its links.
    frontier: Range<usize>,
    level: u32,
    cost: usize,
    /// Whether the outermost level has places that the other walk knows.
    met_here: bool,
}

impl Side {
    fn new(count: usize) -> Self {
        Self {
            levels: vec![UNSEEN; count],
            paths: vec![0.0; count],
            order: Vec::new(),
            frontier: 0..0,
            level: 0,
            cost: 0,
            met_here: false,
        }
    }

    fn begin(&mut self, origin: u32, links: &Links) {
        for place in self.order.drain(..) {
            self.levels[place as usize] = UNSEEN;
        }
        self.order.push(origin);
        self.levels[origin as usize] = 0;
        self.paths[origin as usize] = 1.0;
        (self.frontier, self.level, self.met_here) = (0..1, 0, false);
        self.cost = links.degree(origin);
    }

    /// Goes one level further, all of it; answers whether the other walk knows some of it.
    fn widen(&mut self, links: &Links, other: &Self) -> bool {
        self.level += 1;
        self.cost = 0;
        for at in self.frontier.clone() {
            let place = self.order[at];
            let paths = self.paths[place as usize];
            for &to in links.of(place) {
                let to_level = &mut self.levels[to as usize];
                if *to_level == UNSEEN {
                    *to_level = self.level;
                    self.paths[to as usize] = paths;
                    self.order.push(to);
                    self.cost += links.degree(to);
                    self.met_here |= other.levels[to as usize] != UNSEEN;
                } else if *to_level == self.level {
                    self.paths[to as usize] += paths;
                }
            }
        }
        self.frontier = self.frontier.end..self.order.len();
        self.met_here
    }

    /// Adds the inner places of a random way back from `middle`; `links` lead back.
    fn trail(&self, links: &Links, middle: u32, random: &mut SplitMix64, inner: &mut Vec<u32>) {
        let mut place = middle;
        while self.levels[place as usize] > 1 {
            let level = self.levels[place as usize] - 1;
            let nearer = links.of(place).iter().copied();
            let nearer = nearer.filter(|next| self.levels[*next as usize] == level);
            match draw(nearer, |next| self.paths[next as usize], random) {
                Some(next) => place = next,
                None => return,
            }
            inner.push(place);
        }
    }
}

/// One of the places, as likely as its weight says.
fn draw(
    places: impl Iterator<Item = u32> + Clone,
    weight: impl Fn(u32) -> f64,
    random: &mut SplitMix64,
) -> Option<u32> {
    let total: f64 = places.clone().map(&weight).sum();
    let mut left = random.fraction() * total;
    let mut chosen = None;
    for place in places {
        chosen = Some(place);
        left -= weight(place);
        if left < 0.0 {
            break;
        }
    }
    chosen
}
