//! Transitions: the moves of an engagement from stage to stage.

use super::account::Account;
use super::context::{Access, Listed};
use super::engagement::EngagementPayload;
use super::identifier::Outside;
use super::scalar::{Instant, TypedDay};
use crate::error::Result;
use crate::service::engagement::{self, Reachable, Step};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::engagement::{DeclinedBy, Missing, Stage};
use domain::identifier::EngagementId;
use entity::engagement::Model as Engagement;
use entity::transition::Model;
use std::sync::Arc;

/// One move of an engagement from stage to stage.
#[derive(Clone, Debug)]
pub struct Transition(Arc<Model>);

impl Transition {
    /// A transition that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }
}

/// One move of an engagement from stage to stage.
#[Object]
impl Transition {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Where it stood before; null where it was opened.
    async fn from(&self) -> Option<Stage> {
        self.0.from_stage
    }

    /// Where it moved to.
    async fn to(&self) -> Stage {
        self.0.to_stage
    }

    /// When.
    async fn at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// Why.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who moved it; null also when you may not see who.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.account_id.and_then(|id| Account::find(&view, id)))
    }
}

/// A stage that may follow the present one.
#[derive(Clone, Debug, SimpleObject)]
pub struct AllowedTransition {
    /// The stage.
    to: Stage,
    /// What is missing before. A note, a reason, an end date and who declined are given with the
    /// move itself, so that they are always told where they are needed.
    missing: Vec<Missing>,
}

impl AllowedTransition {
    /// Every stage that may follow, as the viewer sees it.
    pub fn all(view: &View, row: &Engagement) -> Vec<Self> {
        let allowed = |Reachable { to, missing }| Self { to, missing };
        engagement::reachable(view, row).into_iter().map(allowed).collect()
    }
}

/// A move of an engagement, with what it asks for.
#[derive(Clone, Debug, InputObject)]
pub struct TransitionEngagementInput {
    /// Which engagement.
    id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
    /// Where to.
    to: Stage,
    /// Why; a step back needs it.
    note: Option<String>,
    /// The day it ended; for a renewal, the new end.
    ends_on: Option<TypedDay>,
    /// Why it was declined or ended.
    reason: Option<String>,
    /// Which side said no.
    declined_by: Option<DeclinedBy>,
}

/// Where an engagement may move.
#[derive(Debug, Default)]
pub struct TransitionQuery;

/// Where an engagement may move.
#[Object(guard = "Listed")]
impl TransitionQuery {
    /// The stages that may follow the present one of an engagement, with what is missing for each.
    async fn allowed_transitions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which engagement.")] engagement: ID,
    ) -> Result<Vec<AllowedTransition>> {
        let id = EngagementId::read(&engagement, "engagement")?;
        let view = ctx.view()?;
        let row = engagement::load(&view, id)?;
        Ok(AllowedTransition::all(&view, &row))
    }
}

/// Moving engagements.
#[derive(Debug, Default)]
pub struct TransitionMutation;

/// Moving engagements.
#[Object(guard = "Listed")]
impl TransitionMutation {
    /// Moves an engagement to another stage; the refusal of a move names everything that is missing.
    async fn transition_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which move.")] input: TransitionEngagementInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.id, "id")?;
        let step = Step {
            to: input.to,
            note: input.note.unwrap_or_default(),
            ends_on: input.ends_on.map(String::from).unwrap_or_default(),
            reason: input.reason.unwrap_or_default(),
            declined_by: input.declined_by,
        };
        engagement::transition(ctx.op()?, id, input.expected_version, step).await?;
        EngagementPayload::of(ctx, id)
    }
}
