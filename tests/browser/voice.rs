//! Who is heard, and who sits where: each answer within three presses from the home page.

use crate::support::{Role, Setting, play};

/// Who sits between an end user and OpenLMIS's core? Three presses: one rung, the implementers, marked
/// blocked, with the step's evidence behind it; the same in French.
#[test]
fn the_silent_rung_is_three_presses_away() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "Who stands between users and those who make a good?").await;
        visitor.press(Role::Link, "OpenLMIS").await;
        visitor.reads("1 rung: Implementers. Feedback is blocked by: Implementers.").await;
        visitor.reads("silent rung: blocked").await;
        visitor.switch_language().await;
        visitor
            .reads("1 échelon : Intégrateurs. La remontée est bloquée par : Intégrateurs.")
            .await;
        visitor.press_like(Role::Link, "2. ").await;
        visitor.is_at("/relationship/").await;
    });
}

/// Where no path is recorded, the page says between whom it breaks off.
#[test]
fn a_missing_path_is_said() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/feedback").await;
        visitor.press(Role::Link, "iHRIS").await;
        visitor.reads("No feedback path to iHRIS is recorded.").await;
        visitor.reads("Nobody is recorded to pass feedback on").await;
    });
}

/// Which councils have no recorded seat for governments? Two presses; bodies without recorded seats are
/// listed apart, and another constituency is asked about in the address.
#[test]
fn seats_for_governments_are_two_presses_away() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        let question = "Which councils have no recorded seat for country governments?";
        visitor.press(Role::Link, question).await;
        visitor.reads("Have one iHRIS Advisory Council").await;
        visitor.reads("None recorded DHIS2 Donor Advisory Council").await;
        visitor.reads("Seats not recorded at all").await;
        visitor.reads("donors: 2 filled").await;
        visitor.open("/representation?constituency=donors").await;
        visitor.reads("Who has a recorded seat for “donors”?").await;
        visitor.reads("Have one DHIS2 Donor Advisory Council iHRIS Advisory Council").await;
    });
}

/// Which bodies share topics? Two presses; governance is compared beside it.
#[test]
fn shared_topics_are_two_presses_away() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press(Role::Link, "Questions").await;
        visitor.press(Role::Link, "Which bodies share topics or members?").await;
        let shared = "OpenLMIS Implementations team and OpenLMIS Product Management team share \
                      requirements, user engagement.";
        visitor.reads(shared).await;
        visitor.reads("OpenLMIS Measurement and KPIs team is contested between:").await;
        visitor.press(Role::Radio, "Compare governance").await;
        visitor.is_at("view=governance").await;
        visitor.find(Role::Heading, "Compare governance").await;
        visitor.reads("DHIS2 Donor Advisory Council").await;
    });
}
