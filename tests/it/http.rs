//! What every answer carries, and the routes beside the graph.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use api::http::{Proxies, Settings};
use migration::{Migrator, MigratorTrait};
use reqwest::Method;
use sea_orm::Database as Connection;
use serde_json::json;
use tests::actor::send;
use tests::app::TestApp;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/// Every answer, good or bad, is sealed: nothing inline, nothing guessed, nothing kept by others.
#[tokio::test]
async fn every_answer_is_sealed() {
    let app = TestApp::start().await;
    let anonymous = app.anonymous();
    let answers = [
        anonymous.get("/").await,
        anonymous.get("/directory").await,
        anonymous.get("/assets/none.js").await,
        anonymous.get("/livez").await,
        anonymous.get("/schema.graphql").await,
        anonymous.post("{__typename}", json!({})).await,
        anonymous.post("{", json!({})).await,
        anonymous.auth("refresh", json!({}), None).await,
        send(anonymous.request(Method::PUT, "/")).await,
        anonymous.get("/readyz").await,
        anonymous.get("/favicon.ico").await,
        anonymous.get("/export/stakeholders.csv").await,
        anonymous.get("/export/relationships.csv").await,
        anonymous.get("/export/capabilities.csv").await,
        anonymous.get("/export/none.csv").await,
        anonymous.get("/import").await,
        anonymous.get("/auth/none").await,
        anonymous.auth("signin", json!({}), None).await,
        anonymous.auth("signin", json!({ "login": "nobody", "password": "wrong" }), None).await,
        anonymous.auth("link", json!({ "token": "wrong" }), None).await,
        anonymous.auth("signout", json!({}), None).await,
        send(anonymous.request(Method::DELETE, "/graphql")).await,
        send(anonymous.request(Method::POST, "/graphql").body("text")).await,
        send(anonymous.request(Method::POST, "/schema.graphql")).await,
        send(anonymous.request(Method::GET, "/").header("x-long", "x".repeat(20_000))).await,
    ];
    for answer in answers {
        assert_eq!(answer.header("content-security-policy"), POLICY);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("server", ""),
            ("access-control-allow-origin", ""),
            ("strict-transport-security", ""),
            ("x-powered-by", ""),
        ] {
            assert_eq!(answer.header(name), value, "{name}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert_eq!(answer.header("x-request-id").len(), 16);
        assert!(!answer.header("cache-control").is_empty());
    }
}

/// Browsers are told to come over TLS only when they came over it, as a trusted proxy says; nobody
/// else is believed.
#[tokio::test]
async fn tls_is_promised_behind_tls() {
    let proxies = Proxies::parse(["127.0.0.1"]).expect("a proxy");
    let behind = TestApp::start_with(Settings { proxies, ..Settings::default() }).await;
    let plain = TestApp::start().await;
    let promised = async |app: &TestApp, path: &str, proto: &str| {
        let request = app.anonymous().request(Method::GET, path);
        let answer = send(request.header("x-forwarded-proto", proto)).await;
        answer.header("strict-transport-security").to_owned()
    };
    for path in ["/", "/graphql", "/auth/signin", "/livez", "/nowhere.png"] {
        assert_eq!(promised(&behind, path, "https").await, "max-age=31536000", "{path}");
        assert_eq!(promised(&behind, path, "http").await, "", "{path}");
        assert_eq!(promised(&plain, path, "https").await, "", "{path}");
    }
}

/// An error names the request, as its header does.
#[tokio::test]
async fn errors_name_their_request() {
    let app = TestApp::start().await;
    let answer = app.anonymous().post("{", json!({})).await;
    assert_eq!(
        answer.json()["errors"][0]["extensions"]["requestId"],
        answer.header("x-request-id")
    );
}

/// A missing file is missing; it is never answered with a page.
#[tokio::test]
async fn missing_files_are_missing() {
    let app = TestApp::start().await;
    for path in
        ["/assets/none.js", "/assets/none", "/none.png", "/.env", "/.git/config.x", "/a/b.css"]
    {
        let answer = app.anonymous().get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text.contains("<html"), "{path}");
    }
}

/// The files of the front end come in the smallest form that the client takes, and are asked for
/// once: the page itself each time, by its tag.
#[tokio::test]
async fn the_front_end_is_served() {
    let app = TestApp::start().await;
    let page = app.anonymous().get("/map?focus=x").await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-cache");
    let again =
        app.anonymous().request(Method::GET, "/").header("if-none-match", page.header("etag"));
    assert_eq!(send(again).await.status, 304);
    let style = page.text.split('"').find(|text| text.ends_with(".css"));
    let style = style.expect("a style sheet");
    for (accepted, encoding) in [("br, gzip", "br"), ("gzip", "gzip"), ("identity", "")] {
        let request = app.anonymous().request(Method::GET, style);
        let response = request.header("accept-encoding", accepted).send().await.expect("a file");
        let header =
            |name: &str| response.headers().get(name).map(|value| value.to_str().expect("a text"));
        assert_eq!(header("content-encoding").unwrap_or_default(), encoding);
        assert_eq!(header("content-type"), Some("text/css; charset=utf-8"));
        assert_eq!(header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(header("vary"), Some("accept-encoding"));
    }
}

/// A living process says so; a ready one has its database at the right step.
#[tokio::test]
async fn probes_answer() {
    let app = TestApp::start().await;
    let probe = async |path: &str| {
        let answer = app.anonymous().get(path).await;
        (answer.status.as_u16(), answer.text)
    };
    assert_eq!(probe("/livez").await, (200, "live".to_owned()));
    assert_eq!(probe("/readyz").await, (200, "ready".to_owned()));
    let connection = Connection::connect(app.database_url()).await.expect("connect");
    Migrator::down(&connection, Some(1)).await.expect("down");
    connection.close().await.expect("close");
    assert_eq!(probe("/livez").await, (200, "live".to_owned()));
    assert_eq!(probe("/readyz").await, (503, "the database is not migrated".to_owned()));
}

/// The committed contract is the one that the API prints; `cargo xtask schema` brings it in step.
#[test]
fn the_committed_contract_is_in_step() {
    let committed = include_str!("../../schema.graphql");
    let printed = api::graphql::sdl();
    // Not compared as a whole first: what differs would be lost among thousands of lines.
    for (committed, printed) in committed.lines().zip(printed.lines()) {
        assert_eq!(committed, printed);
    }
    assert_eq!(committed.trim_end(), printed.trim_end());
}

/// The contract is served as it is printed.
#[tokio::test]
async fn the_contract_is_served() {
    let app = TestApp::start().await;
    let answer = app.anonymous().get("/schema.graphql").await;
    assert_eq!(answer.text, api::graphql::sdl());
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let again = |method: Method| {
        let request = app.anonymous().request(method, "/schema.graphql");
        request.header("if-none-match", answer.header("etag"))
    };
    assert_eq!(send(again(Method::GET)).await.status, 304);
    let head = send(app.anonymous().request(Method::HEAD, "/schema.graphql")).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
    assert_eq!(head.header("cache-control"), "no-cache");
    assert_eq!(send(again(Method::POST)).await.status, 405);
}

/// Below the names of what is served beside the pages there is no page.
#[tokio::test]
async fn reserved_names_are_no_pages() {
    let app = TestApp::start().await;
    for path in ["/graphql/", "/metrics", "/explore/x", "/export/", "/export/x", "/import/x"] {
        assert_eq!(app.anonymous().get(path).await.status, 404, "{path}");
    }
}

/// A server that is told to end takes nothing new and finishes what it has begun.
#[tokio::test]
async fn an_ending_server_finishes_its_work() {
    let app = TestApp::start().await;
    let address = app.address;
    let body = r#"{"query":"{__typename}"}"#;
    let mut socket = TcpStream::connect(address).expect("connect");
    let length = body.len();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    socket.write_all(head.as_bytes()).expect("write");
    socket.write_all(&body.as_bytes()[..5]).expect("write");
    let client = tokio::task::spawn_blocking(move || {
        std::thread::sleep(Duration::from_secs(2));
        let refused = TcpStream::connect(address).is_err();
        socket.write_all(&body.as_bytes()[5..]).expect("write");
        let mut answer = String::new();
        socket.read_to_string(&mut answer).expect("an answer");
        (refused, answer)
    });
    app.stop().await;
    let (refused, answer) = client.await.expect("a client");
    assert!(refused, "new connections are not taken");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"Query\""), "{answer}");
}
