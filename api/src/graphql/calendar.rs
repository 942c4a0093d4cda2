//! The address under which a calendar reads one's own tasks.

use super::context::{Access, Listed};
use crate::error::Result;
use crate::service::calendar;
use async_graphql::{Context, Object, SimpleObject};

/// The address of a calendar, which is told this once.
#[derive(Clone, Debug, SimpleObject)]
pub struct CreateCalendarFeedPayload {
    /// What follows the name of this site, as in `/calendar/....ics`. Whoever knows it reads your tasks.
    path: String,
}

/// That an address leads nowhere any more.
#[derive(Clone, Debug, SimpleObject)]
pub struct RevokeCalendarFeedPayload {
    /// Always true.
    revoked: bool,
}

/// Making the address of one's calendar, and taking it back.
#[derive(Debug, Default)]
pub struct CalendarMutation;

/// Making the address of one's calendar, and taking it back.
#[Object(guard = "Listed")]
impl CalendarMutation {
    /// Makes an address under which a calendar program reads your own open actions and next steps; an
    /// earlier one leads nowhere from now on. Only for those who signed in.
    async fn create_calendar_feed(&self, ctx: &Context<'_>) -> Result<CreateCalendarFeedPayload> {
        let secret = calendar::create(ctx.op()?).await?;
        Ok(CreateCalendarFeedPayload { path: format!("/calendar/{}.ics", secret.reveal()) })
    }

    /// Takes the address of your calendar back; only for those who signed in.
    async fn revoke_calendar_feed(&self, ctx: &Context<'_>) -> Result<RevokeCalendarFeedPayload> {
        calendar::revoke(ctx.op()?).await?;
        Ok(RevokeCalendarFeedPayload { revoked: true })
    }
}
