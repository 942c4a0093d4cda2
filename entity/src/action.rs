//! Actions: what somebody should do.

use crate::record::{Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::action::ActionState;
use domain::identifier::{
    AccountId, ActionId, CommunityId, EngagementId, MeetingId, StakeholderId,
};
use domain::interval::DatePoint;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Actions: what somebody should do.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "action")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::action::ActionDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActionId,
    pub community_id: CommunityId,
    pub engagement_id: Option<EngagementId>,
    pub meeting_id: Option<MeetingId>,
    pub group_id: Option<StakeholderId>,
    pub text: String,
    pub state: ActionState,
    pub owner_id: Option<AccountId>,
    pub due_on: Option<NaiveDate>,
    pub recorded_on: Option<DatePoint>,
    pub finds_entry_point: bool,
    pub drop_reason: Option<String>,
    pub practice: bool,
    pub visibility: Visibility,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "action";

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
        Some(Place { community: Some(self.community_id), visibility: self.visibility })
    }
    fn title(&self) -> String {
        self.text.clone()
    }

    one_table!(ActionId);
}
