//! What is typed and not saved: nothing takes it away without a question.

use thirtyfour::Key;

use crate::support::{Account, Answer, Command, Role, Setting, Visitor, play, play_after};

const PASSWORD: &str = "six ordinary words make one password";
const NAME: &str = "Malaria data circle";

/// Going back in the browser asks before a form is lost: who stays is still on the form with all that
/// was typed, who leaves is not asked again.
#[test]
fn going_back_asks() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.open("/stakeholder/new").await;
        visitor.press_like(Role::Link, "A board, council").await;
        visitor.fill("Name in English", NAME).await;
        go_back(visitor).await;
        visitor.answer("What you typed is not saved.", Answer::No).await;
        visitor.is_at("/stakeholder/new?kind=GROUP").await;
        assert_eq!(typed_name(visitor).await, NAME);
        go_back(visitor).await;
        visitor.answer("What you typed is not saved.", Answer::Yes).await;
        visitor.no_longer_at("kind=GROUP").await;
        visitor.find_like(Role::Link, "A board, council").await;
    });
}

/// Choosing somebody in the box of the header asks as well.
#[test]
fn going_to_somebody_asks() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.open("/stakeholder/new?kind=GROUP").await;
        visitor.fill("Name in English", NAME).await;
        visitor.search("Go to", "openlmis").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.answer("What you typed is not saved.", Answer::No).await;
        assert_eq!(typed_name(visitor).await, NAME);
        visitor.is_at("/stakeholder/new?kind=GROUP").await;
    });
}

/// A session that ends takes nothing away: whoever types is asked to sign in again above the form, and
/// what was typed is recorded after that.
#[test]
fn the_end_of_a_session_keeps_the_form() {
    let account = Command {
        words: "user add amina --name Amina --community openimis --role editor",
        input: "",
    };
    let password = Command { words: "user password amina", input: PASSWORD };
    play_after(&[account, password], Setting::ENGLISH, async |visitor| {
        visitor.open("/signin?back=/stakeholder/new%3Fkind%3DGROUP").await;
        visitor.fill("Login", "amina").await;
        visitor.fill("Password", PASSWORD).await;
        visitor.press(Role::Button, "Sign in").await;
        visitor.fill("Name in English", NAME).await;
        visitor.choose("Type of group", "Community of practice").await;
        visitor.settle().await;
        end_session(visitor).await;
        visitor.provoke("/graphql");
        visitor.evaluate("document.querySelector('[name=nameEn]').focus()").await;
        visitor.type_on("s").await;

        let dialog = visitor.find(Role::Dialog, "Your session has ended").await;
        let name = format!("{NAME}s");
        assert_eq!(typed_name(visitor).await, name);
        visitor.fill("Login", "amina").await;
        visitor.fill("Password", PASSWORD).await;
        visitor.press_in(&dialog, Role::Button, "Sign in").await;
        visitor.no_longer_reads("Your session has ended").await;
        assert_eq!(typed_name(visitor).await, name);
        visitor.press(Role::Button, "Create").await;
        visitor.reads(&format!("{name} is recorded.")).await;
        visitor.find(Role::Heading, &name).await;
    });
}

/// What is typed in search of a source and not chosen is refused at its field, and so is a date that is
/// none, before anything else is filled in.
#[test]
fn typed_evidence_is_refused_at_its_field() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.open("/relationship/new").await;
        visitor.search("Source already recorded", "board minutes").await;
        visitor.fill("Since", "31/05/2024").await;
        visitor.fill("Until", "").await;
        visitor.reads("Choose one of those offered, or empty this field.").await;
        visitor.reads("This is not a date").await;
        visitor.press(Role::Button, "Record relationship").await;
        let refused = "return [...document.querySelectorAll('form [aria-invalid=true]')].map((field) => field.name)";
        let refused = visitor.evaluate(refused).await;
        let refused: Vec<String> = serde_json::from_value(refused).expect("names");
        assert_eq!(refused, ["source", "target", "kind", "validFrom", "evidence.source"]);
    });
}

/// Enter chooses from the answer to what is typed then, even when it is pressed before that answer has
/// come, and never from the list of a former text.
#[test]
fn enter_waits_for_its_answer() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/directory").await;
        visitor.search("Go to", "c").await;
        visitor.settle().await;
        visitor.type_on("linton".to_owned() + Key::Enter).await;
        visitor.find(Role::Heading, "Clinton Health Access Initiative").await;
        visitor.search("Go to", "openlmis").await;
        visitor.keys(&[Key::Enter]).await;
        visitor.find(Role::Heading, "OpenLMIS").await;
    });
}

/// Presses the browser's own button, which answers before the page does.
async fn go_back(visitor: &Visitor) {
    visitor.evaluate("setTimeout(() => history.back())").await;
}

/// Ends the session as it ends everywhere when somebody signs out in another tab.
async fn end_session(visitor: &Visitor) {
    let end = "return fetch('/auth/signout', { method: 'POST', body: '{}', \
        headers: { 'Content-Type': 'application/json', 'X-Banyan': '1' } }).then((answer) => answer.ok)";
    assert_eq!(visitor.evaluate(end).await, true);
}

async fn typed_name(visitor: &Visitor) -> String {
    let name = visitor.evaluate("return document.querySelector('[name=nameEn]').value").await;
    name.as_str().unwrap_or_default().to_owned()
}
