//! Logins that are known to reach their account: a link that was sent there has come back.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// An account whose login is an address that reaches it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "verified_address")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// Since when.
    pub verified_at: DateTime<Utc>,
}

/// It is looked up by its account.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
