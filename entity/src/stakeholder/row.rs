//! The common row of a stakeholder.

use crate::record::List;
use chrono::{DateTime, Utc};
use domain::identifier::{CommunityId, StakeholderId};
use domain::stakeholder::{StakeholderKind, Visibility};
use sea_orm::entity::prelude::*;

/// What every kind has. A person's slug is not here but in `person`, with the name.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stakeholder")]
#[expect(
    missing_docs,
    reason = "the fields are documented on domain::stakeholder::StakeholderFacts"
)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StakeholderId,
    pub kind: StakeholderKind,
    pub slug: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub aliases: List<String>,
    pub acronym: Option<String>,
    pub country: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub countries: List<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: List<String>,
    pub website: Option<String>,
    pub unresolved: Option<String>,
    pub practice: bool,
    pub community_id: Option<CommunityId>,
    pub visibility: Visibility,
    pub archived_at: Option<DateTime<Utc>>,
    pub erased_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Parts are loaded by their own queries.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
