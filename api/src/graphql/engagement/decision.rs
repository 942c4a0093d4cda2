//! What those who decide about a proposal said.

use super::EngagementPayload;
use crate::error::Result;
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::{Outside, read_stakeholder_opt};
use crate::graphql::scalar::{Date, TypedDay};
use crate::graphql::stakeholder::Stakeholder;
use crate::service::engagement::{self, NewDecision};
use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use domain::engagement::ReviewOutcome;
use domain::identifier::{EngagementId, StakeholderId};
use entity::engagement::Model;

/// What those who decide about the proposal of an engagement said.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct EngagementDecision {
    /// What was said.
    outcome: ReviewOutcome,
    /// On which day; null is unknown.
    on: Option<Date>,
    /// On what terms, or why.
    note: Option<String>,
    /// Where that is written.
    source: Option<String>,
    #[graphql(skip)]
    by: Option<StakeholderId>,
}

#[ComplexObject]
impl EngagementDecision {
    /// Which group said it; null where no group decides, and when it is hidden.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        Ok(self.by.and_then(|id| Stakeholder::find(&view, id)))
    }
}

impl EngagementDecision {
    /// The decision that is recorded last, when there is one.
    pub fn of(row: &Model) -> Option<Self> {
        Some(Self {
            outcome: row.decision_outcome?,
            on: row.decided_on.map(Date),
            note: row.decision_note.clone(),
            source: row.decision_source.clone(),
            by: row.decided_by_id,
        })
    }
}

/// A decision about the proposal of an engagement.
#[derive(Clone, Debug, InputObject)]
pub struct RecordEngagementDecisionInput {
    /// Which engagement.
    engagement: ID,
    /// The version of the engagement that was read; when it has moved on, nothing is recorded.
    expected_version: i32,
    /// What was said.
    outcome: ReviewOutcome,
    /// Which group said it; when absent, the deciding group of the engagement. It may be absent where
    /// the engagement says that no group decides.
    decided_by: Option<ID>,
    /// On which day.
    decided_on: TypedDay,
    /// On what terms, or why; a yes under conditions needs it.
    note: Option<String>,
    /// Where that is written.
    source: Option<String>,
}

/// Recording decisions about proposals.
#[derive(Debug, Default)]
pub struct DecisionMutation;

/// Recording decisions about proposals.
#[Object(guard = "Listed")]
impl DecisionMutation {
    /// Records what those who decide about a proposal said; it takes the place of what they said before.
    async fn record_engagement_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which decision.")] input: RecordEngagementDecisionInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let new = NewDecision {
            outcome: input.outcome,
            by: read_stakeholder_opt(input.decided_by.as_ref(), "decidedBy")?,
            on: input.decided_on.into(),
            note: input.note.unwrap_or_default(),
            source: input.source.unwrap_or_default(),
        };
        engagement::decide(ctx.op()?, id, input.expected_version, new).await?;
        EngagementPayload::of(ctx, id)
    }
}
