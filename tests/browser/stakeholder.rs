//! Correcting what is recorded about a stakeholder.

use crate::support::{Account, Role, Setting, play};

/// A refusal stands at its field and nothing is saved; what is then saved is told in the history, and
/// undoing it there brings the old value back.
#[test]
fn edit_refused_saved_and_undone() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/directory?q=swisstph").await;
        visitor.press(Role::Link, "Swiss Tropical and Public Health Institute").await;
        visitor.press(Role::Link, "Edit").await;
        visitor.fill("Website", "swisstph").await;
        visitor.fill("Country", "Atlantis").await;
        visitor.press(Role::Button, "Save").await;
        let invalid = "return [...document.querySelectorAll('[aria-invalid=true]')].map((field) => \
            [field.name, document.getElementById(field.getAttribute('aria-describedby').split(' ').pop()).innerText])";
        let refused = visitor.evaluate(invalid).await;
        let fields: Vec<(String, String)> = serde_json::from_value(refused).expect("fields");
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["country", "website"]);
        assert!(fields.iter().all(|(_, why)| !why.is_empty()), "{fields:?}");
        visitor.is_at("/edit").await;

        visitor.fill("Website", "https://www.swisstph.ch").await;
        visitor.fill("Country", "Switzerland").await;
        visitor.press(Role::Button, "Save").await;
        visitor.reads("Saved.").await;
        visitor.find(Role::Heading, "Swiss Tropical and Public Health Institute").await;
        visitor.reads("Switzerland").await;

        visitor.press(Role::Link, "History").await;
        visitor.reads("https://www.swisstph.ch").await;
        visitor.settle().await;
        visitor.press_first(Role::Button, "Undo Swiss Tropical and Public Health Institute").await;
        let question = visitor.find_like(Role::Dialog, "Undo").await;
        visitor.press_in(&question, Role::Button, "Undo").await;
        visitor.reads("Undone.").await;
        visitor.press(Role::Link, "Back to the record").await;
        visitor.settle().await;
        assert!(!visitor.words().await.contains("swisstph.ch"));
    });
}
