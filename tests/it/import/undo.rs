//! Undoing an import takes back all of it, or nothing.

use super::partner::partners;
use super::{UNDO, commit, sheet};
use crate::engagement::{World, refused, told};
use crate::refusal::dump;
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
    let log = ["change", "change_value", "ledger", "import"];
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
    assert_eq!(told(&refusal), [("IN_USE".to_owned(), "id".to_owned(), vec!["Beta".to_owned()])]);
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}

/// What somebody has corrected since then is not thrown away.
#[tokio::test]
async fn later_corrections_stand_in_the_way() {
    let world = World::start().await;
    let done = commit(&world.manager, &sheet(&world, "STAKEHOLDERS", STAKEHOLDERS)).await;
    let view = world.app.app.op(Viewer::Owner).view();
    let row = view.by_slug("a").next().expect("a");
    let update = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { name } } }";
    let input = json!({ "id": row.kind.noun().format(row.id.0), "expectedVersion": row.version, "acronym": "AL" });
    world.editor.data(update, json!({ "input": input })).await;
    let before = dump(world.app.app.store.reader()).await;
    let refusal = undo(&world, &done).await;
    assert_eq!(refused(&refusal), [crate::engagement::pair("LATER_CHANGE", "acronym")]);
    assert_eq!(dump(world.app.app.store.reader()).await, before);
}
