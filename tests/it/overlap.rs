//! Overlap: bodies that share topics or members, and one that several lay claim to.

use crate::engagement::{World, pair, refused};
use crate::relationship::{added, id, id_at_home};
use crate::stakeholder::created;
use serde_json::{Value, json};
use tests::actor::Actor;

const OVERLAP: &str =
    "query($good: ID, $groups: [ID!]) { groupOverlap(good: $good, groups: $groups) {
    groups { name } groupCount omitted pairCount
    pairs { one { name } other { name } topics memberCount
        members { stakeholder { name } one { kind } other { kind } } }
    contested { group { name } between { target { name } } } } }";

async fn overlap(actor: &Actor, variables: Value) -> Value {
    actor.data(OVERLAP, variables).await["groupOverlap"].take()
}

async fn team(world: &World, name: &str, topics: &[&str]) -> Value {
    let input = json!({ "nameEn": name, "groupType": "TEAM", "topics": topics });
    created(&world.editor, "Group", input).await["id"].take()
}

/// Two bodies overlap in the topics of both, whatever their case, and in the people of both; seats
/// count when they are confirmed, and hidden people never.
#[tokio::test]
async fn bodies_overlap_in_topics_and_people() {
    let world = World::start().await;
    let one = team(&world, "Alpha", &["Training", "support"]).await;
    let two = team(&world, "Beta", &["training", "roadmap"]).await;
    let three = team(&world, "Gamma", &["money"]).await;
    let (who, proposed) =
        (id(&world, "Organization", "WHO").await, id(&world, "Organization", "ILO").await);
    let quiet = id_at_home(&world, "Organization", "Quiet", "RESTRICTED").await;
    let confirmed = || json!({ "state": "CONFIRMED" });
    added(&world.manager, "SEAT_ON", &who, &two, confirmed()).await;
    added(&world.manager, "MEMBER_OF", &who, &one, confirmed()).await;
    for body in [&one, &three] {
        added(&world.manager, "SEAT_ON", &quiet, body, confirmed()).await;
        added(&world.editor, "SEAT_ON", &proposed, body, json!({})).await;
    }
    let seen = overlap(&world.viewer, json!({})).await;
    let members = json!([{ "stakeholder": { "name": "WHO" }, "one": { "kind": "MEMBER_OF" },
        "other": { "kind": "SEAT_ON" } }]);
    let pairs = json!([{ "one": { "name": "Alpha" }, "other": { "name": "Beta" },
        "topics": ["Training"], "memberCount": 1, "members": members }]);
    assert_eq!((&seen["pairs"], &seen["pairCount"]), (&pairs, &json!(1)));
    assert_eq!((&seen["groupCount"], &seen["omitted"]), (&json!(3), &json!(0)));
    assert_eq!(overlap(&world.manager, json!({})).await["pairCount"], 2);
    let some = overlap(&world.manager, json!({ "groups": [two, three] })).await;
    assert_eq!((&some["pairCount"], &some["groupCount"]), (&json!(0), &json!(2)));
}

/// A body of which nobody has confirmed to which of several it belongs is contested; once one is
/// confirmed, it is not.
#[tokio::test]
async fn a_body_between_several_is_contested() {
    let world = World::start().await;
    let [body, one, two] = [
        team(&world, "Measurement", &[]).await,
        team(&world, "Alpha", &[]).await,
        team(&world, "Beta", &[]).await,
    ];
    let good = id(&world, "GlobalGood", "DHIS2").await;
    added(&world.editor, "ADVISES", &body, &good, json!({})).await;
    added(&world.editor, "PART_OF", &body, &one, json!({})).await;
    let ask = async || overlap(&world.viewer, json!({ "good": good })).await;
    assert_eq!(ask().await["contested"], json!([]));
    let second = added(&world.editor, "PART_OF", &body, &two, json!({})).await;
    let between = json!([{ "target": { "name": "Alpha" } }, { "target": { "name": "Beta" } }]);
    let expected = json!([{ "group": { "name": "Measurement" }, "between": between }]);
    let found = ask().await;
    assert_eq!((&found["contested"], &found["groupCount"]), (&expected, &json!(1)));
    let confirm = "mutation($input: SettleRelationshipInput!) {
        confirmRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "id": second["id"], "expectedVersion": second["version"] });
    world.manager.data(confirm, json!({ "input": input })).await;
    assert_eq!(ask().await["contested"], json!([]));
}

/// At most a hundred bodies are named, and only bodies.
#[tokio::test]
async fn only_bodies_are_compared() {
    let world = World::start().await;
    let body = team(&world, "Alpha", &[]).await;
    let many = json!({ "groups": vec![body; 101] });
    assert_eq!(refused(&world.viewer.post(OVERLAP, many).await), [pair("TOO_MANY", "groups")]);
    let office = id(&world, "Organization", "Office").await;
    assert_eq!(world.viewer.code(OVERLAP, json!({ "groups": [office] })).await, "NOT_FOUND");
}
