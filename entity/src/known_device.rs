//! Devices that somebody has signed in from: guesses from elsewhere do not lock these out.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// A device that an account was signed in from.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "known_device")]
pub struct Model {
    /// SHA-256 of what its cookie holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// Who signed in.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// When for the first time.
    pub created_at: DateTime<Utc>,
    /// When for the last time.
    pub seen_at: DateTime<Utc>,
}

impl std::fmt::Debug for Model {
    /// What marks a device belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("KnownDevice").field("account_id", &self.account_id).finish()
    }
}

/// It is looked up by what its cookie holds.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
