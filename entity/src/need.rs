//! Needs and offers: which service a party looks for or offers.

use crate::record::{Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::capability::ServiceKind;
use domain::identifier::{CommunityId, NeedId, StakeholderId};
use domain::need::{ClosingFacts, NeedFacts, NeedSide, NeedStatus};
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One need or offer.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "need")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented in domain::need")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NeedId,
    pub community_id: CommunityId,
    pub side: NeedSide,
    pub party_id: StakeholderId,
    pub service: ServiceKind,
    pub good_id: Option<StakeholderId>,
    pub country: Option<String>,
    pub language: Option<String>,
    pub until: Option<NaiveDate>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub text: String,
    pub status: NeedStatus,
    pub status_since: NaiveDate,
    pub met_by_id: Option<StakeholderId>,
    pub close_reason: Option<String>,
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
    /// Takes over checked facts; what has become of it stays.
    pub fn set_facts(&mut self, facts: NeedFacts) {
        let NeedFacts { party, service, good, country, language, until, amount, currency, text } =
            facts;
        self.party_id = party;
        self.service = service;
        self.good_id = good;
        self.country = country;
        self.language = language;
        self.until = until;
        self.amount = amount;
        self.currency = currency;
        self.text = text;
    }

    /// Takes over what has become of it, since this day; what was before stays in the log.
    pub fn set_status(&mut self, facts: ClosingFacts, since: NaiveDate) {
        let ClosingFacts { status, met_by, reason } = facts;
        self.status = status;
        self.status_since = since;
        self.met_by_id = met_by;
        self.close_reason = reason;
    }
}

impl Record for Model {
    const NOUN: &'static str = "need";

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

    one_table!(NeedId);
}
