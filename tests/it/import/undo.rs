//! Undoing an import takes back all of it, or nothing.

use super::partner::partners;
use super::{UNDO, commit, sheet};
use crate::engagement::{World, pair, refused, told};
use crate::refusal::dump;
use domain::community::Role;
use domain::policy::Viewer;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const STAKEHOLDERS: &str = "slug,kind,name_en,summary_en,visibility,evidence_source,evidence_locator\n\
    a,ORGANIZATION,Alpha,A funder of goods,PUBLIC,Notes,line 1\n\
    a,ORGANIZATION,,,,Notes,line 2\n\
    b,GLOBAL_GOOD,Beta,A good,PUBLIC,Notes,line 3";
const RELATIONSHIPS: &str = "from,kind,to,note,evidence_source,evidence_locator\n\
    a,FUNDS,b,For long,Notes,line 4\n\
    a,FUNDS,b,For long,Other notes,line 5";

/// Every row of every table but the log and its head, and the list of imports.
async fn facts(world: &World) -> BTreeMap<String, Vec<String>> {
    let mut tables = dump(world.app.app.store.reader()).await;
    let log = ["change", "change_value", "sight", "ledger", "import"];
    tables.retain(|table, _| !log.contains(&table.as_str()));
    tables
}

async fn undo(world: &World, done: &Value) -> tests::actor::Answer {
    let input = json!({ "input": { "id": done["import"] } });
    world.manager.post(UNDO, input).await
}

async fn undone(world: &World, done: &Value) {
    let answer = undo(world, done).await;
    assert!(answer.json()["errors"].is_null(), "{}", answer.text);
}

/// Undoing an import of many rows leaves every table but the log as it was before.
#[tokio::test]
async fn undo_leaves_everything_as_it_was() {
    let world = World::start().await;
    world.organization("Bluesquare", "PUBLIC").await;
    let before = facts(&world).await;
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", &partners())).await;
    assert_ne!(facts(&world).await, before);
    undone(&world, &done).await;
    assert_eq!(facts(&world).await, before);
    let rebuilt =
        api::snapshot::Snapshot::build(world.app.app.store.reader()).await.expect("build");
    assert!(*world.app.app.snapshot() == rebuilt);
}

/// Stakeholders, relationships, evidence and sources all go, the later import first.
#[tokio::test]
async fn imports_that_rest_on_each_other_are_undone_in_turn() {
    let world = World::start().await;
    let empty = facts(&world).await;
    let first = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    let between = facts(&world).await;
    let second = commit(&world.manager, &sheet(&world, "RELATIONSHIPS", RELATIONSHIPS)).await;
    let full = facts(&world).await;
    assert!(
        full != between && full["evidence"].len() == 5 && full["source"].len() == 2,
        "{full:?}"
    );
    let query = "{ search(text: \"funder of goods\", first: 5) { stakeholder { name } } }";
    assert!(world.viewer.post(query, json!({})).await.text.contains("Alpha"));

    let refusal = undo(&world, &first).await;
    assert_eq!(told(&refusal)[0].0, "IN_USE");
    assert_eq!(facts(&world).await, full);
    undone(&world, &second).await;
    assert_eq!(facts(&world).await, between);
    undone(&world, &first).await;
    assert_eq!(facts(&world).await, empty);
    assert!(!world.viewer.post(query, json!({})).await.text.contains("Alpha"));
}

/// What somebody has built on an import since then stands in the way, is named, and nothing changes.
#[tokio::test]
async fn what_others_built_on_it_stands_in_the_way() {
    let world = World::start().await;
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    let view = world.app.app.op(Viewer::Owner).view();
    let id = |slug: &str| {
        let row = view.by_slug(slug).next().expect(slug);
        row.kind.noun().format(row.id.0)
    };
    let add = "mutation($input: AddRelationshipInput!) { addRelationship(input: $input) { relationship { id } } }";
    let input = json!({ "kind": "FUNDS", "source": id("a"), "target": id("b") });
    world.editor.data(add, json!({ "input": input })).await;
    let before = dump(world.app.app.store.reader()).await;
    let refusal = undo(&world, &done).await;
    assert_eq!(refusal.code(), "CONFLICT");
    let used =
        |name: &str, slug| ("IN_USE".to_owned(), "id".to_owned(), vec![name.to_owned(), id(slug)]);
    assert_eq!(told(&refusal), [used("Alpha", "a"), used("Beta", "b")]);
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// That an import happened, or was undone, is not taken back without what it brought.
#[tokio::test]
async fn an_import_is_not_told_otherwise() {
    let world = World::start().await;
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    undone(&world, &done).await;
    let before = dump(world.app.app.store.reader()).await;
    let query = "{ changes(first: 50) { nodes { id noun } } }";
    let changes = world.manager.data(query, json!({})).await;
    let changes = changes["changes"]["nodes"].as_array().expect("a list");
    let told_of: Vec<_> = changes.iter().filter(|change| change["noun"] == "import").collect();
    assert_eq!(told_of.len(), 2, "made and undone");
    let revert = "mutation($id: ID!) { revertChange(input: { id: $id }) { changes { id } } }";
    for change in told_of {
        let refusal = world.manager.post(revert, json!({ "id": change["id"] })).await;
        assert_eq!(refused(&refusal), [crate::engagement::pair("IN_USE", "id")]);
    }
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// What somebody has corrected since then is not thrown away.
#[tokio::test]
async fn later_corrections_stand_in_the_way() {
    let world = World::start().await;
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    let id = correct(&world).await;
    let before = dump(world.app.app.store.reader()).await;
    let refusal = undo(&world, &done).await;
    let named = vec!["Alpha".to_owned(), id];
    assert_eq!(told(&refusal), [("LATER_CHANGE".to_owned(), "acronym".to_owned(), named)]);
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// Corrects the imported organization; answers with its id.
async fn correct(world: &World) -> String {
    let view = world.app.app.op(Viewer::Owner).view();
    let row = view.by_slug("a").next().expect("a");
    let id = row.kind.noun().format(row.id.0);
    let update = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { name } } }";
    let input = json!({ "id": id, "expectedVersion": row.version, "acronym": "AL" });
    world.editor.data(update, json!({ "input": input })).await;
    id
}

/// The slugs of everybody recorded.
fn slugs(world: &World) -> Vec<String> {
    let view = world.app.app.op(Viewer::Owner).view();
    view.stakeholders().map(|row| row.slug.clone()).collect()
}

/// What was touched since then stays when that is asked for, with what it came with; the rest goes.
#[tokio::test]
async fn touched_records_can_be_kept() {
    let world = World::start().await;
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    correct(&world).await;
    let keep = json!({ "input": { "id": done["import"], "keepTouched": true } });
    let undone = world.manager.data(UNDO, keep.clone()).await;
    assert_eq!(undone["undoImport"]["kept"], 1);
    assert_ne!(undone["undoImport"]["import"]["undoneAt"], Value::Null);
    assert_eq!(slugs(&world), ["a"]);
    let facts = facts(&world).await;
    assert_eq!((facts["evidence"].len(), facts["source"].len()), (2, 1), "{facts:?}");
    let rebuilt =
        api::snapshot::Snapshot::build(world.app.app.store.reader()).await.expect("build");
    assert!(*world.app.app.snapshot() == rebuilt);
    let again = world.manager.post(UNDO, keep).await;
    assert_eq!(refused(&again), [pair("LATER_CHANGE", "id")]);
}

/// What something else was built upon stays too; where nothing was touched, everything goes.
#[tokio::test]
async fn what_others_rest_on_can_be_kept() {
    let world = World::start().await;
    let empty = facts(&world).await;
    let first = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    let second = commit(&world.manager, &sheet(&world, "RELATIONSHIPS", RELATIONSHIPS)).await;
    let before = facts(&world).await;
    let keep = |done: &Value| json!({ "input": { "id": done["import"], "keepTouched": true } });
    let undone = world.manager.data(UNDO, keep(&first)).await;
    assert_eq!(undone["undoImport"]["kept"], 2);
    assert_eq!(facts(&world).await, before);
    let undone = world.manager.data(UNDO, keep(&second)).await;
    assert_eq!(undone["undoImport"]["kept"], 0);
    assert_eq!(slugs(&world), ["a", "b"]);
    let left = facts(&world).await;
    assert!(
        left["relationship"].len() == empty["relationship"].len() && left["evidence"].len() == 3
    );
}

/// Nobody undoes an import with records in it that they may not change.
#[tokio::test]
async fn every_record_asks_for_its_own_right() {
    let world = World::start().await;
    let owner = world.app.app.op(Viewer::Owner);
    let (admin, abroad) = (world.app.account(Role::Admin), world.app.communities[1]);
    api::service::account::join(&owner, admin, abroad, Role::Manager).await.expect("join");
    let admin = world.app.actor(Role::Admin).await;
    let text = "slug,kind,name_en,visibility,community\n\
        here,ORGANIZATION,Here,PUBLIC,\n\
        there,ORGANIZATION,There,PUBLIC,openIMIS";
    let done = commit(&admin, &sheet(&world, "STAKEHOLDERS", text)).await;
    assert_eq!(done["created"], 2);
    let before = facts(&world).await;
    for keep in [false, true] {
        let input = json!({ "input": { "id": done["import"], "keepTouched": keep } });
        assert_eq!(world.manager.code(UNDO, input).await, "FORBIDDEN");
    }
    assert_eq!(facts(&world).await, before);
    let reader = world.app.app.store.reader();
    let denied = api::service::audit::denials(reader, 10).await.expect("denials");
    let denied: Vec<_> = denied.iter().map(|row| (row.action.as_str(), row.community_id)).collect();
    assert_eq!(denied, [("REVERT", Some(abroad)); 2], "what is refused on the way is recorded");
    let input = json!({ "input": { "id": done["import"] } });
    assert_eq!(admin.data(UNDO, input).await["undoImport"]["kept"], 0);
    assert_eq!(slugs(&world), Vec::<String>::new());
}
