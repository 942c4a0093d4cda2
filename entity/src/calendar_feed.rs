//! Addresses by which a calendar reads an account's own tasks.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// An address; its secret part is known to its holder only.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    /// SHA-256 of the secret part.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// Whose tasks it shows.
    pub account_id: AccountId,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl std::fmt::Debug for Model {
    /// What recognises a secret belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("CalendarFeed").field("account_id", &self.account_id).finish()
    }
}

/// It is looked up by its digest or by its account.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
