//! What happens at the same moment: whatever order it takes, a password that was replaced lets nobody
//! in any more, and whoever was put out decides nothing.

use super::{ANOTHER, holder, issue, reset, sign_in};
use domain::account::LinkPurpose;
use serde_json::json;
use std::time::Duration;
use tests::actor::Answer;
use tests::app::{PASSWORD, TestApp};
use tokio::task::JoinSet;

/// Time enough for a request to read what there is, and too little to hash a password.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(8)).await;
}

/// A sign-in with the old password that is under way while the password is replaced leaves no session
/// behind: it is refused, or its session ends with the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_under_way_ends_with_its_password() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let token = issue(&app, LinkPurpose::Reset).await;
    let owner = app.anonymous();
    let body = json!({ "token": token, "password": ANOTHER });
    let replaced = tokio::spawn(async move { owner.auth("reset", body, None).await });
    a_moment().await;
    let mut thieves = JoinSet::new();
    for _ in 0..8 {
        let (thief, body) = (app.anonymous(), json!({ "login": "editor", "password": PASSWORD }));
        thieves.spawn(async move { thief.auth("signin", body, None).await });
    }
    assert_eq!(replaced.await.expect("no panic").status, 200);
    for answer in thieves.join_all().await {
        check_out(&app, &answer).await;
    }
    assert_eq!(sign_in(&app, "editor", ANOTHER).await.status, 200);
}

async fn check_out(app: &TestApp, answer: &Answer) {
    if answer.status == 200 {
        let code = holder(app, answer).code("{ __typename }", json!({})).await;
        assert_eq!(code, "UNAUTHENTICATED", "a session that the old password opened goes on");
    } else {
        assert_eq!(answer.status, 401, "{}", answer.text);
    }
}
