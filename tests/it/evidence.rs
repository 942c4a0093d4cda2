//! Evidence and sources: what facts rest on.

use crate::engagement::{World, column, pair, refused};
use crate::relationship::{added, id, id_at_home};
use crate::stakeholder::data;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

mod reliability;

async fn add(actor: &Actor, subject: &Value, evidence: Value) -> Answer {
    let query = "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) {
        evidence { id stance note visibility assertedOn source { id title community { id } } } } }";
    actor.post(query, json!({ "input": { "subject": subject, "evidence": evidence } })).await
}

fn new(title: &str) -> Value {
    json!({ "newSource": { "kind": "DOCUMENT", "title": title } })
}

/// Evidence is recorded about a relationship, a stakeholder, an engagement and an action, and read
/// back there.
#[tokio::test]
async fn evidence_is_about_four_things() {
    let world = World::start().await;
    let party = json!(world.organization("Gavi", "PUBLIC").await);
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let relationship = added(&world.editor, "FUNDS", &party, &good, json!({})).await["id"].take();
    let engagement = world.open(party.as_str().unwrap(), json!({})).await["id"].take();
    let input = json!({ "community": world.home(), "text": "Write to them" });
    let action = "mutation($input: AddActionInput!) { addAction(input: $input) { action { id } } }";
    let action = world.editor.data(action, json!({ "input": input })).await["addAction"]["action"]
        ["id"]
        .take();
    for subject in [&relationship, &party, &engagement, &action] {
        let mut evidence = new("Minutes");
        evidence["note"] = json!("They said so.");
        evidence["stance"] = json!("DISPUTES");
        let row = data(add(&world.editor, subject, evidence).await);
        assert_eq!((&row["stance"], &row["note"]), (&json!("DISPUTES"), &json!("They said so.")));
        let query = "query($id: ID!) { node(id: $id) {
            ... on Relationship { evidence { id } } ... on Stakeholder { evidence { id } }
            ... on Engagement { evidence { id } } ... on Action { evidence { id } } } }";
        let found = world.viewer.data(query, json!({ "id": subject })).await;
        assert_eq!(found["node"]["evidence"], json!([{ "id": row["id"] }]));
    }
    let answer = add(&world.editor, &json!(world.home()), new("Minutes")).await;
    assert_eq!(refused(&answer), [pair("MALFORMED_ID", "subject")]);
}

/// Evidence names one source, old or new, that its author sees.
#[tokio::test]
async fn evidence_names_one_source() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let source = "mutation($input: AddSourceInput!) { addSource(input: $input) { source { id } } }";
    let input = json!({ "kind": "MEETING", "title": "A quiet talk", "community": world.home(),
        "visibility": "RESTRICTED" });
    let hidden = world.manager.data(source, json!({ "input": input })).await["addSource"]["source"]
        ["id"]
        .take();
    let cases = [
        (json!({}), pair("REQUIRED", "evidence.source")),
        (json!({ "source": "src_1" }), pair("MALFORMED_ID", "evidence.source")),
        (json!({ "source": hidden }), pair("NOT_FOUND", "evidence.source")),
        (
            json!({ "source": hidden, "newSource": { "kind": "DATASET", "title": "x" } }),
            pair("FIELD_NOT_ALLOWED", "evidence.newSource"),
        ),
    ];
    for (evidence, expected) in cases {
        assert_eq!(refused(&add(&world.editor, &good, evidence).await), [expected]);
    }
    let row = data(add(&world.manager, &good, json!({ "source": hidden })).await);
    let query = "query($id: ID!) { node(id: $id) { id } }";
    let found = world.editor.data(query, json!({ "id": row["id"] })).await;
    assert!(found["node"].is_null(), "evidence is hidden with its source");
}

/// Evidence stands with what it is about; about a public record, whoever may record in the registry
/// may add it.
#[tokio::test]
async fn evidence_stands_with_its_subject() {
    let world = World::start().await;
    let quiet = id_at_home(&world, "Segment", "Quiet", "COMMUNITY").await;
    let row = data(add(&world.editor, &quiet, new("Minutes")).await);
    assert_eq!(row["visibility"], "COMMUNITY");
    assert_eq!(row["source"]["community"]["id"], world.home());
    assert_eq!(add(&world.viewer, &quiet, new("Minutes")).await.code(), "FORBIDDEN");
    let anonymous = world.app.anonymous();
    assert_eq!(add(&anonymous, &quiet, new("Minutes")).await.code(), "NOT_FOUND");
    let open = id(&world, "Segment", "Open").await;
    assert_eq!(add(&anonymous, &open, new("Minutes")).await.code(), "UNAUTHENTICATED");
}

/// Evidence says what it is about.
#[tokio::test]
async fn evidence_names_its_subject() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let row = data(add(&world.editor, &good, new("Minutes")).await);
    let query =
        "query($id: ID!) { node(id: $id) { ... on Evidence { subject { __typename id } } } }";
    let found = world.app.anonymous().data(query, json!({ "id": row["id"] })).await;
    assert_eq!(found["node"]["subject"], json!({ "__typename": "GlobalGood", "id": good }));
}

/// Sources are listed by title, found by words of it, and only where they are seen.
#[tokio::test]
async fn sources_are_listed_by_title() {
    let world = World::start().await;
    let add = "mutation($input: AddSourceInput!) { addSource(input: $input) { source { id } } }";
    for (title, visibility) in
        [("Zebra report", "PUBLIC"), ("Étude", "PUBLIC"), ("Quiet report", "COMMUNITY")]
    {
        let input = json!({ "kind": "DOCUMENT", "title": title, "community": world.home(),
            "visibility": visibility });
        world.editor.data(add, json!({ "input": input })).await;
    }
    let query = "query($text: String) { sources(text: $text, first: 9) { nodes { title } } }";
    let titles = async |actor: &Actor, text: Value| {
        let data = actor.data(query, json!({ "text": text })).await;
        column(&data["sources"]["nodes"], "title")
    };
    assert_eq!(titles(&world.viewer, Value::Null).await, ["Étude", "Quiet report", "Zebra report"]);
    assert_eq!(titles(&world.viewer, json!("REPORT")).await, ["Quiet report", "Zebra report"]);
    assert_eq!(titles(&world.app.anonymous(), json!("report")).await, ["Zebra report"]);
    assert_eq!(titles(&world.app.anonymous(), json!("etude")).await, ["Étude"]);
}
