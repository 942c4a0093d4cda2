//! Moving engagements on the pipeline board.

use thirtyfour::{Key, WebElement};

use crate::support::{Account, Role, Screen, Setting, Visitor, play};

const PARTY: &str = "Central medical stores";

/// A move whose guard is not met names what is missing and leads to where it is recorded; once it is,
/// the same move by the same keys is made.
#[test]
fn a_blocked_move_names_what_is_missing() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        carry(visitor).await;
        let dialog = visitor.find(Role::Dialog, &format!("Move {PARTY} to Qualified")).await;
        let said = visitor.words_of(&dialog).await;
        assert!(said.contains("An owner") && said.contains("What we gain"), "{said}");
        assert!(!said.contains("entry point"), "an open action looks for one: {said}");
        visitor.press_first(Role::Link, "record it").await;
        visitor.find_like(Role::Heading, PARTY).await;

        let facts = visitor.find_part("facts").await;
        let owner = visitor.find_in(&facts, Role::Choice, "Owner").await;
        visitor.settle().await;
        assert_eq!(visitor.evaluate("return document.activeElement.name").await, "owner");
        visitor.choose_from(&owner, "Demo editor").await;
        visitor.press_in(&facts, Role::Button, "Save").await;
        visitor.reads("Demo editor").await;
        visitor.fill("We gain", "A view from the stores").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.reads("A view from the stores").await;
        visitor.settle().await;

        open_board(visitor).await;
        carry(visitor).await;
        visitor.reads(&format!("{PARTY} moved to Qualified.")).await;
        visitor.settle().await;
        card_in(visitor, PARTY, "Qualified").await;
    });
}

/// A card that is dragged to a stage that cannot follow stays and says so; one that is dragged where it
/// may go is asked for what the move needs, and moves.
#[test]
fn cards_are_dragged() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        drag(visitor, "Local vendors", "Qualified", "In dialogue").await;
        visitor.find(Role::Dialog, "Move Local vendors to In dialogue").await;
        visitor.reads("This stage cannot follow the present one.").await;
        visitor.press(Role::Button, "Close").await;

        drag(visitor, "Local vendors", "Qualified", "Identified").await;
        visitor.find(Role::Dialog, "Move Local vendors to Identified").await;
        visitor.fill("Note", "Nobody answers there any more").await;
        visitor.press(Role::Button, "Move").await;
        visitor.reads("Local vendors moved to Identified.").await;
        visitor.settle().await;
        card_in(visitor, "Local vendors", "Identified").await;
    });
}

/// The table holds the same engagements as the columns, with the same moves.
#[test]
fn the_table_has_the_same_powers() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        let cards = visitor.evaluate("return document.querySelectorAll('.card').length").await;
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

/// While a filter narrows the board, the head of each column tells how many of its cards pass.
#[test]
fn filtered_columns_tell_of_how_many() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        let heads = heads(visitor).await;
        assert!(heads.iter().all(|head| !head.contains(" of ")), "{heads:?}");
        visitor.fill("Text", PARTY).await;
        visitor.is_at("q=").await;
        visitor.settle().await;
        let narrowed = self::heads(visitor).await;
        assert_eq!(narrowed.len(), heads.len());
        for (head, before) in narrowed.iter().zip(&heads) {
            let (stage, all) = before.rsplit_once(' ').expect("a number");
            let passing = usize::from(stage == "Identified");
            assert_eq!(*head, format!("{stage} {passing} of {all}"));
        }
    });
}

/// On a phone one stage is shown at a time, chosen above it, and the page does not scroll past the
/// cards of the others.
#[test]
fn a_phone_shows_one_stage() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        open_board(visitor).await;
        let heads = heads(visitor).await;
        visitor.use_screen(Screen::Phone).await;
        visitor.settle().await;
        let (stage, number) = heads[3].rsplit_once(' ').expect("a stage");
        visitor.choose("Stage", &format!("{stage} ({number})")).await;
        visitor.settle().await;
        let shown = "return [...document.querySelectorAll('.board-column')]
            .filter((column) => column.offsetHeight > 0).map((column) => column.querySelector('h2').innerText)";
        assert_eq!(visitor.evaluate(shown).await, serde_json::json!([heads[3]]));
    });
}

/// What stands above the columns: the stage and how many.
async fn heads(visitor: &Visitor) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('.board-stage')].map((head) => head.innerText)";
    serde_json::from_value(visitor.evaluate(script).await).expect("headings")
}

async fn open_board(visitor: &Visitor) {
    visitor.press(Role::Link, "Pipeline").await;
    visitor.settle().await;
    visitor.choose("Community", "OpenLMIS").await;
    visitor.settle().await;
}

/// Picks the card up by the keyboard and puts it down one column further.
async fn carry(visitor: &Visitor) {
    let card = card_in(visitor, PARTY, "Identified").await;
    visitor.evaluate_on(&card, "arguments[0].focus()").await;
    visitor.type_on(" ").await;
    visitor.reads("picked up in Identified").await;
    visitor.keys(&[Key::Right]).await;
    visitor.reads("Over Qualified").await;
    visitor.type_on(" ").await;
}

/// The card of a party, which must be in this column.
async fn card_in(visitor: &Visitor, party: &str, stage: &str) -> WebElement {
    let column = visitor.find_like(Role::Region, stage).await;
    visitor.find_in(&column, Role::Card, party).await
}

/// Drags a card over the head of a column and lets it go there.
async fn drag(visitor: &Visitor, party: &str, from: &str, to: &str) {
    visitor.settle().await;
    let card = card_in(visitor, party, from).await;
    let column = visitor.find_like(Role::Region, to).await;
    let heading = visitor.all_in(&column, Role::Heading).await.remove(0);
    visitor.drag(&card, &heading).await;
}
