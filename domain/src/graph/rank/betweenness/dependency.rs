//! How much the shortest paths from one node depend on each other node.

use std::ops::Range;

use crate::graph::network::{Links, Network};

/// The level of a place that the walk has not come to.
const UNSEEN: u32 = u32::MAX;

/// Adds up dependencies (Brandes 2001) over the sources it is given.
///
/// Paths are counted level by level, and dependencies flow back level by level from successors, so
/// that no lists of predecessors are kept. Between two neighboring levels the same links can be
/// walked from either: always from the one with fewer, which passes over the bulk of the links at
/// the one level that holds most of a network.
pub(super) struct Dependencies<'a> {
    network: &'a Network,
    /// The dependencies on each place so far, over ordered pairs.
    pub(super) through: Vec<f64>,
    levels: Vec<u32>,
    /// The number of shortest paths from the source.
    paths: Vec<f64>,
    /// (1 + dependency) / paths, ready for the level above.
    returns: Vec<f64>,
    order: Vec<u32>,
}

impl<'a> Dependencies<'a> {
    pub(super) fn new(network: &'a Network) -> Self {
        let count = network.len();
        Self {
            network,
            through: vec![0.0; count],
            levels: vec![UNSEEN; count],
            paths: vec![0.0; count],
            returns: vec![0.0; count],
            order: Vec::with_capacity(count),
        }
    }

    /// Adds what the shortest paths that begin at `source` depend on.
    pub(super) fn add_from(&mut self, source: u32) {
        let levels = self.count_paths(source);
        for (number, pair) in levels.windows(2).enumerate().skip(1).rev() {
            self.return_to(number, pair[0].clone(), pair[1].clone());
        }
        for place in self.order.drain(..) {
            self.levels[place as usize] = UNSEEN;
        }
    }

    /// Walks out from the source; answers where in the order each level stands.
    fn count_paths(&mut self, source: u32) -> Vec<Range<usize>> {
        self.meet(source, 0, 1.0);
        let mut levels = Vec::new();
        let mut level = 0..1;
        let mut unseen = self.network.forward().len() - self.network.forward().degree(source);
        let mut next = 0;
        while !level.is_empty() {
            next += 1;
            if self.links_of(self.network.forward(), &level) <= unseen {
                self.push_paths(level.clone(), next);
            } else {
                self.pull_paths(next);
            }
            levels.push(level.clone());
            level = level.end..self.order.len();
            unseen -= self.links_of(self.network.backward(), &level).min(unseen);
        }
        levels
    }

    fn meet(&mut self, place: u32, level: u32, paths: f64) {
        self.levels[place as usize] = level;
        self.paths[place as usize] = paths;
        self.returns[place as usize] = 0.0;
        self.order.push(place);
    }

    fn links_of(&self, links: &Links, level: &Range<usize>) -> usize {
        self.order[level.clone()].iter().map(|place| links.degree(*place)).sum()
    }

    /// Finds the next level and its paths from the level before it.
    fn push_paths(&mut self, level: Range<usize>, next: u32) {
        for at in level {
            let place = self.order[at];
            let paths = self.paths[place as usize];
            for &to in self.network.forward().of(place) {
                match self.levels[to as usize] {
                    UNSEEN => self.meet(to, next, paths),
                    level if level == next => self.paths[to as usize] += paths,
                    _ => {}
                }
            }
        }
    }

    /// Finds the next level and its paths from the places not seen yet.
    fn pull_paths(&mut self, next: u32) {
        for place in 0..self.network.node_count() {
            if self.levels[place as usize] != UNSEEN {
                continue;
            }
            let mut paths = 0.0;
            for &from in self.network.backward().of(place) {
                if self.levels[from as usize] == next - 1 {
                    paths += self.paths[from as usize];
                }
            }
            if paths > 0.0 {
                self.meet(place, next, paths);
            }
        }
    }

    /// Takes dependencies from the level below to this one.
    fn return_to(&mut self, number: usize, level: Range<usize>, below: Range<usize>) {
        let (forward, backward) = (self.network.forward(), self.network.backward());
        for &place in &self.order[below.clone()] {
            let place = place as usize;
            self.returns[place] = (1.0 + self.returns[place]) / self.paths[place];
        }
        if self.links_of(forward, &level) <= self.links_of(backward, &below) {
            for &place in &self.order[level.clone()] {
                let mut sum = 0.0;
                for &to in forward.of(place) {
                    if self.levels[to as usize] as usize == number + 1 {
                        sum += self.returns[to as usize];
                    }
                }
                self.returns[place as usize] = sum;
            }
        } else {
            for &place in &self.order[below] {
                let given = self.returns[place as usize];
                for &to in backward.of(place) {
                    if self.levels[to as usize] as usize == number {
                        self.returns[to as usize] += given;
                    }
                }
            }
        }
        for &place in &self.order[level] {
            let place = place as usize;
            self.returns[place] *= self.paths[place];
            self.through[place] += self.returns[place];
        }
    }
}
