//! Sessions: one sign-in on one device, from its start until it ends.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// A sign-in. Every access token names its session, and is worth nothing once that is revoked.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// As in the access token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who signed in.
    pub account_id: AccountId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last refreshed.
    pub seen_at: DateTime<Utc>,
    /// When it ends if it is not refreshed.
    pub expires_at: DateTime<Utc>,
    /// What the browser called itself at the start, for its owner to know it by.
    pub agent: Option<String>,
    /// When it was ended by hand, or because one of its tokens was used twice.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Its refresh tokens are looked up by their digests.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
