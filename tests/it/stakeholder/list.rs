use super::*;

async fn seed(world: &World) {
    let rows = [
        json!({ "nameEn": "Álamo", "country": "CM", "organizationType": "GOVERNMENT",
            "languages": ["fr"] }),
        json!({ "nameEn": "beta", "countries": ["CM"], "organizationType": "FOUNDATION",
            "secondaryTypes": ["GOVERNMENT"], "unresolved": "Which one?" }),
        json!({ "nameEn": "Gamma", "country": "NP", "organizationType": "FOUNDATION",
            "community": world.home(), "aliases": ["Third letter"] }),
    ];
    for row in rows {
        created(&world.manager, "Organization", row).await;
    }
    created(&world.manager, "Group", least("Group", "Delta board")).await;
    let mut hidden = least("Organization", "Hidden");
    hidden["community"] = json!(world.home());
    hidden["visibility"] = json!("RESTRICTED");
    created(&world.manager, "Organization", hidden).await;
}

async fn names(actor: &Actor, filter: Value, order: Value) -> Vec<String> {
    let query = "query($filter: StakeholderFilter, $orderBy: StakeholderOrder) {
        stakeholders(filter: $filter, orderBy: $orderBy, first: 50) { totalCount nodes { name } } }";
    let data = actor.data(query, json!({ "filter": filter, "orderBy": order })).await;
    let list = &data["stakeholders"];
    assert_eq!(list["totalCount"], list["nodes"].as_array().unwrap().len());
    column(&list["nodes"], "name")
}

/// Each filter keeps exactly the rows it speaks of, and together they keep what all keep.
#[tokio::test]
async fn filters_keep_what_they_say() {
    let world = World::start().await;
    seed(&world).await;
    let everybody = world.app.anonymous();
    let expected: [(Value, &[&str]); 12] = [
        (json!({}), &["Álamo", "beta", "Delta board", "Gamma"]),
        (json!({ "kinds": ["GROUP"] }), &["Delta board"]),
        (json!({ "kinds": [] }), &["Álamo", "beta", "Delta board", "Gamma"]),
        (json!({ "organizationTypes": ["GOVERNMENT"] }), &["Álamo", "beta"]),
        (json!({ "groupTypes": ["BOARD"] }), &["Delta board"]),
        (json!({ "country": "Cameroun" }), &["Álamo", "beta"]),
        (json!({ "language": "French" }), &["Álamo"]),
        (json!({ "text": "ALAMO" }), &["Álamo"]),
        (json!({ "text": "third" }), &["Gamma"]),
        (json!({ "unresolved": true }), &["beta"]),
        (json!({ "community": world.home() }), &["Gamma"]),
        (json!({ "country": "CM", "unresolved": false }), &["Álamo"]),
    ];
    for (filter, expected) in expected {
        assert_eq!(names(&everybody, filter.clone(), Value::Null).await, expected, "{filter}");
    }
    let all = names(&world.manager, json!({}), Value::Null).await;
    assert_eq!(all, ["Álamo", "beta", "Delta board", "Gamma", "Hidden"]);
}

/// A list is sorted as asked, rows without a value last either way.
#[tokio::test]
async fn lists_are_sorted_as_asked() {
    let world = World::start().await;
    seed(&world).await;
    let everybody = world.app.anonymous();
    let expected: [(Value, &[&str]); 4] = [
        (
            json!({ "field": "NAME", "direction": "DESC" }),
            &["Gamma", "Delta board", "beta", "Álamo"],
        ),
        (json!({ "field": "COUNTRY" }), &["Álamo", "Gamma", "beta", "Delta board"]),
        (
            json!({ "field": "COUNTRY", "direction": "DESC" }),
            &["Gamma", "Álamo", "beta", "Delta board"],
        ),
        (
            json!({ "field": "KIND", "direction": "DESC" }),
            &["Delta board", "Álamo", "beta", "Gamma"],
        ),
    ];
    for (order, expected) in expected {
        assert_eq!(names(&everybody, Value::Null, order.clone()).await, expected, "{order}");
    }
}

/// Following cursors shows every row once, also when rows come meanwhile; pages outside 1 to 100
/// and cursors that were never given out are refused.
#[tokio::test]
async fn pages_follow_each_other() {
    let world = World::start().await;
    seed(&world).await;
    let query =
        "query($first: Int!, $after: String) { organizations(first: $first, after: $after) {
        nodes { name } edges { cursor node { id } } totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
    let page = async |first: i32, after: Value| {
        world.viewer.post(query, json!({ "first": first, "after": after })).await
    };
    let mut first = page(2, Value::Null).await.json()["data"]["organizations"].take();
    assert_eq!(column(&first["nodes"], "name"), ["Álamo", "beta"]);
    assert_eq!(first["totalCount"], 3);
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    assert_eq!(first["pageInfo"]["hasPreviousPage"], false);
    assert_eq!(first["pageInfo"]["endCursor"], first["edges"][1]["cursor"]);
    created(&world.manager, "Organization", least("Organization", "Aleph")).await;
    let end = first["pageInfo"]["endCursor"].take();
    let second = page(2, end).await.json()["data"]["organizations"].take();
    assert_eq!(column(&second["nodes"], "name"), ["Gamma"]);
    assert_eq!(second["pageInfo"]["hasNextPage"], false);
    assert_eq!(second["pageInfo"]["hasPreviousPage"], true);
    for size in [0, 101, -1] {
        assert_eq!(refused(&page(size, Value::Null).await), [pair("OUT_OF_RANGE", "first")]);
    }
    assert_eq!(refused(&page(1, json!("nonsense")).await), [pair("UNKNOWN_CURSOR", "after")]);
    let start = page(1, json!("")).await.json()["data"]["organizations"].take();
    assert_eq!(column(&start["nodes"], "name"), ["Álamo"], "an empty cursor is none");
}

/// A cursor belongs to the list that gave it out, and to what that is sorted by.
#[tokio::test]
async fn cursors_belong_to_their_list() {
    let world = World::start().await;
    seed(&world).await;
    let everybody = world.app.anonymous();
    let ask = async |field: &str, after: &Value| {
        let query =
            format!("query($after: String) {{ page: {field} {{ pageInfo {{ endCursor }} }} }}");
        everybody.post(&query, json!({ "after": after })).await
    };
    let by_name = "organizations(first: 1, after: $after)";
    let first = ask(by_name, &Value::Null).await.json();
    let cursor = &first["data"]["page"]["pageInfo"]["endCursor"];
    assert!(ask(by_name, cursor).await.json()["errors"].is_null());
    for other in [
        "organizations(first: 1, after: $after, orderBy: { field: RELATIONSHIPS })",
        "stakeholders(first: 1, after: $after)",
        "groups(first: 1, after: $after)",
        "relationships(first: 1, after: $after)",
        "engagements(first: 1, after: $after)",
        "sources(first: 1, after: $after)",
        "actions(first: 1, after: $after)",
        "imports(first: 1, after: $after)",
        "changes(first: 1, after: $after)",
    ] {
        let answer = ask(other, cursor).await;
        assert_eq!(refused(&answer), [pair("UNKNOWN_CURSOR", "after")], "{other}");
    }
}

/// A cursor of one record's history goes on there, and means nothing in that of another.
#[tokio::test]
async fn cursors_belong_to_their_record() {
    let world = World::start().await;
    let made = created(&world.editor, "Segment", least("Segment", "Mine")).await;
    let change = json!({ "id": made["id"], "expectedVersion": 1, "acronym": "M" });
    update(&world.editor, "Segment", change).await;
    created(&world.editor, "Segment", least("Segment", "Other")).await;
    let query = "query($after: String) { stakeholders(first: 9) { nodes { slug
        history(first: 1, after: $after) { nodes { operation } pageInfo { endCursor } } } } }";
    let everybody = world.app.anonymous();
    let first = everybody.data(query, json!({})).await;
    let rows = first["stakeholders"]["nodes"].as_array().expect("rows").clone();
    let mine = rows.iter().find(|row| row["slug"] == "mine").expect("mine");
    assert_eq!(mine["history"]["nodes"], json!([{ "operation": "UPDATE" }]));
    let after = json!({ "after": mine["history"]["pageInfo"]["endCursor"] });
    assert_eq!(
        refused(&everybody.post(query, after.clone()).await),
        [pair("UNKNOWN_CURSOR", "after")]
    );
    let own = "query($after: String) { stakeholder(by: { slug: \"mine\" }) {
        history(first: 1, after: $after) { nodes { operation } } } }";
    let rest = everybody.data(own, after).await;
    assert_eq!(rest["stakeholder"]["history"]["nodes"], json!([{ "operation": "CREATE" }]));
}

/// An empty list in a filter restricts nothing, wherever it stands.
#[tokio::test]
async fn empty_lists_restrict_nothing() {
    let world = World::start().await;
    seed(&world).await;
    let everybody = world.app.anonymous();
    let filters = ["kinds", "organizationTypes", "groupTypes", "stages"];
    for filter in
        filters.map(|name| json!({ name: [] })).into_iter().chain([json!({ "text": " " })])
    {
        assert_eq!(names(&everybody, filter.clone(), Value::Null).await.len(), 4, "{filter}");
    }
    let of_another_kind = "{ organizations(filter: { kinds: [GROUP] }, first: 9) { totalCount } }";
    let none = everybody.data(of_another_kind, json!({})).await;
    assert_eq!(none["organizations"]["totalCount"], 0);
}
