//! What nobody can use any more is forgotten after a while.

use std::time::Duration;

use chrono::TimeDelta;
use entity::{answer, denial, known_device, refresh_token, session, signin_attempt, signin_link};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
};

use super::{Auth, attempt, device};
use crate::error::Result;
use crate::op::KEPT;
use crate::service::erasure;

/// How often it is done.
const PAUSE: Duration = Duration::from_secs(3600);
/// Sessions that have ended are kept for so long: they say when their account was last here, and
/// tell a token that comes twice.
pub const ENDED: TimeDelta = TimeDelta::days(7);
/// Links that cannot be used any more are kept for so long.
pub const SPENT: TimeDelta = TimeDelta::days(1);
/// Denials of somebody signed in are kept for so long, a year and what its reviews take.
pub const DENIED: TimeDelta = TimeDelta::days(400);
/// Denials of somebody unknown are kept for so long.
pub const DENIED_NOBODY: TimeDelta = TimeDelta::days(30);

impl Auth {
    /// Forgets sessions with their tokens, links, attempts, devices, denials and answers whose time
    /// is over, and finishes what an erasure left.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.app.clock.now();
        let books = self.app.store.bookkeeping().begin().await?;
        let over = Condition::any()
            .add(session::Column::ExpiresAt.lt(now - ENDED))
            .add(session::Column::RevokedAt.lt(now - ENDED));
        let sessions = session::Entity::find().select_only().column(session::Column::Id);
        let sessions = sessions.filter(over.clone()).into_query();
        let tokens = refresh_token::Column::SessionId.in_subquery(sessions);
        books.delete(refresh_token::Entity::delete_many().filter(tokens)).await?;
        books.delete(session::Entity::delete_many().filter(over)).await?;
        let links = signin_link::Column::ExpiresAt.lt(now - SPENT);
        books.delete(signin_link::Entity::delete_many().filter(links)).await?;
        let attempts = signin_attempt::Column::At.lt(now - attempt::WINDOW);
        books.delete(signin_attempt::Entity::delete_many().filter(attempts)).await?;
        let devices = known_device::Column::SeenAt.lt(now - device::MEMORY);
        books.delete(known_device::Entity::delete_many().filter(devices)).await?;
        let denials = Condition::any().add(denial::Column::At.lt(now - DENIED)).add(
            denial::Column::AccountId.is_null().and(denial::Column::At.lt(now - DENIED_NOBODY)),
        );
        books.delete(denial::Entity::delete_many().filter(denials)).await?;
        let answers = answer::Column::At.lt(now - KEPT);
        books.delete(answer::Entity::delete_many().filter(answers)).await?;
        books.commit().await?;
        // An erasure that stumbled waits for nobody to ask again.
        erasure::replay(&self.app).await
    }

    /// Sweeps at the start and every hour, for as long as it is polled.
    pub(super) async fn sweep_hourly(&self) {
        loop {
            if let Err(error) = self.sweep().await {
                tracing::error!(%error, "what has expired could not be swept away");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}
