//! Interactions: the contacts logged within an engagement.

mod reading;

use super::engagement::{self, Patch, tomorrow};
use crate::error::Result;
use crate::op::{Expected, Op, Write};
use domain::engagement::{InteractionDraft, InteractionFacts};
use domain::identifier::{AccountId, EngagementId, InteractionId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use entity::interaction::Model;

pub use reading::{Reading, read};

/// What follows from a contact; what is not said stays as it was.
#[derive(Clone, Debug, Default)]
pub struct NextStep {
    /// What to do next.
    pub text: Option<String>,
    /// By when: an exact day.
    pub due: Option<String>,
    /// The version of the engagement that the actor has read; a step is not written over unread.
    pub expected_version: Option<i32>,
}

/// Logs a contact, and the step that follows from it. Contacts are only added, so that a version is
/// expected only of the step.
pub async fn log(
    op: &Op,
    id: EngagementId,
    draft: InteractionDraft,
    next: NextStep,
) -> Result<InteractionId> {
    let row = engagement::load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let facts = draft.parse()?;
    let next = next.patch()?;
    if facts.happened_on > tomorrow(op.today()) {
        let refusal = Refusal::new(RefusalCode::OutOfRange, "happenedOn");
        return Err(refusal.missing(format!("..{}", op.today())).into());
    }
    let mut write = op.write().await?;
    engagement::load(write.view(), id)?;
    let account = write.view().viewer().account();
    let logged = record(&mut write, id, facts, account).await?;
    if let Some((patch, expected)) = next {
        let before: entity::engagement::Model = write.load(id.0).await?;
        let mut after = patch.apply(write.view(), &before)?;
        after.updated_at = write.at();
        write.update(before, after, Expected::Version(expected)).await?;
    }
    write.commit().await?;
    Ok(logged)
}

/// Logs a contact of this account within a write that does more; the caller has asked the policy.
pub async fn record(
    write: &mut Write<'_>,
    id: EngagementId,
    facts: InteractionFacts,
    account: Option<AccountId>,
) -> Result<InteractionId> {
    let contact = Model {
        id: InteractionId(write.id()),
        engagement_id: id,
        happened_on: facts.happened_on,
        channel: facts.channel,
        direction: facts.direction,
        note: facts.note,
        account_id: account,
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let logged = contact.id;
    write.insert(contact).await?;
    Ok(logged)
}

impl NextStep {
    /// What changes, and over which version. A new step takes its own due date, or none, with it; a
    /// due date alone moves the old step.
    fn patch(self) -> Result<Option<(Patch, i32)>, Refusal> {
        let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let patch = match (said(self.text), said(self.due)) {
            (None, None) => return Ok(None),
            (None, due) => Patch { next_step_due: Some(due), ..Patch::default() },
            (text, due) => {
                Patch { next_step: Some(text), next_step_due: Some(due), ..Patch::default() }
            }
        };
        let missing = || Refusal::new(RefusalCode::Required, "expectedVersion");
        Ok(Some((patch, self.expected_version.ok_or_else(missing)?)))
    }
}
