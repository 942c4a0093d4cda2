//! Finding engagements: filters, orders, pages and the board.

use super::{World, column, text, work};
use domain::community::Role;
use serde_json::{Value, json};
use tests::actor::Actor;

async fn parties(actor: &Actor, filter: Value, order: Value) -> Vec<String> {
    let query = "query($filter: EngagementFilter, $order: EngagementOrder) {
        engagements(filter: $filter, orderBy: $order, first: 20) { nodes { party { name } } } }";
    let data = actor.data(query, json!({ "filter": filter, "order": order })).await;
    let nodes = data["engagements"]["nodes"].as_array().unwrap();
    nodes.iter().map(|node| text(&node["party"]["name"])).collect()
}

/// Three engagements: Gavi (due late, owned), Norad (due early, with an entry point), Unitaid
/// (without a due date, seen by managers only).
async fn filled() -> World {
    let world = World::start().await;
    let owner = world.account(Role::Editor);
    let gavi = world.organization("Gavi", "PUBLIC").await;
    let norad = world.organization("Norad", "PUBLIC").await;
    let unitaid = world.organization("Unitaid", "PUBLIC").await;
    let late = json!({ "nextStep": "Prepare the board paper.", "nextStepDue": "2026-04-01", "owner": owner });
    world.open(&gavi, late).await;
    let early = json!({ "nextStepDue": "2026-03-05", "entryPoints": [gavi], "objective": "CO_FUND",
        "standing": { "stage": "CONTACTED", "since": "2025", "source": "Minutes" } });
    world.open(&norad, early).await;
    let hidden = world.opening(&unitaid, json!({ "visibility": "RESTRICTED" }));
    work(&world.manager, "openEngagement", hidden).await;
    world
}

/// Lists hold what the actor sees and the filter admits.
#[tokio::test]
async fn filters_narrow_the_list() {
    let world = filled().await;
    let check = async |filter: Value, expected: &[&str]| {
        assert_eq!(parties(&world.editor, filter.clone(), Value::Null).await, expected, "{filter}");
    };
    check(json!({}), &["Norad", "Gavi"]).await;
    check(json!({ "community": world.home(), "stages": ["CONTACTED"] }), &["Norad"]).await;
    check(json!({ "community": world.abroad() }), &[]).await;
    check(json!({ "objectives": ["FUND", "OTHER"] }), &["Gavi"]).await;
    check(json!({ "hasOwner": false }), &["Norad"]).await;
    check(json!({ "owner": world.account(Role::Editor) }), &["Gavi"]).await;
    check(json!({ "hasEntryPoint": false }), &["Gavi"]).await;
    check(json!({ "dueBy": "2026-03-05" }), &["Norad"]).await;
    check(json!({ "text": "board pap" }), &["Gavi"]).await;
    check(json!({ "text": "NORA" }), &["Norad"]).await;
    check(json!({ "practice": true }), &[]).await;
    assert_eq!(parties(&world.manager, json!({}), Value::Null).await, ["Norad", "Gavi", "Unitaid"]);
    assert_eq!(parties(&world.app.anonymous(), json!({}), Value::Null).await, Vec::<String>::new());
    let malformed = json!({ "filter": { "community": "x" } });
    let query = "query($filter: EngagementFilter) { engagements(filter: $filter, first: 1) { totalCount } }";
    let answer = world.editor.post(query, malformed).await;
    assert_eq!(super::refused(&answer), [super::pair("MALFORMED_ID", "filter.community")]);
}

/// Every order goes both ways, and what has no value comes last in both.
#[tokio::test]
async fn orders_go_both_ways() {
    let world = filled().await;
    let check = async |field: &str, up: [&str; 3], down: [&str; 3]| {
        for (direction, expected) in [("ASC", up), ("DESC", down)] {
            let order = json!({ "field": field, "direction": direction });
            assert_eq!(
                parties(&world.manager, json!({}), order).await,
                expected,
                "{field} {direction}"
            );
        }
    };
    check("PARTY", ["Gavi", "Norad", "Unitaid"], ["Unitaid", "Norad", "Gavi"]).await;
    check("STAGE", ["Gavi", "Unitaid", "Norad"], ["Norad", "Gavi", "Unitaid"]).await;
    check("NEXT_STEP_DUE", ["Norad", "Gavi", "Unitaid"], ["Gavi", "Norad", "Unitaid"]).await;
    check("STAGE_SINCE", ["Norad", "Gavi", "Unitaid"], ["Gavi", "Unitaid", "Norad"]).await;
}

/// Pages follow each other without a gap, and tell how many there are.
#[tokio::test]
async fn pages_follow_each_other() {
    let world = filled().await;
    let query = "query($after: String) { engagements(first: 2, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { party { name } } } }";
    let first = world.manager.data(query, json!({})).await["engagements"].take();
    assert_eq!(
        (&first["totalCount"], &first["pageInfo"]["hasNextPage"]),
        (&json!(3), &json!(true))
    );
    let after = json!({ "after": first["pageInfo"]["endCursor"] });
    let second = world.manager.data(query, after).await["engagements"].take();
    assert_eq!(second["nodes"], json!([{ "party": { "name": "Unitaid" } }]));
    assert_eq!(second["pageInfo"]["hasNextPage"], false);
}

/// The board has a column for every open stage and for those asleep, counts what the actor sees,
/// and shows the ones due first first.
#[tokio::test]
async fn the_board_shows_what_is_due_first() {
    let world = filled().await;
    let gates = world.organization("Gates", "PUBLIC").await;
    world.open(&gates, json!({ "nextStepDue": "2026-03-03" })).await;
    let query = "query($community: ID!) { board(community: $community) { community { name }
        columns { stage count engagements { party { name } } } } }";
    let data = world.manager.data(query, json!({ "community": world.home() })).await;
    let board = &data["board"];
    assert_eq!(board["community"]["name"], "OpenLMIS");
    assert_eq!(
        column(&board["columns"], "stage"),
        [
            "IDENTIFIED",
            "QUALIFIED",
            "CONTACTED",
            "IN_DIALOGUE",
            "PROPOSAL_SENT",
            "UNDER_REVIEW",
            "COMMITTED",
            "ACTIVE",
            "RENEWING",
            "DORMANT"
        ]
    );
    let first = &board["columns"][0];
    assert_eq!(first["count"], 3);
    let names: Vec<_> = first["engagements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| text(&card["party"]["name"]))
        .collect();
    assert_eq!(names, ["Gates", "Gavi", "Unitaid"]);
    let data = world.viewer.data(query, json!({ "community": world.home() })).await;
    assert_eq!(data["board"]["columns"][0]["count"], 2);
    let missing = json!({ "community": "com_01h2xcejqtf2nbrexx3vqjhp41" });
    assert_eq!(world.viewer.code(query, missing).await, "NOT_FOUND");
}

/// What may follow can be asked for an engagement that the actor sees, and for no other.
#[tokio::test]
async fn allowed_transitions_are_told_for_what_is_seen() {
    let world = World::start().await;
    let opened = world.opened().await;
    let query = "query($id: ID!) { allowedTransitions(engagement: $id) { to missing } }";
    let data = world.viewer.data(query, json!({ "id": opened["id"] })).await;
    assert_eq!(column(&data["allowedTransitions"], "to"), ["QUALIFIED", "DORMANT", "DECLINED"]);
    let code = world.app.anonymous().code(query, json!({ "id": opened["id"] })).await;
    assert_eq!(code, "NOT_FOUND");
}
