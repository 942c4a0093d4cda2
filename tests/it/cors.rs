//! Pages of other origins: what their browsers let them read, and what never.

use api::http::{Foreign, Settings};
use domain::community::Role;
use reqwest::Method;
use serde_json::json;
use tests::actor::{Actor, Answer, send};
use tests::app::TestApp;

const PORTAL: &str = "https://portal.example";
const STRANGER: &str = "https://stranger.example";
/// What pages of other origins may read.
const OPEN: [&str; 5] = [
    "/graphql",
    "/schema.graphql",
    "/export/stakeholders.csv",
    "/export/relationships.csv",
    "/export/capabilities.csv",
];
/// What they may not, whatever an operator says.
const CLOSED: [&str; 8] = [
    "/",
    "/directory",
    "/livez",
    "/readyz",
    "/auth/signin",
    "/auth/refresh",
    "/import/preview",
    "/nowhere.png",
];

async fn open_to(foreign: Foreign) -> TestApp {
    TestApp::start_with(Settings { foreign, ..Settings::default() }).await
}

async fn open_to_portal() -> TestApp {
    open_to(Foreign::Named(vec![PORTAL.to_owned()])).await
}

/// The question that a browser asks for a page before it sends what that page wants to send.
async fn ask(actor: &Actor, path: &str, origin: &str, method: &str, headers: &str) -> Answer {
    let request = actor
        .request(Method::OPTIONS, path)
        .header("origin", origin)
        .header("access-control-request-method", method)
        .header("access-control-request-headers", headers);
    send(request).await
}

/// A question to the graph, from a page.
async fn post(actor: &Actor, origin: &str, query: &str) -> Answer {
    let request = actor.request(Method::POST, "/graphql").header("origin", origin);
    send(request.json(&json!({ "query": query }))).await
}

fn allowed(answer: &Answer) -> &str {
    assert_eq!(answer.header("access-control-allow-credentials"), "", "cookies are never let in");
    answer.header("access-control-allow-origin")
}

/// Unless an operator says otherwise, no page of another origin is let in anywhere.
#[tokio::test]
async fn closed_as_shipped() {
    let app = TestApp::start().await;
    for path in OPEN.iter().chain(&CLOSED) {
        for origin in [STRANGER, "null", "http://127.0.0.1.stranger.example"] {
            let asked = ask(&app.anonymous(), path, origin, "POST", "content-type").await;
            assert_eq!(allowed(&asked), "", "{path}");
            assert!(asked.status.is_client_error(), "{path}: {}", asked.status);
            let request = app.anonymous().request(Method::GET, path).header("origin", origin);
            assert_eq!(allowed(&send(request).await), "", "{path}");
        }
    }
    assert_eq!(allowed(&post(&app.anonymous(), STRANGER, "{__typename}").await), "");
}

/// A named origin may send what clients send, and is told for how long it need not ask again.
#[tokio::test]
async fn named_origins_may_ask() {
    let app = open_to_portal().await;
    let sent = "content-type,authorization,idempotency-key,apollographql-client-name";
    for path in OPEN {
        for method in ["GET", "POST"] {
            let asked = ask(&app.anonymous(), path, PORTAL, method, sent).await;
            assert_eq!((asked.status.as_u16(), allowed(&asked)), (200, PORTAL), "{path} {method}");
            assert_eq!(asked.header("access-control-max-age"), "3600");
            assert!(asked.header("vary").contains("Origin"), "{:?}", asked.headers);
            for name in sent.split(',') {
                assert!(asked.header("access-control-allow-headers").contains(name), "{name}");
            }
        }
        for (method, headers) in
            [("DELETE", "content-type"), ("POST", "x-banyan"), ("GET", "cookie")]
        {
            let asked = ask(&app.anonymous(), path, PORTAL, method, headers).await;
            assert_eq!((asked.status.as_u16(), allowed(&asked)), (400, ""), "{method} {headers}");
        }
    }
}

/// It reads answers and errors alike, as anybody or with a token; others read nothing.
#[tokio::test]
async fn named_origins_may_read() {
    let app = open_to_portal().await;
    let viewer = app.actor(Role::Viewer).await;
    let stale = Actor::new(app.address, Some("stale".to_owned()));
    for (actor, query, status) in [
        (&app.anonymous(), "{ stakeholders(first: 1) { totalCount } }", 200),
        (&viewer, "{ me { locale } }", 200),
        (&app.anonymous(), "{", 200),
        (&stale, "{ me { locale } }", 401),
    ] {
        let answer = post(actor, PORTAL, query).await;
        assert_eq!((answer.status.as_u16(), allowed(&answer)), (status, PORTAL), "{query}");
        assert!(answer.header("vary").contains("Origin"));
        for name in ["retry-after", "x-request-id", "etag"] {
            assert!(answer.header("access-control-expose-headers").contains(name), "{name}");
        }
        let answer = post(actor, STRANGER, query).await;
        assert_eq!((answer.status.as_u16(), allowed(&answer)), (status, ""), "{query}");
        assert!(answer.header("vary").contains("Origin"), "no cache gives one the other's answer");
    }
    for path in OPEN {
        let request = app.anonymous().request(Method::GET, path).header("origin", PORTAL);
        assert_eq!(allowed(&send(request).await), PORTAL, "{path}");
    }
}

/// Everybody may be let in, without cookies; signing in stays closed to all other origins.
#[tokio::test]
async fn everybody_may_be_let_in() {
    let app = open_to(Foreign::Everybody).await;
    for origin in [PORTAL, "null"] {
        assert_eq!(allowed(&post(&app.anonymous(), origin, "{__typename}").await), "*");
        let asked = ask(&app.anonymous(), "/graphql", origin, "POST", "authorization").await;
        assert_eq!((asked.status.as_u16(), allowed(&asked)), (200, "*"));
        for path in CLOSED {
            let asked = ask(&app.anonymous(), path, origin, "POST", "content-type,x-banyan").await;
            assert_eq!(allowed(&asked), "", "{path}");
            let request = app.anonymous().request(Method::POST, path).header("origin", origin);
            let answer = send(request.header("x-banyan", "1").json(&json!({}))).await;
            assert_eq!(allowed(&answer), "", "{path}");
        }
    }
}

/// Cookies say nothing to the graph: with the one that continues a session, a page is anybody, and
/// no answer of the graph sets one.
#[tokio::test]
async fn cookies_say_nothing_to_the_graph() {
    let app = open_to(Foreign::Everybody).await;
    app.set_passwords().await;
    let credentials = json!({ "login": "admin", "password": tests::app::PASSWORD });
    let signed_in = app.anonymous().auth("signin", credentials, None).await;
    let cookie = format!("__Host-refresh={}", signed_in.cookie().expect("a cookie"));
    let access = signed_in.json()["accessToken"].as_str().expect("a token").to_owned();
    let cookies = [cookie, format!("access={access}"), format!("token={access}")];
    for cookie in cookies {
        for (method, body) in
            [(Method::POST, Some(json!({ "query": "{ me { locale } }" }))), (Method::GET, None)]
        {
            let path = "/graphql?query=%7Bme%7Blocale%7D%7D";
            let request = app.anonymous().request(method, path).header("cookie", &cookie);
            let request = match body {
                Some(body) => request.json(&body),
                None => request,
            };
            let answer = send(request).await;
            assert_eq!(answer.json()["data"], json!({ "me": null }), "{}", answer.text);
            assert_eq!(answer.header("set-cookie"), "");
        }
        let request = app.anonymous().request(Method::GET, OPEN[2]).header("cookie", &cookie);
        let told = send(request).await;
        assert_eq!(told.text, app.anonymous().get(OPEN[2]).await.text);
        assert_eq!(told.header("set-cookie"), "");
    }
}
