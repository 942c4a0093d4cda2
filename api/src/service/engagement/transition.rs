//! Moving an engagement from stage to stage.

use super::{load, standing};
use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use chrono::{DateTime, NaiveDate, Utc};
use domain::action::optional_day;
use domain::engagement::{self, DeclinedBy, Missing, Move, Stage};
use domain::identifier::{EngagementId, TransitionId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::text::{LINE_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph};
use entity::engagement::Model;
use entity::transition;

/// A move, with what a person gave along with it.
#[derive(Clone, Debug)]
pub struct Step {
    /// Where to.
    pub to: Stage,
    /// Why; a step back needs it.
    pub note: String,
    /// The day it ended, or the new end: an exact day.
    pub ends_on: String,
    /// Why it ended or was declined.
    pub reason: String,
    /// Which side said no.
    pub declined_by: Option<DeclinedBy>,
}

/// Moves an engagement when its stage machine and the guard allow it, and keeps the move in its
/// history.
pub async fn transition(op: &Op, id: EngagementId, expected: i32, step: Step) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::MoveEngagement, &*row).await?;
    let given = step.parse()?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let made = given.decide(&before, standing::standing(write.view(), &before))?;
    let passed = transition::Model {
        id: TransitionId(write.id()),
        engagement_id: id,
        from_stage: Some(made.from),
        to_stage: made.to,
        note: given.note.clone(),
        account_id: write.view().viewer().account(),
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let after = given.moved(&before, made, write.at());
    write.update(before, after, Expected::Version(expected)).await?;
    write.insert(passed).await?;
    write.commit().await
}

/// What was given with a move, checked.
struct Given {
    to: Stage,
    note: Option<String>,
    ends_on: Option<NaiveDate>,
    reason: Option<String>,
    declined_by: Option<DeclinedBy>,
}

impl Step {
    fn parse(self) -> Result<Given, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let note = refusals.take(optional_paragraph(&self.note, "note", PARAGRAPH_LIMIT));
        let ends_on = refusals.take(optional_day(&self.ends_on, "endsOn"));
        let reason = refusals.take(optional_line(&self.reason, "reason", LINE_LIMIT));
        refusals.finish(Some(Given {
            to: self.to,
            note: note.flatten(),
            ends_on: ends_on.flatten(),
            reason: reason.flatten(),
            declined_by: self.declined_by,
        }))
    }
}

impl Given {
    /// Lets the stage machine decide with what is recorded and what was given.
    fn decide(&self, row: &Model, recorded: engagement::Standing) -> Result<Move, Error> {
        // A renewal goes on for longer than was agreed before.
        let longer = self.ends_on.is_some_and(|day| row.ends_on.is_none_or(|end| end < day));
        let standing = recorded
            .with(Missing::Note, self.note.is_some())
            .with(Missing::EndDate, self.ends_on.is_some())
            .with(Missing::NewEndDate, longer)
            .with(Missing::Reason, self.reason.is_some())
            .with(Missing::DeclinedBy, self.declined_by.is_some());
        let made = engagement::transition(row.stage, self.to, row.before_dormant, standing)?;
        self.fits(&made)?;
        Ok(made)
    }

    /// Refuses what this move has no place for, rather than losing it. A note fits any move.
    fn fits(&self, made: &Move) -> Result<(), Vec<Refusal>> {
        let asked = |items: &[Missing]| items.iter().any(|item| made.guard.contains(item));
        let places: [(&str, bool, &[Missing]); 3] = [
            ("endsOn", self.ends_on.is_some(), &[Missing::EndDate, Missing::NewEndDate]),
            ("reason", self.reason.is_some(), &[Missing::Reason]),
            ("declinedBy", self.declined_by.is_some(), &[Missing::DeclinedBy]),
        ];
        let refused: Vec<_> = places
            .into_iter()
            .filter(|(_, given, items)| *given && !asked(items))
            .map(|(field, ..)| Refusal::new(RefusalCode::FieldNotAllowed, field))
            .collect();
        if refused.is_empty() { Ok(()) } else { Err(refused) }
    }

    fn moved(&self, before: &Model, made: Move, at: DateTime<Utc>) -> Model {
        Model {
            stage: made.to,
            stage_since: at.date_naive(),
            before_dormant: (made.to == Stage::Dormant).then_some(made.from),
            ends_on: self.ends_on.or(before.ends_on),
            close_reason: self.reason.clone().or_else(|| before.close_reason.clone()),
            declined_by: self.declined_by.or(before.declined_by),
            updated_at: at,
            ..before.clone()
        }
    }
}
