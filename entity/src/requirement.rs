//! Requirements: what users of an implementation ask for.

use crate::record::{Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::identifier::{CommunityId, RequirementId, StakeholderId};
use domain::policy::Place;
use domain::requirement::{Disposition, DispositionFacts};
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "requirement")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented in domain::requirement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequirementId,
    pub implementation_id: StakeholderId,
    pub text: String,
    pub disposition: Disposition,
    pub decided_by_id: Option<StakeholderId>,
    pub decided_on: Option<NaiveDate>,
    pub note: Option<String>,
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

impl Model {
    /// Takes over a checked decision; the one before stays in the log.
    pub fn set_disposition(&mut self, facts: DispositionFacts) {
        let DispositionFacts { disposition, decided_by, decided_on, note } = facts;
        self.disposition = disposition;
        self.decided_by_id = decided_by;
        self.decided_on = decided_on;
        self.note = note;
    }
}

impl Record for Model {
    const NOUN: &'static str = "requirement";

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
        self.text.clone()
    }

    one_table!(RequirementId);
}
