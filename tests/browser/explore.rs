//! The query page. That it keeps its content policy and asks no other host is checked on every page.

use crate::support::{Account, Light, Role, Screen, Setting, play};

/// The words of the answer that the editor shows.
const ANSWER: &str = "return document.querySelector('.graphiql-response')?.innerText ?? ''";
/// The names of the open questions.
const TABS: &str =
    "return [...document.querySelectorAll('.graphiql-tab-button')].map((tab) => tab.innerText)";

/// How wide the question and the answer are, where the one ends and the other begins.
const SIZES: &str = "const [question, answer] = ['.graphiql-editors', '.graphiql-response']\
    .map((one) => document.querySelector(one).getBoundingClientRect());\
    return [question.width, answer.width, question.bottom, answer.top]";
/// Whether the ground is dark, and whether the letters on it are light.
const LIT: &str = "const light = (colour) => {\
      const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);\
      return red + green + blue > 3 * 128;\
    };\
    const ground = getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor;\
    const letters = getComputedStyle(document.querySelector('.graphiql-response .view-line span span')).color;\
    return [!light(ground), light(letters)]";

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

/// On a phone the answer stands below the question, each as wide as the screen allows, and the page
/// goes from light to dark with the system.
#[test]
fn a_phone_is_enough() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.use_screen(Screen::Phone).await;
        visitor.open("/explore").await;
        visitor.press_like(Role::Button, "Execute query").await;
        visitor.reads("Gates Foundation").await;
        for light in [Light::Day, Light::Night] {
            visitor.use_light(light).await;
            visitor.settle().await;
            assert_eq!(visitor.overflows().await, Vec::<String>::new());
            let sizes = visitor.evaluate(SIZES).await;
            let sizes: Vec<f64> = serde_json::from_value(sizes).expect("widths and places");
            let [question, answer, end, beginning] = sizes[..] else { panic!("{sizes:?}") };
            assert!(question > 250.0 && answer > 250.0 && beginning >= end, "{sizes:?}");
            let lit = visitor.evaluate(LIT).await;
            let is_night = light == Light::Night;
            assert_eq!(lit, serde_json::json!([is_night, is_night]), "{light:?}");
            visitor.keep_for_gallery(&format!("explore Phone {light:?}")).await;
        }
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
