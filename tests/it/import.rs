//! Imports: looked at, brought in, listed for the community, undone as a whole.

use crate::engagement::{World, pair, refused};
use api::service::change::{self, Touched};
use api::service::engagement::{self, Opening};
use domain::community::Role;
use domain::engagement::{EngagementDraft, Objective};
use domain::identifier::{AccountId, ImportId, Noun, parse_stakeholder};
use domain::policy::Viewer;
use domain::stakeholder::Visibility;
use entity::import;
use reqwest::Method;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer, send};

mod answered;
mod capability;
mod door;
mod fault;
mod partner;
mod relationship;
mod undo;

const UNDO: &str =
    "mutation($input: UndoImportInput!) { undoImport(input: $input) { kept import { undoneAt } } }";

/// An import of one row by this account, or by the owner, which opened an engagement.
async fn bring_in(world: &World, account_id: Option<AccountId>) -> String {
    let party = world.organization("Gavi", "PUBLIC").await;
    let op = world.app.app.op(Viewer::Owner);
    let mut write = op.write().await.expect("begin");
    let row = import::Model {
        id: ImportId(write.id()),
        community_id: world.app.communities[0],
        account_id,
        file_name: Some("partners.csv".to_owned()),
        created: 1,
        matched: 0,
        rejected: 0,
        undone_at: None,
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let id = row.id;
    write.belongs_to(id);
    write.insert(row).await.expect("insert");
    let opening = Opening {
        community: world.app.communities[0],
        party: parse_stakeholder(&party, "party").expect("an id"),
        objective: Objective::Fund,
        draft: EngagementDraft { why: "In the sheet.".to_owned(), ..EngagementDraft::default() },
        entry_points: Vec::new(),
        visibility: Visibility::Community,
        standing: None,
        reopens: None,
        need: None,
        practice: false,
    };
    engagement::record(&mut write, opening).await.expect("record");
    write.commit().await.expect("commit");
    Noun::Import.format(id.0)
}

/// Members see what was brought in; a manager takes all of it back, once.
#[tokio::test]
async fn an_import_is_undone_as_a_whole() {
    let world = World::start().await;
    let id = bring_in(&world, Some(world.app.account(Role::Manager))).await;
    let list =
        "query { imports(first: 5) { nodes { id fileName created actor { id } undoneAt community { name } } }
        engagements(first: 5) { totalCount } }";
    let data = world.viewer.data(list, json!({})).await;
    let told = json!([{ "id": id, "fileName": "partners.csv", "created": 1,
        "actor": { "id": world.account(Role::Manager) }, "undoneAt": null, "community": { "name": "OpenLMIS" } }]);
    assert_eq!((&data["imports"]["nodes"], &data["engagements"]["totalCount"]), (&told, &json!(1)));
    let anonymous = world.app.anonymous().data(list, json!({})).await;
    assert_eq!(anonymous["imports"]["nodes"], json!([]));

    let input = json!({ "input": { "id": id } });
    assert_eq!(world.editor.code(UNDO, input.clone()).await, "FORBIDDEN");
    assert_eq!(world.app.anonymous().code(UNDO, input.clone()).await, "NOT_FOUND");
    let undone = world.manager.data(UNDO, input.clone()).await;
    assert_eq!(undone["undoImport"]["import"]["undoneAt"], "2026-03-02T09:00:00Z");
    let data = world.viewer.data(list, json!({})).await;
    assert_eq!(data["engagements"]["totalCount"], 0);
    assert_ne!(data["imports"]["nodes"][0]["undoneAt"], Value::Null);
    let answer = world.manager.post(UNDO, input).await;
    assert_eq!(refused(&answer), [pair("LATER_CHANGE", "id")]);
}

/// What the owner of the instance brought in, only the owner takes back.
#[tokio::test]
async fn the_owner_alone_undoes_what_the_owner_brought_in() {
    let world = World::start().await;
    let id = bring_in(&world, None).await;
    let input = json!({ "input": { "id": id } });
    assert_eq!(world.manager.code(UNDO, input).await, "FORBIDDEN");
    let id = ImportId(Noun::Import.parse_id(&id, "id").expect("an id"));
    let owner = world.app.app.op(Viewer::Owner);
    change::revert_import(&owner, id, Touched::StandInTheWay).await.expect("undone");
    assert!(owner.view().import(id).expect("the import").undone_at.is_some());
}

/// A sheet as the front end sends it: for the community where everybody is at home.
pub(crate) fn sheet(world: &World, table: &str, text: &str) -> Value {
    json!({ "community": world.home(), "sheet": table, "fileName": "partenaires.tsv",
        "text": text, "columns": null, "dateOrder": "ISO", "defaults": null, "decisions": [] })
}

/// Looks at a sheet or commits it, whatever comes of it.
async fn ask(actor: &Actor, step: &str, body: &Value) -> Answer {
    send(actor.request(Method::POST, &format!("/import/{step}")).json(body)).await
}

/// What would become of the rows.
async fn look(actor: &Actor, body: &Value) -> Value {
    let answer = ask(actor, "preview", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// Brings the rows in.
pub(crate) async fn commit(actor: &Actor, body: &Value) -> Value {
    let answer = ask(actor, "commit", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// What is told about the row with this number.
fn row(preview: &Value, number: usize) -> &Value {
    let rows = preview["rows"].as_array().expect("rows");
    rows.iter().find(|row| row["row"] == number).expect("the row")
}

/// The verdict of every row, in order.
fn verdicts(preview: &Value) -> Vec<&str> {
    let rows = preview["rows"].as_array().expect("rows");
    rows.iter().map(|row| row["verdict"].as_str().expect("a verdict")).collect()
}
