//! Engagements: where the conversation with one party about one objective stands.

use crate::record::{List, Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::engagement::{
    DecisionFacts, DeclinedBy, EngagementFacts, Objective, OnboardingStep, ReviewOutcome, Stage,
};
use domain::identifier::{
    AccountId, CommunityId, EngagementId, NeedId, RelationshipId, StakeholderId,
};
use domain::interval::DatePoint;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One engagement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "engagement")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented in domain::engagement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EngagementId,
    pub community_id: CommunityId,
    pub party_id: StakeholderId,
    pub objective: Objective,
    pub stage: Stage,
    pub stage_since: NaiveDate,
    pub before_dormant: Option<Stage>,
    pub why: String,
    pub owner_id: Option<AccountId>,
    #[sea_orm(column_type = "JsonBinary")]
    pub entry_points: List<StakeholderId>,
    pub next_step: Option<String>,
    pub next_step_due: Option<NaiveDate>,
    pub influence: Option<i32>,
    pub interest: Option<i32>,
    pub impact: Option<i32>,
    pub cadence_days: Option<i32>,
    pub proposal_url: Option<String>,
    pub proposal_file: Option<String>,
    pub proposal_text: Option<String>,
    pub deciding_group_id: Option<StakeholderId>,
    #[serde(default)]
    pub no_deciding_group: bool,
    pub decision_outcome: Option<ReviewOutcome>,
    pub decided_by_id: Option<StakeholderId>,
    pub decided_on: Option<NaiveDate>,
    pub decision_note: Option<String>,
    pub decision_source: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    #[serde(default)]
    pub commitments: List<RelationshipId>,
    pub onboarding_since: Option<NaiveDate>,
    #[sea_orm(column_type = "JsonBinary")]
    #[serde(default)]
    pub onboarding: List<OnboardingStep>,
    pub standing_since: Option<DatePoint>,
    pub standing_source: Option<String>,
    pub ends_on: Option<NaiveDate>,
    pub close_reason: Option<String>,
    pub declined_by: Option<DeclinedBy>,
    pub reopens_id: Option<EngagementId>,
    pub need_id: Option<NeedId>,
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

impl Model {
    /// Takes over checked facts; the stage and what follows from moves stay.
    pub fn set_facts(&mut self, facts: EngagementFacts) {
        let EngagementFacts {
            why,
            owner,
            entry_points,
            next_step,
            next_step_due,
            influence,
            interest,
            impact,
            cadence_days,
            proposal_url,
            proposal_file,
            proposal_text,
            deciding_group,
            no_deciding_group,
        } = facts;
        self.why = why.unwrap_or_default();
        self.owner_id = owner;
        self.entry_points = List(entry_points);
        self.next_step = next_step;
        self.next_step_due = next_step_due;
        self.influence = influence;
        self.interest = interest;
        self.impact = impact;
        self.cadence_days = cadence_days;
        self.proposal_url = proposal_url;
        self.proposal_file = proposal_file;
        self.proposal_text = proposal_text;
        self.deciding_group_id = deciding_group;
        self.no_deciding_group = no_deciding_group;
    }

    /// Takes over a checked decision; the one before stays in the log.
    pub fn set_decision(&mut self, facts: DecisionFacts) {
        let DecisionFacts { outcome, by, on, note, source } = facts;
        self.decision_outcome = Some(outcome);
        self.decided_by_id = by;
        self.decided_on = Some(on);
        self.decision_note = note;
        self.decision_source = source;
    }

    /// Whether those who decide have said yes.
    pub fn is_approved(&self) -> bool {
        self.decision_outcome.is_some_and(ReviewOutcome::is_in_favour)
    }

    /// Whether a proposal is recorded in any form.
    pub fn has_proposal(&self) -> bool {
        self.proposal_url.is_some() || self.proposal_file.is_some() || self.proposal_text.is_some()
    }
}

impl Record for Model {
    const NOUN: &'static str = "engagement";

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
        self.objective.to_string()
    }

    one_table!(EngagementId);
}
