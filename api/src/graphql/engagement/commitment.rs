//! What came of an engagement: relationships, each with its evidence.

use super::EngagementPayload;
use crate::error::Result;
use crate::graphql::context::{Access, Listed};
use crate::graphql::evidence::NewEvidenceInput;
use crate::graphql::identifier::Outside;
use crate::graphql::relationship::AddRelationshipInput;
use crate::service::engagement::{self, Tie};
use async_graphql::{Context, ID, InputObject, Object};
use domain::identifier::{EngagementId, RelationshipId};

/// A relationship that came of an engagement, with the evidence for it. One of its ends is the party of
/// the engagement or one of its entry points.
#[derive(Debug, InputObject)]
pub struct RecordCommitmentInput {
    /// Which engagement.
    engagement: ID,
    /// The version of the engagement that was read; when it has moved on, nothing is recorded.
    expected_version: i32,
    #[graphql(flatten)]
    relationship: AddRelationshipInput,
}

/// A relationship that is recorded already, and the engagement that it came of.
#[derive(Debug, InputObject)]
pub struct TieCommitmentInput {
    /// Which engagement.
    engagement: ID,
    /// The version of the engagement that was read; when it has moved on, nothing is recorded.
    expected_version: i32,
    /// Which relationship; one of its ends is the party of the engagement or one of its entry points.
    relationship: ID,
    /// Evidence recorded in the same step; a relationship without any needs it.
    evidence: Option<NewEvidenceInput>,
}

/// Recording what came of engagements.
#[derive(Debug, Default)]
pub struct CommitmentMutation;

/// Recording what came of engagements.
#[Object(guard = "Listed")]
impl CommitmentMutation {
    /// Records a relationship, its evidence, and that it came of this engagement, in one step. What is
    /// only proposed does not make an engagement active: somebody confirms it.
    async fn record_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to record.")] input: RecordCommitmentInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let view = ctx.view()?;
        // Who does not see the engagement is not told first who else is hidden.
        engagement::load(&view, id)?;
        let new = input.relationship.parse(&view)?;
        engagement::record_commitment(ctx.op()?, id, input.expected_version, new).await?;
        EngagementPayload::of(ctx, id)
    }

    /// Says that a relationship which is recorded already came of this engagement.
    async fn tie_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What came of what.")] input: TieCommitmentInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let tie = Tie {
            relationship: RelationshipId::read(&input.relationship, "relationship")?,
            evidence: input.evidence.map(NewEvidenceInput::parse).transpose()?,
        };
        engagement::tie_commitment(ctx.op()?, id, input.expected_version, tie).await?;
        EngagementPayload::of(ctx, id)
    }
}
