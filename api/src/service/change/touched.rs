//! Which records of an import somebody has touched since then, and what has to stay with them.

use super::Entry;
use super::undo::untouched;
use crate::error::{Error, Result};
use crate::op::{Op, Write};
use crate::snapshot::View;
use domain::identifier::{RelationshipId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::text::Locale;
use entity::change;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How many ids one statement asks for.
const BATCH: usize = 500;

/// Every record of the import that was changed since then or that something else rests on, and why
/// it stands in the way; those of the first rows first.
pub(super) async fn touched(
    op: &Op,
    write: &Write<'_>,
    entries: &[Entry],
) -> Result<BTreeMap<Uuid, Refusal>> {
    let (view, later) = (write.view(), changed_later(op, entries).await?);
    let made = || entries.iter().filter(|entry| entry.value.before.is_none());
    let alone = view.without(made().map(Entry::subject))?;
    let mut found = BTreeMap::new();
    let mut last = BTreeSet::new();
    for entry in entries.iter().filter(|entry| last.insert(entry.change.subject_id)) {
        if later.contains(&entry.change.subject_id) {
            for refusal in refusals(untouched(write, entry).await)? {
                found.insert(entry.change.subject_id, named(view, entry, refusal));
            }
        }
    }
    for (entry, (noun, id)) in made().map(|entry| (entry, entry.subject())) {
        // Nothing rests on evidence; of what is gone by now the view cannot say.
        if noun != "evidence" && alone.rests_on(noun, id) && !found.contains_key(&id) {
            found.insert(id, named(view, entry, Refusal::new(RefusalCode::InUse, "id")));
        }
    }
    Ok(found)
}

/// The records of the import that changed again after it.
async fn changed_later(op: &Op, entries: &[Entry]) -> Result<BTreeSet<Uuid>> {
    let Some(revision) = entries.iter().map(|entry| entry.change.revision).max() else {
        return Ok(BTreeSet::new());
    };
    let ids: Vec<Uuid> = entries.iter().map(|entry| entry.change.subject_id).collect();
    let mut later = BTreeSet::new();
    for ids in ids.chunks(BATCH) {
        let query = change::Entity::find()
            .select_only()
            .column(change::Column::SubjectId)
            .filter(change::Column::SubjectId.is_in(ids.iter().copied()))
            .filter(change::Column::Revision.gt(revision));
        later.extend(query.into_tuple::<Uuid>().all(&op.reader()).await?);
    }
    Ok(later)
}

/// What stands in the way, when that is what went wrong.
fn refusals(checked: Result<()>) -> Result<Vec<Refusal>> {
    match checked {
        Ok(()) => Ok(Vec::new()),
        Err(Error::Conflict(refusals)) => Ok(refusals),
        Err(error) => Err(error),
    }
}

/// The refusal with the name and the id of its record, for those who see it.
fn named(view: &View, entry: &Entry, refusal: Refusal) -> Refusal {
    let (noun, id) = entry.subject();
    if !view.sees_subject(noun, id) {
        return refusal;
    }
    let Refusal { code, field, .. } = refusal;
    let missing = name(view, noun, id).into_iter().chain(outside(view, noun, id)).collect();
    Refusal { code, field, missing }
}

fn name(view: &View, noun: &str, id: Uuid) -> Option<String> {
    let party = |id| view.stakeholder(id).map(|row| row.name(Locale::En).to_owned());
    if let Some(row) = view.relationship(RelationshipId(id)) {
        return Some(format!("{} {} {}", party(row.source_id)?, row.kind, party(row.target_id)?));
    }
    party(StakeholderId(id)).or_else(|| view.title_of(noun, id))
}

fn outside(view: &View, noun: &str, id: Uuid) -> Option<String> {
    let noun = view.noun_of(noun, id)?;
    Some(noun.format(id))
}

/// The touched records with everything of the import that hangs on them or that they name: a kept
/// partner keeps its evidence, a kept relationship its two ends.
pub(super) fn staying(view: &View, entries: &[Entry], touched: BTreeSet<Uuid>) -> BTreeSet<Uuid> {
    let own: BTreeSet<Uuid> = entries.iter().map(|entry| entry.change.subject_id).collect();
    let ties: Vec<(Uuid, Tie)> = entries.iter().map(|entry| tie(view, entry, &own)).collect();
    let mut staying = touched;
    loop {
        let before = staying.len();
        for (id, tie) in &ties {
            if tie.whole.is_some_and(|whole| staying.contains(&whole)) {
                staying.insert(*id);
            }
            if staying.contains(id) {
                staying.extend(&tie.named);
            }
        }
        if staying.len() == before {
            return staying;
        }
    }
}

/// How a record of the import is tied to others of it.
struct Tie {
    /// What it is a part of.
    whole: Option<Uuid>,
    /// Whom it names, then or now.
    named: BTreeSet<Uuid>,
}

fn tie(view: &View, entry: &Entry, own: &BTreeSet<Uuid>) -> (Uuid, Tie) {
    let (noun, id) = entry.subject();
    let (then, now) = (Value::Object(entry.image()), view.image_of(noun, id));
    let whole = match noun {
        "evidence" => then.get("subjectId"),
        "gain" | "interaction" | "transition" => then.get("engagementId"),
        _ => None,
    };
    let mut named = BTreeSet::new();
    [&then, &now].into_iter().for_each(|image| ids(image, &mut named));
    named.retain(|id| own.contains(id));
    (id, Tie { whole: whole.and_then(uuid), named })
}

/// Every id in an image.
fn ids(image: &Value, found: &mut BTreeSet<Uuid>) {
    match image {
        Value::Array(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| ids(field, found)),
        value => found.extend(uuid(value)),
    }
}

fn uuid(value: &Value) -> Option<Uuid> {
    value.as_str()?.parse().ok()
}

impl Entry {
    /// Which record it changed.
    fn subject(&self) -> (&str, Uuid) {
        (&self.change.noun, self.change.subject_id)
    }
}
