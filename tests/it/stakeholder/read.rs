use super::*;

/// A stakeholder is found by id, by short name and by an id elsewhere, in its own list only.
#[tokio::test]
async fn three_ways_lead_to_a_stakeholder() {
    let world = World::start().await;
    let input = json!({ "nameEn": "OpenLMIS",
        "externalIds": [{ "registry": "DPGA", "value": "7" }] });
    let good = created(&world.editor, "GlobalGood", input).await;
    let query = "query($by: StakeholderBy!) {
        stakeholder(by: $by) { id } globalGood(by: $by) { id } place(by: $by) { id } }";
    for by in [
        json!({ "id": good["id"] }),
        json!({ "slug": "openlmis" }),
        json!({ "externalId": { "registry": "DPGA", "value": "7" } }),
    ] {
        let found = world.app.anonymous().data(query, json!({ "by": by })).await;
        let id = json!({ "id": good["id"] });
        assert_eq!(found, json!({ "stakeholder": id, "globalGood": id, "place": null }));
    }
    let answer = world.viewer.post(query, json!({ "by": { "id": "good_1" } })).await;
    assert_eq!(refused(&answer)[0], pair("MALFORMED_ID", "id"));
}

/// An id names its record with its own prefix only.
#[tokio::test]
async fn one_record_has_one_id() {
    let world = World::start().await;
    let good = created(&world.editor, "GlobalGood", least("GlobalGood", "OpenLMIS")).await;
    let other = text(&good["id"]).replace("good_", "org_");
    let query = "query($id: ID!) { node(id: $id) { id } }";
    let found = world.viewer.data(query, json!({ "id": other })).await;
    assert!(found["node"].is_null());
}

/// A summary is told in the language asked for, or in the other one.
#[tokio::test]
async fn summaries_fall_back() {
    let world = World::start().await;
    let input = json!({ "nameEn": "OpenLMIS", "summaryEn": "Logistics." });
    created(&world.editor, "GlobalGood", input).await;
    let query = "{ globalGood(by: { slug: \"openlmis\" }) {
        en: summary fr: summary(locale: FR) summaries { locale value } } }";
    let found = world.app.anonymous().data(query, json!({})).await;
    let expected = json!({ "en": "Logistics.", "fr": "Logistics.",
        "summaries": [{ "locale": "EN", "value": "Logistics." }] });
    assert_eq!(found["globalGood"], expected);
}

/// History names fields as inputs do, tells who made a change to those who share a community with
/// them, and shows nothing of a time when the record was hidden from the reader.
#[tokio::test]
async fn history_is_told_as_seen() {
    let world = World::start().await;
    let mut input = least("Organization", "Gavi");
    input["community"] = json!(world.home());
    input["visibility"] = json!("RESTRICTED");
    let row = created(&world.manager, "Organization", input).await;
    let shown = json!({ "id": row["id"], "expectedVersion": 1, "visibility": "PUBLIC" });
    data(update(&world.manager, "Organization", shown).await);
    let named = json!({ "id": row["id"], "expectedVersion": 2, "nameFr": "Gavi, l’Alliance" });
    data(update(&world.editor, "Organization", named).await);
    let query = "query($id: ID!) { stakeholder(by: { id: $id }) { history(first: 10) {
        nodes { operation title noun actor { displayName } node { id } fields { field before after } }
        pageInfo { hasNextPage } } } }";
    let history = async |actor: &Actor| {
        let mut data = actor.data(query, json!({ "id": row["id"] })).await;
        data["stakeholder"]["history"]["nodes"].take()
    };
    let seen = history(&world.app.anonymous()).await;
    let expected = json!([{ "operation": "UPDATE", "title": "Gavi", "noun": "stakeholder",
        "actor": null, "node": { "id": row["id"] },
        "fields": [{ "field": "nameFr", "before": null, "after": "Gavi, l’Alliance" }] }]);
    assert_eq!(seen, expected);
    let seen = history(&world.manager).await;
    let operations = column(&seen, "operation");
    assert_eq!(operations, ["UPDATE", "UPDATE", "CREATE"]);
    assert!(seen[0]["actor"]["displayName"].is_string());
}

/// A short page of history is filled from behind changes that the reader may not see.
#[tokio::test]
async fn hidden_changes_do_not_shorten_pages() {
    let world = World::start().await;
    let row = created(&world.editor, "Segment", least("Segment", "Pharma groups")).await;
    let query =
        "query($id: ID!, $first: Int!) { stakeholder(by: { id: $id }) { history(first: $first) {
        nodes { operation } pageInfo { hasNextPage } } } }";
    let mut input = json!({ "nameEn": "Hidden at first", "community": world.home() });
    input["visibility"] = json!("RESTRICTED");
    let hidden = created(&world.manager, "Segment", input).await;
    for version in 1..6 {
        let input = json!({ "id": hidden["id"], "expectedVersion": version,
            "acronym": format!("H{version}") });
        data(update(&world.manager, "Segment", input).await);
    }
    let shown = json!({ "id": hidden["id"], "expectedVersion": 6, "visibility": "PUBLIC" });
    data(update(&world.manager, "Segment", shown).await);
    let named = json!({ "id": hidden["id"], "expectedVersion": 7, "acronym": "H" });
    data(update(&world.manager, "Segment", named).await);
    for (id, first, operations, more) in [
        (&row["id"], 1, vec!["CREATE"], false),
        (&hidden["id"], 1, vec!["UPDATE"], false),
        (&hidden["id"], 5, vec!["UPDATE"], false),
    ] {
        let found = world.viewer.data(query, json!({ "id": id, "first": first })).await;
        let history = &found["stakeholder"]["history"];
        assert_eq!(column(&history["nodes"], "operation"), operations);
        assert_eq!(history["pageInfo"]["hasNextPage"], more);
    }
    let whole = world.manager.data(query, json!({ "id": hidden["id"], "first": 3 })).await;
    assert_eq!(whole["stakeholder"]["history"]["pageInfo"]["hasNextPage"], true);
}

/// Some more seats on boards, with summaries and evidence.
async fn take_seats(world: &World, size: usize) {
    for name in 0..size {
        let mut input = least("Organization", &format!("Organization {size}-{name}"));
        input["summaryEn"] = json!("A paragraph.");
        let row = created(&world.editor, "Organization", input).await;
        let board = created(&world.editor, "Group", least("Group", "Board")).await;
        let input = json!({ "kind": "SEAT_ON", "source": row["id"], "target": board["id"],
            "evidence": { "note": "Heard it.",
                "newSource": { "kind": "MEETING", "title": "A meeting" } } });
        let add = "mutation($input: AddRelationshipInput!) {
            addRelationship(input: $input) { relationship { id } } }";
        world.editor.data(add, json!({ "input": input })).await;
    }
}

/// How many rows a nested query brings, and how many statements it sends: the least of some tries,
/// since the server also listens for other processes meanwhile.
async fn read_nested(world: &World) -> (usize, u64) {
    let query = "{ stakeholders(first: 60) { nodes { name summary summaries { value }
        community { name } relationships(first: 2) { nodes { source { name summary }
            evidence { note source { title } } history(first: 3) { nodes { title } } } }
        history(first: 3) { nodes { title actor { displayName } } } } } }";
    let mut tries = Vec::new();
    for _ in 0..5 {
        let before = world.app.app.store.statements();
        let answer = world.viewer.data(query, json!({})).await;
        let statements = world.app.app.store.statements() - before;
        let nodes = answer["stakeholders"]["nodes"].as_array().unwrap();
        for node in nodes {
            assert!(node["history"]["nodes"][0].is_object());
            let evidence = &node["relationships"]["nodes"][0]["evidence"];
            assert_eq!(evidence[0]["note"], "Heard it.");
        }
        tries.push((nodes.len(), statements));
    }
    tries.into_iter().min().unwrap()
}

/// A nested query sends as many statements for many rows as for few.
#[tokio::test]
async fn statements_do_not_grow_with_rows() {
    let world = World::start().await;
    take_seats(&world, 2).await;
    let (few, statements) = read_nested(&world).await;
    take_seats(&world, 28).await;
    let (many, still) = read_nested(&world).await;
    assert_eq!((few, many), (4, 60));
    assert_eq!(statements, still);
    assert!((1..10).contains(&statements), "{statements}");
}
