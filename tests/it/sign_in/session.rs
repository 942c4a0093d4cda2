//! Sessions: refreshed by tokens that are used once, and ended for good.

use super::{holder, me, sign_in};
use api::auth::secret::Secret;
use api::auth::session::REUSE;
use chrono::TimeDelta;
use entity::denial;
use reqwest::StatusCode;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::actor::Answer;
use tests::app::{PASSWORD, TestApp};

/// A session's first refresh token.
async fn first(app: &TestApp) -> String {
    app.set_passwords().await;
    sign_in(app, "editor", PASSWORD).await.cookie().expect("a cookie")
}

async fn refresh(app: &TestApp, cookie: &str) -> Answer {
    app.anonymous().auth("refresh", json!({}), Some(cookie)).await
}

/// A refresh gives a new access token and a new cookie, again and again.
#[tokio::test]
async fn a_session_goes_on() {
    let app = TestApp::start().await;
    let mut cookie = first(&app).await;
    for _ in 0..3 {
        app.wait(TimeDelta::days(20));
        let answer = refresh(&app, &cookie).await;
        assert_eq!(me(&holder(&app, &answer)).await["account"]["displayName"], "editor");
        let next = answer.cookie().expect("a cookie");
        assert_ne!(next, cookie);
        cookie = next;
    }
    app.wait(TimeDelta::days(31));
    assert_eq!(refresh(&app, &cookie).await.status, StatusCode::UNAUTHORIZED);
}

/// Without a cookie nobody is signed in, and that is no error; a worthless one is taken away.
#[tokio::test]
async fn without_a_cookie_nobody_is_signed_in() {
    let app = TestApp::start().await;
    let answer = app.anonymous().auth("refresh", json!({}), None).await;
    assert_eq!(
        (answer.status.as_u16(), answer.json()),
        (200, json!({ "accessToken": Value::Null }))
    );
    for worthless in ["x", &"A".repeat(43)] {
        let answer = refresh(&app, worthless).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "UNAUTHENTICATED"));
        assert_eq!(answer.cookie().as_deref(), Some(""));
    }
}

/// Many tabs that refresh at once all go on, with one and the same successor.
#[tokio::test]
async fn tabs_that_refresh_at_once_share_the_successor() {
    let app = TestApp::start().await;
    let cookie = first(&app).await;
    let mut tabs = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (anonymous, cookie) = (app.anonymous(), cookie.clone());
        tabs.spawn(async move { anonymous.auth("refresh", json!({}), Some(&cookie)).await });
    }
    let answers = tabs.join_all().await;
    let successors: BTreeSet<_> = answers.iter().map(Answer::cookie).collect();
    assert_eq!(successors.len(), 1);
    let successor = successors.into_iter().flatten().next().expect("a successor");
    assert_eq!(refresh(&app, &successor).await.status, 200);
}

/// A token that comes again too late, or after its successor was used, is in two hands: the whole
/// session ends, with every token that it has given out.
#[tokio::test]
async fn a_token_used_twice_ends_the_session() {
    let app = TestApp::start().await;
    let stolen = first(&app).await;
    let second = refresh(&app, &stolen).await;
    let third = refresh(&app, &second.cookie().expect("a cookie")).await;
    assert_eq!(refresh(&app, &stolen).await.status, 401);
    check_ended(&app, &third).await;

    let late = first(&app).await;
    let successor = refresh(&app, &late).await;
    app.wait(TimeDelta::seconds(11));
    assert_eq!(refresh(&app, &late).await.status, 401);
    check_ended(&app, &successor).await;
}

/// Signing out ends the session at once, for its access tokens too, and no other session.
#[tokio::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let (here, there) =
        (sign_in(&app, "editor", PASSWORD).await, sign_in(&app, "editor", PASSWORD).await);
    let answer = app.anonymous().auth("signout", json!({}), here.cookie().as_deref()).await;
    assert_eq!((answer.status.as_u16(), answer.cookie().as_deref()), (200, Some("")));
    check_ended(&app, &here).await;
    assert_eq!(me(&holder(&app, &there)).await["account"]["displayName"], "editor");
    let answer = holder(&app, &there).auth("signout", json!({}), None).await;
    assert_eq!(answer.status, 200);
    check_ended(&app, &there).await;
}

/// A session that was ended stays ended for another process on the same database.
#[tokio::test]
async fn other_processes_hear_of_the_end() {
    let app = TestApp::start().await;
    let cookie = first(&app).await;
    let answer = refresh(&app, &cookie).await;
    app.anonymous().auth("signout", json!({}), answer.cookie().as_deref()).await;
    let token = format!("Bearer {}", answer.json()["accessToken"].as_str().expect("a token"));
    let other = app.another_process().await;
    assert!(other.authenticate(Some(&token)).is_err());
}

/// A token that comes twice is found out by another process, or after a restart, as well; that is
/// written down, and the first process knows soon.
#[tokio::test]
async fn a_token_used_twice_is_found_out_after_a_restart() {
    let app = TestApp::start().await;
    let stolen = first(&app).await;
    let second = refresh(&app, &stolen).await;
    let third = refresh(&app, &second.cookie().expect("a cookie")).await;
    let other = app.another_process().await;
    let secret = Secret::parse(&stolen).expect("a secret");
    assert!(other.refresh_session(&secret).await.is_err());
    let denials = denial::Entity::find().all(app.app.store.reader()).await.expect("denials");
    let actions: Vec<_> = denials.iter().map(|denial| denial.action.as_str()).collect();
    assert_eq!(actions, [REUSE]);
    app.auth.catch_up().await.expect("catch up");
    check_ended(&app, &third).await;
}

async fn check_ended(app: &TestApp, last: &Answer) {
    assert_eq!(holder(app, last).code("{__typename}", json!({})).await, "UNAUTHENTICATED");
    assert_eq!(refresh(app, &last.cookie().expect("a cookie")).await.status, 401);
}
