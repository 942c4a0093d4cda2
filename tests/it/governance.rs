//! Governance: the bodies of goods side by side.

use crate::engagement::{World, pair, refused};
use crate::relationship::{added, id, id_at_home};
use serde_json::{Value, json};

const COMPARE: &str = "query($goods: [ID!]!) { compareGovernance(goods: $goods) { good { name } bodyCount
    bodies { relationship { kind role } representation { group { name ... on Group { groupType mandate } } filled } } } }";

/// Bodies come with what they may do, those that govern first; those within who takes care of a good
/// count; hidden ones do not.
#[tokio::test]
async fn bodies_stand_side_by_side() {
    let world = World::start().await;
    let (dhis2, openmrs) =
        (id(&world, "GlobalGood", "DHIS2").await, id(&world, "GlobalGood", "OpenMRS").await);
    let (council, board) =
        (id(&world, "Group", "Council").await, id(&world, "Group", "Board").await);
    let keeper = id(&world, "Organization", "Keeper").await;
    let quiet = id_at_home(&world, "Group", "Quiet", "RESTRICTED").await;
    let role = json!({ "role": "roadmap" });
    added(&world.editor, "ADVISES", &council, &dhis2, role).await;
    added(&world.manager, "GOVERNS", &quiet, &dhis2, json!({})).await;
    added(&world.editor, "STEWARDS", &keeper, &openmrs, json!({})).await;
    added(&world.editor, "PART_OF", &board, &keeper, json!({})).await;
    added(&world.editor, "SEAT_ON", &keeper, &council, json!({})).await;
    let goods = json!({ "goods": [openmrs, dhis2] });
    let found = world.viewer.data(COMPARE, goods.clone()).await["compareGovernance"].take();
    let body = |name: &str, kind: &str, role: Value| {
        json!({ "relationship": { "kind": kind, "role": role }, "representation": {
            "group": { "name": name, "groupType": "BOARD", "mandate": null }, "filled": 0 } })
    };
    let expected = json!([
        { "good": { "name": "OpenMRS" }, "bodyCount": 1, "bodies": [body("Board", "PART_OF", Value::Null)] },
        { "good": { "name": "DHIS2" }, "bodyCount": 1, "bodies": [body("Council", "ADVISES", json!("roadmap"))] },
    ]);
    assert_eq!(found, expected);
    let all = world.manager.data(COMPARE, goods).await["compareGovernance"].take();
    let kinds = [0, 1].map(|at| all[1]["bodies"][at]["relationship"]["kind"].clone());
    assert_eq!(kinds, ["GOVERNS", "ADVISES"]);
}

/// At most eight goods are compared, and only goods.
#[tokio::test]
async fn only_a_few_goods_are_compared() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let many = json!({ "goods": vec![good; 9] });
    assert_eq!(refused(&world.viewer.post(COMPARE, many).await), [pair("TOO_MANY", "goods")]);
    let board = id(&world, "Group", "Board").await;
    assert_eq!(world.viewer.code(COMPARE, json!({ "goods": [board] })).await, "NOT_FOUND");
}
