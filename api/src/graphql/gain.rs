//! Gains: what each side of an engagement has of it.

use super::context::{Access, Listed};
use super::engagement::EngagementPayload;
use super::identifier::Outside;
use crate::error::Result;
use crate::service::gain;
use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object};
use domain::engagement::{GainSide, GainStatus};
use domain::identifier::{EngagementId, GainId};
use entity::gain::Model;
use std::sync::Arc;

/// One thing that a side of an engagement gains.
#[derive(Clone, Debug)]
pub struct Gain(Arc<Model>);

impl Gain {
    /// A gain that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }
}

/// One thing that a side of an engagement gains.
#[Object]
impl Gain {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Who gains.
    async fn side(&self) -> GainSide {
        self.0.side
    }

    /// What.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether it has come true.
    async fn status(&self) -> GainStatus {
        self.0.status
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A new gain.
#[derive(Clone, Debug, InputObject)]
pub struct AddGainInput {
    /// Of which engagement.
    engagement: ID,
    /// The version of the engagement that was read; when it has moved on, nothing is added.
    expected_version: i32,
    /// Who gains.
    side: GainSide,
    /// What.
    text: String,
    /// Whether it has come true.
    #[graphql(default_with = "GainStatus::Promised")]
    status: GainStatus,
}

/// What is to change of a gain. Absent: unchanged.
#[derive(Clone, Debug, InputObject)]
pub struct UpdateGainInput {
    /// Which gain.
    id: ID,
    /// The version of the gain that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// What is gained.
    text: MaybeUndefined<String>,
    /// Whether it has come true.
    status: MaybeUndefined<GainStatus>,
}

/// A gain that was none.
#[derive(Clone, Debug, InputObject)]
pub struct RemoveGainInput {
    /// Which gain.
    id: ID,
    /// The version of the gain that was read; when it has moved on, nothing is removed.
    expected_version: i32,
}

/// Recording what each side gains.
#[derive(Debug, Default)]
pub struct GainMutation;

/// Recording what each side gains.
#[Object(guard = "Listed")]
impl GainMutation {
    /// Adds what a side gains.
    async fn add_gain(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to add.")] input: AddGainInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let draft = gain::GainDraft { side: input.side, text: input.text, status: input.status };
        gain::add(ctx.op()?, id, input.expected_version, draft).await?;
        EngagementPayload::of(ctx, id)
    }

    /// Changes what a side gains, or how far it has come true.
    async fn update_gain(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to change.")] input: UpdateGainInput,
    ) -> Result<EngagementPayload> {
        let id = GainId::read(&input.id, "id")?;
        let patch = gain::Patch { text: input.text.into(), status: input.status.into() };
        let whole = gain::update(ctx.op()?, id, input.expected_version, patch).await?;
        EngagementPayload::of(ctx, whole)
    }

    /// Removes a gain; the history keeps it.
    async fn remove_gain(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to remove.")] input: RemoveGainInput,
    ) -> Result<EngagementPayload> {
        let id = GainId::read(&input.id, "id")?;
        let whole = gain::remove(ctx.op()?, id, input.expected_version).await?;
        EngagementPayload::of(ctx, whole)
    }
}
