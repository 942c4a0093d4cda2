//! On what a relationship rests.

use crate::support::{Role, Setting, play};

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
