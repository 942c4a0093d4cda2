//! Where somebody wants to get, and what may be used on the way.

use crate::graph::index::index;
use crate::graph::{Admission, Direction, Graph, Neighbor};

use super::{Path, reversed};

/// A question for ways from one node to any of several. A way ends at the first goal that it comes
/// to, so no goal lies in the middle of one; it passes no node twice, and of parallel edges it takes
/// the best.
#[derive(Debug)]
pub struct Journey<'a, E, N> {
    /// The graph to walk in.
    pub graph: &'a Graph,
    /// What of it may be used.
    pub admission: &'a Admission<E, N>,
    /// Which way edges may be followed.
    pub direction: Direction,
    /// Where every way begins.
    pub from: u32,
    /// Where a way may end; goals that are not admitted are never reached.
    pub goals: &'a [u32],
}

impl<E: Fn(u32) -> bool, N: Fn(u32) -> bool> Journey<'_, E, N> {
    /// Whether each node is an admitted goal.
    pub(super) fn goal_flags(&self) -> Vec<bool> {
        let mut flags = vec![false; self.graph.node_count() as usize];
        for &goal in self.goals.iter().filter(|goal| self.admission.enters(self.graph, **goal)) {
            flags[goal as usize] = true;
        }
        flags
    }

    /// The steps onwards from a node.
    pub(super) fn onwards(&self, node: u32) -> impl Iterator<Item = Neighbor> + '_ {
        self.admission.neighbors(self.graph, node, self.direction)
    }

    /// The steps by which a node may be come to, each with where it comes from.
    pub(super) fn back(&self, node: u32) -> impl Iterator<Item = Neighbor> + '_ {
        self.admission.neighbors(self.graph, node, reversed(self.direction))
    }
}

/// Something known of some nodes, forgotten for all at once.
pub(super) struct Marks<T> {
    known: Vec<(u32, T)>,
    round: u32,
}

impl<T: Copy + Default> Marks<T> {
    pub(super) fn new(count: u32) -> Self {
        Self { known: vec![(0, T::default()); count as usize], round: 1 }
    }

    pub(super) fn get(&self, node: u32) -> Option<T> {
        let (round, value) = self.known[node as usize];
        (round == self.round).then_some(value)
    }

    pub(super) fn set(&mut self, node: u32, value: T) {
        self.known[node as usize] = (self.round, value);
    }

    pub(super) fn forget(&mut self) {
        self.round = self.round.checked_add(1).unwrap_or_else(|| {
            self.known.iter_mut().for_each(|known| known.0 = 0);
            1
        });
    }
}

/// A place where ways that were found already are left for a new one.
pub(super) struct Detour<'a> {
    /// The way so far, up to the node where the new one leaves; the nodes before it are not passed
    /// again.
    pub(super) root: &'a Path,
    /// Where the new way may not go next.
    pub(super) avoided: &'a [u32],
}

impl Detour<'_> {
    /// The node where the new way leaves.
    pub(super) fn node(&self) -> u32 {
        self.root.nodes.last().copied().unwrap_or(u32::MAX)
    }

    /// Whether the new way may take a step between two nodes.
    pub(super) fn allows(&self, from: u32, to: u32) -> bool {
        let avoided = from == self.node() && self.avoided.contains(&to);
        !avoided && !self.root.nodes.contains(&to)
    }

    /// The root continued by a tail that begins where it ends.
    pub(super) fn continued(&self, tail: &Path) -> Path {
        let mut path = self.root.clone();
        path.nodes.extend(tail.nodes.iter().skip(1));
        path.edges.extend(&tail.edges);
        path
    }
}

impl Path {
    /// The first `steps` steps of this path.
    pub(super) fn beginning(&self, steps: usize) -> Self {
        Self { nodes: self.nodes[..=steps].to_vec(), edges: self.edges[..steps].to_vec() }
    }

    /// The number of steps.
    pub(super) fn steps(&self) -> u32 {
        index(self.edges.len())
    }
}
