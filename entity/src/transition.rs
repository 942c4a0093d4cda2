//! Transitions: the moves of an engagement from stage to stage.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::engagement::Stage;
use domain::identifier::{AccountId, EngagementId, TransitionId};
use domain::policy::Place;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Transitions: the moves of an engagement from stage to stage.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "transition")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "from_stage is absent where the engagement was opened")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TransitionId,
    pub engagement_id: EngagementId,
    pub from_stage: Option<Stage>,
    pub to_stage: Stage,
    pub note: Option<String>,
    pub account_id: Option<AccountId>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "transition";

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
        self.to_stage.to_string()
    }

    one_table!(TransitionId);
}
