//! Peers of an implementation.

use crate::capability::good;
use crate::engagement::World;
use serde_json::{Value, json};

const QUERY: &str = "query($id: ID!) { peersFor(implementation: $id, first: 10) { totalCount
    nodes { implementation { name } reasons relationships { kind source { name } } } } }";

async fn implementation(world: &World, input: Value) -> Value {
    let query = "mutation($input: CreateImplementationInput!) {
        createImplementation(input: $input) { implementation { id } } }";
    let mut data = world.manager.data(query, json!({ "input": input })).await;
    data["createImplementation"]["implementation"]["id"].take()
}

async fn relate(world: &World, kind: &str, source: &Value, target: &Value) {
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "kind": kind, "source": source, "target": target });
    world.manager.data(query, json!({ "input": input })).await;
}

/// The nearest come first, each with its reasons and the relationships they rest on; what is not
/// recorded is said; what has nothing in common is no peer.
#[tokio::test]
async fn peers_are_ranked_and_explained() {
    let world = World::start().await;
    let good = json!(good(&world, "openIMIS").await);
    let one = json!({ "nameEn": "Here", "stage": "PILOT", "languages": ["fr"], "country": "CM" });
    let here = implementation(&world, one).await;
    let next = json!({ "nameEn": "Further", "stage": "ROLLOUT", "languages": ["fr"] });
    let next = implementation(&world, next).await;
    let silent = implementation(&world, json!({ "nameEn": "Silent" })).await;
    let near = json!({ "nameEn": "Neighbour", "country": "CM", "stage": "SUSTAINED", "languages": ["en"] });
    implementation(&world, near).await;
    let known = implementation(
        &world,
        json!({ "nameEn": "Known", "languages": ["ne"], "stage": "SCALED" }),
    )
    .await;
    let far =
        json!({ "nameEn": "Stranger", "stage": "SCALED", "languages": ["ne"], "country": "NP" });
    implementation(&world, far).await;
    for row in [&here, &next, &silent] {
        relate(&world, "DEPLOYS", row, &good).await;
    }
    relate(&world, "PEER_OF", &known, &here).await;
    let data = world.viewer.data(QUERY, json!({ "id": here })).await;
    let rows = data["peersFor"]["nodes"].as_array().expect("rows");
    let told: Vec<_> =
        rows.iter().map(|row| json!([row["implementation"]["name"], row["reasons"]])).collect();
    assert_eq!(
        told,
        [
            json!(["Known", ["RECORDED_PEER"]]),
            json!(["Further", ["SAME_GOOD", "NEXT_STAGE", "SAME_LANGUAGE"]]),
            json!(["Silent", ["SAME_GOOD", "STAGE_NOT_RECORDED", "LANGUAGE_NOT_RECORDED"]]),
            json!(["Neighbour", ["SAME_COUNTRY"]]),
        ]
    );
    let kinds = |row: &Value| -> Vec<Value> {
        row["relationships"].as_array().expect("rows").iter().map(|it| it["kind"].clone()).collect()
    };
    assert_eq!(kinds(&rows[0]), ["PEER_OF"]);
    assert_eq!(kinds(&rows[1]), ["DEPLOYS", "DEPLOYS"]);
    let code = world.viewer.code(QUERY, json!({ "id": good })).await;
    assert_eq!(code, "NOT_FOUND", "a good has no peers");
}
