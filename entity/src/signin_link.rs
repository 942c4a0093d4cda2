//! One-time links: to sign in, to accept an invitation, to choose another password, to confirm an
//! address.

use chrono::{DateTime, Utc};
use domain::account::LinkPurpose;
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// A link that does one thing for one account, once.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signin_link")]
pub struct Model {
    /// SHA-256 of the token in the link.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// For whom.
    pub account_id: AccountId,
    /// What for.
    pub purpose: LinkPurpose,
    /// Whether it went to the account's address, so that using it shows who reads there.
    pub mailed: bool,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for Model {
    /// What signs somebody in belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SigninLink").field("account_id", &self.account_id).finish()
    }
}

/// It is looked up by its digest.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
