//! Opening and changing engagements.

use super::{Engagement, OpenEngagementInput, UpdateEngagementInput};
use crate::error::{Error, Result};
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::Outside;
use crate::service::engagement;
use async_graphql::{Context, Object, SimpleObject};
use domain::identifier::EngagementId;

/// The engagement as it is after a step of work on it.
#[derive(Clone, Debug, SimpleObject)]
pub struct EngagementPayload {
    /// The engagement.
    engagement: Engagement,
}

impl EngagementPayload {
    /// The engagement as the viewer sees it now.
    pub fn of(ctx: &Context<'_>, id: EngagementId) -> Result<Self> {
        let engagement = Engagement::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(Self { engagement })
    }
}

/// Opening and changing engagements.
#[derive(Debug, Default)]
pub struct EngagementMutation;

/// Opening and changing engagements.
#[Object(guard = "Listed")]
impl EngagementMutation {
    /// Opens an engagement: at the first stage, or where it already stood.
    async fn open_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to open.")] input: OpenEngagementInput,
    ) -> Result<EngagementPayload> {
        let id = engagement::open(ctx.op()?, input.read()?).await?;
        EngagementPayload::of(ctx, id)
    }

    /// Changes the facts of an engagement; its stage is changed by transitionEngagement alone.
    async fn update_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to change.")] input: UpdateEngagementInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.id, "id")?;
        let expected = input.expected_version;
        engagement::update(ctx.op()?, id, expected, input.read()?).await?;
        EngagementPayload::of(ctx, id)
    }
}
