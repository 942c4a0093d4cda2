//! What is taken back together, and what may stand in the way.

use crate::engagement::{World, of, pair, read, refused, work};
use crate::snapshot;
use domain::stakeholder::Visibility;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

async fn undo(actor: &Actor, change: &Value) -> Answer {
    let query =
        "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { noun operation } } }";
    actor.post(query, json!({ "id": change })).await
}

/// The ids of the newest changes of a noun.
async fn newest(actor: &Actor, noun: &str) -> Vec<Value> {
    let query = "{ changes(first: 100) { nodes { id noun } } }";
    let read = actor.data(query, json!({})).await;
    let nodes = read["changes"]["nodes"].as_array().cloned().unwrap_or_default();
    nodes.into_iter().filter(|node| node["noun"] == noun).map(|node| node["id"].clone()).collect()
}

/// A stage and the step that led to it are taken back together, whichever of them is named; so is
/// taking back.
#[tokio::test]
async fn a_stage_goes_with_its_step() {
    let world = World::start().await;
    for noun in ["transition", "engagement"] {
        let opened = world.opened().await;
        let to = json!({ "to": "DORMANT" });
        let asleep = work(&world.editor, "transitionEngagement", of(&opened, to)).await;
        assert_eq!(asleep["stage"], "DORMANT");
        let change = newest(&world.manager, noun).await.remove(0);
        let undone = undo(&world.manager, &change).await.json();
        assert_eq!(undone["data"]["revertChange"]["changes"].as_array().map(Vec::len), Some(2));
        let now = read(&world.manager, &opened["id"]).await;
        assert_eq!(now["stage"], "IDENTIFIED");
        assert_eq!(now["transitions"].as_array().map(Vec::len), Some(1));
        let change = newest(&world.manager, noun).await.remove(0);
        undo(&world.manager, &change).await;
        let again = read(&world.manager, &opened["id"]).await;
        assert_eq!(
            (&again["stage"], &again["transitions"]),
            (&asleep["stage"], &asleep["transitions"])
        );
    }
}

/// Opening an engagement is taken back with its first stage, until something was built on it.
#[tokio::test]
async fn an_opening_is_taken_back_whole() {
    let world = World::start().await;
    for noun in ["transition", "engagement"] {
        let opened = world.opened().await;
        let change = newest(&world.manager, noun).await.remove(0);
        let undone = undo(&world.manager, &change).await.json();
        assert!(undone["errors"].is_null(), "{undone}");
        assert_eq!(read(&world.manager, &opened["id"]).await, Value::Null);
    }
    let opened = world.opened().await;
    let change = newest(&world.manager, "transition").await.remove(0);
    let gain = json!({ "engagement": opened["id"], "expectedVersion": opened["version"],
        "side": "WE_GAIN", "text": "Core funding." });
    let with_gain = work(&world.editor, "addGain", gain).await;
    assert_eq!(refused(&undo(&world.manager, &change).await), [pair("IN_USE", "id")]);
    assert_eq!(read(&world.manager, &opened["id"]).await, with_gain);
}

/// What rests on a record out of the actor's sight does not show: it is in the way like any later
/// change.
#[tokio::test]
async fn hidden_records_are_not_told_of() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let change = newest(&world.manager, "stakeholder").await.remove(0);
    let mut elsewhere = snapshot::World::new(world.app.app.clone()).await;
    let visibility = Visibility::Restricted;
    elsewhere.take(snapshot::Step::Engagement { party: 0, community: 1, visibility }).await;
    let refusal = undo(&world.manager, &change).await;
    assert_eq!(refused(&refusal), [pair("LATER_CHANGE", "")]);
    assert!(!refusal.text.contains("IN_USE"), "{}", refusal.text);
    let query = "query($id: ID!) { node(id: $id) { id } }";
    let node = world.manager.data(query, json!({ "id": party })).await;
    assert_eq!(node["node"]["id"], party);
}

/// A stakeholder does not come back with an id elsewhere that another one has by now.
#[tokio::test]
async fn an_id_elsewhere_stays_with_one() {
    let world = World::start().await;
    let create = "mutation($input: CreateOrganizationInput!) {
        createOrganization(input: $input) { organization { id } } }";
    let input = json!({ "nameEn": "WHO", "organizationType": "MULTILATERAL",
        "externalIds": [{ "registry": "ROR", "value": "https://ror.org/01f80g185" }] });
    world.manager.data(create, json!({ "input": input })).await;
    let created = newest(&world.manager, "stakeholder").await.remove(0);
    let undone = undo(&world.manager, &created).await.json();
    assert!(undone["errors"].is_null(), "{undone}");
    let gone = newest(&world.manager, "stakeholder").await.remove(0);
    world.manager.data(create, json!({ "input": input })).await;
    assert_eq!(refused(&undo(&world.manager, &gone).await), [pair("DUPLICATE", "externalIds")]);
}

/// A stakeholder that comes back takes another short name when its own belongs to somebody else by now.
#[tokio::test]
async fn a_short_name_belongs_to_one() {
    let world = World::start().await;
    world.organization("Mercy Corps", "PUBLIC").await;
    let created = newest(&world.manager, "stakeholder").await.remove(0);
    undo(&world.manager, &created).await;
    let gone = newest(&world.manager, "stakeholder").await.remove(0);
    world.organization("Mercy Corps", "PUBLIC").await;
    let undone = undo(&world.manager, &gone).await.json();
    assert!(undone["errors"].is_null(), "{undone}");
    let query = "{ stakeholders(first: 9, filter: { text: \"mercy corps\" }) { nodes { slug } } }";
    let read = world.manager.data(query, json!({})).await;
    let mut slugs: Vec<_> = read["stakeholders"]["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|node| node["slug"].as_str())
        .collect();
    slugs.sort_unstable();
    assert_eq!(slugs, ["mercy-corps", "mercy-corps-2"]);
}

/// Evidence does not come back without the record that it was about, although its source is there.
#[tokio::test]
async fn evidence_comes_back_with_its_subject() {
    let world = World::start().await;
    let funder = world.organization("Gates Foundation", "PUBLIC").await;
    let funded = world.organization("Mercy Corps", "PUBLIC").await;
    let add = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) {
        relationship { id evidence { source { id } } } } }";
    let funds = |year: &str, evidence: Value| {
        json!({ "input": { "kind": "FUNDS", "source": funder, "target": funded,
            "validFrom": year, "validTo": year, "evidence": evidence } })
    };
    let new = json!({ "newSource": { "kind": "DOCUMENT", "title": "Notes" } });
    let first = world.manager.data(add, funds("2019", new)).await;
    let source = &first["addRelationship"]["relationship"]["evidence"][0]["source"]["id"];
    world.manager.data(add, funds("2020", json!({ "source": source }))).await;
    let step = newest(&world.manager, "relationship").await.remove(0);
    let revert = "mutation($id: ID!) { revertRevision(input: { change: $id }) { reverted } }";
    world.manager.data(revert, json!({ "id": step })).await;
    let gone = newest(&world.manager, "evidence").await.remove(0);
    assert_eq!(refused(&undo(&world.manager, &gone).await), [pair("LATER_CHANGE", "")]);
    let back = world.manager.data(revert, json!({ "id": gone })).await;
    assert_eq!(back["revertRevision"]["reverted"], 2);
}
