//! The dashboard: counts of exactly what the actor sees.

use crate::engagement::{World, of, work};
use serde_json::{Value, json};
use tests::actor::Actor;

async fn counts(actor: &Actor, community: Option<String>) -> Value {
    let query = "query($community: ID) { dashboard(community: $community) {
        stakeholders relationships engagements overdue singleSource unresolved
        byKind { kind count } byLayer { layer count } byStage { stage count } } }";
    actor.data(query, json!({ "community": community })).await["dashboard"].take()
}

fn of_word(list: &Value, name: &str, word: &str) -> i64 {
    let found = list.as_array().unwrap().iter().find(|item| item[name] == word);
    found.expect("every word is told")["count"].as_i64().unwrap()
}

async fn fund(world: &World, source: &str, target: &str, evidence: Value) {
    let input = json!({ "kind": "CONTRACTS", "source": source, "target": target,
        "community": world.home(), "visibility": "PUBLIC", "evidence": evidence });
    let query = "mutation($input: AddRelationshipInput!) {
        addRelationship(input: $input) { relationship { id } } }";
    world.manager.data(query, json!({ "input": input })).await;
}

/// Counts are of the rows that the actor sees; what is hidden is in no number.
#[tokio::test]
async fn numbers_count_what_is_seen() {
    let world = World::start().await;
    let open = world.organization("Gavi", "PUBLIC").await;
    let hidden = world.organization("A quiet office", "RESTRICTED").await;
    let other = world.organization("Norad", "PUBLIC").await;
    fund(&world, &open, &other, Value::Null).await;
    fund(&world, &open, &hidden, Value::Null).await;
    world.open(&open, json!({})).await;
    let engagement = world.opening(&other, json!({ "visibility": "RESTRICTED" }));
    work(&world.manager, "openEngagement", engagement).await;

    for (actor, expected) in [
        (&world.manager, [3, 2, 2]),
        (&world.viewer, [2, 1, 1]),
        (&world.app.anonymous(), [2, 1, 0]),
    ] {
        let told = counts(actor, Some(world.home())).await;
        let numbers = ["stakeholders", "relationships", "engagements"]
            .map(|name| told[name].as_i64().unwrap());
        assert_eq!(numbers, expected);
        assert_eq!(of_word(&told["byKind"], "kind", "ORGANIZATION"), expected[0]);
        assert_eq!(of_word(&told["byKind"], "kind", "SEGMENT"), 0);
        assert_eq!(of_word(&told["byLayer"], "layer", "MONEY"), expected[1]);
        assert_eq!(of_word(&told["byStage"], "stage", "IDENTIFIED"), expected[2]);
        assert_eq!(told["singleSource"].as_i64().unwrap(), expected[1]);
    }
    let abroad = counts(&world.manager, Some(world.abroad())).await;
    assert_eq!((&abroad["stakeholders"], &abroad["engagements"]), (&json!(0), &json!(0)));
    let all = counts(&world.manager, None).await;
    assert_eq!(all["stakeholders"], 3);
    let unknown = json!({ "community": "com_01h2xcejqtf2nbrexx3vqjhp41" });
    let query = "query($community: ID) { dashboard(community: $community) { overdue } }";
    assert_eq!(world.manager.code(query, unknown).await, "NOT_FOUND");
}

/// A relationship stands on thin ground until two sources speak of it.
#[tokio::test]
async fn one_source_is_thin() {
    let world = World::start().await;
    let source = world.organization("Gavi", "PUBLIC").await;
    let target = world.organization("Norad", "PUBLIC").await;
    let evidence = |title: &str| json!({ "newSource": { "kind": "DOCUMENT", "title": title } });
    fund(&world, &source, &target, evidence("Annual report")).await;
    assert_eq!(counts(&world.manager, None).await["singleSource"], 1);
    let query = "query { relationships(first: 1) { nodes { id } } }";
    let data = world.manager.data(query, json!({})).await;
    let input = json!({ "subject": data["relationships"]["nodes"][0]["id"], "evidence": evidence("Minutes") });
    let query =
        "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidence { id } } }";
    world.manager.data(query, json!({ "input": input })).await;
    assert_eq!(counts(&world.manager, None).await["singleSource"], 0);
}

/// What was due before today, and still waits, is overdue; what is due today is not.
#[tokio::test]
async fn overdue_is_what_was_due_before_today() {
    let world = World::start().await;
    let due = async |name: &str, day: &str| {
        let party = world.organization(name, "PUBLIC").await;
        world.open(&party, json!({ "nextStepDue": day })).await
    };
    let late = due("Gavi", "2026-03-01").await;
    due("Norad", "2026-03-02").await;
    let add =
        "mutation($input: AddActionInput!) { addAction(input: $input) { action { id version } } }";
    let input = json!({ "community": world.home(), "text": "Call.", "dueOn": "2026-02-01" });
    let action =
        world.editor.data(add, json!({ "input": input })).await["addAction"]["action"].take();
    assert_eq!(counts(&world.viewer, None).await["overdue"], 2);
    assert_eq!(counts(&world.app.anonymous(), None).await["overdue"], 0);

    let done =
        "mutation($input: SettleActionInput!) { completeAction(input: $input) { action { id } } }";
    world.editor.data(done, json!({ "input": of(&action, json!({})) })).await;
    let no = json!({ "to": "DECLINED", "declinedBy": "US", "reason": "Not for us." });
    work(&world.editor, "transitionEngagement", of(&late, no)).await;
    assert_eq!(counts(&world.viewer, None).await["overdue"], 0);
}
