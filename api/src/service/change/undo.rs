//! Taking single changes back, within a write that may take back many.

use super::Entry;
use crate::error::{Error, Result};
use crate::op::{BOOKKEEPING, Expected, Governed, Write};
use crate::service::{capability, engagement, relationship, stakeholder};
use crate::snapshot::held::{match_noun, with_noun};
use crate::snapshot::{Held, View};
use domain::identifier::{CapabilityId, EngagementId, RelationshipId, StakeholderId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use entity::change_value;
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use sea_orm::DbErr;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What one must be allowed to do to take a change back, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Right {
    pub(super) action: Action,
    pub(super) place: Place,
}

impl Right {
    /// A change stands with its record; when that is gone, where it last stood. Who may not give
    /// roles does not give them back either.
    pub(super) fn to_revert(view: &View, entry: &Entry) -> Self {
        let (noun, subject) = (entry.change.noun.as_str(), entry.change.subject_id);
        let place = view.place_of(noun, subject);
        let action = if noun == "membership" { Action::ManageMembers } else { Action::Revert };
        Self { action, place: place.unwrap_or_else(|| view.place_of_image(&entry.image())) }
    }

    /// Whether the viewer sees the change and may take it back.
    fn holds(self, view: &View, entry: &Entry) -> bool {
        entry.visible(view) && view.allows(self.action, self.place)
    }
}

/// Refuses a change that the viewer may not see or not take back; the denial is recorded.
pub(super) async fn allow(write: &mut Write<'_>, entry: &Entry) -> Result<()> {
    let right = Right::to_revert(write.view(), entry);
    match right.holds(write.view(), entry) {
        true => Ok(()),
        false => write.forbid(right.action, right.place).await,
    }
}

/// Takes one change back; what was changed since then stands in the way.
pub(super) async fn undo(write: &mut Write<'_>, entry: &Entry) -> Result<()> {
    // Of an erasure the log has only what is left; it would read like a recording.
    if entry.erases() {
        return Err(erased());
    }
    let undone = with_noun!(entry.change.noun.as_str(),
        R => undo_record::<R>(write, entry.change.subject_id, &entry.value).await,
        else Err(Error::NotFound));
    undone.map_err(in_the_way)
}

/// Refuses a record that was changed since this change, as `undo` would.
pub(super) async fn untouched(write: &Write<'_>, entry: &Entry) -> Result<()> {
    with_noun!(entry.change.noun.as_str(),
        R => untouched_record::<R>(write, entry.change.subject_id, &entry.value).await,
        else Err(Error::NotFound))
}

async fn untouched_record<R: Held>(
    write: &Write<'_>,
    id: Uuid,
    value: &change_value::Model,
) -> Result<()> {
    let (before, after) = (object(&value.before)?, object(&value.after)?);
    match (before, after, write.find::<R>(id).await?) {
        (None, Some(after), Some(now)) => unchanged(&after, &now),
        (Some(before), Some(after), Some(now)) => restore(&before, &after, &now).map(|_| ()),
        (None, Some(_), None) | (Some(_), None, None) => Ok(()),
        (None, None, _) => Err(erased()),
        _ => Err(later("")),
    }
}

/// A record that cannot come back because what it named is gone, or because another one has taken
/// its place, is no defect of this program.
fn in_the_way(error: Error) -> Error {
    match &error {
        Error::Internal(cause)
            if cause.downcast_ref::<DbErr>().is_some_and(|cause| cause.sql_err().is_some()) =>
        {
            later("")
        }
        _ => error,
    }
}

/// Refuses what stands by itself but not beside what was recorded since then.
pub(super) fn still_stands(write: &Write<'_>, entries: &[Entry]) -> Result<()> {
    let view = write.view();
    for change in entries.iter().map(|entry| &entry.change) {
        let id = change.subject_id;
        match change.noun.as_str() {
            "stakeholder" => {
                let row = view.stakeholder(StakeholderId(id));
                row.map_or(Ok(()), |row| stakeholder::unique(view, row))?;
            }
            "relationship" => {
                let row = view.relationship(RelationshipId(id));
                row.map_or(Ok(()), |row| relationship::check(view, row))?;
            }
            "engagement" => {
                let row = view.engagement(EngagementId(id));
                row.map_or(Ok(()), |row| engagement::unique(view, row))?;
            }
            "capability" => {
                let row = view.capability(CapabilityId(id));
                row.map_or(Ok(()), |row| capability::unique(view, row))?;
            }
            _ => {}
        }
    }
    Ok(())
}

async fn undo_record<R: Held + Governed>(
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
            write.delete(now, Expected::Compared).await
        }
        // Already gone: nothing is left to take back.
        (None, Some(_), None) => Ok(()),
        (Some(before), None, None) => {
            let record = record::<R>(addressed::<R>(write.view(), before)?)?;
            if write.view().is_cut_off(&record) {
                return Err(later(""));
            }
            write.restore(record).await
        }
        (None, None, _) => Err(erased()),
        (Some(before), Some(after), Some(now)) => {
            let restored = restore(&before, &after, &now)?;
            write.update(now, restored, Expected::Compared).await
        }
        _ => Err(later("")),
    }
}

/// A stakeholder that comes back takes another short name when its own is somebody else's by now.
fn addressed<R: Held>(view: &View, mut image: Map<String, Value>) -> Result<Map<String, Value>> {
    if R::NOUN != Stakeholder::NOUN {
        return Ok(image);
    }
    let row: Stakeholder = record(image.clone())?;
    let place = row.place().unwrap_or(Place::NOWHERE);
    let slug = stakeholder::free_slug(view, place, &row.slug);
    image.insert("slug".to_owned(), Value::String(slug));
    Ok(image)
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
    Error::conflict(Refusal::new(RefusalCode::Erased, "id"))
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

/// A record that others rest on cannot go before them; whoever sees it is told which one it is. Of
/// others that the actor does not see nothing is said: they are in the way like any later change.
fn unused<R: Held>(write: &Write<'_>, record: &R) -> Result<()> {
    let view = write.view();
    if !view.rests_in_sight(R::NOUN, record.uuid()) {
        // Not every reference has the database to hold it.
        return if view.rests_on(R::NOUN, record.uuid()) { Err(later("")) } else { Ok(()) };
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
