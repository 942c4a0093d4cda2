//! Recording what those who decide about a proposal said.

use super::{load, named, tomorrow};
use crate::error::Result;
use crate::op::{Expected, Op, unmoved};
use crate::snapshot::View;
use domain::engagement::{DecisionDraft, DecisionFacts, ReviewOutcome};
use domain::identifier::{EngagementId, StakeholderId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::StakeholderKind;
use entity::engagement::Model;

/// What a person typed for a decision; the group is not yet found.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// What was said.
    pub outcome: ReviewOutcome,
    /// Which group said it; none is the deciding group of the engagement.
    pub by: Option<StakeholderId>,
    /// On which day.
    pub on: String,
    /// On what terms, or why.
    pub note: String,
    /// Where that is written.
    pub source: String,
}

/// Records a decision; one that was recorded before gives way to it and stays in the log.
pub async fn decide(op: &Op, id: EngagementId, expected: i32, new: NewDecision) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow_on(Action::WorkEngagement, &*row).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut after = before.clone();
    after.set_decision(new.check(write.view(), &before, tomorrow(op.today()))?);
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

impl NewDecision {
    fn check(
        self,
        view: &View,
        row: &Model,
        latest: chrono::NaiveDate,
    ) -> Result<DecisionFacts, Vec<Refusal>> {
        let by = self.decider(view, row);
        let draft = DecisionDraft {
            outcome: self.outcome,
            by: by.clone().ok().flatten(),
            on: self.on,
            note: self.note,
            source: self.source,
        };
        match (by, draft.parse(latest)) {
            (Ok(_), facts) => facts,
            (Err(refusal), facts) => {
                Err([refusal].into_iter().chain(facts.err().unwrap_or_default()).collect())
            }
        }
    }

    /// Who decided: whoever is named, else the group that was expected to, else nobody where the
    /// community says that no group does.
    fn decider(
        &self,
        view: &View,
        row: &Model,
    ) -> Result<Option<(StakeholderId, StakeholderKind)>, Refusal> {
        let expected = row.deciding_group_id.and_then(|id| view.stakeholder(id));
        match (self.by, expected) {
            (Some(id), _) => named(view, id, "decidedBy").map(Some),
            (None, Some(group)) => Ok(Some((group.id, group.kind))),
            (None, None) if row.no_deciding_group => Ok(None),
            (None, None) => Err(Refusal::new(RefusalCode::Required, "decidedBy")),
        }
    }
}
