//! What falls when some nodes leave: the edges that end outright, those whose money or way then
//! fails, and who is hit by it, step by step.

use std::collections::{BTreeMap, BTreeSet};

use super::{Direction, Graph};

mod split;
pub use split::{Split, split};

/// How much of a leaving node's edges ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those that carry money.
    Money,
    /// All of them.
    Everything,
}

impl Extent {
    fn ends(self, tie: Tie) -> bool {
        self == Self::Everything || tie.carries == Carries::Money
    }
}

/// What an edge carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// Money, from its start to its end.
    Money,
    /// Anything else.
    Other,
}

/// Whether an edge is there or only hoped for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is there: when it falls, somebody is hit.
    Counts,
    /// It may fall, but nobody can lose what they do not have.
    Hope,
}

/// What has to be known of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// What it carries.
    pub carries: Carries,
    /// Whether it is there.
    pub standing: Standing,
    /// The node that it goes through, beside its ends.
    pub via: Option<u32>,
}

/// What falls. The order of an edge that ends with its node is 1; one that depends on what fell at
/// an order falls at the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fall {
    /// The edges that fall, with their order; above 1 they are at risk, not lost.
    pub edges: BTreeMap<u32, u32>,
    /// The nodes that are hit, those who leave excepted, with the least order that hits them.
    pub nodes: BTreeMap<u32, u32>,
}

/// What falls when the chosen nodes leave. Edges without a tie are not there at all. Money that
/// fails weakens whoever received it, and puts at risk what they pay and what is paid through
/// them; the one through whom a lost edge went is hit, but not weakened by it.
pub fn fall<T>(graph: &Graph, tie: T, chosen: &[u32], extent: Extent) -> Fall
where
    T: Fn(u32) -> Option<Tie>,
{
    let chosen = chosen.iter().copied().filter(|node| graph.contains(*node)).collect();
    let mut walk = Walk {
        graph,
        through: through(graph, &tie),
        tie,
        chosen,
        fall: Fall::default(),
        weak: BTreeSet::new(),
        next: Vec::new(),
    };
    walk.leave(extent);
    let mut order = 1;
    loop {
        order += 1;
        let weak = std::mem::take(&mut walk.next);
        if order == 2 {
            walk.leave_through(extent);
        }
        weak.into_iter().for_each(|node| walk.weaken(node, order));
        if walk.next.is_empty() {
            return walk.fall;
        }
    }
}

/// Which edges go through each node.
fn through(graph: &Graph, tie: impl Fn(u32) -> Option<Tie>) -> BTreeMap<u32, Vec<u32>> {
    let mut through: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for edge in 0..graph.edge_count() {
        if let Some(via) = tie(edge).and_then(|tie| tie.via) {
            through.entry(via).or_default().push(edge);
        }
    }
    through
}

struct Walk<'a, T> {
    graph: &'a Graph,
    tie: T,
    through: BTreeMap<u32, Vec<u32>>,
    chosen: BTreeSet<u32>,
    fall: Fall,
    /// Those who received money that falls.
    weak: BTreeSet<u32>,
    /// Those of them whose own payments have not been looked at.
    next: Vec<u32>,
}

impl<T: Fn(u32) -> Option<Tie>> Walk<'_, T> {
    /// Ends what the chosen have themselves.
    fn leave(&mut self, extent: Extent) {
        for node in self.chosen.clone() {
            for step in self.graph.neighbors(node, Direction::Either) {
                self.drop(step.edge, 1, |tie| extent.ends(tie));
            }
        }
    }

    /// Puts at risk what others have through the chosen.
    fn leave_through(&mut self, extent: Extent) {
        for node in self.chosen.clone() {
            for edge in self.through.get(&node).cloned().unwrap_or_default() {
                self.drop(edge, 2, |tie| extent.ends(tie));
            }
        }
    }

    /// Puts at risk what somebody pays who is paid less, and what is paid through them.
    fn weaken(&mut self, node: u32, order: u32) {
        let paid = self.graph.outgoing(node).map(|step| step.edge);
        let through = self.through.get(&node).into_iter().flatten().copied();
        for edge in paid.chain(through).collect::<Vec<_>>() {
            self.drop(edge, order, |tie| Extent::Money.ends(tie));
        }
    }

    fn drop(&mut self, edge: u32, order: u32, falls: impl Fn(Tie) -> bool) {
        let Some((tie, ends)) = (self.tie)(edge).zip(self.graph.edge(edge)) else {
            return;
        };
        if !falls(tie) || self.fall.edges.contains_key(&edge) {
            return;
        }
        self.fall.edges.insert(edge, order);
        if tie.standing == Standing::Hope {
            return;
        }
        // What ends is lost to both its ends; what is at risk, to the one it leads to.
        if order == 1 {
            self.hit(ends.from, order);
        }
        self.hit(ends.to, order);
        tie.via.into_iter().for_each(|via| self.hit(via, order + 1));
        let weakens = tie.carries == Carries::Money && !self.chosen.contains(&ends.to);
        if weakens && self.weak.insert(ends.to) {
            self.next.push(ends.to);
        }
    }

    fn hit(&mut self, node: u32, order: u32) {
        if !self.chosen.contains(&node) {
            let known = self.fall.nodes.entry(node).or_insert(order);
            *known = order.min(*known);
        }
    }
}

#[cfg(test)]
mod tests;
