//! Relationships: proposing, correcting, settling, and listing what joins two stakeholders.

use crate::engagement::{World, column, pair, refused, text, told};
use crate::stakeholder::{created, data, least};
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

mod add;
mod list;
mod settle;
mod update;

/// What a test looks at of a relationship.
const FIELDS: &str = "id kind layer state version validFrom validTo role topic amount currency
    shareMin shareMax visibility note community { id } source { id } target { id } via { id }
    evidenceCount inferred nextStates";

/// Runs `addRelationship`, whatever comes of it.
pub(crate) async fn add(
    actor: &Actor,
    kind: &str,
    source: &Value,
    target: &Value,
    more: Value,
) -> Answer {
    let mut input = json!({ "kind": kind, "source": source, "target": target });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    write(actor, "addRelationship", "AddRelationshipInput", input).await
}

/// Runs `addRelationship`, and answers with what was added.
pub(crate) async fn added(
    actor: &Actor,
    kind: &str,
    source: &Value,
    target: &Value,
    more: Value,
) -> Value {
    data(add(actor, kind, source, target, more).await)
}

async fn write(actor: &Actor, name: &str, input: &str, value: Value) -> Answer {
    let query = format!(
        "mutation($input: {input}!) {{ {name}(input: $input) {{ relationship {{ {FIELDS} }} }} }}"
    );
    actor.post(&query, json!({ "input": value })).await
}

/// Runs `confirmRelationship` and its like on what was read.
pub(crate) async fn settle(actor: &Actor, verb: &str, row: &Value, more: Value) -> Answer {
    let input = if verb == "end" { "EndRelationshipInput" } else { "SettleRelationshipInput" };
    write(actor, &format!("{verb}Relationship"), input, of(row, more)).await
}

fn of(row: &Value, more: Value) -> Value {
    let mut input = json!({ "id": row["id"], "expectedVersion": row["version"] });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

/// The id of a new stakeholder in the registry.
pub(crate) async fn id(world: &World, kind: &str, name: &str) -> Value {
    created(&world.editor, kind, least(kind, name)).await["id"].take()
}

/// The id of a new stakeholder at home, seen as this says.
pub(crate) async fn id_at_home(world: &World, kind: &str, name: &str, visibility: &str) -> Value {
    let mut input = least(kind, name);
    input["community"] = json!(world.home());
    input["visibility"] = json!(visibility);
    created(&world.manager, kind, input).await["id"].take()
}
