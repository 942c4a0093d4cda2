//! Memberships: the role of an account in a community.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::community::Role;
use domain::identifier::{AccountId, CommunityId, MembershipId};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Memberships: the role of an account in a community.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "membership")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "an account has at most one membership in a community")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MembershipId,
    pub account_id: AccountId,
    pub community_id: CommunityId,
    pub role: Role,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "membership";

    fn uuid(&self) -> Uuid {
        self.id.0
    }
    fn version(&self) -> i32 {
        self.version
    }
    fn set_version(&mut self, version: i32) {
        self.version = version;
    }
    fn place(&self) -> Option<Place> {
        Some(Place { community: Some(self.community_id), visibility: Visibility::Community })
    }
    fn title(&self) -> String {
        self.role.to_string()
    }

    one_table!(MembershipId);
}
