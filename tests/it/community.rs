//! Communities, their members, and who one is.

use crate::engagement::World;
use crate::stakeholder::{created, least};
use domain::community::Role;
use serde_json::{Value, json};

/// Everybody sees the communities; who belongs to one is for those who do.
#[tokio::test]
async fn members_are_for_members() {
    let world = World::start().await;
    let query =
        "{ communities { id name slug members(first: 40) { role account { displayName } } } }";
    let seen = world.viewer.data(query, json!({})).await;
    assert_eq!(seen["communities"][0]["id"], world.home());
    assert_eq!(seen["communities"][0]["members"].as_array().unwrap().len(), 4);
    assert_eq!(seen["communities"][1]["name"], "openIMIS");
    assert_eq!(seen["communities"][1]["members"], Value::Null);
    let seen = world.app.anonymous().data(query, json!({})).await;
    assert_eq!(seen["communities"][0]["members"], Value::Null);
}

/// One learns who one is and where one belongs; nobody is anonymous.
#[tokio::test]
async fn everybody_knows_themselves() {
    let world = World::start().await;
    let query = "{ me { account { id } locale memberships { role community { id } } } }";
    let me = world.editor.data(query, json!({})).await;
    let expected = json!({ "account": { "id": world.account(Role::Editor) }, "locale": "EN",
        "memberships": [{ "role": "EDITOR", "community": { "id": world.home() } }] });
    assert_eq!(me["me"], expected);
    assert_eq!(world.app.anonymous().data(query, json!({})).await["me"], Value::Null);
}

/// The log is read from either end, from a change on, and for one community.
#[tokio::test]
async fn the_log_is_read_from_either_end() {
    let world = World::start().await;
    created(&world.editor, "Segment", least("Segment", "First")).await;
    let mut input = least("Segment", "Second");
    input["community"] = json!(world.home());
    created(&world.editor, "Segment", input).await;
    created(&world.editor, "Segment", least("Segment", "Third")).await;
    let query =
        "query($filter: ChangeFilter, $order: ChangeOrder! = NEWEST_FIRST, $after: String) {
        changes(filter: $filter, order: $order, first: 2, after: $after) {
            nodes { title } pageInfo { endCursor hasNextPage } } }";
    let read = async |variables: Value| {
        let data = world.viewer.data(query, variables).await;
        let titles = crate::engagement::column(&data["changes"]["nodes"], "title");
        (titles, data["changes"]["pageInfo"]["endCursor"].clone())
    };
    let (titles, cursor) = read(json!({})).await;
    assert_eq!(titles, ["Third", "Second"]);
    let (titles, _) = read(json!({ "after": cursor })).await;
    assert_eq!(titles[0], "First");
    let (titles, _) = read(json!({ "after": cursor, "order": "OLDEST_FIRST" })).await;
    assert_eq!(titles, ["Third"]);
    let community = json!({ "community": world.home() });
    let (titles, _) = read(json!({ "filter": community })).await;
    assert_eq!(titles[0], "Second");
}
