//! What holds of needs and offers as people type them.

use super::*;
use crate::vocabulary::Word;
use uuid::Uuid;

fn end(kind: StakeholderKind) -> End {
    End { id: StakeholderId(Uuid::nil()), kind }
}

fn draft() -> NeedDraft {
    NeedDraft {
        party: end(StakeholderKind::Implementation),
        service: ServiceKind::Training,
        good: Some(end(StakeholderKind::GlobalGood)),
        country: "Cameroon".into(),
        language: "French".into(),
        until: "2027-03-01".into(),
        amount: Some(20_000),
        currency: "usd".into(),
        text: " Twenty trainers. ".into(),
    }
}

fn fields(refusals: Vec<Refusal>) -> Vec<String> {
    refusals.into_iter().map(|refusal| refusal.field).collect()
}

/// Country, language and currency are kept by their codes.
#[test]
fn a_need_is_kept_by_codes() {
    let facts = draft().parse().unwrap();
    assert_eq!(facts.country.as_deref(), Some("CM"));
    assert_eq!(facts.language.as_deref(), Some("fr"));
    assert_eq!((facts.amount, facts.currency.as_deref()), (Some(20_000), Some("USD")));
    assert_eq!(facts.text, "Twenty trainers.");
}

/// What is not said is unknown: no budget is not a budget of nothing.
#[test]
fn unknown_is_not_zero() {
    let silent = NeedDraft {
        good: None,
        country: " ".into(),
        language: String::new(),
        until: String::new(),
        amount: None,
        currency: String::new(),
        ..draft()
    };
    let facts = silent.parse().unwrap();
    assert_eq!((facts.amount, facts.currency), (None, None));
    assert_eq!((facts.good, facts.country, facts.until), (None, None, None));
    let free = NeedDraft { amount: Some(0), ..draft() }.parse().unwrap();
    assert_eq!(free.amount, Some(0));
}

/// All that is wrong is told at once: a person states no need, an amount has a currency.
#[test]
fn all_faults_are_told() {
    let wrong = NeedDraft {
        party: end(StakeholderKind::Person),
        good: Some(end(StakeholderKind::Place)),
        country: "Atlantis".into(),
        language: "Klingon".into(),
        until: "2027-03".into(),
        currency: String::new(),
        text: " ".into(),
        ..draft()
    };
    let told = fields(wrong.parse().unwrap_err());
    assert_eq!(told, ["party", "good", "country", "language", "until", "currency", "text"]);
}

/// Who met it is told of what was met alone, and is no person.
#[test]
fn what_was_withdrawn_was_met_by_nobody() {
    let closing =
        |status, kind| ClosingDraft { status, met_by: Some(end(kind)), reason: String::new() };
    let told = |status, kind| fields(closing(status, kind).parse().err().unwrap_or_default());
    assert_eq!(told(NeedStatus::Met, StakeholderKind::Organization), [""; 0]);
    assert_eq!(told(NeedStatus::Met, StakeholderKind::Person), ["metBy"]);
    assert_eq!(told(NeedStatus::Withdrawn, StakeholderKind::Group), ["metBy"]);
}

/// Every service has something that a conversation about it is for.
#[test]
fn every_service_has_an_objective() {
    for service in ServiceKind::ALL {
        assert_ne!(objective(*service), Objective::Other, "{service:?}");
    }
}

/// The reason of a conversation is one line that fits, whatever the need says.
#[test]
fn a_reason_is_one_line() {
    assert_eq!(reason("Twenty\n  trainers."), "Twenty trainers.");
    let long = reason(&"é ".repeat(LINE_LIMIT));
    assert_eq!(long.chars().count(), LINE_LIMIT);
    assert!(long.ends_with('…'));
}

/// The last day of an offer still counts; one without a last day stands.
#[test]
fn an_offer_stands_to_its_last_day() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(still_stands(Some(day("2026-03-01")), day("2026-03-01")));
    assert!(!still_stands(Some(day("2026-03-01")), day("2026-03-02")));
    assert!(still_stands(None, day("2026-03-02")));
}
