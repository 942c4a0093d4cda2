//! What happens at the same moment: whatever order it takes, a password that was replaced lets nobody
//! in any more, and whoever was put out decides nothing.

use super::{ANOTHER, holder, issue, reset, sign_in};
use api::auth::link;
use api::service::account;
use domain::account::LinkPurpose;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::json;
use std::time::Duration;
use tests::actor::Answer;
use tests::app::{PASSWORD, TestApp};
use tokio::task::JoinSet;

const A_THIRD: &str = "the thief chose this one";

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

/// Nor does a sign-in that is under way while the account is disabled: when it is enabled again, nobody is
/// in who was not let in again.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sign_in_under_way_ends_with_its_account() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let mut thieves = JoinSet::new();
    for _ in 0..8 {
        let (thief, body) = (app.anonymous(), json!({ "login": "editor", "password": PASSWORD }));
        thieves.spawn(async move { thief.auth("signin", body, None).await });
    }
    a_moment().await;
    let (owner, editor) = (|| app.app.op(Viewer::Owner), app.account(Role::Editor));
    account::disable(&owner(), editor).await.expect("disable");
    let answers = thieves.join_all().await;
    account::enable(&owner(), editor).await.expect("enable");
    for answer in answers {
        check_out(&app, &answer).await;
    }
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 200);
}

async fn check_out(app: &TestApp, answer: &Answer) {
    if answer.status == 200 {
        let code = holder(app, answer).code("{ __typename }", json!({})).await;
        assert_eq!(code, "UNAUTHENTICATED", "a session that the old password opened goes on");
    } else {
        assert_eq!(answer.status, 401, "{}", answer.text);
    }
}

/// Of a reset and of a change in a session, at the same moment, whichever comes first ends the other: the
/// reset ends the session, the change ends the link. Never do both succeed, and the replaced password opens
/// nothing in either case.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_reset_and_a_change_end_each_other() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let entered = sign_in(&app, "editor", PASSWORD).await;
    let insider = holder(&app, &entered);
    let token = issue(&app, LinkPurpose::Reset).await;
    let change = async move {
        a_moment().await;
        insider.auth("password", json!({ "current": PASSWORD, "new": A_THIRD }), None).await
    };
    let (replaced, changed) = tokio::join!(reset(&app, &token, ANOTHER), tokio::spawn(change));
    let changed = changed.expect("no panic");
    let (stands, lost) = match replaced.status.as_u16() {
        200 => {
            assert!([400, 401].contains(&changed.status.as_u16()), "{}", changed.text);
            check_out(&app, &entered).await;
            (ANOTHER, A_THIRD)
        }
        _ => {
            assert_eq!(replaced.status, 401, "{}", replaced.text);
            assert_eq!(changed.status, 200, "{}", changed.text);
            (A_THIRD, ANOTHER)
        }
    };
    assert_eq!(sign_in(&app, "editor", stands).await.status, 200);
    assert_eq!(sign_in(&app, "editor", lost).await.status, 401);
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 401);
}

/// Of two sessions that change the password at once, one does; the other's proof is of yesterday.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_two_changes_counts() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let here = holder(&app, &sign_in(&app, "editor", PASSWORD).await);
    let there = holder(&app, &sign_in(&app, "editor", PASSWORD).await);
    let change = |new: &str| json!({ "current": PASSWORD, "new": new });
    let (one, other) = tokio::join!(
        here.auth("password", change(ANOTHER), None),
        there.auth("password", change(A_THIRD), None)
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200, "{} {}", one.text, other.text);
    assert!([400, 401].contains(&statuses[1]), "{} {}", one.text, other.text);
}

/// A first password is chosen once, however many try at the same moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_first_password_is_chosen_once() {
    let app = TestApp::start().await;
    let token = link::issue(&app.app, app.account(Role::Editor)).await.expect("a link");
    let entered = app.anonymous().auth("link", json!({ "token": token.reveal() }), None).await;
    let editor = holder(&app, &entered);
    let mut tries = JoinSet::new();
    for number in 0..4 {
        let body = json!({ "current": "", "new": format!("{ANOTHER} {number}") });
        let editor = editor.clone();
        tries.spawn(async move { editor.auth("password", body, None).await.status.as_u16() });
    }
    let mut statuses = tries.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400, 400, 400]);
}
