//! Practice data: removed in one step, kept by the history.

use crate::engagement::{World, column, pair, read, refused, work};
use crate::refusal::dump;
use api::op::Expected;
use api::service::action::{self, NewAction};
use api::service::engagement::{self, Opening};
use domain::action::ActionDraft;
use domain::engagement::{EngagementDraft, Objective};
use domain::identifier::{EngagementId, Noun, parse_stakeholder};
use domain::policy::Viewer;
use domain::stakeholder::Visibility;
use entity::stakeholder::Stakeholder;
use serde_json::{Value, json};

/// A practice engagement with this party, with an action, as the demonstration data has them.
async fn practise(world: &World, party: &str) -> EngagementId {
    let op = world.app.app.op(Viewer::Owner);
    let mut write = op.write().await.expect("begin");
    let opening = Opening {
        community: world.app.communities[0],
        party: parse_stakeholder(party, "party").expect("an id"),
        objective: Objective::Advocacy,
        draft: EngagementDraft { why: "For practice.".to_owned(), ..EngagementDraft::default() },
        entry_points: Vec::new(),
        visibility: Visibility::Community,
        standing: None,
        reopens: None,
        need: None,
        practice: true,
    };
    let id = engagement::record(&mut write, opening).await.expect("record");
    let action = NewAction {
        community: world.app.communities[0],
        draft: ActionDraft {
            text: "Practise.".to_owned(),
            due_on: String::new(),
            recorded_on: String::new(),
        },
        owner: None,
        engagement: Some(id),
        meeting: None,
        group: None,
        finds_entry_point: false,
        practice: false,
    };
    action::record(&mut write, action).await.expect("record");
    write.commit().await.expect("commit");
    id
}

/// Marks a stakeholder as practice.
async fn mark(world: &World, id: &str) {
    let op = world.app.app.op(Viewer::Owner);
    let mut write = op.write().await.expect("begin");
    let id = parse_stakeholder(id, "id").expect("an id");
    let before: Stakeholder = write.load(id.0).await.expect("load");
    let after = Stakeholder { practice: true, ..before.clone() };
    write.update(before, after, Expected::Command).await.expect("update");
    write.commit().await.expect("commit");
}

/// How many records went, and the change by which they come back.
async fn removed(world: &World) -> (i64, Value) {
    let query = "mutation($input: RemovePracticeDataInput!) {
        removePracticeData(input: $input) { removed change { id } } }";
    let input = json!({ "input": { "community": world.home() } });
    let mut data = world.manager.data(query, input).await;
    let removed = &mut data["removePracticeData"];
    let change = removed["change"]["id"].take();
    (removed["removed"].as_i64().expect("a number"), change)
}

async fn remove(world: &World) -> i64 {
    removed(world).await.0
}

const REVERT: &str = "mutation($input: RevertRevisionInput!) {
    revertRevision(input: $input) { reverted change { id } } }";

fn step(change: &Value) -> Value {
    json!({ "input": { "change": change } })
}

/// A practice engagement with everything that can hang on one, beside a practice stakeholder.
async fn worked(world: &World, party: &str) -> Value {
    let toy = world.organization("Somebody made up", "PUBLIC").await;
    mark(world, &toy).await;
    let id = json!(Noun::Engagement.format(practise(world, party).await.0));
    let gain =
        json!({ "engagement": id, "expectedVersion": 1, "side": "WE_GAIN", "text": "Skill" });
    work(&world.editor, "addGain", gain).await;
    let contact = json!({ "engagement": id, "happenedOn": "2026-03-01", "channel": "CALL",
        "direction": "MUTUAL", "note": "Practised." });
    work(&world.editor, "logInteraction", contact).await;
    id
}

async fn revision(world: &World) -> i64 {
    world.app.app.snapshot().revision()
}

/// What is marked as practice goes in one write with all that hangs on it; nothing else does; a
/// second time there is nothing to remove.
#[tokio::test]
async fn practice_data_go_in_one_step() {
    let world = World::start().await;
    let party = world.organization("Gavi", "PUBLIC").await;
    let real = world.open(&party, json!({})).await;
    let id = worked(&world, &party).await;
    let worked = read(&world.editor, &id).await;
    assert_eq!(
        (&worked["practice"], column(&worked["actions"], "text")),
        (&json!(true), vec!["Practise.".to_owned()])
    );

    let before = revision(&world).await;
    assert_eq!(remove(&world).await, 3);
    assert_eq!(revision(&world).await, before + 1);
    assert_eq!(read(&world.manager, &id).await, Value::Null);
    assert_eq!(read(&world.manager, &real["id"]).await, real);
    let query =
        "query { actions(first: 10) { totalCount } dashboard { stakeholders engagements } }";
    let data = world.manager.data(query, json!({})).await;
    assert_eq!(data["actions"]["totalCount"], 0);
    assert_eq!(data["dashboard"], json!({ "stakeholders": 1, "engagements": 1 }));
    assert_eq!(remove(&world).await, 0);
    assert_eq!(revision(&world).await, before + 1);
}

/// Only managers of the community remove its practice data.
#[tokio::test]
async fn managers_remove_practice_data() {
    let world = World::start().await;
    let query = "mutation($input: RemovePracticeDataInput!) { removePracticeData(input: $input) { removed } }";
    let input = |community: String| json!({ "input": { "community": community } });
    assert_eq!(world.editor.code(query, input(world.home())).await, "FORBIDDEN");
    assert_eq!(world.manager.code(query, input(world.abroad())).await, "FORBIDDEN");
    assert_eq!(world.app.anonymous().code(query, input(world.home())).await, "UNAUTHENTICATED");
}

/// What a person reads of an engagement; how often it was changed is no part of it.
async fn told(world: &World, id: &Value) -> Value {
    let mut told = read(&world.manager, id).await;
    let parts = ["weGain", "transitions", "actions"];
    assert!(
        parts.iter().all(|part| told[part][0].is_object()) && told["lastInteractionOn"].is_string()
    );
    strip(&mut told);
    told
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !["version", "updatedAt"].contains(&name.as_str()));
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Practice data come back in one step with all that hung on them, and go again when that step is
/// taken back in turn; the snapshot follows.
#[tokio::test]
async fn practice_data_come_back_in_one_step() {
    let world = World::start().await;
    let party = world.organization("Gavi", "PUBLIC").await;
    let id = worked(&world, &party).await;
    let before = told(&world, &id).await;
    let (_, change) = removed(&world).await;
    let gone = revision(&world).await;

    assert_eq!(world.editor.code(REVERT, step(&change)).await, "FORBIDDEN");
    let data = world.manager.data(REVERT, step(&change)).await;
    assert_eq!(revision(&world).await, gone + 1);
    assert_eq!(told(&world, &id).await, before);
    let again = world.manager.post(REVERT, step(&change)).await;
    assert_eq!(again.code(), "CONFLICT");
    let rebuilt = api::snapshot::Snapshot::build(world.app.app.store.reader()).await;
    assert!(*world.app.app.snapshot() == rebuilt.expect("build"));

    let back = &data["revertRevision"]["change"]["id"];
    world.manager.data(REVERT, step(back)).await;
    assert_eq!(read(&world.manager, &id).await, Value::Null);
}

/// What was begun in the meantime in the place of what was removed stands in its way, and nothing
/// changes.
#[tokio::test]
async fn what_took_its_place_stands_in_the_way() {
    let world = World::start().await;
    let party = world.organization("Gavi", "PUBLIC").await;
    worked(&world, &party).await;
    let (_, change) = removed(&world).await;
    world.open(&party, json!({ "objective": "ADVOCACY" })).await;
    let before = dump(world.app.app.store.reader()).await;
    let answer = world.manager.post(REVERT, step(&change)).await;
    assert_eq!(answer.code(), "CONFLICT");
    assert_eq!(refused(&answer), [pair("DUPLICATE_ENGAGEMENT", "objective")]);
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// A step that also changed what the viewer may not change is not taken back by halves.
#[tokio::test]
async fn a_step_is_taken_back_whole_or_not_at_all() {
    let world = World::start().await;
    let home = world.organization("Ours", "PUBLIC").await;
    let abroad = world.organization("Ours until now", "PUBLIC").await;
    let op = world.app.app.op(Viewer::Owner);
    let mut write = op.write().await.expect("begin");
    for (id, community) in [(&abroad, world.app.communities[1]), (&home, world.app.communities[0])]
    {
        let id = parse_stakeholder(id, "id").expect("an id");
        let before: Stakeholder = write.load(id.0).await.expect("load");
        let after = Stakeholder {
            acronym: Some("X".to_owned()),
            community_id: Some(community),
            ..before.clone()
        };
        write.update(before, after, Expected::Command).await.expect("update");
    }
    let last = json!(Noun::Change.format(write.change_ids().last().expect("one").0));
    write.commit().await.expect("commit");
    let before = dump(world.app.app.store.reader()).await;
    assert_eq!(world.manager.code(REVERT, step(&last)).await, "FORBIDDEN");
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}
