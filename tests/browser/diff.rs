//! What differs: between two days, between two versions of a record, and on the map.

use serde_json::Value;
use thirtyfour::Key;

use crate::support::{Account, Role, Setting, play};

/// Three presses from Home one reads what a document added on its day, on what evidence; a fourth leads
/// to the relationship.
#[test]
fn what_a_document_added() {
    play(Setting::FRENCH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/").await;
        visitor.press_first(Role::Link, "Questions").await;
        visitor.press(Role::Link, "Qu’ont ajouté les documents à une date\u{a0}?").await;
        visitor.press_like(Role::Link, "openIMIS community building: versions compared").await;
        visitor.is_at("from=2020-09-15&to=2020-09-16").await;
        visitor.reads("relations ajoutées, 0 terminée, 0 modifiée").await;
        visitor.reads("attestée depuis le 16 septembre 2020").await;
        visitor.reads("openIMIS community building: versions compared, line").await;
        visitor.press_first(Role::Link, "Bluesquare soutient openIMIS").await;
        visitor.is_at("/relationship/rel_").await;
    });
}

/// Two presses from Home one reads what rests on a single source that is old, on any day; what is of
/// unknown age is told apart and is a press away.
#[test]
fn what_rests_on_one_old_source() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/").await;
        visitor.press_first(Role::Link, "Questions").await;
        visitor
            .press(Role::Link, "What do we rely on that is old, on one source only, or disputed?")
            .await;
        visitor.open("/relationships?freshness=STALE&sources=1&asOf=2020-12-31").await;
        visitor.reads("13 December 2018").await;
        visitor.press(Role::Button, "Show them").await;
        visitor.is_at("freshness=UNDATED").await;
        visitor.reads("undated").await;
        visitor.open("/relationships?freshness=STALE&sources=1&asOf=2020-12-12").await;
        visitor.reads("No relationship matches these filters.").await;
    });
}

/// The lines that the page of two versions tells, with their signs.
const LINES: &str =
    "return [...document.querySelectorAll('section .diff li')].map((line) => line.innerText);";

/// Two versions of a record are compared line by line, told by signs and words, and a line's change is
/// taken back from there.
#[test]
fn versions_are_compared_line_by_line() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/directory?q=swisstph").await;
        visitor.press(Role::Link, "Swiss Tropical and Public Health Institute").await;
        visitor.press(Role::Link, "Edit").await;
        visitor.fill("Website", "https://www.swisstph.ch").await;
        visitor.press(Role::Button, "Save").await;
        visitor.reads("Saved.").await;
        visitor.press(Role::Link, "History").await;
        visitor.press(Role::Link, "Compare versions").await;
        visitor.is_at("/compare?record=").await;
        visitor.reads("This line was added.").await;
        visitor.find_like(Role::Heading, "Versions compared").await;
        visitor.reads("https://www.swisstph.ch").await;
        let lines = visitor.evaluate(LINES).await;
        let lines: Vec<String> = serde_json::from_value(lines).expect("lines");
        assert!(lines.iter().all(|line| line.starts_with("+ ")), "{lines:?}");
        // What was recorded at once is not taken back line by line; what was changed is.
        let undo = "return [...document.querySelectorAll('section .diff .actions')].length";
        assert_eq!(visitor.evaluate(undo).await, Value::from(1));
        visitor.press_first(Role::Button, "Undo Swiss Tropical and Public Health Institute").await;
        let question = visitor.find_like(Role::Dialog, "Undo").await;
        visitor.press_in(&question, Role::Button, "Undo").await;
        visitor.reads("Undone.").await;
    });
}

/// How many relationships the table marks with this sign.
fn marked(sign: &str) -> String {
    format!(
        "return [...document.querySelectorAll('tr[data-edge]')]
            .filter((row) => row.cells[3].innerText.includes('{sign} ')).length"
    )
}

/// The days of change are places of a slider, by the keyboard too; an earlier day beside it marks what
/// came, in the picture's legend as in its table, and the address keeps it all.
#[test]
fn the_map_compares_days() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/map").await;
        visitor.press(Role::Link, "openIMIS").await;
        visitor.settle().await;
        let whole =
            visitor.evaluate("return document.querySelectorAll('tr[data-edge]').length").await;
        visitor.evaluate("document.querySelector('input[type=range]').focus()").await;
        visitor.keys(&[Key::Left]).await;
        visitor.is_at("asOf=2020-09-16").await;
        visitor.settle().await;
        let address = visitor.address().await.replace("asOf=2020-09-16", "asOf=2020-09-15");
        visitor.open(&address).await;
        visitor.settle().await;
        let before =
            visitor.evaluate("return document.querySelectorAll('tr[data-edge]').length").await;
        assert!(before.as_u64() < whole.as_u64(), "{before} of {whole}");
        visitor.reads("undated").await;
        let both = address.replace("asOf=2020-09-15", "asOf=2020-12-31&from=2020-09-15");
        visitor.open(&both).await;
        visitor.reads("From 15 September 2020 to 31 December 2020").await;
        let added = visitor.evaluate(&marked("+")).await;
        assert_eq!(added.as_u64().zip(before.as_u64()).map(|(a, b)| a + b), whole.as_u64());
        assert_eq!(visitor.evaluate(&marked("−")).await, Value::from(0));
        let legend = "return document.querySelector('[data-legend=compared]').innerText";
        assert!(visitor.evaluate(legend).await.as_str().is_some_and(|told| told.contains("added")));
        visitor.press(Role::Link, "The same as lists, with evidence").await;
        visitor.is_at("/diff?from=2020-09-15&to=2020-12-31&focus=good_").await;
        visitor.reads("Added").await;
    });
}
