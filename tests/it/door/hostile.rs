//! Requests that are made to hurt: each is answered quickly, refused, and harms nobody else.

mod shape;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use domain::community::Role;
use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, send};
use tests::app::TestApp;
use tests::socket::{Came, Socket};

/// Generous, because the machine may be busy and the program unoptimised.
const QUICK: Duration = Duration::from_millis(500);
/// For 741 bombs, one after another.
const GRID: Duration = Duration::from_secs(15);

async fn check_refused(actor: &Actor, name: &str, query: &str) {
    let started = Instant::now();
    let answer = actor.post(query, json!({})).await;
    assert!(started.elapsed() < QUICK, "{name} took {:?}", started.elapsed());
    let status = answer.status.as_u16();
    assert!([400, 413].contains(&status), "{name}: {status} {}", answer.text);
    assert!(answer.text.len() < 10_000, "{name} was answered with {} bytes", answer.text.len());
}

/// Every hostile shape is refused in no time, by whomever it is sent, and the next request is
/// answered as ever.
#[tokio::test]
async fn hostile_shapes_are_refused() {
    let app = TestApp::start().await;
    for actor in [app.anonymous(), app.actor(Role::Admin).await] {
        for (name, query) in shape::all() {
            check_refused(&actor, name, &query).await;
        }
        assert_eq!(actor.data("{__typename}", json!({})).await["__typename"], "Query");
    }
}

/// Over a socket, hostile shapes meet the same door.
#[tokio::test(flavor = "multi_thread")]
async fn sockets_refuse_hostile_shapes_too() {
    let app = TestApp::start().await;
    let mut socket = Socket::of(app.address, None).await;
    for (name, query) in shape::all() {
        socket.subscribe("s", &query, json!({})).await;
        let came = socket.within(QUICK).await;
        if query.len() > 250_000 {
            assert_eq!(came, Some(Came::End(1009)), "{name}");
            socket = Socket::of(app.address, None).await;
            continue;
        }
        let Some(Came::Message(answer)) = came else {
            panic!("{name} led to {came:?}");
        };
        assert!(answer.to_string().len() < 10_000, "{name} was answered at length");
        if answer["type"] == "next" {
            assert_eq!(socket.message().await["type"], "complete", "{name}: {answer}");
        }
    }
    socket.subscribe("s", "{ __typename }", json!({})).await;
    assert_eq!(socket.event("s").await["__typename"], "Query");
}

/// A chain of fragments that multiplies at every link is refused as fast as it is read, whatever
/// its length and width.
#[tokio::test]
async fn fragment_bombs_are_refused() {
    let app = TestApp::start().await;
    let anonymous = app.anonymous();
    let begun = Instant::now();
    for (levels, width) in (2..=40).flat_map(|levels| (2..=20).map(move |width| (levels, width))) {
        let started = Instant::now();
        let answer = anonymous.post(&bomb(levels, width), json!({})).await;
        assert!(started.elapsed() < QUICK, "{levels} x {width} took {:?}", started.elapsed());
        // Fragments written out are counted: so many spreads, and one field in each of the last.
        let spreads: f64 = (1..=levels).map(|level| f64::from(width).powi(level)).sum();
        if spreads > 5_000.0 {
            assert_eq!(answer.code(), "TOO_COSTLY", "{levels} x {width}");
        }
    }
    assert!(begun.elapsed() < GRID, "the grid took {:?}", begun.elapsed());
}

fn bomb(levels: i32, width: u8) -> String {
    let link = |index: i32| {
        format!(
            "fragment f{index} on Query{{{}}}",
            format!("...f{} ", index + 1).repeat(width.into())
        )
    };
    let chain: String = (0..levels).map(link).collect();
    format!("{{...f0}}{chain}fragment f{levels} on Query{{__typename}}")
}

/// Bodies beyond the limit are not read to their end.
#[tokio::test]
async fn large_bodies_are_refused() {
    let app = TestApp::start().await;
    let ask = async |length: usize| {
        let body = json!({ "query": "{__typename}", "pad": "x".repeat(length) });
        send(app.anonymous().request(Method::POST, "/graphql").json(&body)).await.status
    };
    assert_eq!(ask(250 * 1024).await, 200);
    assert_eq!(ask(256 * 1024).await, 413);
    let mut socket = TcpStream::connect(app.address).expect("connect");
    socket
        .write_all(b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
        .expect("write");
    socket.write_all(b"Transfer-Encoding: chunked\r\n\r\n").expect("write");
    let chunk = [b"10000\r\n".as_slice(), &[b'x'; 0x10000], b"\r\n"].concat();
    // The server may close before everything is written.
    let _ = (0..8).try_for_each(|_| socket.write_all(&chunk));
    assert!(first_line(&mut socket).contains(" 413 "));
}

/// A body that never ends is given up, while others are answered.
#[tokio::test]
async fn slow_bodies_are_given_up() {
    let app = TestApp::start().await;
    let head = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    let mut slow: Vec<_> = (0..50)
        .map(|_| {
            let mut socket = TcpStream::connect(app.address).expect("connect");
            socket.write_all(head).expect("write");
            socket
        })
        .collect();
    let started = Instant::now();
    assert_eq!(app.anonymous().data("{__typename}", json!({})).await["__typename"], "Query");
    assert!(started.elapsed() < Duration::from_secs(1));
    tokio::task::spawn_blocking(move || {
        for socket in &mut slow {
            assert!(first_line(socket).contains(" 408 "));
        }
        assert!(started.elapsed() < Duration::from_secs(12), "{:?}", started.elapsed());
    })
    .await
    .expect("all are given up");
}

/// Two lengths for one body are no request at all.
#[tokio::test]
async fn ambiguous_bodies_are_refused() {
    let app = TestApp::start().await;
    for framing in [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Transfer-Encoding: xchunked\r\n\r\n",
    ] {
        let mut socket = TcpStream::connect(app.address).expect("connect");
        let head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        socket.write_all(format!("{head}{framing}").as_bytes()).expect("write");
        let line = first_line(&mut socket);
        assert!(line.is_empty() || line.contains(" 400 "), "{framing}: {line}");
    }
}

/// A bad token is nobody, not somebody anonymous.
#[tokio::test]
async fn bad_tokens_are_refused() {
    let app = TestApp::start().await;
    let good = app.actor(Role::Viewer).await.token.expect("a token");
    for token in ["", "a.b.c", &good[1..], &format!("{good}x"), &"A".repeat(5_000)] {
        let actor = Actor::new(app.address, Some(token.to_owned()));
        let answer = actor.post("{__typename}", json!({})).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (401, "UNAUTHENTICATED"),
            "{token}"
        );
    }
}

fn first_line(socket: &mut TcpStream) -> String {
    socket.set_read_timeout(Some(Duration::from_secs(15))).expect("a timeout");
    let mut start = [0; 64];
    let length = socket.read(&mut start).unwrap_or(0);
    let text = String::from_utf8_lossy(&start[..length]).into_owned();
    text.lines().next().unwrap_or_default().to_owned()
}

/// Text that is cut from real documents and glued together at random.
fn rubble() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "$a",
        "@include(if:true)",
        "...",
        "... on Query",
        "fragment F on Query",
        "query Q",
        "mutation",
        "me",
        "id",
        "stakeholders(first:1)",
        "nodes",
        "\"",
        "\"\"\"",
        "\\\"\"\"",
        "#",
        "\n",
        "-1",
        "0",
        "1.5e3",
        "\u{feff}",
        "é",
        "\0",
        "__schema",
        "=",
        "!",
        "&",
        "|",
        ",",
        "null",
        "on",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text, the answer is one of the closed list, and never an internal error.
    #[test]
    fn any_text_is_answered(texts in prop::collection::vec(rubble(), 100)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let answers: Vec<(String, Value)> = runtime.block_on(async {
            let app = TestApp::start().await;
            let anonymous = app.anonymous();
            let mut answers = Vec::new();
            for text in texts {
                let answer = anonymous.post(&text, json!({ "a": true })).await.json();
                answers.push((text, answer));
            }
            answers
        });
        for (text, answer) in answers {
            let code = answer["errors"][0]["extensions"]["code"].as_str();
            prop_assert!(answer["data"].is_object() || code.is_some(), "{text}: {answer}");
            prop_assert_ne!(code, Some("INTERNAL_SERVER_ERROR"), "{}", text);
        }
    }
}
