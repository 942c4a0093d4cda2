//! Practice data: removed in one step, kept by the history.

use crate::engagement::{World, column, read, work};
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
    write.update(before, after, None).await.expect("update");
    write.commit().await.expect("commit");
}

async fn remove(world: &World) -> i64 {
    let query = "mutation($input: RemovePracticeDataInput!) { removePracticeData(input: $input) { removed } }";
    let input = json!({ "input": { "community": world.home() } });
    let data = world.manager.data(query, input).await;
    data["removePracticeData"]["removed"].as_i64().expect("a number")
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
    let toy = world.organization("Somebody made up", "PUBLIC").await;
    mark(&world, &toy).await;
    let id = practise(&world, &party).await;
    let id = json!(Noun::Engagement.format(id.0));
    let gain =
        json!({ "engagement": id, "expectedVersion": 1, "side": "WE_GAIN", "text": "Skill" });
    work(&world.editor, "addGain", gain).await;
    let contact = json!({ "engagement": id, "happenedOn": "2026-03-01", "channel": "CALL",
        "direction": "MUTUAL", "note": "Practised." });
    let worked = work(&world.editor, "logInteraction", contact).await;
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
