//! Digests by mail: once, on the days that were asked for, and only where there is something to tell.

use super::{Mailing, SITE, holder, settings};
use api::app::App;
use api::auth::{Auth, key::Keys};
use chrono::TimeDelta;
use domain::community::Role;
use domain::identifier::{AccountId, Noun};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::actor::Actor;
use tests::app::PASSWORD;

const SET: &str = "mutation($period: DigestPeriod!) { setDigest(input: { period: $period }) {
    me { digestPeriod } } }";

/// Somebody who asked for a digest.
struct Reader {
    mailing: Mailing,
    anna: Actor,
    id: AccountId,
    /// How many letters came before.
    before: usize,
}

impl Reader {
    /// One whose address is confirmed.
    async fn start(period: &str) -> Self {
        let mut reader = Self::unconfirmed(period).await;
        reader.confirm().await;
        reader
    }

    async fn unconfirmed(period: &str) -> Self {
        let mailing = Mailing::start().await;
        let id = mailing.anna().await;
        let anna = holder(&mailing.app, &mailing.sign_in(PASSWORD).await);
        anna.data(SET, json!({ "period": period })).await;
        Self { mailing, anna, id, before: 0 }
    }

    async fn confirm(&mut self) {
        self.anna.auth("verification", json!({}), None).await;
        let letter = self.mailing.mail.letter(0).await;
        let body = json!({ "token": letter.token(&format!("{SITE}/verify")) });
        assert_eq!(self.anna.auth("verify", body, None).await.status, 200);
        self.before = 1;
    }

    /// Something that is due on this day, by somebody or nobody.
    async fn act(&self, text: &str, due: &str, owner: Option<AccountId>) {
        let input = json!({ "community": self.mailing.app.home(), "text": text, "dueOn": due,
            "owner": owner.map(|id| Noun::Account.format(id.0)) });
        let query =
            "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
        let editor = self.mailing.app.actor(Role::Editor).await;
        editor.data(query, json!({ "input": input })).await;
    }

    /// Sends what is due; answers how many digests there were so far.
    async fn send(&self) -> usize {
        self.mailing.app.auth.send_digests().await.expect("send");
        self.mailing.post().settled().await;
        self.mailing.mail.letters().len() - self.before
    }

    fn days_pass(&self, days: i64) {
        self.mailing.app.wait(TimeDelta::days(days));
    }
}

/// Another process on the same database, which sends letters too.
async fn another(reader: &Reader) -> Arc<Auth> {
    let app = &reader.mailing.app;
    let other = App::open(app.database_url(), app.clock.clone()).await.expect("open");
    other.letters.send_through(settings(&reader.mailing.mail.url(), Vec::new()));
    let folder = tempfile::tempdir().expect("a folder");
    let keys = Keys::open(&folder.path().join("key.pem")).expect("keys");
    let auth = Arc::new(Auth::open(other.clone(), keys).await.expect("auth"));
    auth.send_digests().await.expect("send");
    other.letters.post().expect("a post").settled().await;
    auth
}

/// A digest comes in the reader's language, one's own tasks first, and says where to see more and how to stop
/// it; nothing in it is a link but to Banyan.
#[tokio::test]
async fn a_digest_comes_by_mail() {
    let reader = Reader::start("DAILY").await;
    reader.act("Write to https://evil.example", "2026-02-27", None).await;
    reader.act("Call them", "2026-03-01", Some(reader.id)).await;
    assert_eq!(reader.send().await, 1);
    let letter = reader.mailing.mail.letter(1).await;
    assert_eq!(letter.to, ["anna@example.org"]);
    assert_eq!(letter.header("Subject"), "Banyan\u{a0}: 2 points demandent votre attention");
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    let body = letter.body();
    assert!(body.starts_with("Bonjour Anna Muster,\n\n"), "{body}");
    let (own, other) =
        ("- «\u{a0}Call them\u{a0}» était à faire il y a 1 jour.", "- «\u{a0}Write to https");
    let place = |text: &str| body.find(text).unwrap_or_else(|| panic!("{text} in {body}"));
    assert!(place(own) < place(other), "{body}");
    assert_eq!(body.matches("://").count(), 2, "links to Banyan only: {body}");
    for page in ["attention", "account"] {
        assert!(body.contains(&format!("\n{SITE}/{page}\n")), "{body}");
    }
}

/// One digest a day however often and by whichever process it is looked for; none on a day on which there is
/// nothing to tell.
#[tokio::test(flavor = "multi_thread")]
async fn a_digest_is_sent_once_a_day() {
    let reader = Reader::start("DAILY").await;
    assert_eq!(reader.send().await, 0, "nothing to tell");
    reader.act("Call them", "2026-03-02", None).await;
    assert_eq!(reader.send().await, 0, "looked for today already");
    reader.days_pass(1);
    let ours = async { reader.mailing.app.auth.send_digests().await.expect("send") };
    tokio::join!(ours, another(&reader), another(&reader));
    assert_eq!(reader.send().await, 1);
    assert_eq!(reader.send().await, 1);
    reader.days_pass(1);
    assert_eq!(reader.send().await, 2);
}

/// Who asked for one each week has it on Mondays; who stops it has none.
#[tokio::test]
async fn a_weekly_digest_comes_on_mondays() {
    let reader = Reader::start("WEEKLY").await;
    reader.act("Call them", "2026-03-02", None).await;
    let mut sent = Vec::new();
    // From Monday to Monday.
    for _ in 0..8 {
        sent.push(reader.send().await);
        reader.days_pass(1);
    }
    assert_eq!(sent, [1, 1, 1, 1, 1, 1, 1, 2]);
    let anna = holder(&reader.mailing.app, &reader.mailing.sign_in(PASSWORD).await);
    let told: Value = anna.data(SET, json!({ "period": "NEVER" })).await;
    assert_eq!(told["setDigest"]["me"]["digestPeriod"], "NEVER");
    reader.days_pass(6);
    assert_eq!(reader.send().await, 2);
}

/// Nothing is sent to an address that nobody has confirmed.
#[tokio::test]
async fn a_digest_goes_to_confirmed_addresses() {
    let mut reader = Reader::unconfirmed("DAILY").await;
    reader.act("Call them", "2026-03-02", None).await;
    assert_eq!(reader.send().await, 0);
    reader.confirm().await;
    assert_eq!(reader.send().await, 1);
}
