//! Taking along what is recorded: as files, and as a question to the API.

use serde_json::Value;
use thirtyfour::Key;

use crate::support::{Account, Role, Setting, Visitor, play};

/// Keeps what the page hands to the browser, where the test can see it.
const KEEP: &str = "
window.kept = [];
const address = URL.createObjectURL;
URL.createObjectURL = (file) => { window.kept.push({ file }); return address(file); };
HTMLAnchorElement.prototype.click = function () { window.kept.at(-1).name = this.download; };
";

/// A place to paste into, since pages without a form have none.
const SHEET: &str =
    "const sheet = document.createElement('textarea'); document.body.append(sheet); sheet.focus();";

/// What the server answers to the pasted question.
const ASK: &str = "
const query = document.activeElement.value;
return fetch('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }) }).then((answer) => answer.json());
";

/// A visitor takes what is public along, and a member also what the community shows its members.
#[test]
fn two_files_of_what_one_may_see() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory").await;
        let public = both_files(visitor).await;
        visitor.sign_in(Account::Manager).await;
        visitor.open("/directory").await;
        let own = both_files(visitor).await;
        assert!(public.iter().zip(&own).all(|(public, own)| public < own), "{public:?} {own:?}");
    });
}

/// A page's question, put on the clipboard, is answered as it is by the same rows.
#[test]
fn the_question_of_a_page() {
    play(Setting::FRENCH, async |visitor| {
        visitor.open("/directory?kind=GROUP&q=conseil").await;
        let rows = visitor.evaluate("return document.querySelectorAll('tbody tr').length").await;
        let answer = copied_question(visitor).await;
        let found = &answer["data"]["stakeholders"];
        assert!(found["totalCount"].as_i64() > Some(0), "{answer}");
        assert_eq!(found["totalCount"], rows);

        visitor.open("/map").await;
        visitor.press(Role::Link, "openIMIS").await;
        visitor.settle().await;
        let answer = copied_question(visitor).await;
        assert_eq!(answer["data"]["neighborhood"]["nodes"][0]["name"], "openIMIS");
    });
}

/// How many lines both files have, which begin with the headings that an import knows.
async fn both_files(visitor: &Visitor) -> [usize; 2] {
    visitor.evaluate(KEEP).await;
    visitor.press(Role::Summary, "Export").await;
    let stakeholders = file(visitor, "Stakeholders (CSV)", "stakeholders.csv", "name_en").await;
    let relationships =
        file(visitor, "Relationships (CSV)", "relationships.csv", "from,kind,to").await;
    // The demo records no capability, so that this file holds the headings alone.
    file(visitor, "Capabilities (CSV)", "capabilities.csv", "provider,good,service").await;
    [stakeholders, relationships]
}

async fn file(visitor: &Visitor, button: &str, name: &str, heading: &str) -> usize {
    visitor.press(Role::Button, button).await;
    visitor.settle().await;
    let kept = visitor.evaluate(
        "const kept = window.kept.at(-1); return kept.file.text().then((text) => [kept.name, text]);",
    );
    let kept: [String; 2] = serde_json::from_value(kept.await).expect("a name and a text");
    let headings = kept[1].lines().next().unwrap_or_default();
    assert_eq!(kept[0], name);
    assert!(headings.contains(heading), "{headings}");
    kept[1].lines().count()
}

/// The server's answer to what the button puts on the clipboard.
async fn copied_question(visitor: &Visitor) -> Value {
    visitor.press(Role::Summary, "GraphQL / curl").await;
    visitor.press(Role::Button, "Copier en GraphQL").await;
    visitor.reads("La requête est dans le presse-papiers.").await;
    visitor.evaluate(SHEET).await;
    let sheet = visitor.focused().await;
    sheet.send_keys(Key::Control + "v").await.expect("a paste");
    visitor.evaluate(ASK).await
}
