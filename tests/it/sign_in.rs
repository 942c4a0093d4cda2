//! Signing in: who gets in, for how long, and how that ends.

mod guess;
mod link;
mod race;
mod recovery;
mod session;

use api::auth::link::{self as links, Way};
use api::service::account;
use domain::account::LinkPurpose;
use domain::community::Role;
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer, send};
use tests::app::{PASSWORD, TestApp};

/// Who a client is to the graph; null for nobody.
async fn me(actor: &Actor) -> Value {
    actor.data("{ me { account { displayName } memberships { role } } }", json!({})).await["me"]
        .take()
}

/// Signs in as somebody.
async fn sign_in(app: &TestApp, login: &str, password: &str) -> Answer {
    app.anonymous().auth("signin", json!({ "login": login, "password": password }), None).await
}

const ANOTHER: &str = "a horse of another colour";

/// The token of a link for the editor.
async fn issue(app: &TestApp, purpose: LinkPurpose) -> String {
    let account = app.account(Role::Editor);
    let token = links::issue_for(&app.app, account, purpose, Way::Shown).await.expect("a link");
    token.reveal()
}

/// Chooses a password with such a link.
async fn reset(app: &TestApp, token: &str, password: &str) -> Answer {
    app.anonymous().auth("reset", json!({ "token": token, "password": password }), None).await
}

/// A client with the access token of an answer.
fn holder(app: &TestApp, answer: &Answer) -> Actor {
    let token = answer.json()["accessToken"].as_str().expect("a token").to_owned();
    Actor::new(app.address, Some(token))
}

/// A login and its password give a token that stands for the account and its roles.
#[tokio::test]
async fn a_password_signs_in() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let answer = sign_in(&app, " Editor ", PASSWORD).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let body = answer.json();
    assert_eq!(
        (&body["expiresIn"], &body["account"]["displayName"]),
        (&json!(600), &json!("editor"))
    );
    assert!(body["account"]["id"].as_str().expect("an id").starts_with("usr_"));
    let me = me(&holder(&app, &answer)).await;
    assert_eq!(me["memberships"], json!([{ "role": "EDITOR" }]));
    assert_eq!(super::sign_in::me(&app.anonymous()).await, Value::Null);
}

/// The refresh cookie is for this host, encrypted transport, and no script.
#[tokio::test]
async fn the_cookie_is_guarded() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let answer = sign_in(&app, "viewer", PASSWORD).await;
    let set = answer.header("set-cookie");
    let mut parts: Vec<_> = set.split("; ").skip(1).collect();
    parts.sort_unstable();
    assert_eq!(parts, ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Strict", "Secure"]);
    assert!(
        set.starts_with("__Host-refresh=") && !answer.text.contains(&answer.cookie().expect("one"))
    );
    assert_eq!(answer.header("cache-control"), "no-store");
}

/// A wrong password and an unknown login are told in the very same words.
#[tokio::test]
async fn strangers_learn_nothing() {
    let app = TestApp::start().await;
    app.set_passwords().await;
    let words = |answer: &Answer| {
        let mut body = answer.json();
        body["errors"][0]["extensions"]["requestId"].take();
        (answer.status.as_u16(), body)
    };
    let wrong = sign_in(&app, "admin", "correct horse batterz").await;
    let unknown = sign_in(&app, "nobody", PASSWORD).await;
    assert_eq!(words(&wrong), words(&unknown));
    assert_eq!((wrong.status.as_u16(), wrong.code().as_str()), (401, "UNAUTHENTICATED"));
    assert_eq!(wrong.cookie(), None);
}

/// An access token ends by itself, and stands for what the account may do now.
#[tokio::test]
async fn access_tokens_end() {
    let app = TestApp::start().await;
    let actor = app.actor(Role::Manager).await;
    assert_eq!(me(&actor).await["memberships"], json!([{ "role": "MANAGER" }]));
    let owner = app.app.op(domain::policy::Viewer::Owner);
    let home = app.communities[0];
    let joined = account::join(&owner, app.account(Role::Manager), home, Role::Viewer);
    joined.await.expect("another role");
    assert_eq!(me(&actor).await["memberships"], json!([{ "role": "VIEWER" }]));
    app.wait(chrono::TimeDelta::seconds(606));
    assert_eq!(actor.code("{__typename}", json!({})).await, "UNAUTHENTICATED");
}

/// Only pages of this site sign in: a marked request of this origin, as JSON.
#[tokio::test]
async fn other_sites_do_not_sign_in() {
    let app = TestApp::start().await;
    let body = json!({ "login": "admin", "password": PASSWORD });
    let request = |mark: Option<&str>, origin: Option<&str>| {
        let mut request = app.anonymous().request(Method::POST, "/auth/signin");
        for (name, value) in [("x-banyan", mark), ("origin", origin)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        request
    };
    for (mark, origin) in
        [(None, None), (Some("1"), Some("https://evil.example")), (Some("1"), Some("null"))]
    {
        let answer = send(request(mark, origin).json(&body)).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "FORBIDDEN"));
    }
    let own = app.url("");
    assert_eq!(send(request(Some("1"), Some(&own)).json(&body)).await.code(), "UNAUTHENTICATED");
    let form = request(Some("1"), None).header("content-type", "text/plain").body(body.to_string());
    assert_eq!(send(form).await.status, 415);
    let incomplete = request(Some("1"), None).json(&json!({ "login": "admin" }));
    assert_eq!(send(incomplete).await.status, 400);
    assert_eq!(app.anonymous().get("/auth/signin").await.status, 405);
    assert_eq!(app.anonymous().get("/auth/nothing").await.status, 404);
}
