//! Moving implementations from stage to stage.

use super::stakeholder::allow;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use chrono::NaiveDate;
use domain::identifier::StakeholderId;
use domain::machine::Position;
use domain::machine::implementation::{ImplementationMove, MACHINE, moves, told};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::{Detail, ImplementationStage};
use domain::text::{PARAGRAPH_LIMIT, optional_paragraph};
use entity::stakeholder::Stakeholder;

/// A move, with why.
#[derive(Clone, Debug)]
pub struct Step {
    /// Where to.
    pub to: ImplementationStage,
    /// Why; what leaves the usual way needs it.
    pub note: String,
}

/// Moves an implementation when its machine allows it, as of today.
pub async fn transition(op: &Op, id: StakeholderId, expected: i32, step: Step) -> Result<()> {
    allow(op, Action::UpdateStakeholder, id).await?;
    let note = optional_paragraph(&step.note, "note", PARAGRAPH_LIMIT)?;
    let mut write = op.write().await?;
    let before: Stakeholder = write.load(id.0).await?;
    unmoved(&before, expected)?;
    if before.archived_at.is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::Archived, "id")));
    }
    let at = position(&before)?;
    let made = match at {
        // Where it stands for the first time, it stands as it is recorded.
        None => None,
        Some(at) => Some(MACHINE.step(at, step.to, told(note.as_deref()))?),
    };
    let mut after = before.clone();
    moved(&mut after, step.to, made, op.today(), note);
    after.updated_at = write.at();
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Every move from where an implementation stands; none while that is unknown.
pub fn reachable(row: &Stakeholder) -> Vec<ImplementationMove> {
    let at = position(row).ok().flatten();
    at.map(|at| moves(at.state, at.before)).unwrap_or_default()
}

/// Holds a correction of an implementation to the machine: a stage that is known gives way to one that may
/// follow it; what leaves the usual way says why, in a note that is not the one before. What was not known may
/// be recorded, and what was recorded may turn out to be unknown.
pub fn corrected(before: &Stakeholder, after: &mut Stakeholder, today: NaiveDate) -> Result<()> {
    let (
        Detail::Implementation { stage: was, stage_note: known, .. },
        Detail::Implementation { stage, stage_note, .. },
    ) = (&before.detail, &after.detail)
    else {
        return Ok(());
    };
    let note = stage_note.clone().filter(|note| known.as_ref() != Some(note));
    let (was, Some(to)) = (*was, *stage) else { return Ok(()) };
    if was.is_none_or(|was| was == to) {
        return Ok(());
    }
    let at = position(before)?.ok_or(Error::NotFound)?;
    let made = MACHINE.step(at, to, told(note.as_deref()));
    let made = made.map_err(|refusal| Refusal { field: "stage".to_owned(), ..refusal })?;
    moved(after, to, Some(made), today, note);
    Ok(())
}

fn position(row: &Stakeholder) -> Result<Option<Position<ImplementationStage>>> {
    match &row.detail {
        Detail::Implementation { stage, before_paused, .. } => {
            Ok(stage.map(|state| Position { state, before: *before_paused }))
        }
        _ => Err(Refusal::new(RefusalCode::NotFound, "id").into()),
    }
}

fn moved(
    row: &mut Stakeholder,
    to: ImplementationStage,
    made: Option<ImplementationMove>,
    today: NaiveDate,
    note: Option<String>,
) {
    let Detail::Implementation { stage, stage_since, stage_note, before_paused, .. } =
        &mut row.detail
    else {
        return;
    };
    *stage = Some(to);
    // Nobody said since when it stands where it is found for the first time.
    *stage_since = made.map(|_| today);
    *stage_note = note;
    *before_paused = made.and_then(|made| MACHINE.after(made).before);
}
