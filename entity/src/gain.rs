//! Gains: what a side of an engagement has of it.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::engagement::{GainSide, GainStatus};
use domain::identifier::{EngagementId, GainId};
use domain::policy::Place;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Gains: what a side of an engagement has of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "gain")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "a gain is seen with its engagement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GainId,
    pub engagement_id: EngagementId,
    pub side: GainSide,
    pub text: String,
    pub status: GainStatus,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "gain";

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
        None
    }
    fn title(&self) -> String {
        self.text.clone()
    }

    one_table!(GainId);
}
