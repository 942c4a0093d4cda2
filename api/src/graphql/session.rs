//! One's own sessions.

use super::context::{Access, Listed};
use super::scalar::Instant;
use crate::error::Result;
use crate::op::Proof;
use crate::service::session;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::identifier::Noun;
use entity::session::Model;
use uuid::Uuid;

/// One's being signed in, in one browser or program.
#[derive(Clone, Debug)]
pub struct Session {
    row: Model,
    current: Uuid,
}

impl Session {
    /// One's own sessions, the one used last first.
    pub async fn list(ctx: &Context<'_>) -> Result<Vec<Self>> {
        let op = ctx.op()?;
        // A token learns nothing of sessions.
        let Proof::Session(current) = op.proof() else { return Ok(Vec::new()) };
        let rows = session::list(op).await?;
        Ok(rows.into_iter().map(|row| Self { row, current }).collect())
    }
}

/// One's being signed in, in one browser or program.
#[Object]
impl Session {
    /// Its id, to end it by.
    async fn id(&self) -> ID {
        ID(Noun::Session.format(self.row.id))
    }

    /// Since when.
    async fn created_at(&self) -> Instant {
        Instant(self.row.created_at)
    }

    /// When it was last renewed.
    async fn seen_at(&self) -> Instant {
        Instant(self.row.seen_at)
    }

    /// Whether it is the one that asks.
    async fn current(&self) -> bool {
        self.row.id == self.current
    }

    /// What the browser called itself at the start; null when it said nothing.
    async fn user_agent(&self) -> Option<&str> {
        self.row.agent.as_deref()
    }
}

/// Which session to end.
#[derive(Clone, Debug, InputObject)]
pub struct EndSessionInput {
    /// Its id.
    id: ID,
}

/// How many sessions have ended.
#[derive(Clone, Debug, SimpleObject)]
pub struct EndSessionPayload {
    /// How many.
    ended: i32,
}

/// Ending one's own sessions.
#[derive(Debug, Default)]
pub struct SessionMutation;

/// Ending one's own sessions.
#[Object(guard = "Listed")]
impl SessionMutation {
    /// Ends one of your own sessions: whoever holds its tokens is signed out.
    async fn end_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: EndSessionInput,
    ) -> Result<EndSessionPayload> {
        let id = Noun::Session.parse_id(&input.id, "id")?;
        session::end(ctx.op()?, id).await?;
        Ok(EndSessionPayload { ended: 1 })
    }

    /// Ends all of your own sessions, this one too: you are signed out everywhere.
    async fn end_all_sessions(&self, ctx: &Context<'_>) -> Result<EndSessionPayload> {
        let ended = session::end_all(ctx.op()?).await?;
        Ok(EndSessionPayload { ended: i32::try_from(ended).unwrap_or(i32::MAX) })
    }
}
