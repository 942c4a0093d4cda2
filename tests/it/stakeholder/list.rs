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
        (json!({ "kinds": [] }), &[]),
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
    assert_eq!(refused(&page(1, json!("nonsense")).await), [pair("MALFORMED_ID", "after")]);
}
