//! API tokens: secrets by which programs work for an account.

use chrono::{DateTime, Utc};
use domain::api_token::TokenScope;
use domain::identifier::{AccountId, ApiTokenId, CommunityId};
use sea_orm::entity::prelude::*;

/// A token; its secret is known to its holder only.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    /// Its own.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiTokenId,
    /// Whom it works for.
    pub account_id: AccountId,
    /// What it is for, in their words.
    pub name: String,
    /// How its secret begins, by which its holder knows it again.
    pub prefix: String,
    /// SHA-256 of its written form.
    pub digest: Vec<u8>,
    /// How much it may do.
    pub scope: TokenScope,
    /// The one community that it works in.
    pub community_id: Option<CommunityId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl std::fmt::Debug for Model {
    /// What recognises a secret belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ApiToken").field("id", &self.id).finish()
    }
}

/// It is looked up by its digest or by its account.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
