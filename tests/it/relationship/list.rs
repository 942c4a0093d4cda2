use super::*;

/// WHO with money given, a seat taken, advice got and one mistake, and the source of the first.
async fn seed(world: &World) -> (Value, Value) {
    let who = id(world, "Organization", "WHO").await;
    let good = id(world, "GlobalGood", "DHIS2").await;
    let board = id(world, "Group", "Board").await;
    let add =
        "mutation { addSource(input: { kind: WEB_PAGE, title: \"Page\" }) { source { id } } }";
    let mut source = world.editor.data(add, json!({})).await;
    let source = source["addSource"]["source"]["id"].take();
    let money = json!({ "validFrom": "2018", "validTo": "2019", "evidence": { "source": source } });
    added(&world.editor, "FUNDS", &who, &good, money).await;
    added(&world.manager, "SEAT_ON", &who, &board, json!({ "state": "CONFIRMED" })).await;
    added(&world.editor, "ADVISES", &board, &who, json!({})).await;
    let wrong = added(&world.editor, "SUPPORTS", &who, &good, json!({})).await;
    data(settle(&world.manager, "retract", &wrong, json!({})).await);
    (who, source)
}

/// Each filter keeps exactly the relationships it speaks of, from a stakeholder and from all.
#[tokio::test]
async fn filters_keep_what_they_say() {
    let world = World::start().await;
    let (who, source) = seed(&world).await;
    let query = "query($id: ID!, $filter: RelationshipFilter) {
        relationships(filter: $filter, first: 9) { nodes { kind } }
        stakeholder(by: { id: $id }) {
            relationships(filter: $filter, first: 9) { totalCount nodes { kind } } } }";
    let cases: [(Value, &[&str]); 12] = [
        (json!({}), &["FUNDS", "SEAT_ON", "ADVISES"]),
        (json!({ "kinds": [], "layers": [], "states": [] }), &["FUNDS", "SEAT_ON", "ADVISES"]),
        (json!({ "kinds": ["SEAT_ON", "FUNDS"] }), &["FUNDS", "SEAT_ON"]),
        (json!({ "layers": ["GOVERNANCE"] }), &["SEAT_ON", "ADVISES"]),
        (json!({ "states": ["CONFIRMED"] }), &["SEAT_ON"]),
        (json!({ "states": ["RETRACTED"] }), &["SUPPORTS"]),
        (json!({ "asOf": "2019-12-31" }), &["FUNDS", "SEAT_ON", "ADVISES"]),
        (json!({ "asOf": "2020-01-01" }), &["SEAT_ON", "ADVISES"]),
        (json!({ "source": source }), &["FUNDS"]),
        (json!({ "evidenceAtMost": 0 }), &["SEAT_ON", "ADVISES"]),
        (json!({ "evidenceAtMost": 1 }), &["FUNDS", "SEAT_ON", "ADVISES"]),
        (json!({ "retracted": true }), &["FUNDS", "SEAT_ON", "ADVISES", "SUPPORTS"]),
    ];
    for (filter, expected) in cases {
        let variables = json!({ "id": who, "filter": filter });
        let found = world.app.anonymous().data(query, variables).await;
        assert_eq!(column(&found["relationships"]["nodes"], "kind"), expected, "{filter}");
        let own = &found["stakeholder"]["relationships"];
        assert_eq!(column(&own["nodes"], "kind"), expected, "{filter}");
        assert_eq!(own["totalCount"], expected.len());
    }
}

/// From a stakeholder, relationships can be read one way, and are counted by layer.
#[tokio::test]
async fn relationships_have_a_way_and_a_layer() {
    let world = World::start().await;
    let (who, _) = seed(&world).await;
    let query = "query($id: ID!) { stakeholder(by: { id: $id }) {
        relationships(filter: { direction: IN }, first: 9) { nodes { kind } }
        relationshipCounts { layer count } } }";
    let found = world.viewer.data(query, json!({ "id": who })).await;
    let found = &found["stakeholder"];
    assert_eq!(column(&found["relationships"]["nodes"], "kind"), ["ADVISES"]);
    let counts = json!([{ "layer": "MONEY", "count": 1 }, { "layer": "GOVERNANCE", "count": 2 }]);
    assert_eq!(found["relationshipCounts"], counts);
}

/// A relationship is seen by those who see it and both its ends, and counted for nobody else.
#[tokio::test]
async fn hidden_ends_hide_relationships() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let quiet = id_at_home(&world, "Organization", "A quiet office", "COMMUNITY").await;
    let public = json!({ "community": world.home(), "visibility": "PUBLIC" });
    let row = added(&world.manager, "FUNDS", &quiet, &good, public).await;
    let query =
        "query($id: ID!, $good: ID!) { node(id: $id) { id } relationships(first: 9) { totalCount }
        stakeholder(by: { id: $good }) { relationshipCounts { count } } }";
    let variables = json!({ "id": row["id"], "good": good });
    let hidden = world.app.anonymous().data(query, variables.clone()).await;
    let expected = json!({ "node": null, "relationships": { "totalCount": 0 },
        "stakeholder": { "relationshipCounts": [] } });
    assert_eq!(hidden, expected);
    let seen = world.viewer.data(query, variables).await;
    assert_eq!(seen["relationships"]["totalCount"], 1);
}
