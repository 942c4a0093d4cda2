//! How far a relationship may be relied on: by what the viewer sees of its evidence, on a day.

use super::add;
use crate::engagement::{World, pair, refused};
use crate::relationship::{added, id};
use crate::stakeholder::data;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const RELIABILITY: &str = "query($id: ID!, $asOf: Date) { node(id: $id) { ... on Relationship {
    reliability(asOf: $asOf) { confidence freshness lastEvidencedOn sourceCount disputed }
    evidence { stance assertedOn note source { id title kind } } } } }";
const VERIFY: &str = "mutation($input: VerifyRelationshipInput!) {
    verifyRelationship(input: $input) { relationship { id } } }";

struct Scene {
    world: World,
    party: Value,
    relationship: Value,
}

impl Scene {
    async fn set() -> Self {
        let world = World::start().await;
        let party = json!(world.organization("Gavi", "PUBLIC").await);
        let good = id(&world, "GlobalGood", "DHIS2").await;
        let relationship =
            added(&world.editor, "FUNDS", &party, &good, json!({})).await["id"].take();
        Self { world, party, relationship }
    }

    async fn read(&self, actor: &Actor, as_of: Value) -> Value {
        let variables = json!({ "id": self.relationship, "asOf": as_of });
        actor.data(RELIABILITY, variables).await["node"].take()
    }

    async fn verify(&self, actor: &Actor, stance: &str) -> Answer {
        let input = json!({ "id": self.relationship, "stance": stance, "note": "They told me." });
        actor.post(VERIFY, json!({ "input": input })).await
    }
}

/// Without evidence there is no confidence, which is not zero; each source counts once, what fades
/// weighs less, and a day sees what was said by then.
#[tokio::test]
async fn confidence_follows_the_evidence() {
    let scene = Scene::set().await;
    let (editor, viewer) = (&scene.world.editor, &scene.world.viewer);
    let nothing = json!({ "confidence": null, "freshness": null, "lastEvidencedOn": null,
        "sourceCount": 0, "disputed": false });
    assert_eq!(scene.read(viewer, Value::Null).await["reliability"], nothing);

    let notes = json!({ "newSource": { "kind": "DOCUMENT", "title": "Notes", "publishedOn": "2018-12-13" },
        "locator": "line 42" });
    let first = data(add(editor, &scene.relationship, notes).await);
    let again = json!({ "source": first["source"]["id"], "locator": "line 52" });
    data(add(editor, &scene.relationship, again).await);
    let stale = json!({ "confidence": 0.595, "freshness": "STALE", "lastEvidencedOn": "2018-12-13",
        "sourceCount": 1, "disputed": false });
    assert_eq!(scene.read(viewer, json!("2020-12-31")).await["reliability"], stale);
    assert_eq!(scene.read(viewer, json!("2018-12-12")).await["reliability"], nothing);

    let minutes = json!({ "newSource": { "kind": "MEETING", "title": "Minutes" },
        "assertedOn": "2020-12-01", "stance": "DISPUTES" });
    data(add(editor, &scene.relationship, minutes).await);
    let disputed = scene.read(viewer, json!("2020-12-31")).await;
    assert_eq!(disputed["reliability"]["confidence"], 0.238);
    assert_eq!(disputed["reliability"]["disputed"], true);
}

/// What a viewer may not see supports nothing for them.
#[tokio::test]
async fn hidden_evidence_bears_nothing() {
    let scene = Scene::set().await;
    let source = "mutation($input: AddSourceInput!) { addSource(input: $input) { source { id } } }";
    let input = json!({ "kind": "DOCUMENT", "title": "A quiet note", "publishedOn": "2026-01",
        "community": scene.world.home(), "visibility": "RESTRICTED" });
    let hidden = scene.world.manager.data(source, json!({ "input": input })).await["addSource"]
        ["source"]["id"]
        .take();
    data(add(&scene.world.manager, &scene.relationship, json!({ "source": hidden })).await);
    let manager = scene.read(&scene.world.manager, Value::Null).await;
    assert_eq!(manager["reliability"]["sourceCount"], 1);
    let viewer = scene.read(&scene.world.viewer, Value::Null).await;
    assert_eq!(
        (&viewer["reliability"]["sourceCount"], &viewer["reliability"]["confidence"]),
        (&json!(0), &Value::Null)
    );
}

/// Who knows that something still holds, or not any more, says so: it is evidence of today, and all
/// such answers are one source.
#[tokio::test]
async fn who_knows_says_whether_it_still_holds() {
    let scene = Scene::set().await;
    let World { editor, manager, viewer, .. } = &scene.world;
    data(scene.verify(editor, "SUPPORTS").await);
    data(scene.verify(manager, "SUPPORTS").await);
    let read = scene.read(viewer, Value::Null).await;
    let today = scene.world.app.app.clock.today().to_string();
    let expected = json!({ "confidence": 0.5, "freshness": "FRESH", "lastEvidencedOn": today,
        "sourceCount": 1, "disputed": false });
    assert_eq!(read["reliability"], expected);
    assert_eq!(read["evidence"][0]["source"], read["evidence"][1]["source"]);
    assert_eq!(read["evidence"][0]["source"]["kind"], "MESSAGE");
    assert_eq!(read["evidence"][1]["note"], "They told me.");

    data(scene.verify(editor, "DISPUTES").await);
    let read = scene.read(viewer, Value::Null).await;
    assert_eq!(
        (&read["reliability"]["confidence"], &read["reliability"]["disputed"]),
        (&json!(0.25), &json!(true))
    );
    let refusal = scene.verify(viewer, "SUPPORTS").await;
    assert_eq!(refusal.json()["errors"][0]["extensions"]["code"], "FORBIDDEN");
}

/// The relationships that want to be looked at again are found: by one source, by age, by dispute.
#[tokio::test]
async fn what_wants_to_be_looked_at_is_found() {
    let scene = Scene::set().await;
    let (editor, viewer) = (&scene.world.editor, &scene.world.viewer);
    let other = id(&scene.world, "GlobalGood", "OpenMRS").await;
    let bare = added(editor, "FUNDS", &scene.party, &other, json!({})).await["id"].take();
    let notes =
        json!({ "newSource": { "kind": "DOCUMENT", "title": "Notes", "publishedOn": "2018" } });
    data(add(editor, &scene.relationship, notes).await);
    let list = async |filter: Value| {
        let query = "query($filter: RelationshipFilter) {
            relationships(filter: $filter, first: 10) { nodes { id } } }";
        let found = viewer.data(query, json!({ "filter": filter })).await;
        let nodes = found["relationships"]["nodes"].as_array().expect("rows").clone();
        nodes.into_iter().map(|node| node["id"].clone()).collect::<Vec<_>>()
    };
    let nothing = Vec::<Value>::new;
    let noted = || vec![scene.relationship.clone()];
    assert_eq!(list(json!({ "freshness": ["STALE"] })).await, noted());
    assert_eq!(list(json!({ "freshness": ["STALE"], "asOf": "2019-06-30" })).await, nothing());
    assert_eq!(list(json!({ "freshness": ["FRESH"], "asOf": "2019-06-30" })).await, noted());
    assert_eq!(list(json!({ "sourcesAtMost": 0 })).await, std::slice::from_ref(&bare));
    assert_eq!(list(json!({ "sourcesAtMost": 1 })).await.len(), 2);
    assert_eq!(list(json!({ "disputed": true })).await, nothing());
    data(scene.verify(editor, "DISPUTES").await);
    assert_eq!(list(json!({ "disputed": true })).await, noted());
    assert_eq!(list(json!({ "disputed": false })).await, [bare]);
    let query = "query($filter: RelationshipFilter) {
        relationships(filter: $filter, first: 1) { nodes { id } } }";
    let answer = viewer.post(query, json!({ "filter": { "sourcesAtMost": -1 } })).await;
    assert_eq!(refused(&answer), [pair("OUT_OF_RANGE", "filter.sourcesAtMost")]);
}
