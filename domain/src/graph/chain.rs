//! The ways along which something reaches a node, followed against their direction: who pays whom
//! who pays the target.

use std::collections::VecDeque;

use super::{Admission, Graph};

/// How far to follow, and how many ways to bring back.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most edges of one way.
    pub longest: usize,
    /// The most ways.
    pub most: usize,
}

/// The ways found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// The edges of each way in the order of walking, the last one entering the target; the
    /// shortest ways first, equal ones by their edges from the target on.
    pub chains: Vec<Vec<u32>>,
    /// Whether there are more.
    pub cut: bool,
}

/// Every way along admitted edges to `target` that visits no node twice, and every end of such a
/// way: a payer who is paid by others stands on a way of its own and on theirs.
pub fn chains<E, N>(
    graph: &Graph,
    admission: &Admission<E, N>,
    target: u32,
    bounds: Bounds,
) -> Chains
where
    E: Fn(u32) -> bool,
    N: Fn(u32) -> bool,
{
    let mut found = Chains::default();
    if !admission.enters(graph, target) {
        return found;
    }
    // Each way with the nodes that it visits, both from the target on.
    let mut waiting = VecDeque::from([(vec![target], Vec::new())]);
    while let Some((nodes, edges)) = waiting.pop_front() {
        let Some(&start) = nodes.last() else { continue };
        if edges.len() == bounds.longest {
            continue;
        }
        for step in graph.incoming(start) {
            let admitted = (admission.edge)(step.edge) && (admission.node)(step.node);
            if !admitted || nodes.contains(&step.node) {
                continue;
            }
            if found.chains.len() == bounds.most {
                found.cut = true;
                return found;
            }
            let mut longer: Vec<u32> = edges.clone();
            longer.push(step.edge);
            found.chains.push(longer.iter().rev().copied().collect());
            let visited = nodes.iter().copied().chain([step.node]).collect();
            waiting.push_back((visited, longer));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::graph::admission::everything;
    use crate::graph::sample::{any_edges, graph_of};

    const WIDE: Bounds = Bounds { longest: 3, most: 10_000 };

    #[test]
    fn ways_come_shortest_first_and_visit_nobody_twice() {
        let graph = graph_of(4, &[(1, 0), (2, 1), (3, 0), (0, 2), (2, 1)]);
        let found = chains(&graph, &everything(), 0, WIDE);
        let expected: [&[u32]; 4] = [&[0], &[2], &[1, 0], &[4, 0]];
        assert_eq!((found.chains, found.cut), (expected.map(<[u32]>::to_vec).to_vec(), false));
        let cut = chains(&graph, &everything(), 0, Bounds { most: 2, ..WIDE });
        assert_eq!((cut.chains.len(), cut.cut), (2, true));
        let hidden = Admission { edge: |_| true, node: |node| node != 1 };
        assert_eq!(chains(&graph, &hidden, 0, WIDE).chains, [[2]]);
        assert_eq!(chains(&graph, &hidden, 1, WIDE), Chains::default());
        assert_eq!(chains(&graph, &everything(), 9, WIDE), Chains::default());
    }

    proptest! {
        /// The ways are all sequences of one to three edges that join up and visit nobody twice.
        #[test]
        fn ways_agree_with_brute_force((nodes, ends) in any_edges(5, 8)) {
            let graph = graph_of(nodes, &ends);
            let found = chains(&graph, &everything(), 0, WIDE);
            let edges: Vec<u32> = (0..).take(ends.len()).collect();
            let mut all: Vec<Vec<u32>> = vec![Vec::new()];
            let mut right = BTreeSet::new();
            for _ in 0..3 {
                let longer = |way: &Vec<u32>| {
                    edges.iter().map(|edge| [&[*edge], way.as_slice()].concat()).collect::<Vec<_>>()
                };
                all = all.iter().flat_map(longer).collect();
                right.extend(all.iter().filter(|way| {
                    let at = |edge: &u32| ends[*edge as usize];
                    let starts = way.iter().map(|edge| at(edge).0);
                    let visited: BTreeSet<_> = starts.chain([0]).collect();
                    way.windows(2).all(|two| at(&two[0]).1 == at(&two[1]).0)
                        && way.last().is_some_and(|last| at(last).1 == 0)
                        && visited.len() == way.len() + 1
                }).cloned());
            }
            prop_assert_eq!(found.chains.len(), right.len());
            prop_assert_eq!(found.chains.into_iter().collect::<BTreeSet<_>>(), right);
        }
    }
}
