use super::*;

async fn proposed(world: &World) -> Value {
    let (who, good) =
        (id(world, "Organization", "WHO").await, id(world, "GlobalGood", "DHIS2").await);
    added(&world.editor, "FUNDS", &who, &good, json!({})).await
}

/// A relationship goes through its states by decisions of those who may settle.
#[tokio::test]
async fn managers_settle() {
    let world = World::start().await;
    let row = proposed(&world).await;
    assert_eq!(settle(&world.editor, "confirm", &row, json!({})).await.code(), "FORBIDDEN");
    let row = data(settle(&world.manager, "confirm", &row, json!({})).await);
    assert_eq!((&row["state"], &row["version"]), (&json!("CONFIRMED"), &json!(2)));
    let row = data(settle(&world.manager, "dispute", &row, json!({})).await);
    assert_eq!(row["nextStates"], json!(["CONFIRMED", "ENDED", "RETRACTED"]));
    let row = data(settle(&world.manager, "end", &row, json!({ "validTo": "2021-05" })).await);
    assert_eq!((&row["state"], &row["validTo"]), (&json!("ENDED"), &json!("2021-05")));
    let answer = settle(&world.manager, "confirm", &row, json!({})).await;
    let expected = [("STATE_NOT_REACHABLE".into(), "state".into(), vec!["RETRACTED".to_owned()])];
    assert_eq!(told(&answer), expected);
    data(settle(&world.manager, "retract", &row, json!({})).await);
}

/// An end needs a date, and a decision the version that it was made on.
#[tokio::test]
async fn decisions_are_complete_and_fresh() {
    let world = World::start().await;
    let row = proposed(&world).await;
    let answer = settle(&world.manager, "end", &row, json!({})).await;
    assert_eq!(refused(&answer), [pair("END_DATE_REQUIRED", "validTo")]);
    data(settle(&world.manager, "confirm", &row, json!({})).await);
    let answer = settle(&world.manager, "retract", &row, json!({})).await;
    assert_eq!(refused(&answer), [pair("STALE_VERSION", "expectedVersion")]);
}

/// What was done to a relationship is undone as one change, and done again by undoing that.
#[tokio::test]
async fn decisions_are_undone() {
    let world = World::start().await;
    let row = proposed(&world).await;
    let confirmed = data(settle(&world.manager, "confirm", &row, json!({})).await);
    let query = "query($id: ID!) { node(id: $id) { ... on Relationship {
        state history(first: 1) { nodes { id title fields { field before after } } } } } }";
    let read =
        async || world.manager.data(query, json!({ "id": confirmed["id"] })).await["node"].take();
    let change = read().await["history"]["nodes"][0].take();
    assert_eq!(change["title"], "WHO → DHIS2");
    let fields = json!([{ "field": "state", "before": "PROPOSED", "after": "CONFIRMED" }]);
    assert_eq!(change["fields"], fields);
    let undo =
        "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { id operation } } }";
    let undone = world.manager.data(undo, json!({ "id": change["id"] })).await;
    assert_eq!(undone["revertChange"]["changes"][0]["operation"], "UPDATE");
    assert_eq!(read().await["state"], "PROPOSED");
    let again = undone["revertChange"]["changes"][0]["id"].clone();
    assert_eq!(world.editor.code(undo, json!({ "id": again })).await, "FORBIDDEN");
    world.manager.data(undo, json!({ "id": again })).await;
    assert_eq!(read().await["state"], "CONFIRMED");
}
