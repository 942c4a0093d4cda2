//! Feedback: ladders, where they fall silent or break off, and how far they reach.

use crate::engagement::World;
use crate::relationship::{added, id, id_at_home};
use serde_json::{Value, json};
use tests::actor::Actor;

const PATH: &str =
    "query($id: ID!, $asOf: Date, $first: Int! = 10) { feedbackPath(id: $id, asOf: $asOf) {
    ladderCount complete breakCount
    ladders(first: $first) { proposed rungs { name } silent { step reason stakeholder { name } }
        steps { source { name } target { name } } }
    breaks { from { name } to { name } } } }";

const DISTANCES: &str =
    "query($good: ID, $asOf: Date) { feedbackDistances(good: $good, asOf: $asOf, first: 10) {
    totalCount nodes { good { name } voices steps { shortest median longest } implementations heard
        countries { country implementations heard steps { shortest } } countryCount } } }";

async fn path(actor: &Actor, id: &Value, more: Value) -> Value {
    let mut variables = more;
    variables["id"] = id.clone();
    actor.data(PATH, variables).await["feedbackPath"].take()
}

async fn distance(actor: &Actor, good: &Value) -> Value {
    let answer = actor.data(DISTANCES, json!({ "good": good })).await;
    answer["feedbackDistances"]["nodes"][0].clone()
}

/// Confirms that one reports to another.
async fn reports(world: &World, from: &Value, to: &Value, more: Value) -> Value {
    let mut more = more;
    if more["state"].is_null() {
        more["state"] = json!("CONFIRMED");
    }
    added(&world.manager, "REPORTS_FEEDBACK_TO", from, to, more).await
}

fn rungs(path: &Value) -> Vec<Vec<&str>> {
    let ladders = path["ladders"].as_array().expect("a list").iter();
    ladders
        .map(|ladder| {
            let rungs = ladder["rungs"].as_array().expect("a list").iter();
            rungs.map(|rung| rung["name"].as_str().expect("a name")).collect()
        })
        .collect()
}

fn silent(ladder: &Value) -> (i64, &str, &str) {
    let silent = &ladder["silent"];
    (
        silent["step"].as_i64().expect("a step"),
        silent["reason"].as_str().expect("a reason"),
        silent["stakeholder"]["name"].as_str().expect("a name"),
    )
}

/// There are as many ladders as ways up, the shortest first, and each names its silent rung.
#[tokio::test]
async fn every_way_up_is_a_ladder() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let users = id(&world, "Segment", "Nurses").await;
    let office = id(&world, "Organization", "Office").await;
    let team = id(&world, "Group", "Country team").await;
    let desk = id(&world, "Organization", "Desk").await;
    reports(&world, &users, &office, json!({ "lastHeard": "2024" })).await;
    reports(&world, &office, &good, json!({ "lastHeard": "2019-05" })).await;
    reports(&world, &users, &team, json!({ "lastHeard": "2025", "cadence": "monthly" })).await;
    reports(&world, &team, &desk, json!({})).await;
    reports(&world, &desk, &good, json!({ "blockedBy": team, "state": "PROPOSED" })).await;

    let found = path(&world.app.anonymous(), &good, json!({})).await;
    assert_eq!(rungs(&found), [vec!["Office"], vec!["Country team", "Desk"]]);
    assert_eq!((&found["ladderCount"], &found["complete"]), (&json!(2), &json!(true)));
    let ladders = &found["ladders"];
    assert_eq!(silent(&ladders[0]), (2, "LONGEST_AGO", "Office"));
    assert_eq!(silent(&ladders[1]), (3, "BLOCKED", "Country team"));
    assert_eq!([&ladders[0]["proposed"], &ladders[1]["proposed"]], [false, true]);
    assert_eq!(found["breakCount"], 0);
    let one = path(&world.viewer, &good, json!({ "first": 1 })).await;
    assert_eq!((rungs(&one).len(), &one["ladderCount"]), (1, &json!(2)));

    let told = distance(&world.viewer, &good).await;
    let steps = json!({ "shortest": 2, "median": 2.0, "longest": 2 });
    assert_eq!(
        (&told["voices"], &told["steps"]),
        (&json!(1), &steps),
        "proposed steps do not count"
    );
}

/// Who is hidden is on no ladder, stands in nobody's way, and makes no difference to a distance.
#[tokio::test]
async fn hidden_rungs_are_none() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let users = id(&world, "Segment", "Nurses").await;
    let quiet = id_at_home(&world, "Organization", "A quiet office", "RESTRICTED").await;
    let open = id(&world, "Organization", "Office").await;
    reports(&world, &users, &quiet, json!({})).await;
    reports(&world, &quiet, &good, json!({})).await;
    reports(&world, &open, &good, json!({ "lastHeard": "2025", "blockedBy": quiet })).await;
    let seen = path(&world.viewer, &good, json!({})).await;
    assert_eq!((rungs(&seen), &seen["ladderCount"]), (vec![vec![]], &json!(1)));
    assert_eq!(silent(&seen["ladders"][0]), (1, "LONGEST_AGO", "Office"));
    let all = path(&world.manager, &good, json!({})).await;
    assert_eq!(rungs(&all), [vec![], vec!["A quiet office"]]);
    assert_eq!(silent(&all["ladders"][0]), (1, "BLOCKED", "A quiet office"));
    assert_eq!(distance(&world.viewer, &good).await["voices"], 1);
    assert_eq!(distance(&world.manager, &good).await["voices"], 2);
}

/// Where no path is recorded, it is said between whom it breaks off, and no distance is made up.
#[tokio::test]
async fn a_missing_path_says_where_it_breaks_off() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let found = path(&world.viewer, &good, json!({})).await;
    assert_eq!(found["breaks"], json!([{ "from": null, "to": { "name": "DHIS2" } }]));
    let told = distance(&world.viewer, &good).await;
    assert_eq!((&told["steps"], &told["voices"]), (&Value::Null, &json!(0)));

    let input = json!({ "nameEn": "DHIS2 Nepal", "country": "NP" });
    let site =
        crate::stakeholder::created(&world.editor, "Implementation", input).await["id"].take();
    let office = id(&world, "Organization", "Office").await;
    let alone = path(&world.viewer, &site, json!({})).await;
    assert_eq!(alone["breaks"], json!([{ "from": { "name": "DHIS2 Nepal" }, "to": null }]));
    added(&world.manager, "DEPLOYS", &site, &good, json!({ "state": "CONFIRMED" })).await;
    reports(&world, &site, &office, json!({})).await;
    let broken = path(&world.viewer, &site, json!({})).await;
    let breaks = json!([{ "from": { "name": "Office" }, "to": { "name": "DHIS2" } }]);
    assert_eq!((&broken["breaks"], &broken["ladderCount"]), (&breaks, &json!(0)));
    let countries = |heard: i32, steps: Value| json!([{ "country": "NP", "implementations": 1, "heard": heard, "steps": steps }]);
    assert_eq!(distance(&world.viewer, &good).await["countries"], countries(0, Value::Null));

    let desk = id(&world, "Organization", "Desk").await;
    added(&world.manager, "STEWARDS", &desk, &good, json!({ "state": "CONFIRMED" })).await;
    reports(&world, &office, &desk, json!({})).await;
    let whole = path(&world.viewer, &site, json!({})).await;
    assert_eq!((rungs(&whole), &whole["breakCount"]), (vec![vec!["Office"]], &json!(0)));
    let told = distance(&world.viewer, &good).await;
    assert_eq!(told["countries"], countries(1, json!({ "shortest": 2 })));
    assert_eq!((&told["implementations"], &told["heard"]), (&json!(1), &json!(1)));
}

/// A ladder is that of the day that is asked for.
#[tokio::test]
async fn ladders_are_those_of_a_day() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let users = id(&world, "Segment", "Nurses").await;
    let once = json!({ "validFrom": "2018", "validTo": "2019", "state": "ENDED" });
    reports(&world, &users, &good, once).await;
    let today = path(&world.viewer, &good, json!({})).await;
    assert_eq!((&today["ladderCount"], &today["breakCount"]), (&json!(0), &json!(1)));
    let then = path(&world.viewer, &good, json!({ "asOf": "2019-06-01" })).await;
    assert_eq!((&then["ladderCount"], &then["breakCount"]), (&json!(1), &json!(0)));
}

/// Only goods and implementations have a feedback path; what one does not see has none.
#[tokio::test]
async fn other_questions_are_refused() {
    let world = World::start().await;
    let office = id(&world, "Organization", "Office").await;
    let quiet = id_at_home(&world, "GlobalGood", "Quiet", "RESTRICTED").await;
    for other in [office, quiet] {
        assert_eq!(world.viewer.code(PATH, json!({ "id": other })).await, "NOT_FOUND");
        assert_eq!(world.viewer.code(DISTANCES, json!({ "good": other })).await, "NOT_FOUND");
    }
}
