//! The query page. That it keeps its content policy and asks no other host is checked on every page.

use crate::support::{Account, Role, Setting, play};

/// The words of the answer that the editor shows.
const ANSWER: &str = "return document.querySelector('.graphiql-response')?.innerText ?? ''";
/// The names of the open questions.
const TABS: &str =
    "return [...document.querySelectorAll('.graphiql-tab-button')].map((tab) => tab.innerText)";

/// Anybody opens the page, runs the first of three examples and sees rows.
#[test]
fn anybody_asks() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/explore").await;
        visitor.find(Role::Heading, "Query page").await;
        visitor.reads("Not signed in: public rows").await;
        visitor.press_like(Role::Button, "Execute query").await;
        visitor.reads("Gates Foundation").await;
        let answer = visitor.evaluate(ANSWER).await;
        assert!(answer.as_str().is_some_and(|answer| answer.contains("totalCount")), "{answer}");
        let tabs = visitor.evaluate(TABS).await;
        assert_eq!(tabs.as_array().map(Vec::len), Some(3), "{tabs}");
        visitor.switch_language().await;
        visitor.find(Role::Heading, "Page de requêtes").await;
        visitor.reads("Qui finance OpenLMIS ?").await;
        visitor.settle().await;
    });
}

/// The question of a list opens in the page as it was asked, and is answered as whoever is signed in.
#[test]
fn the_question_of_a_list_goes_on_here() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/directory?q=dhis2").await;
        visitor.press(Role::Summary, "GraphQL / curl").await;
        visitor.press(Role::Link, "Open in the query page").await;
        visitor.find(Role::Heading, "Query page").await;
        visitor.settle().await;
        visitor.reads("Signed in as").await;
        visitor.press_like(Role::Button, "Execute query").await;
        // The editor draws only the lines in sight: the first row, and not the last.
        visitor.reads("\"name\": \"DHIS2\"").await;
        let tabs = visitor.evaluate(TABS).await;
        assert_eq!(tabs[0], "DirectoryRows", "{tabs}");
        visitor.settle().await;
    });
}
