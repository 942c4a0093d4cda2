//! `/graphql` as a WebSocket: the rules of graphql-transport-ws, and the limits of a socket.

use std::time::Duration;

use api::op::Expected;
use chrono::TimeDelta;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};
use tests::app::TestApp;
use tests::socket::{SUBPROTOCOL, Socket};
use tokio_tungstenite::tungstenite::Message;

const FOLLOW: &str = "subscription { changed { readAgain } }";

/// A socket is acknowledged, answers pings, and answers a query with its data and the end of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_query_is_answered() {
    let app = TestApp::start().await;
    let mut socket = Socket::of(app.address, None).await;
    socket.say(json!({ "type": "ping", "payload": { "a": 1 } })).await;
    assert_eq!(socket.message().await, json!({ "type": "pong", "payload": { "a": 1 } }));
    socket.subscribe("q", "{ __typename }", json!({})).await;
    assert_eq!(socket.event("q").await, json!({ "__typename": "Query" }));
    assert_eq!(socket.message().await, json!({ "type": "complete", "id": "q" }));
}

/// A mutation over a socket is what it is over HTTP: allowed to whoever may.
#[tokio::test(flavor = "multi_thread")]
async fn a_mutation_is_answered() {
    let app = TestApp::start().await;
    let editor = app.actor(Role::Editor).await;
    let create =
        "mutation { createOrganization(input: {nameEn: \"A\", organizationType: FOUNDATION})
        { organization { name } } }";
    let mut socket = Socket::of(app.address, editor.token.as_deref()).await;
    socket.subscribe("m", create, json!({})).await;
    assert_eq!(socket.event("m").await["createOrganization"]["organization"]["name"], "A");
    let mut socket = Socket::of(app.address, None).await;
    socket.subscribe("m", create, json!({})).await;
    let answer = socket.message().await;
    let code = &answer["payload"]["errors"][0]["extensions"]["code"];
    assert_eq!(code, "UNAUTHENTICATED", "{answer}");
}

/// What cannot be executed answers with an error, and nothing after it.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_executed_is_an_error() {
    let app = TestApp::start().await;
    let mut socket = Socket::of(app.address, None).await;
    for (query, code) in [
        ("{ nope }", "GRAPHQL_VALIDATION_FAILED"),
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("subscription { changed { readAgain } b: changed { readAgain } }", "TOO_COSTLY"),
        ("subscription { boardChanged(community: \"x\") { readAgain } }", "BAD_USER_INPUT"),
        ("subscription { changed(first: 101) { readAgain } }", "BAD_USER_INPUT"),
    ] {
        socket.subscribe("q", query, json!({})).await;
        let answer = socket.message().await;
        assert_eq!(answer["type"], "error", "{query}: {answer}");
        assert_eq!(answer["payload"][0]["extensions"]["code"], code, "{query}: {answer}");
    }
    assert!(socket.is_silent().await);
}

/// Each breach of the protocol closes the socket with its own code.
#[tokio::test(flavor = "multi_thread")]
async fn breaches_close() {
    let app = TestApp::start().await;
    let init = || json!({ "type": "connection_init" });
    let check = async |acknowledged: bool, messages: Vec<Value>, code: u16| {
        let mut socket = match acknowledged {
            true => Socket::of(app.address, None).await,
            false => Socket::open(app.address).await,
        };
        for message in &messages {
            socket.say(message.clone()).await;
        }
        assert_eq!(socket.end().await, code, "{messages:?}");
    };
    let follow = json!({ "type": "subscribe", "id": "d", "payload": { "query": FOLLOW } });
    check(true, vec![init()], 4429).await;
    check(false, vec![init(), init()], 4429).await;
    check(false, vec![follow.clone()], 4401).await;
    check(true, vec![json!("nonsense")], 4400).await;
    check(true, vec![json!({ "type": "start" })], 4400).await;
    check(true, vec![follow.clone(), follow], 4409).await;
    let bad = json!({ "type": "connection_init", "payload": { "token": "bad" } });
    check(false, vec![bad], 4403).await;
    let large = json!({ "type": "ping", "payload": { "a": "x".repeat(256 * 1024) } });
    check(true, vec![large], 1009).await;
    let mut socket = Socket::of(app.address, None).await;
    socket.send(Message::binary(b"{}".to_vec())).await;
    assert_eq!(socket.end().await, 4400);
}

/// Sockets that never say who they are take no place from others and are cut within twelve seconds.
#[tokio::test(flavor = "multi_thread")]
async fn silent_sockets_are_cut() {
    let app = TestApp::start().await;
    let mut silent = Vec::new();
    for _ in 0..50 {
        silent.push(Socket::open(app.address).await);
    }
    let began = std::time::Instant::now();
    let answer = app.anonymous().data("{ __typename }", json!({})).await;
    assert_eq!(answer["__typename"], "Query");
    for socket in &mut silent {
        assert_eq!(socket.end().await, 4408);
    }
    assert!(began.elapsed() < Duration::from_secs(12), "{:?}", began.elapsed());
}

/// One address opens so many sockets, and no more until one of them is closed.
#[tokio::test(flavor = "multi_thread")]
async fn one_address_has_its_share() {
    let app = TestApp::start().await;
    let mut open = Vec::new();
    for _ in 0..100 {
        open.push(Socket::open(app.address).await);
    }
    let offer = [("sec-websocket-protocol", SUBPROTOCOL)];
    assert_eq!(Socket::request(app.address, &offer).await.expect_err("one too many"), 503);
    open.clear();
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if Socket::request(app.address, &offer).await.is_ok() {
            return;
        }
    }
    panic!("places are not given back");
}

/// Pages of other origins open no socket, and neither does who speaks another protocol.
#[tokio::test(flavor = "multi_thread")]
async fn only_our_pages_open_a_socket() {
    let app = TestApp::start().await;
    let own = format!("http://{}", app.address);
    let check = async |headers: &[(&str, &str)], expected: Result<(), u16>| {
        let came = Socket::request(app.address, headers).await.map(drop);
        assert_eq!(came, expected, "{headers:?}");
    };
    let offer = ("sec-websocket-protocol", SUBPROTOCOL);
    check(&[offer], Ok(())).await;
    check(&[offer, ("origin", &own)], Ok(())).await;
    check(&[("sec-websocket-protocol", "graphql-ws, graphql-transport-ws")], Ok(())).await;
    check(&[offer, ("origin", "https://evil.example")], Err(403)).await;
    check(&[offer, ("origin", "null")], Err(403)).await;
    check(&[], Err(400)).await;
    check(&[("sec-websocket-protocol", "graphql-ws")], Err(400)).await;
}

/// Of a thousand subscriptions on one socket fifty begin; an ended one makes room for another.
#[tokio::test(flavor = "multi_thread")]
async fn fifty_operations_at_once() {
    let app = TestApp::start().await;
    let mut socket = Socket::of(app.address, None).await;
    for id in 0..1_000 {
        socket.subscribe(&id.to_string(), FOLLOW, json!({})).await;
    }
    for id in 50..1_000 {
        let answer = socket.message().await;
        assert_eq!((&answer["type"], &answer["id"]), (&json!("error"), &json!(id.to_string())));
        assert_eq!(answer["payload"][0]["extensions"]["code"], "TOO_COSTLY");
    }
    socket.complete("0").await;
    socket.subscribe("more", FOLLOW, json!({})).await;
    assert!(socket.is_silent().await);
}

/// A socket ends with the token that opened it: when that runs out, and when its session ends.
#[tokio::test(flavor = "multi_thread")]
async fn a_socket_ends_with_its_token() {
    let app = TestApp::start().await;
    let session = app.auth.start_session(app.account(Role::Viewer)).await.expect("a session");
    let claims = app.auth.claims(Some(&format!("Bearer {}", session.access))).expect("claims");
    let mut ended = Socket::of(app.address, Some(&session.access)).await;
    let other = app.actor(Role::Editor).await;
    let mut outlived = Socket::of(app.address, other.token.as_deref()).await;
    let mut nobody = Socket::of(app.address, None).await;
    app.auth.end_session(claims.sid).await.expect("end");
    assert_eq!(ended.end().await, 4403);
    app.wait(TimeDelta::minutes(11));
    assert_eq!(outlived.end().await, 4403);
    assert!(nobody.is_silent().await);
}

/// A socket ends with the account that opened it, and so does what it follows.
#[tokio::test(flavor = "multi_thread")]
async fn a_socket_ends_with_its_account() {
    let app = TestApp::start().await;
    let manager = app.actor(Role::Manager).await;
    let mut socket = Socket::of(app.address, manager.token.as_deref()).await;
    socket.subscribe("s", FOLLOW, json!({})).await;
    assert!(socket.is_silent().await);
    let owner = app.app.op(Viewer::Owner);
    let mut write = owner.write().await.expect("begin");
    let id = app.account(Role::Manager).0;
    let before: entity::account::Model = write.load(id).await.expect("load");
    let after = entity::account::Model { disabled: true, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("disable");
    write.commit().await.expect("commit");
    assert_eq!(socket.end().await, 4403);
}

/// When the process ends, sockets are told so and closed.
#[tokio::test(flavor = "multi_thread")]
async fn a_socket_ends_with_the_process() {
    let app = TestApp::start().await;
    let mut socket = Socket::of(app.address, None).await;
    socket.subscribe("1", FOLLOW, json!({})).await;
    let (code, ()) = tokio::join!(socket.end(), app.stop());
    assert_eq!(code, 1001);
}
