use super::*;
use crate::relationship::settle;

/// The newest change that somebody sees.
async fn newest(actor: &Actor) -> Value {
    let mut found = actor.data("{ changes(first: 1) { nodes { id } } }", json!({})).await;
    json!({ "change": found["changes"]["nodes"][0]["id"].take() })
}

/// What was recorded, ended, corrected and retracted between two changes of the log is told once
/// each, by its net effect.
#[tokio::test]
async fn the_log_tells_what_became_of_each() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let board = id(&world, "Group", "Board").await;
    let confirmed = json!({ "state": "CONFIRMED" });
    let funds = added(&world.manager, "FUNDS", &who, &good, confirmed.clone()).await;
    let advice = added(&world.editor, "ADVISES", &board, &who, json!({})).await;
    let mistake = added(&world.editor, "SUPPORTS", &who, &good, json!({})).await;
    let from = newest(&world.viewer).await;

    data(settle(&world.manager, "end", &funds, json!({ "validTo": "2025" })).await);
    data(settle(&world.manager, "confirm", &advice, json!({})).await);
    data(settle(&world.manager, "retract", &mistake, json!({})).await);
    added(&world.editor, "STEWARDS", &who, &good, json!({})).await;
    let passing = added(&world.editor, "DEVELOPS", &who, &good, json!({})).await;
    data(settle(&world.manager, "retract", &passing, json!({})).await);
    let to = newest(&world.viewer).await;

    let diff = compare(&world.viewer, from.clone(), to.clone(), Value::Null).await;
    let expected: [(&'static str, &[&str]); 4] = [
        ("added", &["STEWARDS"]),
        ("ended", &["FUNDS"]),
        ("changed", &["ADVISES"]),
        ("retracted", &["SUPPORTS"]),
    ];
    assert_eq!(kinds(&diff), told(&expected));
    let state = json!([{ "field": "state", "before": "PROPOSED", "after": "CONFIRMED" }]);
    assert_eq!(diff["changed"]["nodes"][0]["fields"], state);
    assert_eq!(diff["retracted"]["nodes"][0]["title"], "WHO → DHIS2");
    let nothing = compare(&world.viewer, to.clone(), to, Value::Null).await;
    assert_eq!(kinds(&nothing), told(&[]));
    let near = json!({ "focus": board });
    let near = compare(&world.viewer, from, json!({ "at": "2030-01-01T00:00:00Z" }), near).await;
    assert_eq!(kinds(&near), told(&[("changed", &["ADVISES"])]));
}

/// Instants bound the log as changes do, and what was undone as if it had never been is gone.
#[tokio::test]
async fn instants_bound_the_log() {
    let world = World::start().await;
    let who = id(&world, "Organization", "WHO").await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let minute = chrono::TimeDelta::minutes(1);
    world.app.wait(minute);
    added(&world.editor, "FUNDS", &who, &good, json!({})).await;
    let made = newest(&world.manager).await;
    world.app.wait(minute);
    let undo =
        "mutation($input: RevertChangeInput!) { revertChange(input: $input) { changes { id } } }";
    world.manager.data(undo, json!({ "input": { "id": made["change"] } })).await;
    let at = |text: &str| json!({ "at": format!("2026-03-02T{text}:00Z") });
    let cases: [(&str, &str, Lists<'_>); 4] = [
        ("09:00", "09:00", &[]),
        ("09:00", "09:01", &[("added", &["FUNDS"])]),
        ("09:01", "09:02", &[("retracted", &["FUNDS"])]),
        ("09:00", "09:02", &[]),
    ];
    for (from, to, expected) in cases {
        let diff = compare(&world.viewer, at(from), at(to), Value::Null).await;
        assert_eq!(kinds(&diff), told(expected), "{from} {to}");
    }
    let gone = compare(&world.viewer, at("09:01"), at("09:02"), Value::Null).await;
    assert!(gone["retracted"]["nodes"][0]["relationship"].is_null());
}

/// What one may not see is in no comparison of the log, nor is a change of it a moment for one.
#[tokio::test]
async fn hidden_changes_are_told_to_nobody() {
    let world = World::start().await;
    let good = id(&world, "GlobalGood", "DHIS2").await;
    let from = newest(&world.viewer).await;
    let quiet = id_at_home(&world, "Organization", "A quiet office", "RESTRICTED").await;
    added(&world.manager, "FUNDS", &quiet, &good, json!({})).await;
    let secret = newest(&world.manager).await;
    let later = json!({ "at": "2030-01-01T00:00:00Z" });
    let diff = compare(&world.viewer, from.clone(), later.clone(), Value::Null).await;
    assert_eq!(kinds(&diff), told(&[]));
    let diff = compare(&world.manager, from, later.clone(), Value::Null).await;
    assert_eq!(kinds(&diff), told(&[("added", &["FUNDS"])]));
    let variables = json!({ "from": secret, "to": later });
    assert_eq!(world.viewer.code(DIFF, variables).await, "NOT_FOUND");
}

/// Engagements that were opened in between are told to those who see them.
#[tokio::test]
async fn opened_engagements_are_told() {
    let world = World::start().await;
    let party = world.organization("Gavi", "PUBLIC").await;
    let from = newest(&world.viewer).await;
    world.open(&party, json!({})).await;
    let later = json!({ "at": "2030-01-01T00:00:00Z" });
    for (actor, many) in [(&world.viewer, 1), (&world.app.anonymous(), 0)] {
        let diff = compare(actor, from.clone(), later.clone(), Value::Null).await;
        assert_eq!(diff["engagements"]["nodes"].as_array().unwrap().len(), many);
    }
}
