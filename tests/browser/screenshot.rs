//! The pictures of the README, taken anew when the folder for them is named:
//! `BANYAN_SCREENSHOTS=$PWD/docs/screenshots cargo xtask test --only browser`.

use crate::support::{Account, Light, Role, Screen, Setting, play};

/// What the README shows can be seen: home, the map of openIMIS, the pipeline, and a profile in French,
/// by night, on a phone.
#[test]
fn pictures_of_the_readme() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.find(Role::Heading, "Recently changed").await;
        visitor.settle().await;
        visitor.take_picture("home").await;

        visitor.open("/map").await;
        visitor.press_first(Role::Link, "openIMIS").await;
        visitor.press(Role::Radio, "2").await;
        visitor.find(Role::Heading, "Map of openIMIS").await;
        visitor.settle().await;
        visitor.take_picture("map").await;

        visitor.sign_in(Account::Manager).await;
        visitor.press(Role::Link, "Pipeline").await;
        visitor.find_like(Role::Region, "Identified").await;
        visitor.settle().await;
        visitor.take_picture("pipeline").await;

        visitor.switch_language().await;
        visitor.open("/directory?q=openlmis&kind=GLOBAL_GOOD").await;
        visitor.press(Role::Link, "OpenLMIS").await;
        visitor.find(Role::Heading, "OpenLMIS").await;
        visitor.use_screen(Screen::Phone).await;
        visitor.use_light(Light::Night).await;
        visitor.settle().await;
        visitor.take_picture("profile").await;
    });
}
