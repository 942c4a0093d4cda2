//! Interactions: the contacts logged within an engagement.

mod reading;

use super::account::Account;
use super::context::{Access, Listed};
use super::engagement::EngagementPayload;
use super::identifier::Outside;
use super::scalar::{Date, TypedDay};
use crate::error::Result;
use crate::service::interaction::{self, NextStep};
use async_graphql::{Context, ID, InputObject, Object};
use domain::engagement::{Channel, Direction, InteractionDraft};
use domain::identifier::EngagementId;
use entity::interaction::Model;
use std::sync::Arc;

pub use reading::InteractionQuery;

/// One logged contact within an engagement.
#[derive(Clone, Debug)]
pub struct Interaction(Arc<Model>);

impl Interaction {
    /// An interaction that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }
}

/// One logged contact within an engagement.
#[Object]
impl Interaction {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// The day it took place.
    async fn happened_on(&self) -> Date {
        Date(self.0.happened_on)
    }

    /// How it took place.
    async fn channel(&self) -> Channel {
        self.0.channel
    }

    /// Which way it went.
    async fn direction(&self) -> Direction {
        self.0.direction
    }

    /// What was said, in one line.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// Who logged it; null also when you may not see who.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.account_id.and_then(|id| Account::find(&view, id)))
    }

    /// How often it was changed.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A contact to log, and what follows from it.
#[derive(Clone, Debug, InputObject)]
pub struct LogInteractionInput {
    /// Within which engagement.
    engagement: ID,
    /// The day it took place.
    happened_on: TypedDay,
    /// How it took place.
    channel: Channel,
    /// Which way it went.
    direction: Direction,
    /// What was said, in one line.
    note: String,
    /// What to do next; without it, the engagement's next step stays.
    next_step: Option<String>,
    /// By when; alone, it moves the day of the present next step.
    next_step_due: Option<TypedDay>,
    /// The version of the engagement that you have read; needed with a next step, which takes the
    /// place of the one you have read.
    expected_version: Option<i32>,
}

/// Logging contacts.
#[derive(Debug, Default)]
pub struct InteractionMutation;

/// Logging contacts.
#[Object(guard = "Listed")]
impl InteractionMutation {
    /// Logs a contact, and the step that follows from it.
    async fn log_interaction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to log.")] input: LogInteractionInput,
    ) -> Result<EngagementPayload> {
        let id = EngagementId::read(&input.engagement, "engagement")?;
        let draft = InteractionDraft {
            happened_on: input.happened_on.into(),
            channel: input.channel,
            direction: input.direction,
            note: input.note,
        };
        let due = input.next_step_due.map(String::from);
        let next =
            NextStep { text: input.next_step, due, expected_version: input.expected_version };
        interaction::log(ctx.op()?, id, draft, next).await?;
        EngagementPayload::of(ctx, id)
    }
}
