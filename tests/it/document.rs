//! Documents that are known by their digests: those of the front end, and those that clients have
//! sent before.

use api::http::document::{Documents, FreeForm, Introspection, Manifest, Settings};
use api::http::{Settings as Door, State};
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer, send};
use tests::app::TestApp;

const OWN: &str = "query Own { communities { name } }";
const EARLIER: &str = "query Earlier { communities { id } }";

/// The digest of `{__typename}`.
const DIGEST: &str = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";

async fn start(settings: Settings) -> TestApp {
    TestApp::start_with(Door { documents: settings, ..Door::default() }).await
}

fn of(text: &str, free_form: FreeForm) -> Settings {
    Settings { manifest: Manifest::of([text.to_owned()]), free_form, ..Settings::default() }
}

fn named(digest: &str) -> Value {
    json!({ "persistedQuery": { "version": 1, "sha256Hash": digest } })
}

async fn post(actor: &Actor, body: &Value) -> Answer {
    let request = actor.request(Method::POST, "/graphql").json(body);
    send(request.header("accept", "application/graphql-response+json")).await
}

async fn get(actor: &Actor, parameters: &[(&str, &str)]) -> Answer {
    send(actor.request(Method::GET, "/graphql").query(parameters)).await
}

/// A client names a document, hears that nobody knows it, sends its text once, and from then on only
/// its digest: by POST and by GET, each knowing what came over the other.
#[tokio::test]
async fn a_document_is_sent_once_and_named_from_then_on() {
    let app = TestApp::start().await;
    let actor = app.anonymous();
    let extensions = named(DIGEST);
    let missing = post(&actor, &json!({ "extensions": extensions })).await;
    assert_eq!(missing.status, 400, "{}", missing.text);
    assert_eq!(missing.json()["errors"][0]["message"], "PersistedQueryNotFound");
    assert_eq!(missing.code(), "PERSISTED_QUERY_NOT_FOUND");
    let text = extensions.to_string();
    let older = get(&actor, &[("extensions", &text)]).await;
    assert_eq!(older.status, 200, "clients of the older form take other statuses for a failure");
    assert_eq!(older.code(), "PERSISTED_QUERY_NOT_FOUND");

    let sent = json!({ "query": "{__typename}", "extensions": extensions });
    assert_eq!(post(&actor, &sent).await.json()["data"]["__typename"], "Query");
    let again = json!({ "extensions": extensions, "variables": {} });
    assert_eq!(post(&actor, &again).await.json()["data"]["__typename"], "Query");
    let by_get = get(&actor, &[("extensions", &text)]).await;
    assert_eq!(by_get.json()["data"]["__typename"], "Query");
    app.stop().await;
}

/// A digest stands for no other text, what is refused is not remembered, and other ways of naming
/// documents are told apart.
#[tokio::test]
async fn digests_stand_for_what_they_say() {
    let app = TestApp::start().await;
    let actor = app.anonymous();
    let wrong = json!({ "query": "{communities{id}}", "extensions": named(DIGEST) });
    assert_eq!(post(&actor, &wrong).await.code(), "BAD_USER_INPUT");
    let refused = json!({ "query": "{stakeholders(first: 1000){nodes{id}}}", "extensions":
        named("e16e2e5f94bb8f41d9f030f13430603c797c89251765c93fd2ef677d3508048a") });
    assert_eq!(post(&actor, &refused).await.code(), "BAD_USER_INPUT");
    let missing = post(&actor, &json!({ "extensions": named(DIGEST) })).await;
    assert_eq!(missing.code(), "PERSISTED_QUERY_NOT_FOUND");
    let other = json!({ "persistedQuery": { "version": 2, "sha256Hash": DIGEST } });
    let other = post(&actor, &json!({ "query": "{__typename}", "extensions": other })).await;
    assert_eq!(other.code(), "PERSISTED_QUERY_NOT_SUPPORTED");
    assert_eq!(other.json()["errors"][0]["message"], "PersistedQueryNotSupported");
    app.stop().await;
}

/// Where an operator keeps queries of one's own to those who are signed in, everybody still uses
/// Banyan's own pages.
#[tokio::test]
async fn free_form_can_be_kept_to_those_signed_in() {
    let app = start(of(OWN, FreeForm::SignedIn)).await;
    let (anonymous, editor) = (app.anonymous(), app.actor(domain::community::Role::Editor).await);
    let refused = anonymous.post("{__typename}", Value::Null).await;
    assert_eq!((refused.status.as_u16(), refused.code().as_str()), (403, "FORBIDDEN"));
    assert!(refused.text.contains("Sign in"), "{}", refused.text);
    assert_eq!(anonymous.data(OWN, Value::Null).await["communities"][0]["name"], "OpenLMIS");
    assert_eq!(editor.data("{__typename}", Value::Null).await["__typename"], "Query");
    app.stop().await;
}

/// Kept to API tokens, they are refused to whoever is signed in at a page.
#[tokio::test]
async fn free_form_can_be_kept_to_api_tokens() {
    let app = start(of(OWN, FreeForm::ApiTokens)).await;
    let editor = app.actor(domain::community::Role::Editor).await;
    assert_eq!(editor.code("{__typename}", Value::Null).await, "FORBIDDEN");
    editor.data(OWN, Value::Null).await;
    app.stop().await;
}

/// Where introspection is off the schema says nothing of itself, and the contract is still served.
#[tokio::test]
async fn introspection_can_be_off() {
    let settings = Settings { introspection: Introspection::Off, ..Settings::default() };
    let app = start(settings).await;
    let actor = app.anonymous();
    for query in [
        "{ __schema { types { name } } }",
        "{ ...F } fragment F on Query { __type(name: \"Query\") { name } }",
    ] {
        assert_eq!(actor.code(query, Value::Null).await, "FORBIDDEN", "{query}");
    }
    actor.data("{ __typename }", Value::Null).await;
    assert!(actor.get("/schema.graphql").await.text.contains("type Query"));
    app.stop().await;
}

/// A page that was opened before an update goes on after it, for thirty days after it was last
/// served anywhere; then its operations are a stranger's.
#[tokio::test]
async fn pages_survive_an_update() {
    let app = start(of(OWN, FreeForm::ApiTokens)).await;
    let actor = app.anonymous();
    assert_eq!(actor.code(EARLIER, Value::Null).await, "FORBIDDEN");
    let before = Documents::new(of(EARLIER, FreeForm::ApiTokens));
    before.remember(&app.app).await.expect("kept");
    app.documents.follow(&app.app).await.expect("read");
    actor.data(EARLIER, Value::Null).await;

    app.wait(chrono::TimeDelta::days(29));
    app.documents.remember(&app.app).await.expect("kept");
    actor.data(EARLIER, Value::Null).await;
    app.wait(chrono::TimeDelta::days(2));
    app.documents.remember(&app.app).await.expect("kept");
    assert_eq!(actor.code(EARLIER, Value::Null).await, "FORBIDDEN");
    actor.data(OWN, Value::Null).await;
    app.stop().await;
}

/// A process whose limits refuse its own front end does not start, and says which operation it is.
#[tokio::test]
async fn a_front_end_beyond_the_limits_is_refused_at_start() {
    let app = TestApp::start().await;
    let check = |text: &str| {
        let documents = of(text, FreeForm::Everyone);
        let door = Door { documents, ..Door::default() };
        State::new(app.app.clone(), app.auth.clone(), door).err().map(|error| error.to_string())
    };
    let aliases: String = (0..31).map(|number| format!("a{number}: __typename ")).collect();
    let refused = check(&format!("query Broad {{ {aliases} }}")).expect("a refusal");
    assert!(refused.contains("operation Broad") && refused.contains("31 root fields"), "{refused}");
    assert!(check("query Broken {").is_some());
    assert_eq!(check(OWN), None);
    app.stop().await;
}

/// What the front end sends passes the limits as shipped, as a manifest.
#[tokio::test]
async fn the_front_end_is_admitted_at_start() {
    let app = TestApp::start().await;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/graphql");
    let files = std::fs::read_dir(folder).expect("the operations");
    let texts =
        files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a text"));
    let documents = Settings { manifest: Manifest::of(texts), ..Settings::default() };
    let door = Door { documents, ..Door::default() };
    let refused = State::new(app.app.clone(), app.auth.clone(), door).err();
    assert!(refused.is_none(), "{refused:?}");
    app.stop().await;
}

/// The query page has a content policy of its own, and nothing else has it.
#[tokio::test]
async fn the_query_page_alone_has_the_wider_policy() {
    let app = TestApp::start().await;
    let actor = app.anonymous();
    for path in ["/explore", "/explore/"] {
        let policy = actor.get(path).await.header("content-security-policy").to_owned();
        assert!(policy.contains("style-src 'self' 'unsafe-inline'; "), "{policy}");
        assert!(policy.contains("worker-src 'self'; ") && policy.contains("script-src 'self' "));
    }
    for path in ["/", "/directory", "/explore/index.html", "/explore/none.js", "/graphql"] {
        let policy = actor.get(path).await.header("content-security-policy").to_owned();
        assert!(
            !policy.contains("unsafe-inline") && policy.contains("style-src 'self'; "),
            "{path}"
        );
    }
    let sent = actor.request(Method::POST, "/explore").send().await.expect("an answer");
    assert_eq!(sent.status(), 405);
    app.stop().await;
}
