//! Requirements: recording what users of an implementation ask for, and deciding where it belongs.

use crate::engagement::{World, column, pair, refused};
use crate::stakeholder::created;
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

const FIELDS: &str = "id version text disposition decidedBy { id } decidedOn note visibility
    implementation { id } community { name }";

async fn attempt(actor: &Actor, name: &str, input: Value) -> Answer {
    let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let query = format!(
        "mutation($input: {kind}!) {{ {name}(input: $input) {{ requirement {{ {FIELDS} }} }} }}"
    );
    actor.post(&query, json!({ "input": input })).await
}

async fn act(actor: &Actor, name: &str, input: Value) -> Value {
    let mut body = attempt(actor, name, input).await.json();
    assert!(body["errors"].is_null(), "{body}");
    body["data"][name]["requirement"].take()
}

fn of(row: &Value, more: Value) -> Value {
    let mut input = json!({ "id": row["id"], "expectedVersion": row["version"] });
    for (field, value) in more.as_object().expect("an object") {
        input[field] = value.clone();
    }
    input
}

async fn implementation(world: &World, name: &str) -> Value {
    let input = json!({ "nameEn": name, "community": world.home(), "visibility": "COMMUNITY" });
    created(&world.editor, "Implementation", input).await["id"].take()
}

/// A requirement stands where its implementation does, undecided; a group or a person decides; who decides
/// otherwise than before says why, and the decision may be opened again.
#[tokio::test]
async fn a_requirement_is_decided_and_decided_again() {
    let world = World::start().await;
    let cameroon = implementation(&world, "Cameroon").await;
    let input = json!({ "implementation": cameroon, "text": "Forms without a network." });
    let asked = act(&world.editor, "addRequirement", input).await;
    assert_eq!(
        (&asked["disposition"], &asked["visibility"]),
        (&json!("UNDECIDED"), &json!("COMMUNITY"))
    );
    assert_eq!((&asked["decidedBy"], &asked["decidedOn"]), (&Value::Null, &Value::Null));
    let board = world.group("Board").await;
    let core = json!({ "disposition": "CORE", "decidedBy": board, "decidedOn": "2026-02-20" });
    let core = act(&world.editor, "decideRequirement", of(&asked, core)).await;
    assert_eq!((&core["decidedBy"]["id"], &core["note"]), (&json!(board), &Value::Null));

    let local = of(&core, json!({ "disposition": "LOCAL" }));
    let answer = attempt(&world.editor, "decideRequirement", local).await;
    assert_eq!(refused(&answer), [pair("GUARD_NOT_MET", "disposition")]);
    let local = json!({ "disposition": "LOCAL", "note": "Nobody else asks for it." });
    let local = act(&world.editor, "decideRequirement", of(&core, local)).await;
    assert_eq!(local["decidedBy"], Value::Null, "nobody said who decided that");
    let open = json!({ "disposition": "UNDECIDED", "note": "Others ask for it now." });
    let open = act(&world.editor, "decideRequirement", of(&local, open)).await;
    assert_eq!((&open["disposition"], &open["decidedOn"]), (&json!("UNDECIDED"), &Value::Null));
}

/// Everything that is wrong is told at once; only an implementation is asked for something, and only groups
/// and persons decide.
#[tokio::test]
async fn a_bad_requirement_is_refused() {
    let world = World::start().await;
    let party = world.organization("Gates Foundation", "PUBLIC").await;
    let odd = json!({ "implementation": party, "text": "x" });
    let answer = attempt(&world.editor, "addRequirement", odd).await;
    assert_eq!(refused(&answer), [pair("NOT_FOUND", "implementation")]);
    let cameroon = implementation(&world, "Cameroon").await;
    let input = json!({ "implementation": cameroon, "text": " " });
    let answer = attempt(&world.editor, "addRequirement", input).await;
    assert_eq!(refused(&answer), [pair("REQUIRED", "text")]);
    let input = json!({ "implementation": cameroon, "text": "Barcodes." });
    assert_eq!(attempt(&world.viewer, "addRequirement", input.clone()).await.code(), "FORBIDDEN");
    let asked = act(&world.editor, "addRequirement", input).await;
    let odd = json!({ "disposition": "CORE", "decidedBy": party, "decidedOn": "2027-01-01" });
    let answer = attempt(&world.editor, "decideRequirement", of(&asked, odd)).await;
    assert_eq!(
        refused(&answer),
        [pair("OUTSIDE_MATRIX", "decidedBy"), pair("DATE_OUT_OF_RANGE", "decidedOn")]
    );
    let answer =
        attempt(&world.app.anonymous(), "updateRequirement", of(&asked, json!({ "text": "y" })))
            .await;
    assert_eq!(answer.code(), "NOT_FOUND");
}

/// The list is narrowed by implementation, decision and words; what was removed is gone, and comes back when
/// that is undone.
#[tokio::test]
async fn requirements_are_listed_and_removed() {
    let world = World::start().await;
    let (here, there) =
        (implementation(&world, "Cameroon").await, implementation(&world, "Chad").await);
    for (whose, text) in [(&here, "Barcodes."), (&here, "Étiquettes."), (&there, "Barcodes too.")]
    {
        let input = json!({ "implementation": whose, "text": text });
        act(&world.editor, "addRequirement", input).await;
    }
    let list = async |filter: Value| {
        let query = format!(
            "query($filter: RequirementFilter) {{
                requirements(first: 10, filter: $filter) {{ nodes {{ {FIELDS} }} totalCount }} }}"
        );
        world.viewer.data(&query, json!({ "filter": filter })).await["requirements"].take()
    };
    let texts = async |filter: Value| column(&list(filter).await["nodes"], "text");
    assert_eq!(texts(json!({ "implementation": here })).await, ["Barcodes.", "Étiquettes."]);
    assert_eq!(texts(json!({ "text": "etiquettes" })).await, ["Étiquettes."]);
    assert_eq!(texts(json!({ "text": "chad" })).await, ["Barcodes too."]);
    let first = list(json!({ "text": "barcodes" })).await["nodes"][0].take();
    let core =
        act(&world.editor, "decideRequirement", of(&first, json!({ "disposition": "CORE" })));
    let core = core.await;
    assert_eq!(texts(json!({ "dispositions": ["CORE"] })).await, ["Barcodes."]);

    let remove = "mutation($input: RemoveRequirementInput!) {
        removeRequirement(input: $input) { removedId } }";
    let input = json!({ "input": of(&core, json!({})) });
    let gone = world.editor.data(remove, input).await;
    assert_eq!(gone["removeRequirement"]["removedId"], core["id"]);
    assert_eq!(list(json!({})).await["totalCount"], 2);
    let log = "query($id: ID!) { changes(first: 1, filter: { node: $id }) { nodes { id } } }";
    let log = world.manager.data(log, json!({ "id": core["id"] })).await;
    let undo =
        "mutation($input: RevertChangeInput!) { revertChange(input: $input) { changes { id } } }";
    let change = json!({ "id": log["changes"]["nodes"][0]["id"] });
    world.manager.data(undo, json!({ "input": change })).await;
    assert_eq!(texts(json!({ "dispositions": ["CORE"] })).await, ["Barcodes."]);
}
