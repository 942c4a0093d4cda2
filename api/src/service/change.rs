//! History and undo: what was changed, by whom, and how to take it back.

use crate::error::{Error, Result};
use crate::op::{BOOKKEEPING, Op, Write};
use crate::snapshot::Held;
use crate::snapshot::held::{match_noun, with_noun};
use domain::identifier::{ChangeId, CommunityId, ImportId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use entity::{change, change_value, import};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

mod list;
mod recent;
pub use list::{Entry, Filter, Order, list, load};
pub use recent::{Recent, recent};

/// Takes one change back, as a new change; a later change of the same field stands in the way.
pub async fn revert(op: &Op, id: ChangeId) -> Result<Vec<ChangeId>> {
    let entry = list::load(op, id).await?;
    op.allow(Action::Revert, place_of(op, &entry.change)).await?;
    let mut write = op.write().await?;
    undo(&mut write, &entry.change, &entry.value).await?;
    let made = write.change_ids();
    write.commit().await?;
    Ok(made)
}

/// Takes a whole import back: everything it created goes, everything it changed is as before.
pub async fn revert_import(op: &Op, id: ImportId) -> Result<()> {
    let row = op.view().import(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::Import, &*row).await?;
    let mut write = op.write().await?;
    let before: import::Model = write.load(id.0).await?;
    if before.undone_at.is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::LaterChange, "id")));
    }
    let reader = op.reader();
    let changes = change::Entity::find()
        .filter(change::Column::ImportId.eq(id))
        .order_by_desc(change::Column::Revision)
        .order_by_desc(change::Column::Position)
        .all(reader)
        .await?;
    let mut values = list::values(reader, &changes).await?;
    for change in changes.iter().filter(|change| change.noun != "import") {
        let value = values.remove(&change.id).ok_or_else(erased)?;
        undo(&mut write, change, &value).await?;
    }
    let mut after = before.clone();
    after.undone_at = Some(write.at());
    after.updated_at = write.at();
    write.update(before, after, None).await?;
    write.commit().await
}

/// Where a change stands for the policy: with its record, or the registry when that is gone.
fn place_of(op: &Op, change: &change::Model) -> Place {
    let view = op.view();
    view.place_of(&change.noun, change.subject_id)
        .unwrap_or(Place { community: None::<CommunityId>, visibility: Visibility::Public })
}

async fn undo(
    write: &mut Write<'_>,
    change: &change::Model,
    value: &change_value::Model,
) -> Result<()> {
    with_noun!(change.noun.as_str(), R => undo_record::<R>(write, change.subject_id, value).await,
        else Err(Error::NotFound))
}

async fn undo_record<R: Held>(
    write: &mut Write<'_>,
    id: Uuid,
    value: &change_value::Model,
) -> Result<()> {
    let (before, after) = (object(&value.before)?, object(&value.after)?);
    let now = write.find::<R>(id).await?;
    match (before, after, now) {
        (None, Some(after), Some(now)) => {
            unchanged(&after, &now)?;
            unused(write, &now)?;
            write.delete(now).await
        }
        // Already gone: nothing is left to take back.
        (None, Some(_), None) => Ok(()),
        (Some(before), None, None) => write.insert(record::<R>(before)?).await,
        (Some(before), Some(after), Some(now)) => {
            let restored = restore(&before, &after, &now)?;
            write.update(now, restored, None).await
        }
        _ => Err(later("")),
    }
}

/// The record as it is now, with the fields of one change as they were before it.
fn restore<R: Held>(before: &Map<String, Value>, after: &Map<String, Value>, now: &R) -> Result<R> {
    let image = serde_json::to_value(now).map_err(|error| Error::Internal(error.into()))?;
    let Value::Object(mut image) = image else {
        return Err(Error::internal("no object"));
    };
    let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let touched = names.into_iter().filter(|name| {
        !BOOKKEEPING.contains(&name.as_str()) && before.get(*name) != after.get(*name)
    });
    for name in touched {
        if image.get(name) != after.get(name) {
            return Err(later(name));
        }
        image.insert(name.clone(), before.get(name).cloned().unwrap_or(Value::Null));
    }
    record(image)
}

fn later(field: &str) -> Error {
    Error::conflict(Refusal::new(RefusalCode::LaterChange, field))
}

fn erased() -> Error {
    Error::conflict(Refusal::new(RefusalCode::LaterChange, "erased"))
}

/// A record that was changed since it was created does not go: the later change would be lost.
fn unchanged<R: Held>(after: &Map<String, Value>, now: &R) -> Result<()> {
    let image = serde_json::to_value(now).map_err(|error| Error::Internal(error.into()))?;
    let differs = |name: &&String| {
        !BOOKKEEPING.contains(&name.as_str()) && image.get(name.as_str()) != after.get(*name)
    };
    match after.keys().find(differs) {
        None => Ok(()),
        Some(name) => Err(later(name)),
    }
}

/// A record that others rest on cannot go before them; whoever sees it is told which one it is.
fn unused<R: Held>(write: &Write<'_>, record: &R) -> Result<()> {
    let view = write.view();
    if !view.rests_on(R::NOUN, record.uuid()) {
        return Ok(());
    }
    let mut refusal = Refusal::new(RefusalCode::InUse, "id");
    if view.sees_subject(R::NOUN, record.uuid()) {
        refusal = refusal.missing(record.title());
    }
    Err(Error::conflict(refusal))
}

fn object(image: &Option<String>) -> Result<Option<Map<String, Value>>> {
    let parse = |text: &String| serde_json::from_str(text);
    image.as_ref().map(parse).transpose().map_err(|error| Error::Internal(error.into()))
}

fn record<R: Held>(image: Map<String, Value>) -> Result<R> {
    serde_json::from_value(Value::Object(image)).map_err(|error| Error::Internal(error.into()))
}

/// Values by change.
pub(super) type Values = HashMap<ChangeId, change_value::Model>;
