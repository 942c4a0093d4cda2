//! One-time sign-in links.

use super::{holder, me};
use api::auth::link;
use api::auth::secret::Secret;
use chrono::TimeDelta;
use domain::account::LinkPurpose;
use domain::community::Role;
use serde_json::json;
use tests::actor::Answer;
use tests::app::TestApp;

async fn issue(app: &TestApp) -> Secret {
    link::issue(&app.app, app.account(Role::Admin)).await.expect("a link")
}

async fn follow(app: &TestApp, token: &str) -> Answer {
    app.anonymous().auth("link", json!({ "token": token }), None).await
}

/// A link signs in once.
#[tokio::test]
async fn a_link_signs_in_once() {
    let app = TestApp::start().await;
    let token = issue(&app).await.reveal();
    assert_eq!(
        link::path(LinkPurpose::SignIn, &Secret::parse(&token).expect("a token")),
        format!("/signin#token={token}")
    );
    let answer = follow(&app, &token).await;
    assert_eq!(me(&holder(&app, &answer)).await["account"]["displayName"], "admin");
    assert!(answer.cookie().is_some());
    assert_eq!(follow(&app, &token).await.status, 401);
}

/// A link lives for half an hour.
#[tokio::test]
async fn a_link_grows_old() {
    let app = TestApp::start().await;
    let token = issue(&app).await.reveal();
    app.wait(TimeDelta::minutes(30));
    assert_eq!(follow(&app, &token).await.status, 401);
}

/// Of many who follow a link at once, one is signed in.
#[tokio::test]
async fn a_link_is_for_one() {
    let app = TestApp::start().await;
    let token = issue(&app).await.reveal();
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (anonymous, body) = (app.anonymous(), json!({ "token": token }));
        tries.spawn(async move { anonymous.auth("link", body, None).await.status.as_u16() });
    }
    let mut statuses = tries.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![200], vec![401; 19]].concat());
}

/// What is no link is refused like one that was used.
#[tokio::test]
async fn other_texts_are_no_links() {
    let app = TestApp::start().await;
    for token in ["", "x", &Secret::generate().reveal()] {
        let answer = follow(&app, token).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (401, "UNAUTHENTICATED"),
            "{token}"
        );
    }
}
