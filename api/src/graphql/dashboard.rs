//! The dashboard: counts of exactly the rows that the viewer sees.

use super::context::{Access, Listed};
use super::identifier::Outside;
use super::relationship::LayerCount;
use super::scalar::TypedDay;
use crate::error::Result;
use crate::service::dashboard::{self, Tally};
use async_graphql::{Context, ID, Object, SimpleObject};
use domain::engagement::Stage;
use domain::identifier::CommunityId;
use domain::stakeholder::StakeholderKind;
use std::sync::Arc;

/// Counts of what you may see; what is archived or retracted is not counted.
#[derive(Clone, Debug)]
pub struct Dashboard(Arc<Tally>);

/// How many stakeholders of one kind.
#[derive(Clone, Debug, SimpleObject)]
pub struct KindCount {
    /// The kind.
    kind: StakeholderKind,
    /// How many.
    count: usize,
}

/// How many engagements at one stage.
#[derive(Clone, Debug, SimpleObject)]
pub struct StageCount {
    /// The stage.
    stage: Stage,
    /// How many.
    count: usize,
}

/// Counts of what you may see; what is archived or retracted is not counted.
#[Object]
impl Dashboard {
    /// How many stakeholders.
    async fn stakeholders(&self) -> usize {
        self.0.stakeholders()
    }

    /// How many relationships.
    async fn relationships(&self) -> usize {
        self.0.relationships()
    }

    /// How many engagements, those declined or ended too.
    async fn engagements(&self) -> usize {
        self.0.engagements()
    }

    /// How many stakeholders of each kind, every kind told.
    async fn by_kind(&self) -> Vec<KindCount> {
        self.0.kinds.iter().map(|&(kind, count)| KindCount { kind, count }).collect()
    }

    /// How many relationships of each layer, every layer told.
    async fn by_layer(&self) -> Vec<LayerCount> {
        self.0.layers.iter().map(|&(layer, count)| LayerCount { layer, count }).collect()
    }

    /// How many engagements at each stage, every stage told.
    async fn by_stage(&self) -> Vec<StageCount> {
        self.0.stages.iter().map(|&(stage, count)| StageCount { stage, count }).collect()
    }

    /// Visible engagements and actions whose due date has passed.
    async fn overdue(&self) -> usize {
        self.0.overdue
    }

    /// Relationships that one independent source supports, or none.
    async fn single_source(&self) -> usize {
        self.0.single_source
    }

    /// Stakeholders of which it is not clear who or what they are.
    async fn unresolved(&self) -> usize {
        self.0.unresolved
    }
}

/// The dashboard.
#[derive(Debug, Default)]
pub struct DashboardQuery;

/// The dashboard.
#[Object(guard = "Listed")]
impl DashboardQuery {
    /// Counts of what you may see: of everything, or of what one community maintains and works on.
    async fn dashboard(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of this community.")] community: Option<ID>,
        #[graphql(
            desc = "Only relationships that count on this day; stakeholders and engagements are counted as they are now."
        )]
        as_of: Option<TypedDay>,
    ) -> Result<Dashboard> {
        let community = CommunityId::read_opt(community.as_ref(), "community")?;
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let op = ctx.op()?;
        dashboard::dashboard(&op.view(), community, as_of, op.today()).map(Dashboard)
    }
}
