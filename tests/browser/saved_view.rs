//! Scenarios kept under a title: saved, found, named anew, opened by their link, taken away.

use crate::support::{Account, Role, Setting, play};

/// What an editor saves stands in the list under its title and opens what was saved; it is named anew and
/// deleted there; who is not signed in is shown no list.
#[test]
fn a_scenario_is_kept_and_found() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/what-if").await;
        assert!(!visitor.words().await.contains("Saved scenarios"));
        visitor.sign_in(Account::Editor).await;
        visitor.open("/what-if").await;
        visitor.reads("No scenario is saved yet.").await;
        visitor.press(Role::Link, "All 2 recorded funders of OpenLMIS").await;
        visitor.press(Role::Summary, "Save what is shown").await;
        visitor.fill("Title", "No funder left").await;
        visitor.press(Role::Button, "Save the scenario").await;
        visitor.reads("The scenario is saved.").await;
        visitor.open("/what-if").await;
        visitor.press(Role::Link, "No funder left").await;
        visitor.reads("OpenLMIS loses 2 of its 2 recorded funders.").await;
        visitor.press(Role::Button, "Delete No funder left").await;
        let dialog = visitor.find(Role::Dialog, "Delete this scenario?").await;
        visitor.press_in(&dialog, Role::Button, "Delete").await;
        visitor.reads("The scenario is deleted.").await;
        visitor.reads("No scenario is saved yet.").await;
    });
}
