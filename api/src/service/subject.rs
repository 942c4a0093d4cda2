//! Everything that is known of one person, for the person: as one JSON document, or as lines for a
//! spreadsheet.

use super::change::{self, Filter, Order};
use super::export::written;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use domain::identifier::{Noun, StakeholderId};
use domain::policy::Action;
use domain::sheet::neutralise;
use domain::stakeholder::StakeholderKind;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{contact, evidence};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most changes of one record that are told.
const LARGEST: usize = 10_000;

/// Everything on a person that the actor, who administers the record, may see.
pub async fn export(op: &Op, id: StakeholderId) -> Result<Value> {
    let row = op.view().stakeholder(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::ExportPerson, &*row).await?;
    if row.kind != StakeholderKind::Person {
        return Err(Error::NotFound);
    }
    let reader = op.reader();
    let person = Stakeholder::find(&reader, id.0).await?.ok_or(Error::NotFound)?;
    let contact = contact::Entity::find_by_id(id).one(&reader).await?;
    let view = op.view();
    let mut sections = around(&view, id);
    let mut subjects: BTreeSet<Uuid> = sections.iter().flat_map(|(_, rows)| ids(rows)).collect();
    subjects.insert(id.0);
    let said: Vec<_> =
        subjects.iter().flat_map(|id| view.evidence_of(*id)).map(|row| row.id).collect();
    let said =
        evidence::Entity::find().filter(evidence::Column::Id.is_in(said)).all(&reader).await?;
    let said = said.iter().map(image).collect::<Result<Vec<_>>>()?;
    subjects.extend(ids(&said));
    sections.push(("evidence", said));
    let (changes, imports) = history(op, &subjects).await?;
    sections.push(("changes", changes));
    sections.push(("imports", imports));
    let email = contact.as_ref().and_then(|contact| contact.email.clone());
    let account = email.and_then(|email| {
        let snapshot = op.app().snapshot();
        let account = snapshot.account_by_login(&email.to_lowercase())?;
        Some(json!({ "id": Noun::Account.format(account.id.0), "login": account.login,
            "displayName": account.display_name }))
    });
    let mut whole = json!({ "exportedAt": op.now(), "id": Noun::Stakeholder(person.kind).format(id.0),
        "person": image(&person)?, "contact": image(&contact)?, "account": account });
    for (name, rows) in sections {
        whole[name] = Value::Array(rows);
    }
    Ok(whole)
}

/// The same as lines: which part, which record, which field, what it holds.
pub fn lines(whole: &Value) -> Result<String> {
    let heading = ["part", "record", "field", "value"].map(str::to_owned);
    let mut rows = Vec::new();
    let mut add = |part: &str, record: &Value| {
        let id = record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        for (field, value) in record.as_object().into_iter().flatten() {
            let value = match value {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                value => value.to_string(),
            };
            let value = neutralise(&value).to_string();
            rows.push(vec![part.to_owned(), id.clone(), field.clone(), value]);
        }
    };
    for (part, value) in whole.as_object().into_iter().flatten() {
        match value {
            Value::Array(records) => records.iter().for_each(|record| add(part, record)),
            record => add(part, record),
        }
    }
    written(&heading, &rows)
}

/// What names the person, by part.
fn around(view: &View, id: StakeholderId) -> Vec<(&'static str, Vec<Value>)> {
    let named = id.0.to_string();
    let naming = |image: Result<Value>| {
        let image = image.ok()?;
        let values = image.as_object()?.values();
        let found = values.into_iter().any(|value| names(value, &named));
        found.then_some(image)
    };
    let engagements: Vec<_> = view
        .engagements()
        .filter_map(|row| naming(image(&**row)).map(|found| (row.id, found)))
        .collect();
    let wholes = || engagements.iter().map(|(id, _)| *id);
    let rows = |rows: Vec<Result<Value>>| rows.into_iter().filter_map(Result::ok).collect();
    vec![
        ("relationships", view.relationships().filter_map(|row| naming(image(&**row))).collect()),
        (
            "gains",
            rows(wholes().flat_map(|id| view.gains_of(id)).map(|row| image(&**row)).collect()),
        ),
        (
            "interactions",
            rows(
                wholes().flat_map(|id| view.interactions_of(id)).map(|row| image(&**row)).collect(),
            ),
        ),
        (
            "actions",
            rows(wholes().flat_map(|id| view.actions_of(id)).map(|row| image(&**row)).collect()),
        ),
        ("engagements", engagements.into_iter().map(|(_, found)| found).collect()),
    ]
}

fn names(value: &Value, id: &str) -> bool {
    match value {
        Value::String(text) => text == id,
        Value::Array(items) => items.iter().any(|item| names(item, id)),
        _ => false,
    }
}

/// What the log has of these records, with the imports that brought it.
async fn history(op: &Op, subjects: &BTreeSet<Uuid>) -> Result<(Vec<Value>, Vec<Value>)> {
    let (mut changes, mut imports) = (Vec::new(), Map::new());
    for subject in subjects {
        let filter = Filter { subject: Some(*subject), ..Filter::default() };
        let (entries, _) = change::list(op, &filter, Order::OldestFirst, LARGEST, None).await?;
        for entry in entries {
            let values = |text: &Option<String>| {
                text.as_deref().and_then(|text| serde_json::from_str::<Value>(text).ok())
            };
            let change = &entry.change;
            if let Some(import) = change.import_id.and_then(|id| op.view().import(id).cloned()) {
                imports.insert(import.id.0.to_string(), image(&*import)?);
            }
            changes.push(json!({ "id": Noun::Change.format(change.id.0), "at": change.at,
                "noun": change.noun, "record": change.subject_id, "fields": change.fields,
                "before": values(&entry.value.before), "after": values(&entry.value.after) }));
        }
    }
    Ok((changes, imports.into_iter().map(|(_, import)| import).collect()))
}

fn ids(rows: &[Value]) -> Vec<Uuid> {
    let id = |row: &Value| row.get("id")?.as_str()?.parse().ok();
    rows.iter().filter_map(id).collect()
}

fn image<T: serde::Serialize>(row: &T) -> Result<Value> {
    serde_json::to_value(row).map_err(|error| Error::Internal(error.into()))
}
