//! Moving engagements on the pipeline board.

use thirtyfour::{Key, WebElement};

use crate::support::{Account, Role, Setting, Visitor, play};

const PARTY: &str = "Central medical stores";

/// A move whose guard is not met names what is missing and leads to where it is recorded; once it is,
/// the same move by the same keys is made.
#[test]
fn a_blocked_move_names_what_is_missing() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        carry(visitor, "Identified").await;
        let dialog = visitor.find(Role::Dialog, &format!("Move {PARTY} to Qualified")).await;
        let said = visitor.words_of(&dialog).await;
        assert!(said.contains("An owner") && said.contains("What we gain"), "{said}");
        assert!(!said.contains("entry point"), "an open action looks for one: {said}");
        visitor.press_first(Role::Link, "record it").await;
        visitor.find_like(Role::Heading, PARTY).await;

        visitor.press(Role::Button, "Edit").await;
        visitor.choose("Owner", "Demo editor").await;
        visitor.press(Role::Button, "Save").await;
        visitor.reads("Demo editor").await;
        visitor.fill("We gain", "A view from the stores").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.reads("A view from the stores").await;
        visitor.settle().await;

        open_board(visitor).await;
        carry(visitor, "Identified").await;
        visitor.reads(&format!("{PARTY} moved to Qualified.")).await;
        visitor.settle().await;
        card_in(visitor, "Qualified").await;
    });
}

/// A card that is dragged to a stage that asks for nothing is moved there; one that is dragged where
/// it may not go stays.
#[test]
fn cards_are_dragged() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        let card = card_in(visitor, "Identified").await;
        drag(visitor, &card, "Active").await;
        visitor.find_like(Role::Dialog, "Active").await;
        visitor.reads("This stage cannot follow the present one.").await;
        visitor.press(Role::Button, "Close").await;

        let card = card_in(visitor, "Identified").await;
        drag(visitor, &card, "Dormant").await;
        visitor.reads(&format!("{PARTY} moved to Dormant.")).await;
        visitor.settle().await;
        card_in(visitor, "Dormant").await;
    });
}

/// The table holds the same engagements as the columns, with the same moves.
#[test]
fn the_table_has_the_same_powers() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        let cards =
            visitor.evaluate("return document.querySelectorAll('article.card').length").await;
        visitor.press(Role::Radio, "Table").await;
        visitor.is_at("view=table").await;
        visitor.settle().await;
        let rows = visitor.evaluate("return document.querySelectorAll('tbody tr').length").await;
        assert_eq!(cards, rows);
        visitor.press_first(Role::Button, &format!("Move {PARTY} to another stage")).await;
        visitor.press(Role::Button, "Dormant").await;
        visitor.reads(&format!("{PARTY} moved to Dormant.")).await;
    });
}

async fn open_board(visitor: &Visitor) {
    visitor.press(Role::Link, "Pipeline").await;
    visitor.settle().await;
    visitor.choose("Community", "OpenLMIS").await;
    visitor.settle().await;
}

/// Picks the card up by the keyboard and puts it down one column further.
async fn carry(visitor: &Visitor, stage: &str) {
    let card = card_in(visitor, stage).await;
    visitor.evaluate_on(&card, "arguments[0].focus()").await;
    visitor.type_on(" ").await;
    visitor.reads("picked up in Identified").await;
    visitor.keys(&[Key::Right]).await;
    visitor.reads("Over Qualified").await;
    visitor.type_on(" ").await;
}

/// The card of the party, which must be in this column.
async fn card_in(visitor: &Visitor, stage: &str) -> WebElement {
    let column = visitor.find_like(Role::Region, stage).await;
    visitor.find_in(&column, Role::Card, PARTY).await
}

/// Drags a card over the head of a column and lets it go there.
async fn drag(visitor: &Visitor, card: &WebElement, stage: &str) {
    let column = visitor.find_like(Role::Region, stage).await;
    let heading = visitor.all_in(&column, Role::Heading).await.remove(0);
    visitor.drag(card, &heading).await;
}
