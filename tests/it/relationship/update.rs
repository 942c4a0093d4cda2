use super::*;

async fn update(actor: &Actor, row: &Value, more: Value) -> Answer {
    write(actor, "updateRelationship", "UpdateRelationshipInput", of(row, more)).await
}

/// Absent fields stay, null clears; amount and currency go together.
#[tokio::test]
async fn corrections_have_three_states() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    let more = json!({ "amount": 5.0, "currency": "EUR", "validFrom": "2018", "note": "a grant" });
    let row = added(&world.editor, "FUNDS", &who, &good, more).await;
    let row = data(update(&world.editor, &row, json!({ "amount": 7.0, "note": null })).await);
    assert_eq!((&row["amount"], &row["currency"]), (&json!(7.0), &json!("EUR")));
    assert_eq!((&row["note"], &row["validFrom"]), (&Value::Null, &json!("2018")));
    let answer = update(&world.editor, &row, json!({ "amount": null })).await;
    assert_eq!(refused(&answer), [pair("CURRENCY_WITH_AMOUNT", "currency")]);
    let row = data(update(&world.editor, &row, json!({ "amount": null, "currency": null })).await);
    assert_eq!(row["amount"], Value::Null);
}

/// What is settled is corrected by those who may settle; what is retracted, by nobody.
#[tokio::test]
async fn settled_ones_need_the_right_to_settle() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    let row = added(&world.manager, "FUNDS", &who, &good, json!({ "state": "CONFIRMED" })).await;
    let patch = json!({ "strength": 4 });
    assert_eq!(update(&world.editor, &row, patch.clone()).await.code(), "FORBIDDEN");
    let row = data(update(&world.manager, &row, patch.clone()).await);
    let row = data(settle(&world.manager, "retract", &row, json!({})).await);
    let answer = update(&world.manager, &row, patch).await;
    assert_eq!(refused(&answer), [pair("STATE_NOT_REACHABLE", "id")]);
}

/// A hidden intermediary is not shown, and is kept by those who correct something else.
#[tokio::test]
async fn hidden_intermediaries_are_kept() {
    let world = World::start().await;
    let (who, good) =
        (id(&world, "Organization", "WHO").await, id(&world, "GlobalGood", "DHIS2").await);
    let quiet = id_at_home(&world, "Organization", "A quiet office", "RESTRICTED").await;
    let row = added(&world.manager, "FUNDS", &who, &good, json!({ "via": quiet })).await;
    let row = data(update(&world.editor, &row, json!({ "note": "checked" })).await);
    assert_eq!(row["via"], Value::Null);
    let query = "query($id: ID!) { node(id: $id) { ... on Relationship { via { id } note } } }";
    let found = world.manager.data(query, json!({ "id": row["id"] })).await;
    assert_eq!(found["node"], json!({ "via": { "id": quiet }, "note": "checked" }));
    let history = "query($id: ID!) { node(id: $id) { ... on Relationship {
        history(first: 9) { nodes { fields { field after } } } } } }";
    let told = world.editor.data(history, json!({ "id": row["id"] })).await.to_string();
    assert!(!told.contains("via") && told.contains("note"), "{told}");
    assert!(!told.contains(text(&quiet).trim_start_matches("org_")));
}
