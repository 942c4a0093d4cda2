//! Choosing a password: by link, or knowing the present one; what could get in before does not any
//! more.

use super::{ANOTHER, holder, issue, me, reset, sign_in};
use api::service::account;
use chrono::TimeDelta;
use domain::account::LinkPurpose;
use domain::community::Role;
use domain::policy::Viewer;
use entity::{refresh_token, session, signin_attempt, signin_link};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use tests::actor::Actor;
use tests::app::{PASSWORD, TestApp};

/// A forgotten password is replaced by a link, once; every session and every other link ends.
#[tokio::test]
async fn a_forgotten_password_is_replaced() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let before = sign_in(&app, "editor", PASSWORD).await;
    let (first, second) =
        (issue(&app, LinkPurpose::Reset).await, issue(&app, LinkPurpose::Reset).await);
    let refused = reset(&app, &first, "editor12").await;
    assert_eq!(refused.json()["errors"][0]["extensions"]["refusals"][0]["field"], "password");
    let refused = reset(&app, &first, "passwordpassword").await;
    assert_eq!(refused.json()["errors"][0]["extensions"]["refusals"][0]["code"], "GUESSABLE");
    let answer = reset(&app, &first, ANOTHER).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(me(&holder(&app, &answer)).await["account"]["displayName"], "editor");
    for spent in [&first, &second] {
        assert_eq!(reset(&app, spent, ANOTHER).await.status, 401);
    }
    let ended = holder(&app, &before).code("{__typename}", json!({})).await;
    assert_eq!(ended, "UNAUTHENTICATED");
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 401);
    assert_eq!(sign_in(&app, "editor", ANOTHER).await.status, 200);
}

/// A link does what it is for and nothing else, and not after half an hour.
#[tokio::test]
async fn links_keep_to_their_purpose() {
    let app = TestApp::start().await;
    let routes = [
        (LinkPurpose::SignIn, "link"),
        (LinkPurpose::Invitation, "invitation"),
        (LinkPurpose::Reset, "reset"),
        (LinkPurpose::Verification, "verify"),
    ];
    for (purpose, own) in routes {
        let token = issue(&app, purpose).await;
        let body = json!({ "token": token, "password": ANOTHER });
        for (_, route) in routes.iter().filter(|(other, _)| *other != purpose) {
            assert_eq!(app.anonymous().auth(route, body.clone(), None).await.status, 401);
        }
        assert_eq!(who_uses(&app, purpose).await.auth(own, body, None).await.status, 200, "{own}");
        let old = json!({ "token": issue(&app, purpose).await, "password": ANOTHER });
        app.wait(TimeDelta::minutes(30));
        assert_eq!(who_uses(&app, purpose).await.auth(own, old, None).await.status, 401, "{own}");
    }
}

/// Whoever confirms an address is signed in to its account; other links are for anybody who has them.
async fn who_uses(app: &TestApp, purpose: LinkPurpose) -> Actor {
    if purpose != LinkPurpose::Verification {
        return app.anonymous();
    }
    let session = app.auth.start_session(app.account(Role::Editor)).await.expect("a session");
    Actor::new(app.address, Some(session.access))
}

/// Of many who use a link at once, one chooses the password.
#[tokio::test]
async fn a_link_is_used_once() {
    let app = TestApp::start().await;
    let token = issue(&app, LinkPurpose::Reset).await;
    let mut tries = tokio::task::JoinSet::new();
    for number in 0..20 {
        let body = json!({ "token": token, "password": format!("{ANOTHER} {number}") });
        let anonymous = app.anonymous();
        tries.spawn(async move { anonymous.auth("reset", body, None).await.status.as_u16() });
    }
    let statuses = tries.join_all().await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
}

/// Whoever is signed in changes the password knowing the present one; the other sessions end.
#[tokio::test]
async fn a_password_is_changed() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let (here, there) =
        (sign_in(&app, "editor", PASSWORD).await, sign_in(&app, "editor", PASSWORD).await);
    let actor = holder(&app, &here);
    let wrong = actor.auth("password", json!({ "current": ANOTHER, "new": ANOTHER }), None).await;
    let refusal = &wrong.json()["errors"][0]["extensions"]["refusals"][0];
    assert_eq!(
        (&refusal["code"], &refusal["field"]),
        (&json!("WRONG_PASSWORD"), &json!("current"))
    );
    let body = json!({ "current": PASSWORD, "new": ANOTHER });
    assert_eq!(app.anonymous().auth("password", body.clone(), None).await.status, 401);
    assert_eq!(actor.auth("password", body, None).await.status, 200);
    assert_eq!(me(&actor).await["account"]["displayName"], "editor");
    let ended = holder(&app, &there).code("{__typename}", json!({})).await;
    assert_eq!(ended, "UNAUTHENTICATED");
    assert_eq!(sign_in(&app, "editor", ANOTHER).await.status, 200);
}

/// Asking for a letter is answered alike whoever is asked about, and not without end.
#[tokio::test]
async fn asking_for_a_letter_tells_nothing() {
    let app = TestApp::start().await;
    let ask = async |login: &str| {
        let answer = app.anonymous().auth("forgot", json!({ "login": login }), None).await;
        (answer.status.as_u16(), answer.text)
    };
    let known = ask("editor").await;
    assert_eq!(known.0, 202);
    assert_eq!(known, ask("nobody").await);
    for _ in 0..8 {
        ask("nobody").await;
    }
    assert_eq!(ask("editor").await.0, 429);
}

/// One sees one's own sessions and ends them, one or all; nobody else's.
#[tokio::test]
async fn sessions_are_ones_own() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let (here, there) =
        (sign_in(&app, "editor", PASSWORD).await, sign_in(&app, "editor", PASSWORD).await);
    let (here, there) = (holder(&app, &here), holder(&app, &there));
    let query = "{ me { sessions { id current createdAt seenAt } } }";
    let sessions = here.data(query, json!({})).await["me"]["sessions"].take();
    let sessions = sessions.as_array().expect("sessions");
    assert_eq!(sessions.len(), 2);
    let other = sessions.iter().find(|session| session["current"] == false).expect("another");
    let end = "mutation($id: ID!) { endSession(input: { id: $id }) { ended } }";
    let stranger = app.actor(Role::Admin).await;
    assert_eq!(stranger.code(end, json!({ "id": other["id"] })).await, "NOT_FOUND");
    here.data(end, json!({ "id": other["id"] })).await;
    assert_eq!(there.code("{__typename}", json!({})).await, "UNAUTHENTICATED");
    let all = here.data("mutation { endAllSessions { ended } }", json!({})).await;
    assert_eq!(all["endAllSessions"]["ended"], 1);
    assert_eq!(here.code("{__typename}", json!({})).await, "UNAUTHENTICATED");
    assert_ne!(me(&stranger).await, Value::Null);
}

/// A disabled account is out at once: its tokens, its refresh cookie, its password, its links.
#[tokio::test]
async fn a_disabled_account_is_out() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let answer = sign_in(&app, "editor", PASSWORD).await;
    let link = issue(&app, LinkPurpose::Reset).await;
    let owner = app.app.op(Viewer::Owner);
    account::disable(&owner, app.account(Role::Editor)).await.expect("disable");
    let out = holder(&app, &answer).code("{__typename}", json!({})).await;
    assert_eq!(out, "UNAUTHENTICATED");
    let cookie = answer.cookie();
    let refreshed = app.anonymous().auth("refresh", json!({}), cookie.as_deref()).await;
    assert_eq!(refreshed.status, 401);
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 401);
    assert_eq!(reset(&app, &link, ANOTHER).await.status, 401);
    account::enable(&app.app.op(Viewer::Owner), app.account(Role::Editor)).await.expect("enable");
    assert_eq!(sign_in(&app, "editor", PASSWORD).await.status, 200);
    let refreshed = app.anonymous().auth("refresh", json!({}), cookie.as_deref()).await;
    assert_eq!(refreshed.status, 401, "its old session stays ended");
    assert_eq!(reset(&app, &link, ANOTHER).await.status, 401, "and so does its old link");
}

/// What nobody can use any more is forgotten; what lives is not.
#[tokio::test]
async fn what_is_over_is_swept_away() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    sign_in(&app, "editor", PASSWORD).await;
    sign_in(&app, "editor", "wrong wrong wrong").await;
    issue(&app, LinkPurpose::Reset).await;
    let reader = app.app.store.reader();
    let left = async || {
        [
            session::Entity::find().count(reader).await.expect("a number"),
            refresh_token::Entity::find().count(reader).await.expect("a number"),
            signin_link::Entity::find().count(reader).await.expect("a number"),
            signin_attempt::Entity::find().count(reader).await.expect("a number"),
        ]
    };
    app.auth.sweep().await.expect("sweep");
    assert_eq!(left().await, [1, 1, 1, 1]);
    app.wait(TimeDelta::days(2));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(left().await, [1, 1, 0, 0]);
    app.wait(TimeDelta::days(38));
    app.auth.sweep().await.expect("sweep");
    assert_eq!(left().await, [0, 0, 0, 0]);
}
