//! Interactions: logged contacts within an engagement.

use crate::record::{Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::engagement::{Channel, Direction};
use domain::identifier::{AccountId, EngagementId, InteractionId};
use domain::policy::Place;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Interactions: logged contacts within an engagement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "interaction")]
#[serde(rename_all = "camelCase")]
#[expect(
    missing_docs,
    reason = "the fields are documented on domain::engagement::InteractionDraft"
)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InteractionId,
    pub engagement_id: EngagementId,
    pub happened_on: NaiveDate,
    pub channel: Channel,
    pub direction: Direction,
    pub note: String,
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
    const NOUN: &'static str = "interaction";

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
        self.note.clone()
    }

    one_table!(InteractionId);
}
