//! The door: what strangers may send, and what they get for it.

mod answer;
mod budget;
mod form;
mod hostile;

use api::http::Limits;
use api::http::graphql::admit::{Asked, examine};
use api::http::graphql::catalogue::Catalogue;
use async_graphql_value::Variables;
use serde_json::json;
use tests::app::TestApp;

/// Anybody reads what is public, and is told what it cost.
#[tokio::test]
async fn a_query_is_answered_with_its_cost() {
    let app = TestApp::start().await;
    let query = "{ stakeholders(first: 5) { nodes { id } } }";
    let answer = app.anonymous().post(query, json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let body = answer.json();
    assert_eq!(body["data"]["stakeholders"]["nodes"], json!([]));
    let mut cost = body["extensions"]["cost"].clone();
    let reset_at = cost["resetAt"].take();
    assert_eq!(reset_at, "2026-03-02T09:00:00.050Z");
    let expected = json!({
        "requested": 6, "resolved": 1, "limit": 2_000, "budget": 5_000, "remaining": 4_999,
        "restoredPerSecond": 20, "resetAt": null,
    });
    assert_eq!(cost, expected);
}

/// Whoever is signed in may ask for more.
#[tokio::test]
async fn those_who_are_signed_in_may_ask_for_more() {
    let app = TestApp::start().await;
    let inner = "stakeholder { relationships(first: 50) { nodes { id } } }";
    let query = format!("{{ search(text: \"a\", first: 60) {{ {inner} }} }}");
    assert_eq!(app.anonymous().code(&query, json!({})).await, "TOO_COSTLY");
    let viewer = app.actor(domain::community::Role::Viewer).await;
    viewer.data(&query, json!({})).await;
}

/// Nothing on the way to an answer gives the schema away by guessing.
#[tokio::test]
async fn misspelt_names_get_no_suggestions() {
    let app = TestApp::start().await;
    for query in ["{ stakeholder_ { id } }", "{ stakeholders(firs: 1) { nodes { id } } }"] {
        let answer = app.anonymous().post(query, json!({})).await;
        assert_eq!(answer.code(), "GRAPHQL_VALIDATION_FAILED");
        assert!(!answer.text.contains("Did you mean"), "{}", answer.text);
    }
}

/// A document names its operations; which one runs must be clear.
#[tokio::test]
async fn the_operation_must_be_clear() {
    let app = TestApp::start().await;
    let ask = async |name: serde_json::Value| {
        let body =
            json!({ "query": "query A{__typename} query B{me{locale}}", "operationName": name });
        let request = app.anonymous().request(reqwest::Method::POST, "/graphql").json(&body);
        tests::actor::send(request.header("accept", "application/graphql-response+json")).await
    };
    assert_eq!(ask(json!("A")).await.json()["data"]["__typename"], "Query");
    for unclear in [json!(null), json!("C"), json!("")] {
        let answer = ask(unclear).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (400, "GRAPHQL_VALIDATION_FAILED")
        );
    }
}

/// Pages for those who are signed in.
const INSIDE: [&str; 6] =
    ["EntryPeople", "MeetingShown", "MemberList", "OutreachPlan", "PipelineBoard", "ReviewQueue"];

/// The front end's own operations pass for whoever uses them, each with its largest page.
#[test]
fn the_front_end_passes() {
    let catalogue = Catalogue::parse(&api::graphql::sdl()).expect("a schema");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/graphql");
    let mut passed = 0;
    for entry in std::fs::read_dir(folder).expect("the operations") {
        let query = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        for line in query.lines() {
            let Some((kind, rest)) = line.split_once(' ') else {
                continue;
            };
            let limits = match kind {
                // They show nothing to those who are not signed in, and are not asked for.
                "query" if INSIDE.iter().any(|name| rest.starts_with(name)) => &Limits::SIGNED_IN,
                "query" => &Limits::ANONYMOUS,
                "mutation" => &Limits::SIGNED_IN,
                _ => continue,
            };
            let name = rest.split(['(', ' ']).next().unwrap_or_default();
            let asked = Asked {
                query: query.clone(),
                operation_name: Some(name.to_owned()),
                // What is no number counts as the largest page.
                variables: Variables::from_json(json!(given(&query))),
                ..Asked::default()
            };
            let admitted = examine(asked, limits, &catalogue);
            assert!(admitted.is_ok(), "{name}: {admitted:?}");
            passed += 1;
        }
    }
    assert!(passed > 20, "{passed}");
}

/// A text for every variable of a document.
fn given(query: &str) -> serde_json::Map<String, serde_json::Value> {
    let names = query.split('$').skip(1).map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric());
        rest[..end.unwrap_or(rest.len())].to_owned()
    });
    names.map(|name| (name, json!("x"))).collect()
}
