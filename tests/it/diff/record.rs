use super::*;

const QUERY: &str =
    "query($id: ID!, $from: ID, $to: ID) { recordDiff(id: $id, from: $from, to: $to) {
    title from { id } to { id } node { id }
    fields { field before after changes { id } }
    lines(first: 99) { totalCount nodes { field state text change { id } } } } }";

async fn update(world: &World, id: &Value, version: i64, more: Value) {
    let mut input = json!({ "id": id, "expectedVersion": version });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    let query = "mutation($input: UpdateGlobalGoodInput!) { updateGlobalGood(input: $input) { globalGood { id } } }";
    world.editor.data(query, json!({ "input": input })).await;
}

/// The changes of a record that somebody sees, the first one first.
async fn history(actor: &Actor, id: &Value) -> Vec<Value> {
    let query = "query($id: ID!) { changes(first: 99, order: OLDEST_FIRST, filter: { node: $id }) { nodes { id } } }";
    let found = actor.data(query, json!({ "id": id })).await;
    found["changes"]["nodes"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect()
}

fn lines(diff: &Value) -> Vec<String> {
    let sign = |line: &Value| match line["state"].as_str() {
        Some("ADDED") => '+',
        Some("REMOVED") => '-',
        _ => ' ',
    };
    let nodes = diff["lines"]["nodes"].as_array().unwrap();
    nodes.iter().map(|line| format!("{}{}", sign(line), line["text"].as_str().unwrap())).collect()
}

/// Between any two states a text is told line by line, each line with the change to take back.
#[tokio::test]
async fn texts_are_compared_line_by_line() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    for (version, text) in
        ["one\ntwo\nthree", "one\n2\nthree", "one\n2\nthree\nfour"].iter().enumerate()
    {
        let version = i64::try_from(version).unwrap() + 1;
        update(&world, &good, version, json!({ "summaryEn": text })).await;
    }
    let changes = history(&world.viewer, &good).await;
    assert_eq!(changes.len(), 4);
    let variables = json!({ "id": good, "from": changes[1], "to": changes[3] });
    let diff = world.viewer.data(QUERY, variables).await["recordDiff"].take();
    assert_eq!((&diff["from"]["id"], &diff["to"]["id"]), (&changes[1], &changes[3]));
    assert_eq!((&diff["title"], &diff["node"]["id"]), (&json!("DHIS2"), &good));
    assert_eq!(column(&diff["fields"], "field"), ["summaryEn"]);
    assert_eq!(lines(&diff), [" one", "-two", "+2", " three", "+four"]);
    assert_eq!(diff["lines"]["totalCount"], 5);
    assert_eq!(column(&diff["lines"]["nodes"], "field"), ["summaryEn"; 5]);
    let by = |line: usize| diff["lines"]["nodes"][line]["change"]["id"].clone();
    assert_eq!([by(1), by(2), by(4)], [&changes[2], &changes[2], &changes[3]].map(Value::clone));
    assert!(by(0).is_null());

    // Taking the line back by its change brings the state before it, and nothing else.
    let undo =
        "mutation($input: RevertChangeInput!) { revertChange(input: $input) { changes { id } } }";
    world.manager.data(undo, json!({ "input": { "id": by(4) } })).await;
    let variables = json!({ "id": good, "from": changes[2] });
    let diff = world.viewer.data(QUERY, variables).await["recordDiff"].take();
    assert_eq!(diff["fields"], json!([]));
}

/// Fields are compared from the state before the first change to that after the last; what came back
/// to what it was is not told.
#[tokio::test]
async fn fields_are_compared_by_their_net_effect() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    update(&world, &good, 1, json!({ "acronym": "D2", "licence": "BSD-3-Clause" })).await;
    update(&world, &good, 2, json!({ "acronym": null, "nameFr": "DHIS 2" })).await;
    let changes = history(&world.viewer, &good).await;
    let variables = json!({ "id": good, "from": changes[0] });
    let diff = world.viewer.data(QUERY, variables).await["recordDiff"].take();
    let told: Vec<_> = diff["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (&field["field"], &field["before"], &field["after"]))
        .collect();
    let expected = [
        (json!("licence"), json!(null), json!("BSD-3-Clause")),
        (json!("nameFr"), json!(null), json!("DHIS 2")),
    ];
    assert_eq!(told, expected.iter().map(|(a, b, c)| (a, b, c)).collect::<Vec<_>>());
    let whole = world.viewer.data(QUERY, json!({ "id": good })).await["recordDiff"].take();
    assert!(whole["from"].is_null());
    assert!(column(&whole["fields"], "field").contains(&"nameEn".to_owned()));
}

/// A record that one does not see has no states to compare; a change of another record says nothing
/// about this one.
#[tokio::test]
async fn hidden_states_are_not_found() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let quiet = id_at_home(&world, "GlobalGood", "Quiet", "RESTRICTED").await;
    let secret = history(&world.manager, &quiet).await.remove(0);
    let own = history(&world.manager, &good).await.remove(0);
    for variables in [
        json!({ "id": quiet }),
        json!({ "id": good, "from": secret }),
        json!({ "id": quiet, "to": own }),
    ] {
        assert_eq!(world.viewer.code(QUERY, variables).await, "NOT_FOUND");
    }
    let other = json!({ "id": good, "from": secret });
    assert_eq!(world.manager.code(QUERY, other).await, "NOT_FOUND");
    let change = json!({ "id": own });
    assert_eq!(refused(&world.viewer.post(QUERY, change).await), [pair("MALFORMED_ID", "id")]);
}
