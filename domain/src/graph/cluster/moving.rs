//! Moving single nodes to the cluster where they gain most, until none gains by moving.

use std::collections::VecDeque;

use crate::graph::GraphError;
use crate::graph::index::index;
use crate::graph::random::SplitMix64;

use super::level::{Level, Partition, Toward};

/// Gains below this part of all weight are rounding: obeying them might never end.
const LEAST_GAIN: f64 = 1e-13;

/// How many nodes are visited between two questions whether to go on.
const ASK_EVERY: u32 = 16_384;

/// The clusters that nodes move between.
pub(super) struct Groups {
    of: Vec<u32>,
    strengths: Vec<f64>,
    sizes: Vec<u32>,
    /// The numbers of clusters that nobody is in.
    empty: Vec<u32>,
}

impl Groups {
    /// Numbers of clusters are below the number of nodes.
    pub(super) fn new(level: &Level, of: Vec<u32>) -> Self {
        let mut strengths = vec![0.0; level.len()];
        let mut sizes = vec![0; level.len()];
        for (node, &group) in of.iter().enumerate() {
            strengths[group as usize] += level.strengths[node];
            sizes[group as usize] += 1;
        }
        let empty = (0..index(sizes.len())).rev().filter(|g| sizes[*g as usize] == 0).collect();
        Self { of, strengths, sizes, empty }
    }

    /// The clusters as they stand, numbered without gaps.
    pub(super) fn numbered(&self) -> Partition {
        let mut count = 0;
        let numbers: Vec<u32> = self
            .sizes
            .iter()
            .map(|&size| {
                let number = count;
                count += u32::from(size > 0);
                number
            })
            .collect();
        let of = self.of.iter().map(|group| numbers[*group as usize]).collect();
        Partition { of, count: count as usize }
    }

    fn leave(&mut self, group: u32, strength: f64) {
        self.strengths[group as usize] -= strength;
        self.sizes[group as usize] -= 1;
        if self.sizes[group as usize] == 0 {
            self.strengths[group as usize] = 0.0;
            self.empty.push(group);
        }
    }

    fn join(&mut self, node: u32, group: u32, strength: f64) {
        self.empty.pop_if(|empty| *empty == group);
        self.of[node as usize] = group;
        self.strengths[group as usize] += strength;
        self.sizes[group as usize] += 1;
    }
}

/// Visits nodes from a queue: those whose neighbors moved come again.
pub(super) struct Mover<'a> {
    level: &'a Level,
    resolution: f64,
    toward: Toward,
    queue: VecDeque<u32>,
    waiting: Vec<bool>,
}

impl<'a> Mover<'a> {
    pub(super) fn new(level: &'a Level, resolution: f64) -> Self {
        Self {
            level,
            resolution,
            toward: Toward::new(level.len()),
            queue: VecDeque::with_capacity(level.len()),
            waiting: vec![true; level.len()],
        }
    }

    /// Moves nodes, first visited in random order, until none gains by moving.
    pub(super) fn settle(
        mut self,
        groups: &mut Groups,
        random: &mut SplitMix64,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<(), GraphError> {
        let mut order: Vec<u32> = (0..index(self.level.len())).collect();
        random.shuffle(&mut order);
        self.queue.extend(order);
        let mut visited = 0_u32;
        while let Some(node) = self.queue.pop_front() {
            if visited.is_multiple_of(ASK_EVERY) && !go_on() {
                return Err(GraphError::Stopped);
            }
            visited = visited.wrapping_add(1);
            self.waiting[node as usize] = false;
            if let Some(group) = self.best_move(node, groups) {
                self.go(node, group, groups);
            }
        }
        Ok(())
    }

    /// The cluster where a node gains most, if that is another one.
    fn best_move(&mut self, node: u32, groups: &Groups) -> Option<u32> {
        for (to, weight) in self.level.links(node) {
            self.toward.add(groups.of[to as usize], weight);
        }
        let strength = self.level.strengths[node as usize];
        let pull = self.resolution * strength / self.level.total;
        let here = groups.of[node as usize];
        let own = groups.strengths[here as usize] - strength;
        let stays = self.toward.to(here) - pull * own;
        let mut best = (stays + LEAST_GAIN * self.level.total, None);
        for (group, weight) in self.toward.drain().filter(|(group, _)| *group != here) {
            let gain = weight - pull * groups.strengths[group as usize];
            if gain > best.0 {
                best = (gain, Some(group));
            }
        }
        // Alone it gains nothing and loses nothing.
        if best.0 < 0.0 && groups.sizes[here as usize] > 1 {
            best.1 = groups.empty.last().copied();
        }
        best.1
    }

    fn go(&mut self, node: u32, group: u32, groups: &mut Groups) {
        let strength = self.level.strengths[node as usize];
        groups.leave(groups.of[node as usize], strength);
        groups.join(node, group, strength);
        for (to, _) in self.level.links(node) {
            if groups.of[to as usize] != group && !self.waiting[to as usize] {
                self.waiting[to as usize] = true;
                self.queue.push_back(to);
            }
        }
    }
}
