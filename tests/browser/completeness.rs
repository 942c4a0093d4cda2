//! What is not known: two presses from the first page, and one more to the form that records it.

use crate::support::{Account, Role, Setting, play};

/// The list begins with what most rests on, says why, and leads to the form; the filter stands in the
/// address, and French says the same.
#[test]
fn what_is_not_known_leads_to_its_form() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/").await;
        visitor.press(Role::Link, "What is not known").await;
        visitor.reads("Most rests on “openIMIS Cameroon”").await;
        visitor.reads("3 of 12").await;
        visitor.press_first_like(Role::Summary, "Why it matters").await;
        visitor.reads("Without it there is no full answer to: “from whom can one learn?”.").await;
        visitor.press_first_like(Role::Link, "implementer").await;
        visitor.reads("New relationship").await;
        visitor.open("/unknowns?kind=RELATIONSHIP&field=LAST_HEARD").await;
        visitor.reads("reports feedback to").await;
        visitor.press_first_like(Role::Link, "when feedback was last heard").await;
        visitor.find(Role::Field, "Last heard").await;
        visitor.open("/unknowns?kind=RELATIONSHIP&field=LAST_HEARD").await;
        visitor.switch_language().await;
        visitor.reads("date des derniers retours").await;
    });
}

/// What nothing is missing of is not listed, and the page says so.
#[test]
fn an_empty_list_says_so() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/unknowns?kind=PLACE&field=LAST_HEARD").await;
        visitor.reads("Nothing that is looked for is missing.").await;
        visitor.find(Role::Link, "Record a stakeholder").await;
    });
}
