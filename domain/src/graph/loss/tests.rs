use proptest::prelude::*;

use super::*;
use crate::graph::admission::everything;
use crate::graph::component::components;
use crate::graph::sample::graph_of;

const MONEY: Tie = Tie { carries: Carries::Money, standing: Standing::Counts, via: None };
const OTHER: Tie = Tie { carries: Carries::Other, ..MONEY };
const HOPE: Tie = Tie { standing: Standing::Hope, ..MONEY };

type Case = (u32, Vec<(u32, u32)>, Vec<Tie>, Vec<u32>, Extent);

fn fallen((nodes, ends, ties, chosen, extent): &Case) -> Fall {
    let graph = graph_of(*nodes, ends);
    fall(&graph, |edge| ties.get(edge as usize).copied(), chosen, *extent)
}

fn check(
    ends: &[(u32, u32)],
    ties: &[Tie],
    extent: Extent,
    edges: &[(u32, u32)],
    hit: &[(u32, u32)],
) {
    let found = fallen(&(6, ends.to_vec(), ties.to_vec(), vec![0], extent));
    assert_eq!(found.edges.into_iter().collect::<Vec<_>>(), edges);
    assert_eq!(found.nodes.into_iter().collect::<Vec<_>>(), hit);
}

/// A chain of money falls step by step; what is not money does not pass the loss on.
#[test]
fn money_falls_along_its_chain() {
    let ends = [(0, 1), (1, 2), (2, 3), (2, 4)];
    let ties = [MONEY, MONEY, MONEY, OTHER];
    let edges = [(0, 1), (1, 2), (2, 3)];
    check(&ends, &ties, Extent::Money, &edges, &[(1, 1), (2, 2), (3, 3)]);
}

/// Whoever leaves takes everything along; whoever stops funding keeps the rest.
#[test]
fn who_stops_funding_keeps_their_seats() {
    let (ends, ties) = ([(0, 1), (0, 2), (3, 0)], [MONEY, OTHER, OTHER]);
    check(&ends, &ties, Extent::Money, &[(0, 1)], &[(1, 1)]);
    let all = [(0, 1), (1, 1), (2, 1)];
    check(&ends, &ties, Extent::Everything, &all, &[(1, 1), (2, 1), (3, 1)]);
}

/// What goes through somebody who leaves is at risk, and so is what goes through somebody who is
/// paid less; the one through whom it went is hit and still pays others.
#[test]
fn what_goes_through_somebody_is_at_risk() {
    let through = |via: u32| Tie { via: Some(via), ..MONEY };
    check(&[(1, 2)], &[through(0)], Extent::Money, &[(0, 2)], &[(2, 2)]);
    let ends = [(0, 1), (3, 2)];
    check(&ends, &[MONEY, through(1)], Extent::Money, &[(0, 1), (1, 2)], &[(1, 1), (2, 2)]);
    let ends = [(0, 1), (3, 2)];
    check(&ends, &[through(3), MONEY], Extent::Money, &[(0, 1)], &[(1, 1), (3, 2)]);
}

/// A hope may fall, but hits nobody and passes nothing on.
#[test]
fn hopes_fall_alone() {
    let ends = [(0, 1), (1, 2), (0, 3), (3, 4)];
    let ties = [HOPE, MONEY, MONEY, HOPE];
    check(&ends, &ties, Extent::Money, &[(0, 1), (2, 1), (3, 2)], &[(3, 1)]);
}

fn any_tie(nodes: u32) -> impl Strategy<Value = Tie> {
    let carries = prop_oneof![3 => Just(Carries::Money), 1 => Just(Carries::Other)];
    let standing = prop_oneof![4 => Just(Standing::Counts), 1 => Just(Standing::Hope)];
    let via = prop_oneof![3 => Just(None), 1 => (0..nodes).prop_map(Some)];
    (carries, standing, via).prop_map(|(carries, standing, via)| Tie { carries, standing, via })
}

fn any_case() -> impl Strategy<Value = Case> {
    (2..8u32).prop_flat_map(|nodes| {
        let edge = ((0..nodes, 0..nodes), any_tie(nodes));
        let extent = prop_oneof![Just(Extent::Money), Just(Extent::Everything)];
        let chosen = prop::collection::vec(0..nodes, 0..3);
        (Just(nodes), prop::collection::vec(edge, 0..12), chosen, extent).prop_map(
            |(nodes, edges, chosen, extent)| {
                let (ends, ties) = edges.into_iter().unzip();
                (nodes, ends, ties, chosen, extent)
            },
        )
    })
}

/// The same by definition: the least orders that fulfil the rules, found by going over all edges
/// until nothing changes.
fn by_definition((nodes, ends, ties, chosen, extent): &Case) -> Fall {
    let leaves = |node: u32| chosen.contains(&node);
    let admits = |tie: &Tie| *extent == Extent::Everything || tie.carries == Carries::Money;
    let mut fall = Fall::default();
    let mut weak: BTreeMap<u32, u32> = BTreeMap::new();
    for _ in 0..=(ends.len() + *nodes as usize) {
        for (edge, ((from, to), tie)) in (0..).zip(ends.iter().zip(ties)) {
            let mut orders = Vec::new();
            if admits(tie) && (leaves(*from) || leaves(*to)) {
                orders.push(1);
            }
            if admits(tie) && tie.via.is_some_and(leaves) {
                orders.push(2);
            }
            if tie.carries == Carries::Money {
                orders.extend(weak.get(from).map(|order| order + 1));
                orders.extend(tie.via.and_then(|via| weak.get(&via)).map(|order| order + 1));
            }
            let Some(order) = orders.into_iter().min() else { continue };
            fall.edges.insert(edge, order);
            if tie.standing == Standing::Counts && tie.carries == Carries::Money && !leaves(*to) {
                let known = weak.entry(*to).or_insert(order);
                *known = order.min(*known);
            }
        }
    }
    for (edge, order) in &fall.edges {
        let ((from, to), tie) = (ends[*edge as usize], ties[*edge as usize]);
        let both = [
            (*order == 1).then_some((from, 1)),
            Some((to, *order)),
            tie.via.map(|via| (via, order + 1)),
        ];
        for (node, order) in both.into_iter().flatten() {
            if tie.standing == Standing::Counts && !leaves(node) {
                let known = fall.nodes.entry(node).or_insert(order);
                *known = order.min(*known);
            }
        }
    }
    fall
}

proptest! {
    /// The walk finds what the definition says.
    #[test]
    fn the_walk_agrees_with_the_definition(case in any_case()) {
        prop_assert_eq!(fallen(&case), by_definition(&case));
    }

    /// Removing nothing changes nothing.
    #[test]
    fn nobody_leaving_hits_nobody((nodes, ends, ties, _, extent) in any_case()) {
        prop_assert_eq!(fallen(&(nodes, ends, ties, Vec::new(), extent)), Fall::default());
    }

    /// Losing more never hits less: nobody who is hit is spared because another leaves too, or
    /// because they take everything along, and nothing falls later.
    #[test]
    fn losing_more_never_hits_less(case in any_case(), other in 0..8u32) {
        let less = fallen(&case);
        let (nodes, ends, ties, mut chosen, extent) = case;
        let whole = fallen(&(nodes, ends.clone(), ties.clone(), chosen.clone(), Extent::Everything));
        chosen.push(other);
        let more = fallen(&(nodes, ends, ties, chosen.clone(), extent));
        for more in [&more, &whole] {
            for (edge, order) in &less.edges {
                prop_assert!(more.edges.get(edge).is_some_and(|then| then <= order));
            }
            for (node, order) in &less.nodes {
                let spared = more.nodes.get(node).is_none_or(|then| then > order);
                prop_assert!(!spared || chosen.contains(node));
            }
        }
    }

    /// Pieces only ever break; they are those that a fresh count of what is left finds.
    #[test]
    fn pieces_only_break((nodes, ends, ties, chosen, extent) in any_case()) {
        let found = fallen(&(nodes, ends.clone(), ties, chosen.clone(), extent));
        let graph = graph_of(nodes, &ends);
        let lost = |edge: u32| found.edges.get(&edge) == Some(&1);
        let told = split(&graph, &everything(), |node| chosen.contains(&node), lost);
        let counts = |node: &u32| {
            let other = |(from, to): &&(u32, u32)| from != to && (from == node || to == node);
            !chosen.contains(node) && ends.iter().any(|edge| other(&edge))
        };
        let staying: Vec<u32> = (0..nodes).filter(counts).collect();
        let pieces = |of: &dyn Fn(u32) -> Option<u32>| {
            let pieces = staying.iter().filter_map(|node| of(*node)).collect::<BTreeSet<_>>();
            u32::try_from(pieces.len()).unwrap()
        };
        let kept: Vec<_> = (0..).zip(&ends).filter(|(edge, _)| !lost(*edge)).map(|(_, ends)| *ends).collect();
        let (before, after) = (components(&graph, &everything()), components(&graph_of(nodes, &kept), &everything()));
        prop_assert_eq!(told.before, pieces(&|node| before.of(node)));
        prop_assert_eq!(told.after, pieces(&|node| after.of(node)));
        prop_assert_eq!(u32::try_from(told.off.len()).unwrap(), told.after - told.before);
        prop_assert!(told.off.windows(2).all(|two| two[0].len() >= two[1].len()));
    }
}
