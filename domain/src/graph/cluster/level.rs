//! A network at one level of merging: its nodes are single nodes or whole parts of clusters.

use std::ops::Range;

use crate::graph::index::index;
use crate::graph::network::Network;

/// Nodes 0..n of a partition, each in one of `count` groups 0..count.
pub(super) struct Partition {
    pub(super) of: Vec<u32>,
    pub(super) count: usize,
}

impl Partition {
    /// For each group the value that its members have in `values`; all of them have the same.
    pub(super) fn members_first(&self, len: usize, values: &[u32]) -> Vec<u32> {
        let mut first = vec![0; self.count];
        for node in 0..len {
            first[self.of[node] as usize] = values[node];
        }
        first
    }
}

/// Weighted links between nodes, without those of a node to itself, which move with it anyway.
pub(super) struct Level {
    starts: Vec<u32>,
    targets: Vec<u32>,
    weights: Vec<f64>,
    /// The summed weight of the edge ends at each node, those of its inner edges included.
    pub(super) strengths: Vec<f64>,
    /// The sum of all strengths: twice the weight of all edges.
    pub(super) total: f64,
}

impl Level {
    pub(super) fn of_network(network: &Network) -> Self {
        let links = network.forward();
        let count = network.node_count();
        let mut starts = Vec::with_capacity(network.len() + 1);
        starts.push(0);
        let mut targets = Vec::with_capacity(links.len());
        for place in 0..count {
            targets.extend_from_slice(links.of(place));
            starts.push(index(targets.len()));
        }
        let weights = links.weights().map_or_else(|| vec![1.0; targets.len()], <[f64]>::to_vec);
        // A loop has both its ends at the node.
        let strengths: Vec<f64> = (0..count)
            .zip(network.loops())
            .map(|(place, looped)| links.weight_of(place) + 2.0 * looped)
            .collect();
        let total = strengths.iter().sum();
        Self { starts, targets, weights, strengths, total }
    }

    pub(super) fn len(&self) -> usize {
        self.strengths.len()
    }

    /// The neighbors of a node, each with the weight that joins them.
    pub(super) fn links(&self, node: u32) -> impl Iterator<Item = (u32, f64)> + Clone + '_ {
        let range = self.range(node);
        let weights = &self.weights[range.clone()];
        self.targets[range].iter().copied().zip(weights.iter().copied())
    }

    fn range(&self, node: u32) -> Range<usize> {
        let node = node as usize;
        self.starts[node] as usize..self.starts[node + 1] as usize
    }

    /// The level whose nodes are the groups of this one's.
    pub(super) fn merged(&self, groups: &Partition) -> Self {
        let members = Members::new(groups);
        let mut merged = Self {
            starts: vec![0],
            targets: Vec::new(),
            weights: Vec::new(),
            strengths: vec![0.0; groups.count],
            total: self.total,
        };
        let mut toward = Toward::new(groups.count);
        for group in 0..index(groups.count) {
            for &node in members.of(group) {
                merged.strengths[group as usize] += self.strengths[node as usize];
                for (to, weight) in self.links(node) {
                    toward.add(groups.of[to as usize], weight);
                }
            }
            for (to, weight) in toward.drain().filter(|(to, _)| *to != group) {
                merged.targets.push(to);
                merged.weights.push(weight);
            }
            merged.starts.push(index(merged.targets.len()));
        }
        merged
    }

    /// What modularity is made of, for comparing partitions of this level: the share of edge ends
    /// within groups less what chance would give. Links of a node to itself are missing from it,
    /// the same for every partition.
    pub(super) fn quality(&self, of: &[u32], resolution: f64) -> f64 {
        let mut strengths = vec![0.0; self.len()];
        let mut inside = 0.0;
        for node in 0..index(self.len()) {
            let group = of[node as usize];
            strengths[group as usize] += self.strengths[node as usize];
            let links = self.links(node).filter(|(to, _)| of[*to as usize] == group);
            inside += links.map(|(_, weight)| weight).sum::<f64>();
        }
        let chance: f64 = strengths.iter().map(|strength| strength * strength).sum();
        if self.total > 0.0 {
            inside / self.total - resolution * chance / (self.total * self.total)
        } else {
            0.0
        }
    }
}

/// The nodes of each group, in order.
pub(super) struct Members {
    starts: Vec<usize>,
    nodes: Vec<u32>,
}

impl Members {
    pub(super) fn new(groups: &Partition) -> Self {
        let mut starts = vec![0; groups.count + 1];
        for group in &groups.of {
            starts[*group as usize + 1] += 1;
        }
        for group in 0..groups.count {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut nodes = vec![0; groups.of.len()];
        for (node, &group) in (0..).zip(&groups.of) {
            nodes[next[group as usize]] = node;
            next[group as usize] += 1;
        }
        Self { starts, nodes }
    }

    pub(super) fn of(&self, group: u32) -> &[u32] {
        &self.nodes[self.range(group)]
    }

    pub(super) fn of_mut(&mut self, group: u32) -> &mut [u32] {
        let range = self.range(group);
        &mut self.nodes[range]
    }

    fn range(&self, group: u32) -> Range<usize> {
        self.starts[group as usize]..self.starts[group as usize + 1]
    }
}

/// Sums weights by group, cheap to empty: only the groups touched are visited.
pub(super) struct Toward {
    sums: Vec<f64>,
    touched: Vec<u32>,
}

impl Toward {
    pub(super) fn new(count: usize) -> Self {
        Self { sums: vec![0.0; count], touched: Vec::new() }
    }

    pub(super) fn add(&mut self, group: u32, weight: f64) {
        let sum = &mut self.sums[group as usize];
        // Weights are positive, so a sum of 0 has not been touched.
        if *sum == 0.0 {
            self.touched.push(group);
        }
        *sum += weight;
    }

    pub(super) fn to(&self, group: u32) -> f64 {
        self.sums[group as usize]
    }

    /// The groups touched with their sums, in the order they were touched; all sums are 0 after.
    pub(super) fn drain(&mut self) -> impl Iterator<Item = (u32, f64)> + '_ {
        let sums = &mut self.sums;
        self.touched
            .drain(..)
            .map(|group| (group, std::mem::replace(&mut sums[group as usize], 0.0)))
    }
}
