//! How a token ends: by time, by hand, with its account; and that its uses are known until then.

use super::{LIST, REVOKE, create, program};
use api::auth::link::{self, Way};
use chrono::TimeDelta;
use domain::account::LinkPurpose;
use domain::community::Role;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::app::{PASSWORD, TestApp};
use tests::database::on_postgres;

/// A token ends at its hour.
#[tokio::test]
async fn a_token_expires() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let input = json!({ "name": "short", "scope": "READ", "expiresAt": "2026-03-02T09:05:00Z" });
    let (_, program, _) = create(&editor, input).await;
    app.wait(TimeDelta::minutes(5) - TimeDelta::microseconds(1));
    program.data("{ __typename }", json!({})).await;
    app.wait(TimeDelta::microseconds(1));
    let answer = program.post("{ __typename }", json!({})).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "UNAUTHENTICATED"));
    assert!(answer.text.contains("not good any more"), "{}", answer.text);
    // It stays in the list, so that its holder sees why the program stopped.
    let listed = editor.data(LIST, json!({})).await["me"]["apiTokens"].take();
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}

/// A revoked token is worth nothing from the next request on, and in another process as soon as it
/// has looked; a new one is known there as soon.
#[tokio::test]
async fn a_revoked_token_is_worth_nothing() {
    let app = TestApp::start().await;
    let other = app.another_process().await;
    let editor = app.actor(Role::Editor).await;
    let (token, program, secret) = create(&editor, json!({ "name": "a", "scope": "READ" })).await;
    let header = format!("Bearer {secret}");
    other.catch_up().await.expect("the newest");
    assert!(other.authenticate(Some(&header)).is_ok());
    let revoked = editor.data(REVOKE, json!({ "id": token["id"] })).await;
    assert_eq!(revoked["revokeApiToken"]["revokedId"], token["id"]);
    assert_eq!(program.code("{ __typename }", json!({})).await, "UNAUTHENTICATED");
    other.catch_up().await.expect("the newest");
    assert!(other.authenticate(Some(&header)).is_err());
    assert_eq!(editor.data(LIST, json!({})).await["me"]["apiTokens"], json!([]));
    assert_eq!(editor.code(REVOKE, json!({ "id": token["id"] })).await, "NOT_FOUND");
}

/// A process that runs hears of a revoked token by itself: within a second where the database tells,
/// and within five where it asks.
#[tokio::test]
async fn a_running_process_hears_of_it() {
    let app = TestApp::start().await;
    let other = app.another_process().await;
    let editor = app.actor(Role::Editor).await;
    let (token, _, secret) = create(&editor, json!({ "name": "a", "scope": "READ" })).await;
    let header = format!("Bearer {secret}");
    other.catch_up().await.expect("the newest");
    assert!(other.authenticate(Some(&header)).is_ok());
    let follower = other.clone();
    let following = tokio::spawn(async move { follower.follow().await });
    // Until it listens.
    tokio::time::sleep(Duration::from_millis(500)).await;
    editor.data(REVOKE, json!({ "id": token["id"] })).await;
    let (revoked, limit) = (Instant::now(), if on_postgres() { 1_000 } else { 5_500 });
    while other.authenticate(Some(&header)).is_ok() {
        assert!(revoked.elapsed() < Duration::from_millis(limit), "not heard within {limit} ms");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    following.abort();
}

/// When a token was last used is known to the minute, and written once a minute at most.
#[tokio::test]
async fn the_last_use_is_known() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let (_, program, _) = create(&editor, json!({ "name": "a", "scope": "READ" })).await;
    let last_use =
        async || editor.data(LIST, json!({})).await["me"]["apiTokens"][0]["lastUsedAt"].take();
    app.auth.catch_up().await.expect("books");
    assert_eq!(last_use().await, Value::Null);
    program.data("{ __typename }", json!({})).await;
    app.auth.catch_up().await.expect("books");
    assert_eq!(last_use().await, "2026-03-02T09:00:00Z");
    app.wait(TimeDelta::seconds(59));
    program.data("{ __typename }", json!({})).await;
    app.auth.catch_up().await.expect("books");
    assert_eq!(last_use().await, "2026-03-02T09:00:00Z");
    app.wait(TimeDelta::seconds(1));
    program.data("{ __typename }", json!({})).await;
    app.auth.catch_up().await.expect("books");
    assert_eq!(last_use().await, "2026-03-02T09:01:00Z");
}

/// A token outlives the session that made it, and is told from it by everything that asks.
#[tokio::test]
async fn a_token_outlives_the_session() {
    let app = TestApp::start().await;
    let reader = program(&app, Role::Viewer, "READ").await;
    app.wait(TimeDelta::days(80));
    reader.data("{ __typename }", json!({})).await;
    let signed_out = reader.auth("signout", json!({}), None).await;
    assert_eq!(signed_out.status, 200);
    reader.data("{ __typename }", json!({})).await;
}

/// Whoever resets a forgotten password takes every token back that somebody else may have made, and
/// nobody else's; whoever changes the password within a session keeps them.
#[tokio::test]
async fn a_reset_takes_tokens_back() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let other = app.another_process().await;
    let editor = app.actor(Role::Editor).await;
    let (_, program, secret) = create(&editor, json!({ "name": "a", "scope": "READ" })).await;
    let stranger = self::program(&app, Role::Viewer, "READ").await;
    let body = json!({ "current": PASSWORD, "new": "a horse of another colour" });
    assert_eq!(editor.auth("password", body, None).await.status, 200);
    program.data("{ __typename }", json!({})).await;
    let account = app.account(Role::Editor);
    let token = link::issue_for(&app.app, account, LinkPurpose::Reset, Way::Shown).await;
    let body = json!({ "token": token.expect("a link").reveal(), "password": PASSWORD });
    assert_eq!(app.anonymous().auth("reset", body, None).await.status, 200);
    assert_eq!(program.code("{ __typename }", json!({})).await, "UNAUTHENTICATED");
    stranger.data("{ __typename }", json!({})).await;
    other.catch_up().await.expect("the newest");
    assert!(other.authenticate(Some(&format!("Bearer {secret}"))).is_err());
}
