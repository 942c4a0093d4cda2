//! The bridge between two languages.

use crate::engagement::{World, pair, refused};
use serde_json::{Value, json};

const QUERY: &str =
    "query($other: String!) { bridgeScore(other: $other) { one other score expected known
    crossing unknown partiesOne partiesOther partiesBoth partiesUnknown
    relationships(first: 100) { totalCount nodes { source { name } target { name } } } } }";

async fn organization(world: &World, name: &str, languages: &[&str]) -> Value {
    let query = "mutation($input: CreateOrganizationInput!) {
        createOrganization(input: $input) { organization { id } } }";
    let input = json!({ "nameEn": name, "organizationType": "OTHER", "languages": languages });
    let mut data = world.manager.data(query, json!({ "input": input })).await;
    data["createOrganization"]["organization"]["id"].take()
}

async fn relate(world: &World, source: &Value, target: &Value) {
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "kind": "SUPPORTS", "source": source, "target": target });
    world.manager.data(query, json!({ "input": input })).await;
}

/// Below ten known relationships there is no score; from ten on it is the share that crosses, beside
/// what chance would give; who has no recorded language is counted apart.
#[tokio::test]
async fn few_known_have_no_score() {
    let world = World::start().await;
    let mut rows = Vec::new();
    for (number, languages) in [["fr"], ["fr"], ["fr"], ["en"], ["en"], ["en"]].iter().enumerate() {
        rows.push(organization(&world, &format!("Party {number}"), languages).await);
    }
    let silent = organization(&world, "Silent", &[]).await;
    relate(&world, &silent, &rows[0]).await;
    let pairs = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (1, 0), (4, 3), (0, 3)];
    for (from, to) in pairs {
        relate(&world, &rows[from], &rows[to]).await;
    }
    let ask = async |other: &str| {
        world.viewer.data(QUERY, json!({ "other": other })).await["bridgeScore"].take()
    };
    let few = ask("fr").await;
    assert_eq!(
        (&few["known"], &few["score"], &few["expected"]),
        (&json!(9), &Value::Null, &Value::Null)
    );
    relate(&world, &rows[1], &rows[4]).await;
    let bridge = ask("français").await;
    assert_eq!((&bridge["known"], &bridge["crossing"]), (&json!(10), &json!(2)));
    assert_eq!((&bridge["score"], &bridge["expected"]), (&json!(0.2), &json!(0.6)));
    assert_eq!((&bridge["unknown"], &bridge["partiesUnknown"]), (&json!(1), &json!(1)));
    assert_eq!((&bridge["partiesOne"], &bridge["partiesOther"]), (&json!(3), &json!(3)));
    assert_eq!(bridge["relationships"]["totalCount"], 2);
    let nobody = ask("ne").await;
    assert_eq!((&nobody["score"], &nobody["crossing"]), (&Value::Null, &json!(0)));
    let itself = world.viewer.post(QUERY, json!({ "other": "English" })).await;
    assert_eq!(refused(&itself), [pair("OUT_OF_RANGE", "other")]);
    let wrong = world.viewer.post(QUERY, json!({ "other": "x" })).await;
    assert_eq!(refused(&wrong), [pair("UNKNOWN_LANGUAGE", "other")]);
}
