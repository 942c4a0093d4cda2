//! Credentials: what proves that somebody is an account. Not facts: never in the change log.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// The password of an account; an account without one signs in by link only.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "credential")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// Argon2id with its salt and parameters, as a PHC string.
    pub password_hash: String,
    /// When it was set.
    pub updated_at: DateTime<Utc>,
}

impl std::fmt::Debug for Model {
    /// A hash belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Credential").field("account_id", &self.account_id).finish()
    }
}

/// It is looked up by its account.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
