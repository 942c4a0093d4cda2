//! Interactions: the contacts logged within an engagement.

use super::engagement::{self, Patch, tomorrow};
use crate::error::Result;
use crate::op::{Op, Write};
use domain::engagement::{InteractionDraft, InteractionFacts};
use domain::identifier::{AccountId, EngagementId, InteractionId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use entity::interaction::Model;

/// What follows from a contact; what is not said stays as it was.
#[derive(Clone, Debug, Default)]
pub struct NextStep {
    /// What to do next.
    pub text: Option<String>,
    /// By when: an exact day.
    pub due: Option<String>,
}

/// Logs a contact, and the step that follows from it. Contacts are only added, so that no version
/// is expected.
pub async fn log(
    op: &Op,
    id: EngagementId,
    draft: InteractionDraft,
    next: NextStep,
) -> Result<InteractionId> {
    let row = engagement::load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let facts = draft.parse()?;
    if facts.happened_on > tomorrow(op.today()) {
        let refusal = Refusal::new(RefusalCode::OutOfRange, "happenedOn");
        return Err(refusal.missing(format!("..{}", op.today())).into());
    }
    let mut write = op.write().await?;
    engagement::load(write.view(), id)?;
    let account = write.view().viewer().account();
    let logged = record(&mut write, id, facts, account).await?;
    if let Some(patch) = next.patch() {
        let before: entity::engagement::Model = write.load(id.0).await?;
        let mut after = patch.apply(write.view(), &before)?;
        after.updated_at = write.at();
        write.update(before, after, None).await?;
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
    /// A new step takes its own due date, or none, with it; a due date alone moves the old step.
    fn patch(self) -> Option<Patch> {
        let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        match (said(self.text), said(self.due)) {
            (None, None) => None,
            (None, due) => Some(Patch { next_step_due: Some(due), ..Patch::default() }),
            (text, due) => {
                Some(Patch { next_step: Some(text), next_step_due: Some(due), ..Patch::default() })
            }
        }
    }
}
