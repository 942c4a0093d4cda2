//! What a request with a key was answered, so that sending it again does nothing twice.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// One answer.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answer")]
pub struct Model {
    /// Who asked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// SHA-256 of the key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: Vec<u8>,
    /// SHA-256 of the document, the operation's name and the variables, and of the rights with which
    /// they were sent.
    pub request: Vec<u8>,
    /// The answer as JSON; none when an erasure took it away.
    #[sea_orm(column_type = "Text", nullable)]
    pub body: Option<String>,
    /// When it was given.
    pub at: DateTime<Utc>,
}

impl std::fmt::Debug for Model {
    /// An answer may hold what belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Answer").field("account_id", &self.account_id).finish()
    }
}

/// It is looked up by its key.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
