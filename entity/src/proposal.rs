//! Proposals: what notes and others propose, before and after somebody has decided.

use crate::record::{List, Record, one_table};
use chrono::{DateTime, Utc};
use domain::identifier::{AccountId, CommunityId, MeetingId, ProposalId, StakeholderId};
use domain::notes::ProposalKind;
use domain::policy::Place;
use domain::proposal::{ProposalDraft, ProposalOrigin, ProposalState};
use domain::stakeholder::Visibility;
use sea_orm::entity::prelude::*;
use sea_orm::{FromJsonQueryResult, IntoActiveModel};

/// One proposal. `quote` is the sentence, with ids where it mentions somebody; of equal sentences of
/// one meeting that propose several things of one kind, `ordinal` tells which it is.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "proposal")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::proposal::ProposalDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProposalId,
    pub community_id: CommunityId,
    pub kind: ProposalKind,
    pub state: ProposalState,
    pub origin: ProposalOrigin,
    pub meeting_id: Option<MeetingId>,
    pub quote: String,
    pub ordinal: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub draft: Draft,
    #[sea_orm(column_type = "JsonBinary")]
    pub named: List<StakeholderId>,
    pub result_noun: Option<String>,
    pub result_id: Option<Uuid>,
    pub reason: Option<String>,
    pub decided_by_id: Option<AccountId>,
    pub decided_at: Option<DateTime<Utc>>,
    pub visibility: Visibility,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// What is proposed, as one JSON value.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, FromJsonQueryResult, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Draft(pub ProposalDraft);

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Record for Model {
    const NOUN: &'static str = "proposal";

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
        self.quote.clone()
    }

    one_table!(ProposalId);
}
