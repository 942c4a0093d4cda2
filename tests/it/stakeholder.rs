//! Stakeholders: recording, changing, listing and finding parties of every kind.

use crate::engagement::{World, column, pair, refused, text};
use serde_json::{Value, json};
use tests::actor::{Actor, Answer};

mod create;
mod list;
mod read;
mod stage;
mod update;

/// What a test looks at of a stakeholder of any kind.
pub(crate) const FIELDS: &str = "id kind slug name nameLocale names { locale value } acronym
    aliases country countries languages website unresolved visibility practice version archivedAt
    externalIds { registry value } community { id } summaries { locale value }";

/// Runs `createOrganization` and its like, whatever comes of it.
pub(crate) async fn create(actor: &Actor, kind: &str, input: Value) -> Answer {
    actor.post(&write("create", kind, FIELDS), json!({ "input": input })).await
}

/// Runs `createOrganization` and its like, and answers with what was created.
pub(crate) async fn created(actor: &Actor, kind: &str, input: Value) -> Value {
    data(create(actor, kind, input).await)
}

/// Runs `updateOrganization` and its like, whatever comes of it.
pub(crate) async fn update(actor: &Actor, kind: &str, input: Value) -> Answer {
    actor.post(&write("update", kind, FIELDS), json!({ "input": input })).await
}

/// The only record of an answer that must be good.
pub(crate) fn data(answer: Answer) -> Value {
    let mut body = answer.json();
    assert!(body["errors"].is_null(), "{body}");
    let payload = body["data"].as_object_mut().expect("data").values_mut().next();
    let payload = payload.and_then(Value::as_object_mut).expect("a payload");
    payload.values_mut().next().expect("a record").take()
}

fn write(verb: &str, kind: &str, fields: &str) -> String {
    let field = format!("{}{}", kind[..1].to_lowercase(), &kind[1..]);
    let input = format!("{}{}{kind}Input", verb[..1].to_uppercase(), &verb[1..]);
    format!(
        "mutation($input: {input}!) {{ {verb}{kind}(input: $input) {{ {field} {{ {fields} }} }} }}"
    )
}

/// The least that each kind needs.
pub(crate) fn least(kind: &str, name: &str) -> Value {
    match kind {
        "Organization" => json!({ "nameEn": name, "organizationType": "FOUNDATION" }),
        "Group" => json!({ "nameEn": name, "groupType": "BOARD" }),
        "Place" => json!({ "nameEn": name, "level": "COUNTRY" }),
        _ => json!({ "nameEn": name }),
    }
}

/// The types of all kinds.
pub(crate) const KINDS: [&str; 8] = [
    "Organization",
    "GlobalGood",
    "Group",
    "Implementation",
    "Programme",
    "Person",
    "Place",
    "Segment",
];
