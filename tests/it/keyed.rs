//! A mutation with a key is carried out once, however often it is sent, and every sending gets the
//! same answer.

use api::error::Error;
use api::service::stakeholder::{self, NewStakeholder, UpdateStakeholder};
use chrono::TimeDelta;
use domain::community::Role;
use domain::policy::Viewer;
use domain::stakeholder::{DetailDraft, StakeholderDraft, Visibility};
use domain::text::Locale;
use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use tests::actor::{Actor, Answer, send};
use tests::app::TestApp;

mod kept;
mod kill;

const CREATE: &str = "mutation($input: CreatePersonInput!) { createPerson(input: $input) {
    person { id name summary history(first: 5) { nodes { fields { field after } } } } } }";

const RENAME: &str = "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) {
    person { name version } } }";

async fn keyed(actor: &Actor, key: &str, query: &str, input: Value) -> Answer {
    let body = json!({ "query": query, "variables": { "input": input } });
    let request = actor.request(Method::POST, "/graphql").header("idempotency-key", key);
    send(request.header("accept", "application/graphql-response+json").json(&body)).await
}

async fn names(actor: &Actor) -> Vec<Value> {
    let read = actor.data("{ people(first: 100) { nodes { name } } }", json!({})).await;
    read["people"]["nodes"].as_array().cloned().expect("a list")
}

fn ada(app: &TestApp) -> Value {
    json!({ "nameEn": "Ada", "summaryEn": "Counts.", "community": app.home() })
}

/// The same request under the same key is answered with the same bytes and done once; another
/// request under that key is refused; a day later the key is free again.
#[tokio::test]
async fn a_key_stands_for_one_request() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let first = keyed(&editor, "k1", CREATE, ada(&app)).await;
    let person = &first.json()["data"]["createPerson"]["person"];
    assert_eq!(person["summary"], "Counts.", "the answer shows the write itself: {}", first.text);
    assert!(first.text.contains(r#""nameEn""#), "{}", first.text);
    for _ in 0..3 {
        let again = keyed(&editor, "k1", CREATE, ada(&app)).await;
        assert_eq!((again.status, &again.text), (first.status, &first.text));
    }
    let other =
        keyed(&editor, "k1", CREATE, json!({ "nameEn": "Bob", "community": app.home() })).await;
    assert_eq!(other.code(), "CONFLICT");
    assert_eq!(names(&editor).await.len(), 1);
    app.wait(TimeDelta::hours(25));
    let editor = app.actor(Role::Editor).await;
    let later =
        keyed(&editor, "k1", CREATE, json!({ "nameEn": "Bob", "community": app.home() })).await;
    assert_eq!(later.status, 200, "{}", later.text);
    assert_eq!(names(&editor).await.len(), 2);
    app.stop().await;
}

/// A key belongs to one account; it may come in the extensions instead; two keys are none.
#[tokio::test]
async fn a_key_belongs_to_one_account() {
    let app = TestApp::start().await;
    for role in [Role::Editor, Role::Manager] {
        let made = keyed(&app.actor(role).await, "k", CREATE, ada(&app)).await;
        assert_eq!(made.status, 200, "{}", made.text);
    }
    let editor = app.actor(Role::Editor).await;
    assert_eq!(names(&editor).await.len(), 2);
    let body = json!({ "query": CREATE, "variables": { "input": ada(&app) },
        "extensions": { "idempotencyKey": "k" } });
    let request = || editor.request(Method::POST, "/graphql").json(&body);
    assert_eq!(send(request()).await.status, 200);
    assert_eq!(names(&editor).await.len(), 2, "the same key, wherever it stands");
    let both = send(request().header("idempotency-key", "other")).await;
    assert_eq!(both.code(), "BAD_USER_INPUT");
    for key in ["a b", &"k".repeat(201)] {
        assert_eq!(keyed(&editor, key, CREATE, ada(&app)).await.code(), "BAD_USER_INPUT");
    }
    app.stop().await;
}

/// A key is for one change alone: what else the request would write, or be denied, would wait for
/// that change to be over, and everybody else behind it.
#[tokio::test]
async fn a_key_is_for_one_field() {
    let app = TestApp::start().await;
    let viewer = app.actor(Role::Viewer).await;
    let began = std::time::Instant::now();
    let several =
        "mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { me { version } }
        ...More } fragment More on Mutation { x: createOrganization(input: { nameEn: \"A\",
        organizationType: FOUNDATION }) { organization { id } } }";
    let refused =
        keyed(&viewer, "two", several, json!({ "expectedVersion": 1, "displayName": "V" })).await;
    assert_eq!(refused.code(), "BAD_USER_INPUT", "{}", refused.text);
    assert!(refused.text.contains("ONE_CHANGE"), "{}", refused.text);
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    app.stop().await;
}

/// Fifty sendings at once have one effect and fifty equal answers.
#[tokio::test]
async fn fifty_sendings_are_one() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let sendings = (0..50).map(|_| keyed(&editor, "fifty", CREATE, ada(&app)));
    let answers = join_all(sendings).await;
    assert_eq!(answers[0].status, 200, "{}", answers[0].text);
    assert!(answers.iter().all(|answer| answer.text == answers[0].text));
    assert_eq!(names(&editor).await.len(), 1);
    app.stop().await;
}

/// What failed and changed nothing may be sent again; what would make two changes under one key
/// makes none.
#[tokio::test]
async fn failures_are_not_kept() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let made = keyed(&editor, "make", CREATE, ada(&app)).await.json();
    let id = made["data"]["createPerson"]["person"]["id"].clone();
    let rename =
        |version: i32, name: &str| json!({ "id": id, "expectedVersion": version, "nameEn": name });
    assert_eq!(keyed(&editor, "later", RENAME, rename(2, "Carol")).await.code(), "CONFLICT");
    let between = keyed(&editor, "now", RENAME, rename(1, "Bob")).await;
    assert_eq!(between.status, 200, "{}", between.text);
    let again = keyed(&editor, "later", RENAME, rename(2, "Carol")).await;
    assert_eq!(again.json()["data"]["updatePerson"]["person"]["version"], 3, "{}", again.text);
    let twice =
        "mutation($input: CreatePersonInput!) { a: createPerson(input: $input) { person { id } }
        b: createPerson(input: $input) { person { id } } }";
    let refused = keyed(&editor, "twice", twice, ada(&app)).await;
    assert_eq!(refused.code(), "BAD_USER_INPUT");
    assert_eq!(names(&editor).await, [json!({ "name": "Carol" })]);
    let plain = editor.data(twice, json!({ "input": ada(&app) })).await;
    assert!(plain["b"]["person"]["id"].is_string(), "the next writer is not kept waiting");
    app.stop().await;
}

/// A counter that several editors count up at once misses no count: whoever read an old version is
/// told so, and nothing else goes wrong. `BANYAN_ROUNDS` sets how often each counts.
#[tokio::test(flavor = "multi_thread")]
async fn no_update_is_lost() {
    const EDITORS: u32 = 8;
    let rounds = std::env::var("BANYAN_ROUNDS").ok().and_then(|text| text.parse().ok());
    let rounds: u32 = rounds.unwrap_or(20);
    let app = TestApp::start().await;
    let draft = StakeholderDraft {
        names: [(Locale::En, "Counter".to_owned())].into(),
        acronym: "0".to_owned(),
        detail: DetailDraft::Segment,
        ..StakeholderDraft::default()
    };
    let place = (Some(app.communities[0]), Visibility::Public);
    let new = NewStakeholder { community: place.0, visibility: place.1, draft };
    let id = stakeholder::create(&app.app.op(Viewer::Owner), new).await.expect("create");
    let viewer = app.app.snapshot().viewer(app.account(Role::Editor)).expect("an account");
    let editing = (0..EDITORS).map(|_| {
        let (app, viewer) = (app.app.clone(), viewer.clone());
        tokio::spawn(async move {
            let mut counted = 0;
            while counted < rounds {
                let op = app.op(viewer.clone());
                let row = op.view().stakeholder(id).cloned().expect("the counter");
                let count: u32 =
                    row.acronym.as_deref().and_then(|text| text.parse().ok()).expect("a number");
                let update =
                    UpdateStakeholder { id, expected_version: row.version, visibility: None };
                let edit = |draft: &mut StakeholderDraft| {
                    draft.acronym = (count + 1).to_string();
                    Ok(())
                };
                match stakeholder::update(&op, update, edit).await {
                    Ok(()) => counted += 1,
                    Err(Error::Conflict(_)) => tokio::time::sleep(Duration::from_micros(200)).await,
                    Err(error) => panic!("{error}"),
                }
            }
        })
    });
    for editor in editing.collect::<Vec<_>>() {
        editor.await.expect("an editor");
    }
    let row = app.app.op(Viewer::Owner).view().stakeholder(id).cloned().expect("the counter");
    assert_eq!(row.acronym, Some((EDITORS * rounds).to_string()));
    assert_eq!(row.version, i32::try_from(EDITORS * rounds).expect("a number") + 1);
    app.stop().await;
}
