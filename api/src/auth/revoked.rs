//! The sessions that were ended before their access tokens run out, held in memory so that every
//! request can ask.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use chrono::{DateTime, Utc};
use entity::session::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::token::LIFETIME;
use crate::error::Result;
use crate::store::Store;

/// Ended sessions with the time of their end.
#[derive(Debug, Default)]
pub struct Revoked(RwLock<HashMap<Uuid, DateTime<Utc>>>);

impl Revoked {
    /// Whether tokens of this session are worth nothing.
    pub fn contains(&self, session: Uuid) -> bool {
        self.read().contains_key(&session)
    }

    /// Ends a session for this process at once; the database has it already.
    pub(super) fn add(&self, session: Uuid, at: DateTime<Utc>) {
        self.write().insert(session, at);
    }

    /// Takes what the database knows, and forgets what no living token can name any more.
    pub async fn catch_up(&self, store: &Store, now: DateTime<Utc>) -> Result<()> {
        let since = now - LIFETIME * 2;
        let recent = Entity::find().filter(Column::RevokedAt.gte(since));
        let recent = recent.all(store.follower()).await?;
        let mut known = self.write();
        known.retain(|_, at| *at >= since);
        known.extend(recent.iter().filter_map(|row| Some((row.id, row.revoked_at?))));
        Ok(())
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<Uuid, DateTime<Utc>>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<Uuid, DateTime<Utc>>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
