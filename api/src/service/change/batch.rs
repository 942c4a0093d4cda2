//! Taking a whole import back: everything that it created goes, everything that it changed is as
//! before. What somebody touched since then stands in the way, unless it is to be kept.

use super::touched::{staying, touched};
use super::undo::{allow, still_stands, undo};
use super::{Entry, entries};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write};
use domain::identifier::{ChangeId, ImportId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use entity::record::Record;
use entity::{change, import};
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What becomes of those records of an import that somebody has touched since then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Because of them nothing is undone; the refusals name them.
    StandInTheWay,
    /// They stay, with what they came with; all the others go.
    Stay,
}

/// What undoing an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The new changes.
    pub changes: Vec<ChangeId>,
    /// How many stakeholders, relationships, capabilities and engagements of the import stay.
    pub kept: usize,
}

/// The most records that are named as standing in the way.
const NAMED: usize = 100;

/// Takes a whole import back. What the owner of the instance brought in only the owner takes back.
pub async fn revert_import(op: &Op, id: ImportId, touched: Touched) -> Result<Undone> {
    let row = op.view().import(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::Import, &*row).await?;
    if row.account_id.is_none() {
        op.allow_owner().await?;
    }
    let mut write = op.write_as(Action::Import).await?;
    let before: import::Model = write.load(id.0).await?;
    if before.undone_at.is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::LaterChange, "id")));
    }
    let mut entries = entries(op, change::Column::ImportId.eq(id)).await?;
    entries.retain(|entry| entry.change.noun != import::Model::NOUN);
    let staying = keep(op, &write, &entries, touched).await?;
    let stays = |entry: &Entry| staying.contains(&entry.change.subject_id);
    let (kept, going): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(stays);
    for entry in &going {
        // By now everything that came later is gone, so that parts are seen with what they hang on.
        allow(&mut write, entry).await?;
        undo(&mut write, entry).await?;
    }
    still_stands(&write, &going)?;
    let undone_at = Some(write.at());
    let after = import::Model { undone_at, updated_at: write.at(), ..before.clone() };
    write.update(before, after, Expected::Compared).await?;
    let changes = write.change_ids();
    write.commit().await?;
    Ok(Undone { changes, kept: count(&kept) })
}

/// Which records of the import stay; refused when some would have to that are not to be kept.
async fn keep(
    op: &Op,
    write: &Write<'_>,
    entries: &[Entry],
    choice: Touched,
) -> Result<BTreeSet<Uuid>> {
    let found = touched(op, write, entries).await?;
    if choice == Touched::StandInTheWay && !found.is_empty() {
        return Err(Error::Conflict(found.into_values().take(NAMED).collect()));
    }
    Ok(staying(write.view(), entries, found.into_keys().collect()))
}

/// How many records that stand by themselves there are among those of these changes.
fn count(entries: &[Entry]) -> usize {
    let alone = |entry: &&Entry| {
        let noun = entry.change.noun.as_str();
        matches!(noun, "stakeholder" | "relationship" | "capability" | "engagement")
    };
    let ids: BTreeSet<_> =
        entries.iter().filter(alone).map(|entry| entry.change.subject_id).collect();
    ids.len()
}
