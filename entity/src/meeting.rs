//! Meetings: who sat together, what was noted and decided.

use crate::record::{List, Record, one_table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::identifier::{CommunityId, MeetingId, SourceId, StakeholderId};
use domain::meeting::{Attendee, Decision, MeetingFacts};
use domain::mention;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// One meeting. Its notes hold ids where they mention somebody, and `mentions` has those ids, so that
/// whoever is mentioned is found without reading notes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "meeting")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on domain::meeting::MeetingDraft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MeetingId,
    pub community_id: CommunityId,
    pub group_id: Option<StakeholderId>,
    pub title: String,
    pub held_on: NaiveDate,
    pub location: Option<String>,
    pub link: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub attendees: List<Attendee>,
    pub agenda: Option<String>,
    pub notes: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub mentions: List<StakeholderId>,
    #[sea_orm(column_type = "JsonBinary")]
    pub decisions: List<Decision>,
    pub source_id: Option<SourceId>,
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
    /// Takes over checked facts.
    pub fn set_facts(&mut self, facts: MeetingFacts) {
        let MeetingFacts { title, held_on, location, link, attendees, agenda, notes, decisions } =
            facts;
        self.title = title;
        self.held_on = held_on;
        self.location = location;
        self.link = link;
        self.attendees = List(attendees);
        self.agenda = agenda;
        self.notes = notes;
        self.decisions = List(decisions);
        self.find_mentions();
    }

    /// Brings `mentions` in step with the texts.
    pub fn find_mentions(&mut self) {
        self.mentions = List(mentioned(self.agenda.as_deref(), self.notes.as_deref()));
    }

    /// Whether it names a stakeholder anywhere.
    pub fn names(&self, id: StakeholderId) -> bool {
        self.group_id == Some(id)
            || self.mentions.0.contains(&id)
            || self.attendees.0.iter().any(|row| row.stakeholder_id == Some(id))
            || self.decisions.0.iter().any(|row| row.decided_by_id == Some(id))
    }
}

/// Whom these texts name, each once, in order of id.
fn mentioned(agenda: Option<&str>, notes: Option<&str>) -> Vec<StakeholderId> {
    let texts = [agenda, notes].into_iter().flatten();
    let mut ids: Vec<_> = texts.flat_map(mention::named).collect();
    ids.sort();
    ids.dedup();
    ids
}

impl Record for Model {
    const NOUN: &'static str = "meeting";

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
        self.title.clone()
    }

    one_table!(MeetingId);
}
