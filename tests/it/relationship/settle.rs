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

/// Ending what has ended corrects its end; saying the same again changes nothing.
#[tokio::test]
async fn an_end_may_be_corrected() {
    let world = World::start().await;
    let row = proposed(&world).await;
    let ended = data(settle(&world.manager, "end", &row, json!({ "validTo": "2021" })).await);
    let again = data(settle(&world.manager, "end", &ended, json!({ "validTo": "2021" })).await);
    assert_eq!(again, ended);
    let moved = data(settle(&world.manager, "end", &ended, json!({ "validTo": "2022-03" })).await);
    assert_eq!((&moved["validTo"], &moved["version"]), (&json!("2022-03"), &json!(3)));
    assert_eq!(data(settle(&world.manager, "end", &moved, json!({})).await), moved);
    let answer = settle(&world.manager, "end", &ended, json!({ "validTo": "2023" })).await;
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

/// A relationship does not come back to an end that is gone.
#[tokio::test]
async fn an_end_that_is_gone_stands_in_the_way() {
    let world = World::start().await;
    let row = proposed(&world).await;
    let query = "query($id: ID!) { changes(first: 9, filter: { node: $id }) { nodes { id } } }";
    let undo = "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { id } } }";
    let last = async |id: &Value| {
        let mut data = world.manager.data(query, json!({ "id": id })).await;
        data["changes"]["nodes"][0]["id"].take()
    };
    let mut gone = Vec::new();
    for id in [&row["id"], &row["source"]["id"]] {
        let recorded = last(id).await;
        let mut data = world.manager.data(undo, json!({ "id": recorded })).await;
        gone.push(data["revertChange"]["changes"][0]["id"].take());
    }
    let answer = world.manager.post(undo, json!({ "id": gone[0] })).await;
    assert_eq!(answer.code(), "CONFLICT", "{}", answer.text);
    for change in gone.iter().rev() {
        world.manager.data(undo, json!({ "id": change })).await;
    }
    let answer = settle(&world.manager, "confirm", &row, json!({})).await;
    assert_eq!(answer.code(), "CONFLICT", "the version went on");
}
