//! The rules of attention, checked day by day.

use super::*;
use crate::vocabulary::Tongue;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A day ahead is due soon for a week, today is due, yesterday is late; without a day nothing is.
#[test]
fn days_are_due_then_late() {
    let today = day("2026-03-10");
    let rule = |by: &str| due(Some(day(by)), today).map(|reason| (reason.rule, reason.days));
    assert_eq!(rule("2026-03-09"), Some((AttentionRule::Overdue, Some(1))));
    assert_eq!(rule("2026-03-10"), Some((AttentionRule::Due, Some(0))));
    assert_eq!(rule("2026-03-17"), Some((AttentionRule::Due, Some(7))));
    assert_eq!(rule("2026-03-18"), None);
    assert_eq!(due(None, today), None);
}

/// Silence begins on the day after the agreed one, counts from the last contact, and needs an agreement.
#[test]
fn silence_needs_an_agreement() {
    let (today, since) = (day("2026-03-10"), day("2026-01-01"));
    let asked = |last: Option<&str>, cadence| silent(last.map(day), since, cadence, today);
    assert_eq!(asked(Some("2026-02-08"), Some(30)), None);
    let late = asked(Some("2026-02-07"), Some(30)).expect("silent");
    assert_eq!((late.day, late.days), (Some(day("2026-03-09")), Some(31)));
    assert_eq!(asked(None, Some(30)).and_then(|reason| reason.days), Some(68));
    assert_eq!(asked(None, None), None);
    assert_eq!(asked(None, Some(0)), None);
}

/// Money is told of while its end lies ahead and is near; evidence when it has grown old.
#[test]
fn ends_and_ages_are_told() {
    let today = day("2026-03-10");
    assert_eq!(ending(Some(day("2026-03-09")), today), None);
    assert_eq!(ending(Some(today), today).and_then(|reason| reason.days), Some(0));
    assert!(ending(Some(day("2026-09-06")), today).is_some());
    assert_eq!(ending(Some(day("2026-09-07")), today), None);
    assert_eq!(stale(Some(day("2024-03-10")), today), None);
    assert!(stale(Some(day("2024-03-09")), today).is_some());
    assert_eq!((ending(None, today), stale(None, today)), (None, None));
}

/// What is said can stand alone, in both languages.
#[test]
fn sentences_stand_alone() {
    let today = day("2026-03-10");
    let late = due(Some(day("2026-03-09")), today).expect("late");
    let about = About::Action { text: "Call".into(), party: Some("ILO".into()) };
    assert_eq!(sentence(&about, &late, Tongue::En), "ILO: “Call” was due 1 day ago.");
    let french = "ILO\u{a0}: «\u{a0}Call\u{a0}» était à faire il y a 1 jour.";
    assert_eq!(sentence(&about, &late, Tongue::Fr), french);
    let quiet = silent(None, day("2026-01-01"), Some(30), today).expect("silent");
    let about = About::Contact { party: "ILO".into(), cadence: 30, spoke: false };
    let told = "ILO: no contact is recorded in 68 days; every 30 days was agreed.";
    assert_eq!(sentence(&about, &quiet, Tongue::En), told);
}

proptest! {
    /// What is late longer is never less urgent, what is due sooner neither, and late comes before due.
    #[test]
    fn the_longest_late_comes_first(one in 0i64..400, other in 0i64..400) {
        let today = day("2026-03-10");
        let at = |days: i64| due(Some(today - chrono::Duration::days(days - 7)), today);
        let (Some(one_reason), Some(other_reason)) = (at(one), at(other)) else { unreachable!() };
        let expected = other.cmp(&one);
        prop_assert_eq!(one_reason.urgency().cmp(&other_reason.urgency()), expected);
    }
}
