//! Splitting clusters into parts that hold together, before the parts become nodes.

use crate::graph::index::index;
use crate::graph::random::SplitMix64;

use super::level::{Level, Members, Partition, Toward};

/// Merges nodes within each cluster, from every node alone, into parts that are well joined to the
/// rest of their cluster. Nodes come in random order; each joins the part where it gains most, and once it has company it
/// stays, so that every part hangs together. What merges nowhere stays alone.
pub(super) fn refine(
    level: &Level,
    clusters: &Partition,
    resolution: f64,
    random: &mut SplitMix64,
) -> Partition {
    let mut parts = Parts::new(level, clusters, resolution);
    let mut members = Members::new(clusters);
    for cluster in 0..index(clusters.count) {
        let nodes = members.of_mut(cluster);
        random.shuffle(nodes);
        let total = nodes.iter().map(|node| level.strengths[*node as usize]).sum();
        for &node in &*nodes {
            parts.place(node, total);
        }
    }
    parts.numbered()
}

struct Parts<'a> {
    level: &'a Level,
    clusters: &'a Partition,
    resolution: f64,
    toward: Toward,
    of: Vec<u32>,
    strengths: Vec<f64>,
    /// The weight between each part and the rest of its cluster.
    outward: Vec<f64>,
    alone: Vec<bool>,
}

impl<'a> Parts<'a> {
    fn new(level: &'a Level, clusters: &'a Partition, resolution: f64) -> Self {
        let outward = (0..index(level.len()))
            .map(|node| {
                let cluster = clusters.of[node as usize];
                let mates =
                    level.links(node).filter(|(to, _)| clusters.of[*to as usize] == cluster);
                mates.map(|(_, weight)| weight).sum()
            })
            .collect();
        Self {
            level,
            clusters,
            resolution,
            toward: Toward::new(level.len()),
            of: (0..index(level.len())).collect(),
            strengths: level.strengths.clone(),
            outward,
            alone: vec![true; level.len()],
        }
    }

    /// Lets a node that is still alone join the best part; `total` is its cluster's strength.
    fn place(&mut self, node: u32, total: f64) {
        if !self.alone[node as usize] || !self.holds(node, total) {
            return;
        }
        let cluster = self.clusters.of[node as usize];
        for (to, weight) in self.level.links(node) {
            if self.clusters.of[to as usize] == cluster {
                self.toward.add(self.of[to as usize], weight);
            }
        }
        let pull = self.resolution * self.level.strengths[node as usize] / self.level.total;
        let mut best = (0.0, None);
        let mut toward = std::mem::replace(&mut self.toward, Toward::new(0));
        for (part, weight) in toward.drain() {
            let gain = weight - pull * self.strengths[part as usize];
            if gain > best.0 && self.holds(part, total) {
                best = (gain, Some((part, weight)));
            }
        }
        self.toward = toward;
        if let Some((part, weight)) = best.1 {
            self.join(node, part, weight);
        }
    }

    /// Whether a part is joined to the rest of its cluster at least as well as chance would do.
    fn holds(&self, part: u32, total: f64) -> bool {
        let strength = self.strengths[part as usize];
        let chance = self.resolution * strength * (total - strength) / self.level.total;
        self.outward[part as usize] >= chance
    }

    fn join(&mut self, node: u32, part: u32, weight: f64) {
        self.outward[part as usize] += self.outward[node as usize] - 2.0 * weight;
        self.strengths[part as usize] += self.level.strengths[node as usize];
        self.alone[node as usize] = false;
        // A part is named after its first node, which has company now.
        self.alone[part as usize] = false;
        self.of[node as usize] = part;
    }

    fn numbered(&self) -> Partition {
        let mut numbers = vec![u32::MAX; self.of.len()];
        let mut count = 0;
        let number = |part: &u32| {
            let number = &mut numbers[*part as usize];
            if *number == u32::MAX {
                *number = count;
                count += 1;
            }
            *number
        };
        let of = self.of.iter().map(number).collect();
        Partition { of, count: count as usize }
    }
}
