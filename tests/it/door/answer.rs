//! The answer to a document that was executed: as the specification says, field by field.

use crate::engagement::World;
use crate::stakeholder::{created, least};
use serde_json::{Value, json};

async fn world() -> World {
    let world = World::start().await;
    created(&world.editor, "Organization", least("Organization", "Alpha")).await;
    created(&world.editor, "GlobalGood", json!({ "nameEn": "Beta", "licence": "MPL-2.0" })).await;
    world
}

/// The data of an answer as it was sent.
async fn sent(world: &World, query: &str) -> String {
    let text = world.app.anonymous().post(query, json!({})).await.text;
    let start = text.find("\"data\":").unwrap_or_else(|| panic!("{text}")) + 7;
    let end = text.find(",\"extensions\":{\"cost\"").unwrap_or_else(|| panic!("{text}"));
    text[start..end].to_owned()
}

/// Something of which nothing is selected is an empty object, in a list and at the root.
#[tokio::test]
async fn nothing_selected_is_an_empty_object() {
    let world = world().await;
    for (query, expected) in [
        (
            "{ stakeholders(first: 3) { nodes { ... on GlobalGood { licence } } } }",
            r#"{"stakeholders":{"nodes":[{},{"licence":"MPL-2.0"}]}}"#,
        ),
        (
            r#"{ globalGood(by: { slug: "beta" }) { name @include(if: false) } }"#,
            r#"{"globalGood":{}}"#,
        ),
        ("query($skip: Boolean = true) { communities @skip(if: $skip) { id } }", "{}"),
    ] {
        assert_eq!(sent(&world, query).await, expected, "{query}");
    }
}

/// Fields come in the order of the document, every time.
#[tokio::test]
async fn fields_come_in_order() {
    let world = world().await;
    let query = "{ b: __typename stakeholders(first: 1) { totalCount nodes { slug kind name ...More summary } }
        a: __typename } fragment More on Stakeholder { country name acronym languages }";
    let expected = r#"{"b":"Query","stakeholders":{"totalCount":2,"nodes":[{"slug":"alpha","kind":"ORGANIZATION","name":"Alpha","country":null,"acronym":null,"languages":[],"summary":null}]},"a":"Query"}"#;
    for _ in 0..20 {
        assert_eq!(sent(&world, query).await, expected);
    }
}

/// A field that failed makes null what may be null around it, and its error says where it stands.
#[tokio::test]
async fn failures_stand_where_they_happened() {
    let world = world().await;
    let query = r#"{ good: stakeholder(by: { slug: "beta" }) { name
        relationships(first: 1, after: "x") { totalCount } } me { locale }
        other: stakeholder(by: { slug: "alpha" }) { name } }"#;
    let answer = world.app.anonymous().post(query, json!({})).await;
    assert_eq!(answer.status, 200);
    let body = answer.json();
    assert_eq!(body["data"], json!({ "good": null, "me": null, "other": { "name": "Alpha" } }));
    assert_eq!(body["errors"][0]["path"], json!(["good", "relationships"]));
    assert_eq!(body["errors"].as_array().map(Vec::len), Some(1));
    let query = r#"{ good: stakeholder(by: { slug: "beta" }) { relationships(first: 1, after: "x") { totalCount } } }"#;
    let body = world.app.anonymous().post(query, json!({})).await.json();
    assert_eq!(body["errors"][0]["path"], json!(["good", "relationships"]), "alone as well");
    let failing = "{ stakeholders(first: 1, after: \"x\") { totalCount } }";
    let answer = world.app.anonymous().post(failing, json!({})).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["data"]), (200, &Value::Null));
}

/// A condition without a value is refused by its name, however deep it stands.
#[tokio::test]
async fn open_conditions_are_refused() {
    let world = world().await;
    for query in [
        "query($b: Boolean) { communities @include(if: $b) { id } }",
        "query($b: Boolean) { communities { id name @skip(if: $b) } }",
    ] {
        let answer = world.app.anonymous().post(query, json!({})).await;
        assert_eq!(answer.code(), "BAD_USER_INPUT", "{}", answer.text);
        let refusal = &answer.json()["errors"][0]["extensions"]["refusals"][0];
        assert_eq!((&refusal["code"], &refusal["field"]), (&json!("REQUIRED"), &json!("b")));
    }
}
