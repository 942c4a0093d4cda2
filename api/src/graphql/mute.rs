//! What one does not want to be told of.

use super::context::{Access, Listed};
use super::identifier::{Outside, read_stakeholder_opt};
use super::scalar::Instant;
use super::stakeholder::Stakeholder;
use crate::error::Result;
use crate::service::mute;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::attention::AttentionRule;
use domain::identifier::MuteId;
use entity::mute::Model;

/// Something that you do not want to be told of. It hides nothing from anybody else.
#[derive(Clone, Debug)]
pub struct Mute(Model);

impl Mute {
    /// One's own, the first first.
    pub(super) async fn own(ctx: &Context<'_>) -> Result<Vec<Self>> {
        Ok(mute::list(ctx.op()?).await?.into_iter().map(Self).collect())
    }
}

/// Something that you do not want to be told of. It hides nothing from anybody else.
#[Object]
impl Mute {
    /// Its id, to unmute by.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// By this rule; null is by any.
    async fn rule(&self) -> Option<AttentionRule> {
        self.0.rule
    }

    /// About this partner; null is about anybody.
    async fn party(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        self.0.party_id.map(|id| Stakeholder::load(&view, id)).transpose()
    }

    /// Since when.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }
}

/// What you do not want to be told of: a rule, a partner, or that rule about that partner.
#[derive(Clone, Debug, InputObject)]
pub struct MuteInput {
    /// By this rule; absent is by any.
    rule: Option<AttentionRule>,
    /// About this partner; absent is about anybody.
    party: Option<ID>,
}

/// What was muted.
#[derive(Clone, Debug, SimpleObject)]
pub struct MutePayload {
    /// The mute; the one that was there, when there was one.
    mute: Mute,
}

/// Which mute goes.
#[derive(Clone, Debug, InputObject)]
pub struct UnmuteInput {
    /// Its id.
    id: ID,
}

/// The mute that is gone.
#[derive(Clone, Debug, SimpleObject)]
pub struct UnmutePayload {
    /// Its id.
    removed_id: ID,
}

/// Muting and unmuting.
#[derive(Debug, Default)]
pub struct MuteMutation;

/// Muting and unmuting.
#[Object(guard = "Listed")]
impl MuteMutation {
    /// Leaves a rule, a partner or both together out of your notices and digests; only for those who
    /// signed in.
    async fn mute(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to mute.")] input: MuteInput,
    ) -> Result<MutePayload> {
        let party = read_stakeholder_opt(input.party.as_ref(), "party")?;
        let row = mute::add(ctx.op()?, input.rule, party).await?;
        Ok(MutePayload { mute: Mute(row) })
    }

    /// Tells you again of what you had muted; only for those who signed in.
    async fn unmute(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which mute.")] input: UnmuteInput,
    ) -> Result<UnmutePayload> {
        mute::remove(ctx.op()?, MuteId::read(&input.id, "id")?).await?;
        Ok(UnmutePayload { removed_id: input.id })
    }
}
