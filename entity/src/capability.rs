//! Capabilities: which service somebody can give for a good.

use crate::record::{List, Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::capability::{CapabilityFacts, ServiceKind};
use domain::identifier::{AccountId, CapabilityId, CommunityId, StakeholderId};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One capability. Who verified it may be unknown where it is known that it was: the owner of the
/// instance has no account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "capability")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::capability::CapabilityDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CapabilityId,
    pub provider_id: StakeholderId,
    pub good_id: StakeholderId,
    pub service: ServiceKind,
    pub level: Option<i32>,
    #[sea_orm(column_type = "JsonBinary")]
    pub countries: List<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: List<String>,
    pub expires_on: Option<NaiveDate>,
    pub note: Option<String>,
    pub verified_at: Option<DateTime<Utc>>,
    pub verified_by_id: Option<AccountId>,
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
    /// What is recorded of it.
    pub fn facts(&self) -> CapabilityFacts {
        CapabilityFacts {
            provider: self.provider_id,
            good: self.good_id,
            service: self.service,
            level: self.level,
            countries: self.countries.0.clone(),
            languages: self.languages.0.clone(),
            expires_on: self.expires_on,
            note: self.note.clone(),
        }
    }

    /// Takes over checked facts. A verification was of the facts as they were: it ends with them.
    pub fn set_facts(&mut self, facts: CapabilityFacts) {
        if facts != self.facts() {
            self.verified_at = None;
            self.verified_by_id = None;
        }
        let CapabilityFacts {
            provider,
            good,
            service,
            level,
            countries,
            languages,
            expires_on,
            note,
        } = facts;
        self.provider_id = provider;
        self.good_id = good;
        self.service = service;
        self.level = level;
        self.countries = List(countries);
        self.languages = List(languages);
        self.expires_on = expires_on;
        self.note = note;
    }
}

impl Record for Model {
    const NOUN: &'static str = "capability";

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
        self.service.to_string()
    }

    one_table!(CapabilityId);
}
