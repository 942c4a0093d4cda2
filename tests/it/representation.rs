//! Representation: seats required, filled and vacant.

use crate::engagement::{World, pair, refused};
use crate::relationship::{added, id, id_at_home};
use crate::stakeholder::created;
use serde_json::{Value, json};
use tests::actor::Actor;

const GAPS: &str = "query($filter: RepresentationFilter, $asOf: Date) {
    representationGaps(filter: $filter, asOf: $asOf, first: 20) { totalCount nodes { group { name }
        required vacant filled proposed disputed seat
        constituencies { constituency required vacant filled proposed disputed }
        regions { region seats } languages { language seats } sizes { size seats }
        seats { totalCount } } } }";

const HEALTH: &str = "query($group: ID!) { groupHealth(group: $group) {
    group { name } required filled lastMet } }";

async fn gaps(actor: &Actor, filter: Value) -> Value {
    actor.data(GAPS, json!({ "filter": filter })).await["representationGaps"].take()
}

fn names(gaps: &Value) -> Vec<&str> {
    let nodes = gaps["nodes"].as_array().expect("a list").iter();
    nodes.map(|node| node["group"]["name"].as_str().expect("a name")).collect()
}

async fn council(world: &World, name: &str, required: &[&str]) -> Value {
    let input =
        json!({ "nameEn": name, "groupType": "ADVISORY", "requiredConstituencies": required });
    created(&world.editor, "Group", input).await["id"].take()
}

async fn seat(world: &World, who: &Value, body: &Value, more: Value) {
    let mut more = more;
    if more["state"].is_null() {
        more["state"] = json!("CONFIRMED");
    }
    added(&world.manager, "SEAT_ON", who, body, more).await;
}

/// A required seat is vacant until one is confirmed; proposed ones are told apart; what is known of
/// who sits there is counted, and what is not, apart.
#[tokio::test]
async fn vacant_seats_are_those_that_nobody_holds() {
    let world = World::start().await;
    let body = council(&world, "Council", &["Donors", "Governments", "Users"]).await;
    let gavi = json!({ "nameEn": "Gavi", "organizationType": "FOUNDATION", "country": "CH",
        "languages": ["en", "fr"], "sizeBand": "LARGE" });
    let gavi = created(&world.editor, "Organization", gavi).await["id"].take();
    let ministries = id(&world, "Segment", "governments").await;
    let other = id(&world, "Organization", "Other").await;
    seat(&world, &gavi, &body, json!({ "constituency": "donors" })).await;
    seat(&world, &ministries, &body, json!({ "state": "PROPOSED" })).await;
    seat(&world, &other, &body, json!({})).await;
    let found = gaps(&world.app.anonymous(), json!({ "group": body })).await;
    let row = |name: Value, required: bool, counts: [i32; 3]| {
        let [filled, proposed, disputed] = counts;
        json!({ "constituency": name, "required": required, "vacant": required && filled == 0,
            "filled": filled, "proposed": proposed, "disputed": disputed })
    };
    let expected = json!({ "group": { "name": "Council" }, "required": 3, "vacant": 2, "filled": 2,
        "proposed": 1, "disputed": 0, "seat": null, "seats": { "totalCount": 3 },
        "constituencies": [row(json!("Donors"), true, [1, 0, 0]),
            row(json!("Governments"), true, [0, 1, 0]), row(json!("Users"), true, [0, 0, 0]),
            row(Value::Null, false, [1, 0, 0])],
        "regions": [{ "region": "EUROPE", "seats": 1 }, { "region": null, "seats": 1 }],
        "languages": [{ "language": "en", "seats": 1 }, { "language": "fr", "seats": 1 },
            { "language": null, "seats": 1 }],
        "sizes": [{ "size": "LARGE", "seats": 1 }, { "size": null, "seats": 1 }] });
    assert_eq!(found, json!({ "totalCount": 1, "nodes": [expected] }));
    let health = world.viewer.data(HEALTH, json!({ "group": body })).await["groupHealth"].take();
    let expected =
        json!({ "group": { "name": "Council" }, "required": 3, "filled": 1, "lastMet": null });
    assert_eq!(health, expected);
}

/// A body whose seats are not recorded at all is told apart from one that leaves somebody out.
#[tokio::test]
async fn bodies_are_listed_by_what_is_recorded() {
    let world = World::start().await;
    let [has, none, proposed] = [
        council(&world, "Has", &[]).await,
        council(&world, "None", &["Users"]).await,
        council(&world, "Proposed", &[]).await,
    ];
    council(&world, "Unrecorded", &[]).await;
    let office = id(&world, "Organization", "Office").await;
    seat(&world, &office, &has, json!({ "constituency": "Governments" })).await;
    seat(&world, &office, &none, json!({ "constituency": "Donors" })).await;
    seat(&world, &office, &proposed, json!({ "constituency": "governments", "state": "PROPOSED" }))
        .await;
    for (record, expected) in [
        ("RECORDED", "Has"),
        ("NONE_RECORDED", "None"),
        ("UNSETTLED", "Proposed"),
        ("SEATS_NOT_RECORDED", "Unrecorded"),
    ] {
        let filter = json!({ "constituency": "governments", "seat": [record] });
        let found = gaps(&world.viewer, filter).await;
        assert_eq!((names(&found), &found["totalCount"]), (vec![expected], &json!(1)), "{record}");
        assert_eq!(found["nodes"][0]["seat"], record);
    }
    assert_eq!(names(&gaps(&world.viewer, json!({ "vacant": true })).await), ["None"]);
    assert_eq!(names(&gaps(&world.viewer, json!({ "text": "unrec" })).await), ["Unrecorded"]);
    let boards = gaps(&world.viewer, json!({ "groupTypes": ["BOARD"] })).await;
    assert_eq!(names(&boards), [""; 0]);
    let health = world.viewer.data(HEALTH, json!({ "group": has })).await["groupHealth"].take();
    assert_eq!((&health["required"], &health["filled"]), (&Value::Null, &Value::Null));
}

/// Seats that one does not see are not counted, nor are those of bodies that one does not see; a
/// seat counts on the days on which it was held.
#[tokio::test]
async fn hidden_and_past_seats_are_not_counted() {
    let world = World::start().await;
    let body = council(&world, "Council", &["Donors"]).await;
    let quiet = id_at_home(&world, "Organization", "A quiet office", "RESTRICTED").await;
    let hidden = id_at_home(&world, "Group", "Hidden", "RESTRICTED").await;
    let past = id(&world, "Organization", "Past").await;
    seat(&world, &quiet, &body, json!({ "constituency": "donors" })).await;
    let term = json!({ "constituency": "donors", "validFrom": "2018", "validTo": "2019", "state": "ENDED" });
    seat(&world, &past, &body, term).await;
    for (actor, vacant, bodies) in [(&world.viewer, 1, 1), (&world.manager, 0, 2)] {
        let found = gaps(actor, json!({ "group": body })).await;
        assert_eq!(found["nodes"][0]["vacant"], vacant);
        assert_eq!(gaps(actor, json!({})).await["totalCount"], bodies);
    }
    let then = json!({ "filter": { "group": body }, "asOf": "2019-01-01" });
    let then = world.viewer.data(GAPS, then).await["representationGaps"].take();
    assert_eq!((&then["nodes"][0]["vacant"], &then["nodes"][0]["filled"]), (&json!(0), &json!(1)));
    let asked = json!({ "filter": { "group": hidden } });
    assert_eq!(world.viewer.code(GAPS, asked).await, "NOT_FOUND");
    assert_eq!(world.viewer.code(HEALTH, json!({ "group": past })).await, "NOT_FOUND");
    let bare = json!({ "filter": { "seat": ["RECORDED"] } });
    let expected = pair("REQUIRED", "filter.constituency");
    assert_eq!(refused(&world.viewer.post(GAPS, bare).await), [expected]);
}
