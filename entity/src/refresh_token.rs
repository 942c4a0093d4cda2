//! Refresh tokens: each is used once and names its successor to nobody but its holder.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// One token of a session's chain.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_token")]
pub struct Model {
    /// SHA-256 of the token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// The session that it continues.
    pub session_id: Uuid,
    /// When it was given out.
    pub issued_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
    /// The token that took its place, readable only with this token at hand.
    pub successor: Option<Vec<u8>>,
}

impl std::fmt::Debug for Model {
    /// What opens a session belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RefreshToken").field("session_id", &self.session_id).finish()
    }
}

/// It is looked up by its digest.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
