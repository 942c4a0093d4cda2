//! Bringing in a list.

use crate::support::{Account, Role, Setting, Visitor, play};

const CELLS: &str = "Cells, with their headings in the first row";

/// What is imported is what was looked at: with an edited cell the preview and its button go, until
/// the list is looked at again.
#[test]
fn an_edited_list_is_looked_at_anew() {
    play(Setting::ENGLISH, async |visitor| {
        open_import(visitor).await;
        visitor.fill(CELLS, "Name,Type\nA partner from abroad,Multilatérale").await;
        visitor.press(Role::Button, "Look at it").await;
        visitor.find(Role::Button, "Import: 1 new record").await;

        visitor.fill(CELLS, "Name,Type\nA partner from abroad,Nonsense\nWHO,Nonsense").await;
        visitor.settle().await;
        assert!(!visitor.has(Role::Button, "Import: 1 new record").await);
        visitor.press(Role::Button, "Look at it").await;
        visitor.reads("2 left out").await;
        visitor.reads("implementing NGO").await;
        visitor.choose("Decision about row 3", "it is World Health Organization").await;
        visitor.reads("1 found, 1 left out").await;
        let button = visitor.find(Role::Button, "Import").await;
        assert!(!button.is_enabled().await.expect("a button"), "nothing new is in the list");
    });
}

/// Opens the page of imports as a manager.
async fn open_import(visitor: &Visitor) {
    visitor.sign_in(Account::Manager).await;
    visitor.press(Role::Link, "Import").await;
    visitor.settle().await;
}
