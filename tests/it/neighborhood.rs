//! Neighborhoods: the surroundings of a stakeholder, as far as one may see.

use crate::engagement::{World, column, pair, refused};
use crate::relationship::{added, id, id_at_home};
use serde_json::{Value, json};
use tests::actor::Actor;

const QUERY: &str =
    "query($id: ID!, $depth: Int! = 1, $kinds: [StakeholderKind!], $layers: [Layer!],
    $asOf: Date, $limit: Int! = 150, $locale: Locale! = EN) {
    neighborhood(id: $id, depth: $depth, kinds: $kinds, layers: $layers, asOf: $asOf, limit: $limit,
        locale: $locale) { focus truncated omitted
        nodes { id kind name hop degree organizationType unresolved }
        edges { id kind source target state evidenceCount inferred validTo } } }";

async fn around(actor: &Actor, id: &Value, more: Value) -> Value {
    let mut variables = more;
    variables["id"] = id.clone();
    actor.data(QUERY, variables).await["neighborhood"].take()
}

/// A chain WHO - DHIS2 - Board - Office, with one hidden neighbour of DHIS2.
async fn chain(world: &World) -> [Value; 4] {
    let who = id(world, "Organization", "WHO").await;
    let good = id(world, "GlobalGood", "DHIS2").await;
    let board = id(world, "Group", "Board").await;
    let office = id(world, "Organization", "Office").await;
    let quiet = id_at_home(world, "Organization", "A quiet office", "RESTRICTED").await;
    let ended = json!({ "validFrom": "2018", "validTo": "2019" });
    added(&world.editor, "FUNDS", &who, &good, ended).await;
    added(&world.editor, "GOVERNS", &board, &good, json!({})).await;
    added(&world.editor, "SEAT_ON", &office, &board, json!({})).await;
    added(&world.manager, "FUNDS", &quiet, &good, json!({})).await;
    [who, good, board, office]
}

/// Stakeholders come by distance, with every relationship between them, and nothing hidden counts.
#[tokio::test]
async fn surroundings_grow_by_steps() {
    let world = World::start().await;
    let [who, good, board, office] = chain(&world).await;
    let near = around(&world.app.anonymous(), &good, json!({})).await;
    assert_eq!(near["focus"], good);
    assert_eq!(near["nodes"][0]["id"], good);
    assert_eq!((&near["nodes"][0]["hop"], &near["nodes"][0]["degree"]), (&json!(0), &json!(2)));
    let mut names = column(&near["nodes"], "name");
    names.sort();
    assert_eq!(names, ["Board", "DHIS2", "WHO"]);
    assert_eq!(near["edges"].as_array().unwrap().len(), 2);
    assert_eq!((&near["truncated"], &near["omitted"]), (&json!(false), &json!(0)));
    let far = around(&world.app.anonymous(), &who, json!({ "depth": 3 })).await;
    let ids = column(&far["nodes"], "id");
    assert_eq!(ids, [&who, &good, &board, &office].map(|id| id.as_str().unwrap()));
    let manager = around(&world.manager, &good, json!({})).await;
    assert_eq!(manager["nodes"].as_array().unwrap().len(), 4);
    assert_eq!(manager["nodes"][0]["degree"], 3);
}

/// Kinds, layers and a day narrow the surroundings; an empty list is no restriction.
#[tokio::test]
async fn surroundings_are_narrowed() {
    let world = World::start().await;
    let [_, good, ..] = chain(&world).await;
    let cases: [(Value, &[&str]); 5] = [
        (json!({ "kinds": ["GROUP"] }), &["DHIS2", "Board"]),
        (json!({ "layers": ["MONEY"] }), &["DHIS2", "WHO"]),
        (json!({ "asOf": "2020-01-01" }), &["DHIS2", "Board"]),
        (json!({ "layers": [] }), &["DHIS2", "Board", "WHO"]),
        (json!({ "kinds": [] }), &["DHIS2", "Board", "WHO"]),
    ];
    for (more, expected) in cases {
        let found = around(&world.viewer, &good, more.clone()).await;
        assert_eq!(column(&found["nodes"], "name"), expected, "{more}");
        assert_eq!(found["edges"].as_array().unwrap().len(), expected.len() - 1);
    }
}

/// A limit cuts, and says how much of the visible it cut.
#[tokio::test]
async fn limits_say_what_they_cut() {
    let world = World::start().await;
    let [_, good, ..] = chain(&world).await;
    for (actor, omitted) in [(&world.viewer, 1), (&world.manager, 2)] {
        let found = around(actor, &good, json!({ "limit": 2 })).await;
        assert_eq!(found["nodes"].as_array().unwrap().len(), 2);
        assert_eq!((&found["truncated"], &found["omitted"]), (&json!(true), &json!(omitted)));
    }
}

/// Bad arguments are refused at their place; what one does not see has no surroundings.
#[tokio::test]
async fn bad_questions_are_refused() {
    let world = World::start().await;
    let [who, ..] = chain(&world).await;
    for (more, expected) in [
        (json!({ "id": who, "depth": 4 }), pair("OUT_OF_RANGE", "depth")),
        (json!({ "id": who, "depth": 0 }), pair("OUT_OF_RANGE", "depth")),
        (json!({ "id": who, "limit": 501 }), pair("OUT_OF_RANGE", "limit")),
        (json!({ "id": "org_1" }), pair("MALFORMED_ID", "id")),
    ] {
        assert_eq!(refused(&world.viewer.post(QUERY, more).await), [expected]);
    }
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    assert_eq!(world.viewer.code(QUERY, json!({ "id": quiet })).await, "NOT_FOUND");
}
