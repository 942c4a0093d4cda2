//! The laws of confidence, and what the formula gives by hand.

use super::*;
use crate::vocabulary::Word;
use chrono::Months;
use proptest::prelude::*;
use uuid::Uuid;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 12, 31).unwrap()
}

fn item(source: u128, kind: SourceKind, said: Option<&str>) -> Item {
    let said = said.map(|text| text.parse().unwrap());
    let source = SourceId(Uuid::from_u128(source));
    Item { source, kind, stance: Stance::Supports, inferred: false, said }
}

fn check(items: &[Item], expected: Option<u32>) {
    assert_eq!(confidence(items, today()), expected, "{items:?}");
}

/// Whoever follows the formula by hand finds the same.
#[test]
fn the_formula_is_as_written() {
    check(&[], None);
    let fresh = item(1, SourceKind::Document, Some("2020-12"));
    check(&[fresh], Some(700));
    check(&[item(1, SourceKind::Document, None)], Some(700));
    // 24 whole months: 12 of 48 months of fading, so 850 of 1,000 are left.
    check(&[item(1, SourceKind::Document, Some("2018-12-13"))], Some(595));
    check(&[item(1, SourceKind::Document, Some("2001"))], Some(280));
    check(&[Item { inferred: true, ..fresh }], Some(350));
    let other = item(2, SourceKind::Message, Some("2020"));
    check(&[fresh, other], Some(850));
    let against = Item { stance: Stance::Disputes, ..other };
    check(&[fresh, against], Some(350));
    check(&[against], Some(0));
    check(&[item(1, SourceKind::Document, Some("2021-01"))], None);
}

/// Freshness is that of the newest support; what disputes makes nothing fresh, and what is undated is
/// not old.
#[test]
fn the_newest_support_makes_it_fresh() {
    let freshness = |items: &[Item]| freshness(items, today());
    let of = |said| item(1, SourceKind::Meeting, said);
    assert_eq!(freshness(&[]), None);
    assert_eq!(freshness(&[of(None)]), Some(Freshness::Undated));
    assert_eq!(freshness(&[of(Some("2019-12-31")), of(None)]), Some(Freshness::Fresh));
    assert_eq!(freshness(&[of(Some("2019-11-30")), of(Some("2010"))]), Some(Freshness::Fading));
    assert_eq!(freshness(&[of(Some("2018-12-31"))]), Some(Freshness::Fading));
    assert_eq!(freshness(&[of(Some("2018-11-30"))]), Some(Freshness::Stale));
    let against = Item { stance: Stance::Disputes, ..of(Some("2020-12-01")) };
    assert_eq!(freshness(&[of(Some("2010")), against]), Some(Freshness::Stale));
    assert_eq!(freshness(&[against]), None);
}

prop_compose! {
    fn any_item()(
        source in 0..4_u128,
        kind in prop::sample::select(SourceKind::ALL.to_vec()),
        supports in any::<bool>(),
        inferred in any::<bool>(),
        age in prop::option::of(0..100_u32),
    ) -> Item {
        let said = age.map(|age| DatePoint::day(today().checked_sub_months(Months::new(age)).unwrap()));
        let stance = if supports { Stance::Supports } else { Stance::Disputes };
        Item { source: SourceId(Uuid::from_u128(source)), kind, stance, inferred, said }
    }
}

fn any_items() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec(any_item(), 1..7)
}

proptest! {
    /// Confidence is between nothing and the whole, and the order of evidence is nothing to it.
    #[test]
    fn confidence_is_a_share(items in any_items()) {
        let found = confidence(&items, today()).unwrap();
        prop_assert!(found <= WHOLE);
        let turned: Vec<_> = items.iter().rev().copied().collect();
        prop_assert_eq!(confidence(&turned, today()), Some(found));
    }

    /// Further support never lowers it, from whatever source; a further dispute never raises it.
    #[test]
    fn support_raises_and_dispute_lowers(items in any_items(), further in any_item()) {
        let before = confidence(&items, today()).unwrap();
        let after = confidence(&[&items[..], &[further]].concat(), today()).unwrap();
        match further.stance {
            Stance::Supports => prop_assert!(after >= before),
            Stance::Disputes => prop_assert!(after <= before),
        }
    }

    /// Time alone never raises it.
    #[test]
    fn age_never_raises_it(items in any_items(), later in 0..80_u32) {
        let then = today().checked_add_months(Months::new(later)).unwrap();
        prop_assert!(confidence(&items, then) <= confidence(&items, today()));
    }

    /// A second item of a source that says the same side no louder changes nothing.
    #[test]
    fn a_source_counts_once(items in any_items(), which in any::<prop::sample::Index>()) {
        let again = *which.get(&items);
        let twice = [&items[..], &[Item { inferred: true, ..again }]].concat();
        prop_assert_eq!(confidence(&twice, today()), confidence(&items, today()));
    }
}
