//! The HTTP form of a GraphQL request, by the GraphQL-over-HTTP specification and stricter.

use reqwest::Method;
use serde_json::json;
use tests::actor::{Actor, Answer, send};
use tests::app::TestApp;

const NEWER: &str = "application/graphql-response+json";
const MUTATION: &str = "mutation{removePracticeData(input:{community:\"x\"}){removed}}";

async fn post(
    actor: &Actor,
    content_type: Option<&str>,
    accept: &str,
    body: impl Into<String>,
) -> Answer {
    let request =
        actor.request(Method::POST, "/graphql").header("accept", accept).body(body.into());
    match content_type {
        Some(content_type) => send(request.header("content-type", content_type)).await,
        None => send(request).await,
    }
}

async fn get(actor: &Actor, query: &[(&str, &str)]) -> Answer {
    send(actor.request(Method::GET, "/graphql").header("accept", NEWER).query(query)).await
}

/// The answer comes in the form that the client asks for, with the status that goes with it.
#[tokio::test]
async fn answers_are_negotiated() {
    let app = TestApp::start().await;
    let ask = async |accept: &str, query: &str| {
        let body = json!({ "query": query }).to_string();
        post(&app.anonymous(), Some("application/json"), accept, body).await
    };
    for (accept, media) in [
        (NEWER, NEWER),
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("application/graphql-response+json,application/json;q=0.9", NEWER),
    ] {
        let answer = ask(accept, "{__typename}").await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), format!("{media}; charset=utf-8"));
    }
    assert_eq!(ask("text/html", "{__typename}").await.status, 406);
    for query in ["{", "{nope}", "query Q($id: ID!){node(id:$id){id}}"] {
        let newer = ask(NEWER, query).await;
        assert_eq!(newer.status, 400, "{query}");
        assert!(newer.json().get("data").is_none(), "{query}");
        let older = ask("application/json", query).await;
        assert_eq!(older.status, 200, "{query}");
        assert!(older.json().get("data").is_none() && older.json()["errors"].is_array());
    }
}

/// Only what is declared as JSON is read, so that no form of another site is ever an operation.
#[tokio::test]
async fn only_json_is_read() {
    let app = TestApp::start().await;
    let body = json!({ "query": MUTATION }).to_string();
    for content_type in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("multipart/form-data; boundary=b"),
        Some("application/graphql"),
        Some("application/json; charset=utf-16"),
    ] {
        let answer = post(&app.anonymous(), content_type, NEWER, body.clone()).await;
        assert_eq!(answer.status, 415, "{content_type:?}");
    }
    let request =
        app.anonymous().request(Method::POST, "/graphql").header("content-encoding", "gzip");
    let answer = send(request.header("content-type", "application/json").body(body)).await;
    assert_eq!(answer.status, 415);
}

/// By GET only queries are answered.
#[tokio::test]
async fn get_only_reads() {
    let app = TestApp::start().await;
    let anonymous = app.anonymous();
    let answer = get(
        &anonymous,
        &[
            ("query", "query($n:Int!){stakeholders(first:$n){nodes{id}}}"),
            ("variables", "{\"n\":1}"),
        ],
    )
    .await;
    assert_eq!(answer.json()["data"]["stakeholders"]["nodes"], json!([]));
    let head = |query: &str| anonymous.request(Method::HEAD, "/graphql").query(&[("query", query)]);
    let answer = send(head("{__typename}")).await;
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, ""));
    assert_eq!(send(head(MUTATION)).await.status, 405);
    let answer = get(&anonymous, &[("query", MUTATION)]).await;
    assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "POST"));
    assert_eq!(get(&anonymous, &[]).await.status, 400);
    let request = anonymous.request(Method::GET, "/graphql").header("content-type", "text/plain");
    assert_eq!(send(request.query(&[("query", "{__typename}")])).await.status, 415);
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        let answer = send(anonymous.request(method.clone(), "/graphql")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("allow")),
            (405, "GET, HEAD, POST"),
            "{method}"
        );
    }
}

/// A request that does not read as one is told so; unknown parameters and extensions do not matter.
#[tokio::test]
async fn parameters_have_their_types() {
    let app = TestApp::start().await;
    let ask =
        async |body: &str| post(&app.anonymous(), Some("application/json"), NEWER, body).await;
    for body in [
        "",
        "{",
        "null",
        "[]",
        r#"[{"query":"{__typename}"}]"#,
        r#"{"query":null}"#,
        r#"{"query":1}"#,
        r#"{"query":"{__typename}","variables":"{}"}"#,
        r#"{"query":"{__typename}","operationName":1}"#,
        r#"{"query":"{__typename}","extensions":[]}"#,
    ] {
        let answer = ask(body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (400, "BAD_USER_INPUT"),
            "{body}"
        );
    }
    for body in [
        r#"{"query":"{__typename}","variables":null,"operationName":null,"extensions":null}"#,
        r#"{"query":"{__typename}","extensions":{"clientLibrary":{"name":"x"}},"id":7}"#,
    ] {
        assert_eq!(ask(body).await.json()["data"]["__typename"], "Query");
    }
}

/// No other site is let in, and no cookie is read or set.
#[tokio::test]
async fn other_origins_and_cookies_get_nothing() {
    let app = TestApp::start().await;
    let body = json!({ "query": "{me{locale}}" });
    let request = app.anonymous().request(Method::POST, "/graphql").json(&body);
    let request =
        request.header("origin", "https://evil.example").header("cookie", "__Host-refresh=x");
    let answer = send(request).await;
    assert_eq!(answer.json()["data"]["me"], json!(null));
    for header in ["access-control-allow-origin", "access-control-allow-credentials", "set-cookie"]
    {
        assert_eq!(answer.header(header), "", "{header}");
    }
}
