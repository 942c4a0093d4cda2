//! Who reads what of the log: whoever could when it was written and still can, and nobody else.

use crate::engagement::{World, of, text, work};
use serde_json::{Value, json};
use tests::actor::Actor;

const LOG: &str = "query($filter: ChangeFilter, $first: Int!) {
    changes(first: $first, filter: $filter, order: OLDEST_FIRST) {
        nodes { id noun title fields { field before after } } pageInfo { hasNextPage endCursor } } }";

/// Everything that an actor reads of the log.
async fn log(actor: &Actor, filter: Value) -> Value {
    let mut data = actor.data(LOG, json!({ "filter": filter, "first": 25 })).await;
    data["changes"].take()
}

async fn show(world: &World, organization: &str, version: i64, visibility: &str) {
    let query = "mutation($input: UpdateOrganizationInput!) {
        updateOrganization(input: $input) { organization { visibility } } }";
    let input = json!({ "id": organization, "expectedVersion": version, "visibility": visibility });
    world.manager.data(query, json!({ "input": input })).await;
}

async fn undo(actor: &Actor, change: &Value) -> Value {
    let query = "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { id } } }";
    let mut data = actor.data(query, json!({ "id": change })).await;
    data["revertChange"]["changes"][0]["id"].take()
}

/// What was written while the party was hidden stays hidden in the history when the party no longer
/// is; what is written from then on is read.
#[tokio::test]
async fn what_was_hidden_then_stays_hidden() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "RESTRICTED").await;
    let more = json!({ "visibility": "PUBLIC", "why": "A secret reason." });
    let opened = work(&world.manager, "openEngagement", world.opening(&party, more)).await;
    let gain = json!({ "engagement": opened["id"], "expectedVersion": opened["version"],
        "side": "WE_GAIN", "text": "A secret sum." });
    let with_gain = work(&world.manager, "addGain", gain).await;
    let why = of(&with_gain, json!({ "why": "An open reason." }));
    work(&world.manager, "updateEngagement", why).await;
    let id = &with_gain["weGain"][0]["id"];
    let gain = json!({ "id": id, "expectedVersion": 1, "text": "An open sum." });
    work(&world.manager, "updateGain", gain).await;
    show(&world, &party, 1, "PUBLIC").await;
    let gain = json!({ "id": id, "expectedVersion": 2, "text": "An open amount." });
    work(&world.manager, "updateGain", gain).await;

    let anonymous = world.app.anonymous();
    let history = "query($id: ID!) { node(id: $id) { ... on Engagement {
        history(first: 25) { nodes { title fields { before after } } } } } }";
    for reader in [&anonymous, &world.viewer] {
        let read = log(reader, json!({ "community": world.home() })).await.to_string();
        assert!(read.contains("An open amount."), "{read}");
        let told = reader.data(history, json!({ "id": opened["id"] })).await.to_string();
        assert!(!format!("{read}{told}").contains("secret"), "{read}{told}");
    }
    let read = log(&world.manager, json!({})).await.to_string();
    assert!(read.contains("A secret sum.") && read.contains("A secret reason."), "{read}");
}

/// A relationship whose hidden end is gone with it is not told of to those who never saw it.
#[tokio::test]
async fn a_missing_end_hides_what_hung_on_it() {
    let world = World::start().await;
    let hidden = world.organization("Hidden Foundation", "RESTRICTED").await;
    let seen = world.organization("Seen Foundation", "PUBLIC").await;
    let add = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "kind": "PART_OF", "source": hidden, "target": seen,
        "note": "A secret note." });
    let added = world.manager.data(add, json!({ "input": input })).await;
    let relationship = added["addRelationship"]["relationship"]["id"].clone();
    for id in [&relationship, &json!(hidden)] {
        let recorded = log(&world.manager, json!({ "node": id })).await["nodes"][0]["id"].take();
        undo(&world.manager, &recorded).await;
    }
    for reader in [&world.app.anonymous(), &world.viewer] {
        let read = log(reader, json!({})).await.to_string();
        assert!(read.contains("Seen Foundation"), "{read}");
        assert!(!read.contains("secret") && !read.contains("Hidden"), "{read}");
        let of_it = log(reader, json!({ "node": relationship })).await;
        assert_eq!(of_it["nodes"], json!([]));
    }
    let of_it = log(&world.manager, json!({ "node": relationship })).await;
    assert_eq!(of_it["nodes"].as_array().expect("a list").len(), 2);
}

/// A record that was hidden before it went is not told of, not even what was open once.
#[tokio::test]
async fn what_is_gone_stands_where_it_last_stood() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let anonymous = world.app.anonymous();
    let read = log(&anonymous, json!({ "node": party })).await;
    let recorded = read["nodes"][0]["id"].clone();
    show(&world, &party, 1, "RESTRICTED").await;
    let mut hidden = log(&world.manager, json!({ "node": party })).await;
    undo(&world.manager, &hidden["nodes"][1]["id"]).await;
    assert_eq!(log(&anonymous, json!({ "node": party })).await["nodes"][0]["id"], recorded);
    show(&world, &party, 3, "RESTRICTED").await;
    assert_eq!(log(&anonymous, json!({ "node": party })).await["nodes"], json!([]));
    hidden = log(&world.manager, json!({ "node": party })).await;
    assert_eq!(hidden["nodes"].as_array().expect("a list").len(), 4);
    let read = "query($id: ID!) { node(id: $id) { id } }";
    let node = anonymous.data(read, json!({ "id": recorded })).await;
    assert_eq!(node["node"], json!(null));
}

/// Hidden changes take nobody's place on a page: each page is full until the last one.
#[tokio::test]
async fn hidden_changes_take_no_place_on_a_page() {
    let world = World::start().await;
    for number in 0..12 {
        let visibility = if number % 6 == 5 { "PUBLIC" } else { "RESTRICTED" };
        world.organization(&format!("Number {number}"), visibility).await;
    }
    let anonymous = world.app.anonymous();
    let query = "query($after: String, $filter: ChangeFilter) {
        changes(first: 1, filter: $filter, after: $after) {
            nodes { title } pageInfo { hasNextPage endCursor } } }";
    let filter = json!({ "community": world.home() });
    let mut after = Value::Null;
    for (title, more) in [("Number 11", true), ("Number 5", true)] {
        let read = anonymous.data(query, json!({ "after": after, "filter": filter })).await;
        assert_eq!(text(&read["changes"]["nodes"][0]["title"]), title);
        assert_eq!(read["changes"]["pageInfo"]["hasNextPage"], more);
        after = read["changes"]["pageInfo"]["endCursor"].clone();
    }
    let read = anonymous.data(query, json!({ "after": after, "filter": filter })).await;
    assert_eq!(text(&read["changes"]["nodes"][0]["title"]), "OpenLMIS");
    assert_eq!(read["changes"]["pageInfo"]["hasNextPage"], false);
}
