//! Attempts to sign in, kept for a quarter of an hour so that guessing can be slowed down.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// One attempt that has not succeeded.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signin_attempt")]
pub struct Model {
    /// Its own.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// SHA-256 of the login that was typed, which may be anything, even a password.
    pub login_digest: Vec<u8>,
    /// Where it came from.
    pub address: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// It is only ever counted.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
