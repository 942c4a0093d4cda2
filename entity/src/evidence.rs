//! Evidence: one place in one source that supports or disputes something.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::evidence::Stance;
use domain::identifier::{CommunityId, EvidenceId, SourceId, StakeholderId};
use domain::interval::DatePoint;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Evidence: one place in one source that supports or disputes something.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "evidence")]
#[serde(rename_all = "camelCase")]
#[expect(
    missing_docs,
    reason = "the fields are documented on domain::evidence::EvidenceDraft; subject_noun and subject_id name the record it is about"
)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvidenceId,
    pub subject_noun: String,
    pub subject_id: Uuid,
    pub source_id: SourceId,
    pub stance: Stance,
    pub locator: Option<String>,
    pub note: Option<String>,
    pub asserted_on: Option<DatePoint>,
    pub asserter_id: Option<StakeholderId>,
    pub inferred: bool,
    pub community_id: Option<CommunityId>,
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
    const NOUN: &'static str = "evidence";

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
        Some(Place { community: self.community_id, visibility: self.visibility })
    }
    fn title(&self) -> String {
        self.locator.clone().or_else(|| self.note.clone()).unwrap_or_default()
    }

    one_table!(EvidenceId);
}
