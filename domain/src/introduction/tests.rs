use proptest::prelude::*;

use super::*;
use crate::confidence::{Item, confidence, freshness};
use crate::evidence::{SourceKind, Stance};
use crate::graph::admission::everything;
use crate::graph::path::{Journey, cheapest};
use crate::graph::sample::{any_edges, graph_of};
use crate::graph::{Direction, Graph};
use crate::identifier::SourceId;
use crate::interval::DatePoint;
use crate::vocabulary::Word;
use chrono::{Days, NaiveDate};
use uuid::Uuid;

fn any_kind() -> impl Strategy<Value = RelationshipKind> {
    prop::sample::select(RelationshipKind::ALL)
}

fn any_bond() -> impl Strategy<Value = Bond> {
    let freshness = prop::option::of(prop::sample::select(Freshness::ALL));
    let standing = prop::sample::select(&[Standing::Settled, Standing::Proposed][..]);
    let strength = prop::option::of(1..=5_i32);
    let confidence = prop::option::of(0..=1_000_u32);
    (any_kind(), strength, freshness, confidence, standing, any::<Option<bool>>()).prop_map(
        |(kind, strength, freshness, confidence, standing, consent)| Bond {
            kind,
            strength,
            freshness,
            confidence,
            standing,
            consent,
        },
    )
}

/// What a step costs; more than anything when it cannot be taken.
fn cost(bond: Bond) -> u64 {
    price(&bond).map_or(u64::MAX, |price| u64::from(price.total()))
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

fn item(source: u128, age: u64, stance: Stance) -> Item {
    let said = day().checked_sub_days(Days::new(age)).map(DatePoint::day);
    let source = SourceId(Uuid::from_u128(source));
    Item { source, kind: SourceKind::Document, stance, inferred: false, said }
}

/// A bond that rests on this evidence.
fn resting(bond: Bond, items: &[Item]) -> Bond {
    Bond { freshness: freshness(items, day()), confidence: confidence(items, day()), ..bond }
}

/// The page that tells what a step costs tells what is reckoned.
#[test]
fn the_page_is_in_step() {
    let page = include_str!("../../../docs/introductions.md");
    for kind in RelationshipKind::ALL {
        let told = match points(*kind) {
            Some(points) => format!("| {kind} | {points} |"),
            None => format!("| {kind} | no step |"),
        };
        assert!(page.contains(&told), "{told}");
    }
}

/// One example by hand: a confirmed seat of strength 4 on evidence of 24 to 60 months ago.
#[test]
fn a_price_can_be_reckoned_by_hand() {
    let bond = Bond {
        kind: RelationshipKind::SeatOn,
        strength: Some(4),
        freshness: Some(Freshness::Stale),
        confidence: Some(500),
        standing: Standing::Settled,
        consent: None,
    };
    // 200 points, times 1.5, 1.1 and 1.5.
    assert_eq!(cost(bond), 495);
    assert_eq!(cost(Bond { standing: Standing::Proposed, ..bond }), 990);
    assert_eq!(price(&Bond { consent: Some(false), ..bond }), None);
    assert_eq!(price(&Bond { kind: RelationshipKind::LocatedIn, ..bond }), None);
}

proptest! {
    /// Every step that can be taken costs something.
    #[test]
    fn no_step_is_free(bond in any_bond()) {
        prop_assert!(cost(bond) >= 100);
    }

    /// Older evidence never makes a step cheaper.
    #[test]
    fn older_is_never_cheaper(bond in any_bond(), age in 0..4_000_u64, more in 0..4_000_u64) {
        let at = |age| resting(bond, &[item(1, age, Stance::Supports)]);
        prop_assert!(cost(at(age)) <= cost(at(age + more)));
    }

    /// A weaker relationship is never cheaper; one of unknown strength is neither strong nor weak.
    #[test]
    fn weaker_is_never_cheaper(bond in any_bond(), strength in 1..=4_i32) {
        let at = |strength| Bond { strength, ..bond };
        prop_assert!(cost(at(Some(strength + 1))) <= cost(at(Some(strength))));
        prop_assert!(cost(at(Some(5))) <= cost(at(None)) && cost(at(None)) <= cost(at(Some(1))));
    }

    /// Less confidence is never cheaper, and none at all is no cheaper than any.
    #[test]
    fn less_confidence_is_never_cheaper(bond in any_bond(), low in 0..=1_000_u32, more in 0..=1_000_u32) {
        let at = |confidence| Bond { confidence, ..bond };
        prop_assert!(cost(at(Some((low + more).min(1_000)))) <= cost(at(Some(low))));
        prop_assert!(cost(at(Some(low))) <= cost(at(None)));
    }

    /// What speaks against a relationship never makes its step cheaper, and what supports it on a known day
    /// never dearer.
    #[test]
    fn evidence_moves_the_price_its_own_way(
        bond in any_bond(),
        ages in prop::collection::vec(0..4_000_u64, 0..4),
        age in 0..4_000_u64,
    ) {
        let items: Vec<_> = (1..).zip(&ages).map(|(source, age)| item(source, *age, Stance::Supports)).collect();
        let and = |stance| [&items[..], &[item(99, age, stance)]].concat();
        let before = cost(resting(bond, &items));
        prop_assert!(before <= cost(resting(bond, &and(Stance::Disputes))));
        prop_assert!(before >= cost(resting(bond, &and(Stance::Supports))));
    }

    /// A proposal is never cheaper than what is settled; consent once refused is no step at all.
    #[test]
    fn a_proposal_is_never_cheaper(bond in any_bond()) {
        let settled = Bond { standing: Standing::Settled, ..bond };
        let proposed = Bond { standing: Standing::Proposed, ..bond };
        let refused = Bond { consent: Some(false), ..bond };
        prop_assert!(cost(settled) <= cost(proposed));
        prop_assert_eq!(price(&refused), None);
    }

    /// One more relationship never makes the best way dearer.
    #[test]
    fn one_more_relationship_never_makes_the_best_way_dearer(
        (nodes, mut ends) in any_edges(8, 14),
        bonds in prop::collection::vec(any_bond(), 15),
        more in any::<(u32, u32)>(),
    ) {
        let best = |graph: &Graph| {
            let admission = everything();
            let goals = [graph.node_count() - 1];
            let direction = Direction::Either;
            let journey = Journey { graph, admission: &admission, direction, from: 0, goals: &goals };
            let cost = |edge: u32| u32::try_from(cost(bonds[edge as usize]).min(1 << 20)).unwrap();
            let found = cheapest(&journey, cost, 1, || true).unwrap();
            found.first().map_or(u64::MAX, |way| way.cost)
        };
        let before = best(&graph_of(nodes, &ends));
        ends.push((more.0 % nodes, more.1 % nodes));
        prop_assert!(best(&graph_of(nodes, &ends)) <= before);
    }
}
