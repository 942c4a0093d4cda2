//! Denials: what the policy refused to whom.

use chrono::{DateTime, Utc};
use domain::identifier::{AccountId, CommunityId};
use sea_orm::entity::prelude::*;

/// One denial.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "denial")]
pub struct Model {
    /// Its id; sorts by time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none when nobody was signed in.
    pub account_id: Option<AccountId>,
    /// What the policy calls it.
    pub action: String,
    /// The community that maintains what it was tried on; none for the shared registry.
    pub community_id: Option<CommunityId>,
    /// The request that tried it, as its answer and the log name it; none for the command line.
    pub request: Option<String>,
}

/// It stands alone.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
