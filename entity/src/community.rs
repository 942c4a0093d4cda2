//! Communities: the tenants.

use crate::record::{List, Record, one_table};
use chrono::{DateTime, Utc};
use domain::identifier::{CommunityId, StakeholderId};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Communities: the tenants.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "community")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::community::CommunityDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommunityId,
    pub name: String,
    pub slug: String,
    pub global_good_id: Option<StakeholderId>,
    /// How a new partner is made at home here; a record of before this was kept has no steps.
    #[sea_orm(column_type = "JsonBinary")]
    #[serde(default)]
    pub onboarding_steps: List<String>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "community";

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
        Some(Place { community: None, visibility: Visibility::Public })
    }
    fn title(&self) -> String {
        self.name.clone()
    }

    one_table!(CommunityId);
}
