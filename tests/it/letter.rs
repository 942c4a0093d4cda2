//! Letters: who gets them, in which language, and that their links work.

mod digest;
mod failure;
mod log;
mod stranger;
mod time;

use std::time::Duration;

use api::letter::{Patience, Post, Settings};
use api::service::account::{self, AccountDraft};
use domain::community::Role;
use domain::identifier::AccountId;
use domain::policy::Viewer;
use domain::text::Locale;
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer, send};
use tests::app::{PASSWORD, TestApp};
use tests::mail::MailServer;
use tokio::time::Instant;

/// Where the links lead, which is not where the tests are.
const SITE: &str = "https://banyan.example";
const ANOTHER: &str = "a horse of another colour";
const INVITE: &str = "mutation($input: InviteMemberInput!) { inviteMember(input: $input) {
    member { id } invitation { link sent } } }";

/// A Banyan that sends letters, and where they go.
struct Mailing {
    app: TestApp,
    mail: MailServer,
}

impl Mailing {
    /// One that tries again soon.
    async fn start() -> Self {
        Self::start_with(vec![Duration::from_millis(20); 3]).await
    }

    async fn start_with(tries: Vec<Duration>) -> Self {
        let (app, mail) = (TestApp::start().await, MailServer::start().await);
        app.app.letters.send_through(settings(&mail.url(), tries));
        Self { app, mail }
    }

    /// Somebody with a password whose login is an address.
    async fn anna(&self) -> AccountId {
        let draft = AccountDraft {
            login: "anna@example.org".to_owned(),
            display_name: "Anna Muster".to_owned(),
            locale: Locale::Fr,
        };
        let owner = || self.app.app.op(Viewer::Owner);
        let id = account::create(&owner(), draft).await.expect("an account");
        let home = self.app.communities[0];
        account::join(&owner(), id, home, Role::Editor).await.expect("a member");
        self.app.auth.set_password(id, PASSWORD).await.expect("a password");
        id
    }

    fn invitation(&self, login: &str, name: &str, locale: &str) -> Value {
        json!({ "input": { "communityId": self.app.home(), "login": login, "displayName": name,
            "locale": locale, "role": "EDITOR" } })
    }

    /// Says that this login's password is forgotten.
    async fn forgot(&self, login: &str) -> Answer {
        self.app.anonymous().auth("forgot", json!({ "login": login }), None).await
    }

    async fn sign_in(&self, password: &str) -> Answer {
        let body = json!({ "login": "anna@example.org", "password": password });
        self.app.anonymous().auth("signin", body, None).await
    }

    /// Waits until everything that was asked for is sent or given up.
    async fn settle(&self) {
        self.post().finish(Instant::now() + Duration::from_secs(20)).await;
    }

    fn post(&self) -> &Post {
        self.app.app.letters.post().expect("a way to send letters")
    }
}

fn settings(smtp: &str, tries: Vec<Duration>) -> Settings {
    let settings = Settings::parse(smtp, "Banyan <banyan@example.org>", SITE);
    let mut settings = settings.expect("settings");
    settings.patience = Patience { answer: Duration::from_secs(10), tries };
    settings
}

/// A client with the access token of an answer.
fn holder(app: &TestApp, answer: &Answer) -> Actor {
    let token = answer.json()["accessToken"].as_str().map(str::to_owned);
    Actor::new(app.address, Some(token.unwrap_or_else(|| panic!("no token in {}", answer.text))))
}

/// Whoever is invited gets a letter in their language, and the admin no link; its link lets them in
/// once, and shows that the address is theirs.
#[tokio::test]
async fn an_invitation_comes_by_mail() {
    let mailing = Mailing::start().await;
    let Mailing { app, mail } = &mailing;
    let admin = app.actor(Role::Admin).await;
    let made = admin.data(INVITE, mailing.invitation("Zoe@Example.org", "Zoé", "FR")).await;
    assert_eq!(made["inviteMember"]["invitation"], json!({ "link": null, "sent": true }));
    let letter = mail.letter(0).await;
    assert_eq!(
        (letter.from.as_str(), &letter.to[..]),
        ("banyan@example.org", &["zoe@example.org".to_owned()][..])
    );
    assert_eq!(letter.header("Subject"), "Invitation à OpenLMIS sur Banyan");
    assert_eq!(letter.header("From"), "Banyan <banyan@example.org>");
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    let body = letter.body();
    assert!(
        body.starts_with("Bonjour Zoé,\n\nadmin vous invite dans la communauté OpenLMIS"),
        "{body}"
    );
    assert!(body.contains("jusqu’au 2026-03-02 09:30 UTC"), "{body}");
    let token = letter.token(&format!("{SITE}/invitation"));
    let body = json!({ "token": token, "password": PASSWORD });
    let answer = app.anonymous().auth("invitation", body.clone(), None).await;
    let me = holder(app, &answer).data("{ me { login verified } }", json!({})).await;
    assert_eq!(me["me"], json!({ "login": "zoe@example.org", "verified": true }));
    assert_eq!(app.anonymous().auth("invitation", body, None).await.status, 401);
    assert_eq!(mail.letters().len(), 1);
}

/// Each language has its own letter; what people call themselves puts nothing else into it.
#[tokio::test]
async fn names_say_nothing_else() {
    let mailing = Mailing::start().await;
    let Mailing { app, mail } = &mailing;
    let admin = app.actor(Role::Admin).await;
    let name = "Win at https://evil.example/now";
    let draft = json!({ "name": name });
    let rename = "mutation($name: String!) { updateProfile(input: { displayName: $name, locale: EN,
        expectedVersion: 1 }) { me { version } } }";
    admin.data(rename, draft).await;
    admin.data(INVITE, mailing.invitation("zoe@example.org", name, "EN")).await;
    let letter = mail.letter(0).await;
    assert_eq!(letter.header("Subject"), "Invitation to OpenLMIS on Banyan");
    let body = letter.body();
    assert!(body.contains("invites you to the community OpenLMIS on Banyan"), "{body}");
    assert_eq!(body.matches("://").count(), 1, "one link, to Banyan: {body}");
    assert!(!body.contains("evil.example"), "{body}");
    let lines = mailing.invitation("eve@example.org", "Eve\r\nBcc: all@example.org", "EN");
    assert_eq!(admin.code(INVITE, lines).await, "BAD_USER_INPUT");
}

/// Where letters are sent, whoever is new needs an address; whoever was invited by a short name
/// before that still gets in by a link that is handed over.
#[tokio::test]
async fn who_is_new_has_an_address() {
    let (app, mail) = (TestApp::start().await, MailServer::start().await);
    let mailing = Mailing { app, mail };
    let Mailing { app, mail } = &mailing;
    let admin = app.actor(Role::Admin).await;
    let made = admin.data(INVITE, mailing.invitation("zoe", "Zoé", "FR")).await;
    app.app.letters.send_through(settings(&mail.url(), Vec::new()));
    let refused = admin.post(INVITE, mailing.invitation("eve", "Eve", "EN")).await.json();
    let refusal = &refused["errors"][0]["extensions"]["refusals"][0];
    assert_eq!(
        (&refusal["code"], &refusal["field"]),
        (&json!("ADDRESS_REQUIRED"), &json!("login"))
    );
    let again = "mutation($id: ID!) { resendInvitation(input: { membershipId: $id }) {
        invitation { link sent } } }";
    let id = &made["inviteMember"]["member"]["id"];
    let sent = admin.data(again, json!({ "id": id })).await;
    let invitation = &sent["resendInvitation"]["invitation"];
    assert_eq!(invitation["sent"], false);
    assert!(invitation["link"].as_str().is_some_and(|link| link.starts_with("/invitation#token=")));
    mailing.settle().await;
    assert_eq!(mail.letters().len(), 0);
}

/// An invitation that cannot be sent for now is refused, and nobody is told that it was not needed.
#[tokio::test]
async fn an_invitation_is_not_sent_for_ever() {
    let mailing = Mailing::start().await;
    let admin = mailing.app.actor(Role::Admin).await;
    let wish = mailing.invitation("zoe@example.org", "Zoé", "FR");
    let made = admin.data(INVITE, wish).await;
    let again = "mutation($id: ID!) { resendInvitation(input: { membershipId: $id }) {
        invitation { link sent } } }";
    let id = json!({ "id": made["inviteMember"]["member"]["id"] });
    for number in 0..4 {
        mailing.mail.letter(number).await;
        let sent = admin.data(again, id.clone()).await;
        assert_eq!(sent["resendInvitation"]["invitation"]["sent"], true);
    }
    mailing.mail.letter(4).await;
    assert_eq!(admin.code(again, id).await, "RATE_LIMITED");
}

/// An invitation with an idempotency key is sent when it is lasting, and once however often it is
/// asked for.
#[tokio::test]
async fn an_invitation_with_a_key_is_sent_once() {
    let mailing = Mailing::start().await;
    let Mailing { app, mail } = &mailing;
    let admin = app.actor(Role::Admin).await;
    let body = json!({ "query": INVITE,
        "variables": mailing.invitation("zoe@example.org", "Zoé", "FR") });
    let ask = async || {
        let request = admin.request(Method::POST, "/graphql").json(&body);
        send(request.header("idempotency-key", "once")).await.text
    };
    let first = ask().await;
    assert!(first.contains("\"sent\":true"), "{first}");
    assert_eq!(ask().await, first);
    let token = mail.letter(0).await.token(&format!("{SITE}/invitation"));
    mailing.settle().await;
    assert_eq!(mail.letters().len(), 1);
    let body = json!({ "token": token, "password": PASSWORD });
    assert_eq!(app.anonymous().auth("invitation", body, None).await.status, 200);
}

/// A forgotten password is replaced by a letter, whatever host the wish claims to come to: the link
/// leads to the site, works once, and the owner is told that the password is another one.
#[tokio::test]
async fn a_forgotten_password_is_replaced_by_mail() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    let Mailing { app, mail } = &mailing;
    let request = app.anonymous().request(Method::POST, "/auth/forgot");
    let request = request.header("x-banyan", "1").header("host", "evil.example");
    let asked = send(request.json(&json!({ "login": " Anna@example.org" }))).await;
    assert_eq!((asked.status.as_u16(), &asked.json()["mail"]), (202, &json!(true)));
    let letter = mail.letter(0).await;
    assert_eq!(letter.to, ["anna@example.org"]);
    assert_eq!(letter.header("Subject"), "Un autre mot de passe pour Banyan");
    assert!(!letter.raw.contains("evil.example"), "{}", letter.raw);
    let token = letter.token(&format!("{SITE}/reset"));
    let body = json!({ "token": token, "password": ANOTHER });
    let answer = app.anonymous().auth("reset", body.clone(), None).await;
    let me = holder(app, &answer).data("{ me { verified } }", json!({})).await;
    assert_eq!(me["me"]["verified"], true);
    assert_eq!(app.anonymous().auth("reset", body, None).await.status, 401);
    assert_eq!(mailing.sign_in(PASSWORD).await.status, 401);
    assert_eq!(mailing.sign_in(ANOTHER).await.status, 200);
    let notice = mail.letter(1).await;
    assert_eq!(notice.header("Subject"), "Votre mot de passe Banyan a été changé");
    assert_eq!((notice.to, notice.raw.contains("token")), (letter.to, false));
}

/// Whoever is signed in has their address confirmed by a letter, once, and nobody else does it for them;
/// a short name has none.
#[tokio::test]
async fn an_address_is_confirmed() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    let Mailing { app, mail } = &mailing;
    let anna = holder(app, &mailing.sign_in(PASSWORD).await);
    let asked = anna.auth("verification", json!({}), None).await;
    assert_eq!((asked.status.as_u16(), &asked.json()["mail"]), (202, &json!(true)));
    let letter = mail.letter(0).await;
    assert_eq!(letter.header("Subject"), "Votre adresse sur Banyan");
    let body = json!({ "token": letter.token(&format!("{SITE}/verify")) });
    let other = app.actor(Role::Viewer).await;
    assert_eq!(app.anonymous().auth("verify", body.clone(), None).await.status, 401, "nobody");
    assert_eq!(other.auth("verify", body.clone(), None).await.status, 401, "somebody else");
    assert_eq!(anna.auth("verify", body.clone(), None).await.status, 200);
    assert_eq!(anna.auth("verify", body, None).await.status, 401, "used");
    assert_eq!(anna.data("{ me { verified } }", json!({})).await["me"]["verified"], true);
    let short = app.actor(Role::Viewer).await.auth("verification", json!({}), None).await;
    assert_eq!((short.status.as_u16(), &short.json()["mail"]), (202, &json!(false)));
    assert_eq!(app.anonymous().auth("verification", json!({}), None).await.status, 401);
}

/// Whoever changes the password is told so at an address that is known to be theirs.
#[tokio::test]
async fn a_changed_password_is_told() {
    let mailing = Mailing::start().await;
    mailing.anna().await;
    let Mailing { app, mail } = &mailing;
    let anna = holder(app, &mailing.sign_in(PASSWORD).await);
    let change = async |current: &str, new: &str| {
        let body = json!({ "current": current, "new": new });
        anna.auth("password", body, None).await.status.as_u16()
    };
    assert_eq!(change(PASSWORD, ANOTHER).await, 200, "an address that nobody has confirmed");
    mailing.post().settled().await;
    anna.auth("verification", json!({}), None).await;
    let body = json!({ "token": mail.letter(0).await.token(&format!("{SITE}/verify")) });
    assert_eq!(anna.auth("verify", body, None).await.status, 200);
    assert_eq!(change("a wrong guess", PASSWORD).await, 400);
    assert_eq!(change(ANOTHER, PASSWORD).await, 200);
    let notice = mail.letter(1).await;
    assert_eq!(notice.header("Subject"), "Votre mot de passe Banyan a été changé");
    mailing.settle().await;
    assert_eq!(mail.letters().len(), 2);
}
