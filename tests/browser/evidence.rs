//! On what a relationship rests.

use crate::support::{Account, Role, Setting, play};

/// From the profile, one press opens the evidence of a relationship, with document and line.
#[test]
fn one_press_from_the_profile() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory?q=openlmis&kind=GLOBAL_GOOD").await;
        visitor.press(Role::Link, "OpenLMIS").await;
        visitor.settle().await;
        let relationship = visitor.find_like(Role::Item, "Gates Foundation").await;
        assert!(!visitor.words_of(&relationship).await.contains("line"));
        let opener = visitor.all_in(&relationship, Role::Summary).await.remove(0);
        opener.click().await.expect("the evidence opens");
        let evidence = visitor.words_of(&relationship).await;
        assert!(evidence.contains("line"), "{evidence}");
    });
}

/// From the map, a relationship in the table shows its evidence beside the picture at one press.
#[test]
fn one_press_from_the_map() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/map").await;
        visitor.press(Role::Link, "OpenLMIS").await;
        visitor.settle().await;
        visitor.press(Role::Button, "Gates Foundation funds OpenLMIS").await;
        let inspector = visitor.find(Role::Region, "Selection").await;
        visitor.settle().await;
        let told = visitor.words_of(&inspector).await;
        assert!(told.contains("Evidence") && told.contains("line"), "{told}");
    });
}

/// From Home, two presses lead to what rests on old evidence of one source; whoever knows that it still
/// holds says so there, and it is fresh. Or somebody is to be asked.
#[test]
fn what_is_old_is_asked_about() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.press(Role::Link, "Questions").await;
        visitor
            .press(Role::Link, "What do we rely on that is old, on one source only, or disputed?")
            .await;
        visitor.reads("stale: 13 December 2018").await;
        visitor.press_first(Role::Link, "funds").await;
        visitor.reads("Still true?").await;
        visitor.press(Role::Button, "Ask them").await;
        visitor.press(Role::Button, "Add the action").await;
        visitor.reads("The action is recorded").await;
        visitor.press(Role::Button, "Yes, still true").await;
        visitor.reads("Your answer is recorded.").await;
        visitor.reads("2 independent sources").await;
        visitor.no_longer_reads("Yes, still true").await;
    });
}
