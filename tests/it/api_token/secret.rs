//! That a token gives nothing away: it is told once, kept as a digest, and never logged.

use super::{CREATE, LIST, create};
use api::auth::api_token::Written;
use domain::community::Role;
use entity::api_token;
use sea_orm::EntityTrait;
use serde_json::json;
use tests::actor::send;
use tests::app::TestApp;

/// The database keeps a digest of the token and nothing that would give it away.
#[tokio::test]
async fn the_database_keeps_a_digest() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let (_, _, secret) = create(&editor, json!({ "name": "a", "scope": "READ" })).await;
    let row = api_token::Entity::find().one(app.app.store.reader()).await.expect("a row");
    let row = row.expect("a token");
    let written = Written::parse(&secret).expect("a token");
    assert_eq!(row.digest, written.digest());
    assert_eq!(row.digest.len(), 32);
    assert_eq!(row.prefix, secret[..11]);
    assert_eq!(secret.len(), 40);
    assert!(!format!("{row:?}").contains(&row.prefix));
    let listed = editor.post(LIST, json!({})).await;
    assert!(!listed.text.contains(&secret[11..]));
}

/// A mistyped token is told from one that is not known, without a look-up.
#[tokio::test]
async fn a_typing_error_is_told() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let (_, program, secret) = create(&editor, json!({ "name": "a", "scope": "READ" })).await;
    let wrong = if secret.ends_with('x') { 'y' } else { 'x' };
    let typed = format!("{}{wrong}", &secret[..39]);
    // Others use the database as well, but not every time.
    let mut tries = 0;
    let answer = loop {
        let before = app.app.store.statements();
        let answer = program.with_token(&typed).post("{ __typename }", json!({})).await;
        if app.app.store.statements() == before {
            break answer;
        }
        tries += 1;
        assert!(tries < 20, "a mistyped token is looked up");
    };
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "UNAUTHENTICATED"));
    assert!(answer.text.contains("mistyped"), "{}", answer.text);
    let unknown = Written::generate().reveal().to_owned();
    let answer = program.with_token(&unknown).post("{ __typename }", json!({})).await;
    assert_eq!(answer.status, 401);
    assert!(answer.text.contains("not good any more"), "{}", answer.text);
}

/// An answer with a secret is not kept to be given again, so a request with a key makes no token.
#[tokio::test]
async fn a_secret_is_not_answered_twice() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let input = json!({ "name": "a", "scope": "READ" });
    let body = json!({ "query": CREATE, "variables": { "input": input } });
    let request = editor.request(reqwest::Method::POST, "/graphql").json(&body);
    let answer = send(request.header("idempotency-key", "k1")).await;
    assert_eq!(answer.code(), "BAD_USER_INPUT", "{}", answer.text);
    assert_eq!(editor.data(LIST, json!({})).await["me"]["apiTokens"], json!([]));
}
