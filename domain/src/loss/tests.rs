use proptest::prelude::*;

use super::*;
use crate::stakeholder::StakeholderKind::{GlobalGood, Group, Implementation};
use crate::vocabulary::{Tongue, Word};
use Fate::{AtRisk, Ends, Stays};
use Part::{Source, Target, Through};
use RelationshipKind::{Deploys, Funds, Operates, SeatOn, Supports};

fn held(kind: RelationshipKind, part: Part, other: u32, fate: Fate) -> Held<u32> {
    Held { kind, part, other, stake: Stake::default(), fate }
}

fn paid(other: u32, amount: i64, fate: Fate) -> Held<u32> {
    let stake =
        Stake { amount: Some(amount), currency: Some("USD".to_owned()), ..Stake::default() };
    Held { stake, ..held(Funds, Target, other, fate) }
}

fn check(kind: StakeholderKind, list: &[Held<u32>], en: &str, fr: &str) {
    let verdict = judge(kind, list).expect("a hit");
    assert_eq!(sentence(Tongue::En, "OpenLMIS", &verdict), en);
    assert_eq!(sentence(Tongue::Fr, "OpenLMIS", &verdict), fr);
}

/// Both funders lost, no amount recorded: the share is unknown, and no percentage is told.
#[test]
fn unknown_amounts_are_told_as_unknown() {
    let list = [held(Funds, Target, 1, Ends), held(Funds, Target, 2, Ends)];
    check(
        GlobalGood,
        &list,
        "OpenLMIS loses 2 of its 2 recorded funders. Share of the money: unknown, no amounts are recorded.",
        "OpenLMIS perd ses 2 bailleurs connus sur 2. Part des montants\u{a0}: inconnue, aucun montant n’est saisi.",
    );
    let verdict = judge(GlobalGood, &list).unwrap();
    assert_eq!((verdict.severity, verdict.share), (LossSeverity::LeftWithNone, None));
}

/// What is known of the money is told as one figure or as a range.
#[test]
fn known_amounts_are_told_in_percent() {
    let mut list = vec![paid(1, 30, Ends), paid(2, 70, Stays)];
    check(
        GlobalGood,
        &list,
        "OpenLMIS loses 1 of its 2 recorded funders. Share of the money: 30%.",
        "OpenLMIS perd 1 de ses 2 bailleurs connus. Part des montants\u{a0}: 30\u{a0}%.",
    );
    assert_eq!(judge(GlobalGood, &list).unwrap().remaining, [2]);
    list.push(held(Funds, Target, 3, Stays));
    check(
        GlobalGood,
        &list,
        "OpenLMIS loses 1 of its 3 recorded funders. Share of the money: between 0% and 30%.",
        "OpenLMIS perd 1 de ses 3 bailleurs connus. Part des montants\u{a0}: entre 0\u{a0}% et 30\u{a0}%.",
    );
    list[2].fate = Ends;
    list[0].fate = Stays;
    check(
        GlobalGood,
        &list[1..],
        "OpenLMIS loses 1 of its 2 recorded funders. Share of the money: unknown, too few amounts are recorded.",
        "OpenLMIS perd 1 de ses 2 bailleurs connus. Part des montants\u{a0}: inconnue, trop peu de montants sont saisis.",
    );
}

/// A funder is lost with the last of what they pay.
#[test]
fn a_funder_that_pays_on_is_not_lost() {
    let list = [held(Funds, Target, 1, Ends), held(Funds, Target, 1, Stays)];
    let verdict = judge(GlobalGood, &list).unwrap();
    assert_eq!((verdict.funders_lost(), verdict.funders, &verdict.remaining[..]), (0, 1, &[1][..]));
    assert_eq!(verdict.severity, LossSeverity::LosesPart);
}

/// An implementation is orphaned when all who run, carry out or support it leave; what it deploys
/// stays its good's.
#[test]
fn an_implementation_without_carriers_is_orphaned() {
    let deploys = held(Deploys, Source, 9, Stays);
    let list = [deploys.clone(), held(Operates, Target, 1, Ends), held(Supports, Target, 2, Ends)];
    let verdict = judge(Implementation, &list).unwrap();
    assert_eq!(verdict.cause(LossReason::Orphaned).unwrap().rests_on, [1, 2]);
    assert_eq!(verdict.severity, LossSeverity::LeftWithNone);
    let list = [deploys, held(Operates, Target, 1, Ends), held(Supports, Target, 2, Stays)];
    assert!(judge(Implementation, &list).unwrap().cause(LossReason::Orphaned).is_none());
}

/// Seats are counted of those recorded; what passes through is told of whoever passes it on.
#[test]
fn seats_and_passages_are_counted() {
    let list = [held(SeatOn, Target, 1, Ends), held(SeatOn, Target, 2, Stays)];
    check(
        Group,
        &list,
        "OpenLMIS loses 1 of its 2 recorded seats.",
        "OpenLMIS perd 1 de ses 2 sièges connus.",
    );
    let list = [held(Funds, Through, 1, Ends), held(Funds, Target, 2, AtRisk)];
    let verdict = judge(Group, &list).unwrap();
    assert_eq!(verdict.severity, LossSeverity::AtRisk);
    let reasons: Vec<_> = verdict.causes.iter().map(|cause| cause.reason).collect();
    assert_eq!(reasons, [LossReason::FundingAtRisk, LossReason::PassedOn]);
    assert_eq!(judge(Group, &[held(SeatOn, Target, 1, Stays)]), None);
}

fn any_held() -> impl Strategy<Value = Held<u32>> {
    let kind = proptest::sample::select(RelationshipKind::ALL);
    let part = prop_oneof![Just(Source), Just(Target), Just(Through)];
    let fate = prop_oneof![Just(Stays), Just(AtRisk), Just(Ends)];
    let amount = prop::option::of(1..50i64);
    (kind, part, 0..4u32, fate, amount).prop_map(|(kind, part, other, fate, amount)| {
        let stake =
            Stake { amount, currency: amount.map(|_| "USD".to_owned()), ..Stake::default() };
        Held { kind, part, other, stake, fate }
    })
}

proptest! {
    /// Every relationship that falls is cited, no other is, and when one more ends the party is not
    /// hit less: no fewer funders are lost, no funder comes back, the severity does not ease.
    #[test]
    fn losing_more_is_never_milder(
        list in prop::collection::vec(any_held(), 1..8), worse in 0..8usize,
        kind in proptest::sample::select(StakeholderKind::ALL)
    ) {
        let Some(less) = judge(kind, &list) else {
            prop_assert!(list.iter().all(|one| one.fate == Stays));
            return Ok(());
        };
        let mut cited: Vec<_> = less.causes.iter().flat_map(|cause| cause.rests_on.clone()).collect();
        cited.sort_unstable();
        cited.dedup();
        prop_assert_eq!(cited, places(&list, |one| one.fate != Stays));
        let mut list = list;
        let at = worse % list.len();
        list[at].fate = Ends;
        let more = judge(kind, &list).expect("still hit");
        prop_assert!(more.funders_lost() >= less.funders_lost());
        prop_assert!(more.remaining.iter().all(|other| less.remaining.contains(other)));
        prop_assert!(more.severity <= less.severity);
        for tongue in [Tongue::En, Tongue::Fr] {
            prop_assert!(!sentence(tongue, "X", &more).is_empty());
        }
    }
}
