//! A page of another origin, in a real browser: what it may ask, and what it may read of the answer.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::{Value, json};

use crate::support::{Account, Setting, Visitor, play, play_with};

/// How a browser tells that it kept an answer from a page.
const REFUSALS: [&str; 2] = ["CORS policy", "Failed to load resource"];

/// As shipped, a page of another origin reads nothing, whether it asks simply or as clients do.
#[test]
fn other_pages_read_nothing_as_shipped() {
    play(Setting::ENGLISH, async |visitor| {
        let other = serve_page();
        visitor.open_elsewhere(&other).await;
        for path in ["/graphql", "/schema.graphql", "/export/stakeholders.csv", "/auth/refresh"] {
            assert_eq!(ask(visitor, path, json!({})).await, json!("refused"), "{path}");
        }
        visitor.come_back(&REFUSALS).await;
    });
}

/// A page of a listed origin reads the graph, as anybody or with a token; its browser sends no cookie
/// along, and signing in stays closed to it.
#[test]
fn listed_pages_read_without_cookies() {
    let other = serve_page();
    play_with(&["--cors-origin", &other], Setting::ENGLISH, async |visitor| {
        // From here on the browser holds the cookie that continues the session.
        visitor.sign_in(Account::Manager).await;
        visitor.open_elsewhere(&other).await;
        let me = ask(visitor, "/graphql", json!({})).await;
        assert_eq!(me["data"], json!({ "me": null }), "{me}");
        assert_eq!(
            ask(visitor, "/graphql", json!({ "credentials": "include" })).await,
            json!("refused")
        );
        let stale = json!({ "headers": { "authorization": "Bearer stale" } });
        let refused = ask(visitor, "/graphql", stale).await;
        assert_eq!(
            refused["errors"][0]["extensions"]["code"], "UNAUTHENTICATED",
            "and errors are read"
        );
        for path in ["/auth/refresh", "/auth/signin", "/auth/signout"] {
            for credentials in ["omit", "include"] {
                let asked = ask(visitor, path, json!({ "credentials": credentials })).await;
                assert_eq!(asked, json!("refused"), "{path}");
            }
        }
        visitor.come_back(&REFUSALS).await;
        visitor.reads("Demo manager").await;
    });
}

/// What a page gets when it posts a question to a path of Banyan.
async fn ask(visitor: &Visitor, path: &str, more: Value) -> Value {
    let address = format!("{}{path}", visitor.server.origin);
    let script = format!(
        "const more = {more};
        const options = {{ method: 'POST', body: JSON.stringify({{ query: '{{ me {{ locale }} }}' }}), ...more,
            headers: {{ 'content-type': 'application/json', ...more.headers }} }};
        return fetch('{address}', options).then((answer) => answer.json(), () => 'refused')"
    );
    visitor.evaluate(&script).await
}

/// Serves an empty page from a port of its own until the tests end, and answers with its origin.
fn serve_page() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for mut socket in listener.incoming().flatten() {
            let mut head = [0; 4096];
            // Whatever was asked, the answer is one page.
            let Ok(1..) = socket.read(&mut head) else { continue };
            let page = "<!doctype html><title>Portal</title><link rel=icon href=data:,>";
            let length = page.len();
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n"
            );
            socket.write_all(format!("{head}Connection: close\r\n\r\n{page}").as_bytes()).ok();
        }
    });
    origin
}
