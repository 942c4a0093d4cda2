//! What stands in the way of a move is said and recorded on the page of the engagement itself.

use crate::support::{Account, Role, Setting, Visitor, play};

/// A conversation under review cannot be committed before somebody decided: the page names what is
/// missing, leads to the form for it, and then offers the move.
#[test]
fn the_missing_is_recorded_where_it_is_named() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        open_engagement(visitor).await;
        let moves = visitor.find_part("moves").await;
        let said = visitor.words_of(&moves).await;
        assert!(said.contains("Committed") && said.contains("decision"), "{said}");
        visitor.press_in(&moves, Role::Link, "record it").await;
        visitor.is_at("#decision").await;
        let decision = visitor.find_part("decision").await;
        let outcome = visitor.find_in(&decision, Role::Choice, "What they said").await;
        visitor.choose_from(&outcome, "Approved").await;
        visitor.fill("Decided on", "2026-06-01").await;
        visitor.press_in(&decision, Role::Button, "Record a decision").await;
        visitor.reads("Approved").await;
        visitor.settle().await;
        visitor.press_like(Role::Button, "Committed").await;
        visitor.reads("Committed since").await;
    });
}

/// The outreach plan lists who is approached and what for, and what does not go on with its reasons.
#[test]
fn the_plan_lists_whom_to_approach() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.press(Role::Link, "Questions").await;
        visitor
            .press(Role::Link, "What is our outreach plan, and which conversations do not go on?")
            .await;
        visitor.find(Role::Heading, "Outreach plan").await;
        visitor.find(Role::Heading, "From stage to stage").await;
        visitor.find(Role::Heading, "What does not go on").await;
        visitor.choose("Objective", "Capacity building").await;
        visitor.is_at("objective=CAPACITY").await;
        visitor.find_like(Role::Heading, "Capacity building (").await;
    });
}

/// What users ask for is recorded and its place decided, by whom and why; deciding otherwise needs a reason.
#[test]
fn requirements_are_decided() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/requirements").await;
        visitor.press(Role::Summary, "Record a requirement").await;
        visitor.pick("Implementation", "country-wide", "OpenLMIS country-wide").await;
        visitor.fill("Text", "Count stock without a network").await;
        visitor.press(Role::Button, "Record a requirement").await;
        visitor.reads("1 requirement.").await;
        visitor.settle().await;
        visitor.press_like(Role::Summary, "Decide").await;
        decide(visitor, "Core", "").await;
        visitor.reads("Saved.").await;
        visitor.settle().await;
        visitor.press_like(Role::Summary, "Decide").await;
        decide(visitor, "Local", "Only one country asks.").await;
        visitor.reads("Only one country asks.").await;
    });
}

async fn decide(visitor: &Visitor, place: &str, why: &str) {
    visitor.choose("Where it belongs", place).await;
    visitor.fill("Note", why).await;
    visitor.press(Role::Button, "Decide").await;
}

async fn open_engagement(visitor: &Visitor) {
    visitor.open("/pipeline?q=implementers").await;
    visitor.press_first(Role::Link, "Implementers").await;
    visitor.find_like(Role::Heading, "Implementers").await;
    visitor.settle().await;
}
