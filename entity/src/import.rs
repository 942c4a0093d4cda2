//! Imports: many rows brought in as one step, undone as one step.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::identifier::{AccountId, CommunityId, ImportId};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Imports: many rows brought in as one step, undone as one step.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "import")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the counts are of rows of the sheet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub community_id: CommunityId,
    pub account_id: Option<AccountId>,
    pub file_name: Option<String>,
    pub created: i32,
    pub matched: i32,
    pub rejected: i32,
    pub undone_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "import";

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
        self.file_name.clone().unwrap_or_default()
    }

    one_table!(ImportId);
}
