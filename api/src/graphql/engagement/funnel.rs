//! How a community's conversations go from stage to stage, and what the calendar suggests for one.

use super::Engagement;
use crate::error::Result;
use crate::graphql::community::Community;
use crate::graphql::context::{Access, Listed};
use crate::graphql::identifier::Outside;
use crate::graphql::page::read_first;
use crate::graphql::scalar::Date;
use crate::service::engagement::{self, Stuck};
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use domain::engagement::{Missing, Stage, StuckReason, SuggestionReason, suggest};
use domain::identifier::CommunityId;
use entity::engagement::Model;

/// A move that the calendar suggests.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct SuggestedMove {
    /// Where to.
    to: Stage,
    /// Why.
    reason: SuggestionReason,
    /// The day that it rests on: that of the end, or since when nothing was heard.
    day: Date,
}

impl SuggestedMove {
    /// What is suggested today.
    pub fn of(ctx: &Context<'_>, row: &Model) -> Result<Option<Self>> {
        let found = suggest(&engagement::contact(&ctx.view()?, row), ctx.op()?.today());
        Ok(found.map(|found| Self { to: found.to, reason: found.reason, day: Date(found.day) }))
    }
}

/// How a community's conversations go from stage to stage. What was made for trying things out is left
/// out.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct EngagementFunnel {
    /// Whose.
    community: Community,
    /// Every stage at which a conversation goes on, in order.
    stages: Vec<FunnelStage>,
    /// How many conversations do not go on.
    stuck_count: usize,
    #[graphql(skip)]
    stuck: Vec<Stuck>,
}

/// What is known of one stage. Those that were recorded as already standing have passed no stage here
/// before that one.
#[derive(Clone, Debug, SimpleObject)]
pub struct FunnelStage {
    /// Which.
    stage: Stage,
    /// How many stand there now.
    here: usize,
    /// How many have ever stood there, as far as it is recorded.
    reached: usize,
    /// Of these, how many came to a later stage afterwards.
    went_on: usize,
    /// Of these, how many were declined or ended without going on.
    lost: usize,
    /// The share that went on, of those that went on or were lost; null when there are none of either.
    conversion: Option<f64>,
    /// The median of the days that finished stays took; null when none has finished whose first day is
    /// known.
    median_days: Option<f64>,
}

/// A conversation that does not go on.
#[derive(Clone, Debug, SimpleObject)]
pub struct StuckEngagement {
    /// Which.
    engagement: Engagement,
    /// How many days it has stood at its stage.
    days: i64,
    /// Why it counts as stuck.
    reasons: Vec<StuckReason>,
    /// What is missing for the next stage.
    missing: Vec<Missing>,
}

#[ComplexObject]
impl EngagementFunnel {
    /// The conversations that do not go on, those that have stood longest first.
    async fn stuck(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<StuckEngagement>> {
        let first = self.stuck.iter().take(read_first(first)?);
        let told = first.map(|stuck| StuckEngagement {
            engagement: Engagement::new(stuck.engagement.clone()),
            days: stuck.days,
            reasons: stuck.reasons.clone(),
            missing: stuck.missing.clone(),
        });
        Ok(told.collect())
    }
}

/// How conversations go.
#[derive(Debug, Default)]
pub struct FunnelQuery;

/// How conversations go.
#[Object(guard = "Listed")]
impl FunnelQuery {
    /// How the conversations of a community that you may see go from stage to stage, as of today.
    async fn engagement_funnel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] community: ID,
    ) -> Result<EngagementFunnel> {
        let id = CommunityId::read(&community, "community")?;
        let funnel = engagement::funnel(&ctx.view()?, id, ctx.op()?.today())?;
        let stages = funnel.stages.iter().map(|row| FunnelStage {
            stage: row.stage,
            here: row.here,
            reached: row.reached,
            went_on: row.went_on,
            lost: row.lost,
            conversion: row.conversion,
            median_days: row.median_days,
        });
        Ok(EngagementFunnel {
            community: Community::new(funnel.community),
            stages: stages.collect(),
            stuck_count: funnel.stuck.len(),
            stuck: funnel.stuck,
        })
    }
}
