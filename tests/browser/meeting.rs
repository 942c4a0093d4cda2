//! Notes of a meeting become knowledge: what they propose, what a manager makes of it, and what anybody
//! suggests.

use thirtyfour::Key;

use crate::support::{Account, Role, Setting, Visitor, play};

const NOTES: &str = "Gavi funds OpenLMIS since 2024.\n\nCHAI trains BEPHA since March 2025.\n\nWe hope that \
    UNICEF joins.\n\nAction: call DIAL about mentorship by 30 June 2027.\n\nDecided: ask SwissTPH for a letter.";

/// Notes that name five parties propose what is certain, each beside its sentence; three are accepted, one
/// is rejected with a reason, and what was accepted stands in the graph with the meeting as its evidence.
#[test]
fn notes_become_relationships() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        record(visitor, "Partner call", NOTES).await;
        visitor.reads("4 new proposals.").await;
        for sentence in ["Gavi funds OpenLMIS since 2024.", "CHAI trains BEPHA since March 2025."] {
            visitor.reads(sentence).await;
        }
        assert_eq!(quotes(visitor).await, 4, "a hope proposes nothing");
        for said in ["Gavi funds", "CHAI trains", "Action: call DIAL"] {
            visitor.press_like(Role::Button, &format!("Accept : {said}")).await;
            visitor.reads("Accepted.").await;
            visitor.settle().await;
        }
        visitor.press_like(Role::Button, "Reject : Decided").await;
        visitor.find(Role::Dialog, "Reject this proposal").await;
        visitor.fill("Reason", "Nobody decided that yet").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.reads("Reason: Nobody decided that yet").await;
        visitor.settle().await;
        visitor.press_first(Role::Link, "What was recorded").await;
        visitor.find_like(Role::Heading, "OpenLMIS").await;
        visitor.is_at("/relationship/").await;
        visitor.reads("Partner call").await;
        visitor.reads("Gavi funds OpenLMIS since 2024.").await;
    });
}

/// Without signing in anybody suggests a correction of a public profile; whoever manages finds it in the
/// review queue, and works through that by keys alone.
#[test]
fn a_suggestion_waits_for_review() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory?q=openlmis&kind=GLOBAL_GOOD").await;
        visitor.press(Role::Link, "OpenLMIS").await;
        visitor.press(Role::Summary, "Suggest a correction").await;
        visitor.fill("What is wrong or missing", "The website moved.").await;
        visitor.press(Role::Button, "Send").await;
        visitor.reads("Thank you. The managers of the community will look at it.").await;
        visitor.sign_in(Account::Manager).await;
        visitor.open("/review").await;
        visitor.reads("The website moved.").await;
        visitor.type_on("j").await;
        for _ in 0..40 {
            let focused = visitor.focused().await;
            if visitor.words_of(&focused).await.contains("The website moved.") {
                break;
            }
            visitor.type_on("j").await;
        }
        visitor.type_on("r").await;
        visitor.find(Role::Dialog, "Reject this proposal").await;
        visitor.fill("Reason", "It did not").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.no_longer_reads("The website moved.").await;
    });
}

/// A meeting is found by words of its notes, and nobody reads it who is not signed in.
#[test]
fn meetings_are_found_by_their_notes() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/meetings").await;
        visitor.reads("Sign in to see the meetings of your communities.").await;
        visitor.sign_in(Account::Manager).await;
        record(visitor, "Partner call", NOTES).await;
        visitor.reads("4 new proposals.").await;
        visitor.open("/meetings?text=mentorship").await;
        visitor.find(Role::Link, "Partner call").await;
        visitor.open("/meetings?text=nonsense").await;
        visitor.reads("No meeting that you may see").await;
    });
}

/// Records a meeting and its notes, and has them read.
async fn record(visitor: &Visitor, title: &str, notes: &str) {
    visitor.press(Role::Link, "Meetings").await;
    visitor.press(Role::Summary, "Record a meeting").await;
    visitor.fill("Title", title).await;
    visitor.fill("Day", "2026-06-01").await;
    visitor.press(Role::Button, "Record a meeting").await;
    visitor.is_at("/meeting/").await;
    visitor.fill("Notes", notes).await;
    visitor.press(Role::Button, "Save and read the notes").await;
}

/// How many sentences stand beside what they propose.
async fn quotes(visitor: &Visitor) -> u64 {
    let script = "return document.querySelectorAll('.proposal .proposal-quote').length";
    visitor.evaluate(script).await.as_u64().expect("a number")
}
