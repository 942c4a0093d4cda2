//! Relationships: what joins two stakeholders.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::identifier::{CommunityId, RelationshipId, StakeholderId};
use domain::interval::{DatePoint, Interval};
use domain::policy::Place;
use domain::relationship::{
    Extra, FundingForm, FundingPurpose, RelationshipFacts, RelationshipKind, RelationshipState,
};
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One relationship.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "relationship")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented in domain::relationship")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RelationshipId,
    pub kind: RelationshipKind,
    pub source_id: StakeholderId,
    pub target_id: StakeholderId,
    pub valid_from: Option<DatePoint>,
    pub valid_to: Option<DatePoint>,
    pub state: RelationshipState,
    pub strength: Option<i32>,
    pub note: Option<String>,
    pub role: Option<String>,
    pub topic: Option<String>,
    pub constituency: Option<String>,
    pub voting: Option<bool>,
    pub cadence: Option<String>,
    pub last_heard: Option<DatePoint>,
    pub blocked_by_id: Option<StakeholderId>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub share_min: Option<i32>,
    pub share_max: Option<i32>,
    pub purpose: Option<FundingPurpose>,
    pub form: Option<FundingForm>,
    pub via_id: Option<StakeholderId>,
    pub consent: Option<bool>,
    pub practice: bool,
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
    /// When it holds.
    pub fn valid(&self) -> Interval {
        Interval { from: self.valid_from, to: self.valid_to }
    }

    /// Takes over checked facts; what they do not speak of stays.
    pub fn set_facts(&mut self, facts: RelationshipFacts) {
        let RelationshipFacts { kind, source, target, valid, state, strength, note, extra } = facts;
        self.kind = kind;
        self.source_id = source;
        self.target_id = target;
        self.valid_from = valid.from;
        self.valid_to = valid.to;
        self.state = state;
        self.strength = strength;
        self.note = note;
        self.set_extra(extra);
    }

    fn set_extra(&mut self, extra: Extra) {
        let Extra {
            role,
            topic,
            constituency,
            voting,
            cadence,
            last_heard,
            blocked_by,
            amount,
            currency,
            share_min,
            share_max,
            purpose,
            form,
            via,
            consent,
        } = extra;
        self.role = role;
        self.topic = topic;
        self.constituency = constituency;
        self.voting = voting;
        self.cadence = cadence;
        self.last_heard = last_heard;
        self.blocked_by_id = blocked_by;
        self.amount = amount;
        self.currency = currency;
        self.share_min = share_min;
        self.share_max = share_max;
        self.purpose = purpose;
        self.form = form;
        self.via_id = via;
        self.consent = consent;
    }
}

impl Record for Model {
    const NOUN: &'static str = "relationship";

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
        self.kind.to_string()
    }

    one_table!(RelationshipId);
}
