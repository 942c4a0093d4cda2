//! What breaks apart when some nodes and edges are lost.

use std::cmp::Reverse;

use crate::graph::component::{Components, components};
use crate::graph::index::index;
use crate::graph::{Admission, Graph};

/// The components of a graph with and without what was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakup {
    /// The components with everything that is admitted.
    pub before: Components,
    /// The components of what is left.
    pub after: Components,
    /// The former components that fell into several pieces, by number.
    pub splits: Vec<Split>,
}

/// One former component that no longer hangs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Its number in [`Breakup::before`].
    pub component: u32,
    /// The numbers in [`Breakup::after`] of what it fell into: largest first, then by smallest
    /// node.
    pub pieces: Vec<u32>,
}

impl Breakup {
    /// The nodes that are left but no longer hang together with the largest piece of what their
    /// component was, by index. Where pieces are equally large, the one with the smallest node is
    /// taken to stay.
    pub fn cut_off(&self) -> Vec<u32> {
        let mut stays = vec![true; self.after.sizes().len()];
        for piece in self.splits.iter().filter_map(|split| split.pieces.get(1..)).flatten() {
            stays[*piece as usize] = false;
        }
        let left = |node| self.after.of(node).is_some_and(|piece| !stays[piece as usize]);
        (0..self.before.node_count()).filter(|&node| left(node)).collect()
    }
}

/// Compares the components of what is admitted with those that remain without the lost nodes and
/// edges.
pub fn breakup<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    lost: &Admission<impl Fn(u32) -> bool, impl Fn(u32) -> bool>,
) -> Breakup
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let before = components(graph, admission);
    let rest = Admission {
        edge: |edge| (admission.edge)(edge) && !(lost.edge)(edge),
        node: |node| (admission.node)(node) && !(lost.node)(node),
    };
    let after = components(graph, &rest);
    let mut pieces = vec![Vec::new(); before.sizes().len()];
    let mut known = vec![false; after.sizes().len()];
    for node in 0..graph.node_count() {
        if let Some((former, piece)) = before.of(node).zip(after.of(node))
            && !std::mem::replace(&mut known[piece as usize], true)
        {
            pieces[former as usize].push(piece);
        }
    }
    let mut splits = Vec::new();
    for (component, mut pieces) in pieces.into_iter().enumerate().filter(|(_, all)| all.len() > 1) {
        pieces.sort_by_key(|piece| Reverse(after.sizes()[*piece as usize]));
        splits.push(Split { component: index(component), pieces });
    }
    Breakup { before, after, splits }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of};

    fn check(lost_nodes: &[u32], lost_edges: &[u32], splits: &[(u32, &[u32])], cut_off: &[u32]) {
        let graph = graph_of(8, &[(0, 1), (1, 2), (2, 3), (3, 4), (6, 5), (6, 7), (5, 7)]);
        let lost = Admission {
            edge: |edge| lost_edges.contains(&edge),
            node: |node| lost_nodes.contains(&node),
        };
        let found = breakup(&graph, &everything(), &lost);
        let told: Vec<_> =
            found.splits.iter().map(|split| (split.component, split.pieces.as_slice())).collect();
        assert_eq!((told.as_slice(), found.cut_off().as_slice()), (splits, cut_off));
    }

    #[test]
    fn the_pieces_of_each_former_component_are_told_largest_first() {
        check(&[], &[], &[], &[]);
        check(&[2], &[], &[(0, &[0, 1])], &[3, 4]);
        check(&[1], &[], &[(0, &[1, 0])], &[0]);
        check(&[6, 2], &[3], &[(0, &[0, 1, 2])], &[3, 4]);
        check(&[6], &[6], &[(1, &[1, 2])], &[7]);
        check(&[0, 5, 6, 7], &[], &[], &[]);
    }

    proptest! {
        /// Losing nothing breaks nothing, and what is cut off is what lost its way to some node of
        /// the largest piece, whatever is lost.
        #[test]
        fn what_is_cut_off_is_what_is_left_elsewhere(
            (nodes, ends) in any_edges(10, 14),
            lost_nodes in any::<u32>(),
            lost_edges in any::<u32>(),
        ) {
            let graph = graph_of(nodes, &ends);
            let nothing = Admission { edge: |_| false, node: |_| false };
            let unbroken = breakup(&graph, &everything(), &nothing);
            prop_assert!(unbroken.splits.is_empty() && unbroken.before == unbroken.after);
            let takes = |mask: u32, index: u32| mask & (mask >> 7) & (1 << index) != 0;
            let lost = Admission {
                edge: |edge| takes(lost_edges, edge),
                node: |node| takes(lost_nodes, node),
            };
            let found = breakup(&graph, &everything(), &lost);
            let cut_off = found.cut_off();
            for node in (0..nodes).filter(|&node| !takes(lost_nodes, node)) {
                let mates = |other: &u32| found.before.of(*other) == found.before.of(node);
                let left = (0..nodes).filter(mates).filter_map(|other| found.after.of(other));
                let largest = left.max_by_key(|piece| {
                    (found.after.sizes()[*piece as usize], Reverse(*piece))
                });
                prop_assert_eq!(cut_off.contains(&node), found.after.of(node) != largest);
            }
        }
    }
}
