//! Completeness: what is recorded of each record and what is not, by what its viewer sees, and the
//! list of what is not known as a queue of work.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::completeness::{Completeness, Question, RecordFact, RecordKind};
use domain::identifier::{CommunityId, Noun, StakeholderId};
use domain::text::Locale;
use domain::vocabulary::Word;
use entity::stakeholder::Stakeholder;
use entity::{capability, engagement, relationship};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

mod known;
pub use known::{form, judge};

/// A record of which something is asked.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A stakeholder of any kind.
    Stakeholder(Arc<Stakeholder>),
    /// A relationship.
    Relationship(Arc<relationship::Model>),
    /// A capability.
    Capability(Arc<capability::Model>),
    /// An engagement.
    Engagement(Arc<engagement::Model>),
}

/// Which records to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only records of one of these kinds.
    pub kinds: Option<Vec<RecordKind>>,
    /// Only records that lack one of these facts.
    pub facts: Option<Vec<RecordFact>>,
    /// Only what this community maintains or works on.
    pub community: Option<CommunityId>,
}

/// A record of which something is not known.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// The record.
    pub subject: Subject,
    /// What is asked of it, and what of that is missing.
    pub completeness: Completeness,
    /// The questions that rest on what is missing.
    pub questions: Vec<Question>,
}

impl Subject {
    /// What kind of record it is.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Stakeholder(row) => row.kind.into(),
            Self::Relationship(_) => RecordKind::Relationship,
            Self::Capability(_) => RecordKind::Capability,
            Self::Engagement(_) => RecordKind::Engagement,
        }
    }

    /// Its noun and its id.
    pub fn identity(&self) -> (Noun, Uuid) {
        match self {
            Self::Stakeholder(row) => (Noun::Stakeholder(row.kind), row.id.0),
            Self::Relationship(row) => (Noun::Relationship, row.id.0),
            Self::Capability(row) => (Noun::Capability, row.id.0),
            Self::Engagement(row) => (Noun::Engagement, row.id.0),
        }
    }

    /// What it is called, so that a line of the list can be read on its own.
    pub fn title(&self, view: &View, locale: Locale) -> String {
        let name = |id| view.stakeholder(id).map_or("", |row| row.name(locale)).to_owned();
        let tongue = locale.tongue();
        match self {
            Self::Stakeholder(row) => row.name(locale).to_owned(),
            Self::Relationship(row) => {
                let (source, target) = (name(row.source_id), name(row.target_id));
                format!("{source} {} {target}", row.kind.label(tongue))
            }
            Self::Capability(row) => {
                let (provider, good) = (name(row.provider_id), name(row.good_id));
                format!("{provider} → {good} ({})", row.service.label(tongue))
            }
            Self::Engagement(row) => {
                let community = view.community(row.community_id);
                let community = community.map_or("", |row| row.name.as_str());
                let (party, objective) = (name(row.party_id), row.objective.label(tongue));
                format!("{community} – {party} ({objective})")
            }
        }
    }

    /// The parties that it is about, the first of which it is sorted by.
    fn parties(&self) -> Vec<StakeholderId> {
        match self {
            Self::Stakeholder(row) => vec![row.id],
            Self::Relationship(row) => vec![row.source_id, row.target_id],
            Self::Capability(row) => vec![row.provider_id, row.good_id],
            Self::Engagement(row) => vec![row.party_id],
        }
    }

    fn community(&self) -> Option<CommunityId> {
        match self {
            Self::Stakeholder(row) => row.community_id,
            Self::Relationship(row) => row.community_id,
            Self::Capability(row) => row.community_id,
            Self::Engagement(row) => Some(row.community_id),
        }
    }
}

/// The records of which something is not known, in the order of [`Completeness::rank`], then by name.
pub fn unknowns(view: &View, filter: &Filter, day: NaiveDate) -> Result<Vec<Unknown>> {
    if filter.community.is_some_and(|id| view.community(id).is_none()) {
        return Err(Error::NotFound);
    }
    let hanging = hanging(view);
    let admits = |subject: &Subject| {
        filter.kinds.as_ref().is_none_or(|kinds| kinds.contains(&subject.kind()))
            && (filter.community.is_none() || subject.community() == filter.community)
    };
    let told = |subject: Subject| {
        let completeness = judge(view, &subject, day);
        let questions = completeness.open();
        Unknown { subject, completeness, questions }
    };
    let lacks = |row: &Unknown| {
        let mut missing = row.completeness.missing.iter().map(|asked| asked.fact);
        match &filter.facts {
            None => missing.next().is_some(),
            Some(facts) => missing.any(|fact| facts.contains(&fact)),
        }
    };
    let mut rows: Vec<_> = present(view).filter(admits).map(told).filter(lacks).collect();
    rows.sort_by_cached_key(|row| {
        let parties = row.subject.parties();
        let many = parties.iter().filter_map(|id| hanging.get(id)).sum();
        let names: Vec<_> = parties.iter().map(|id| view.name_key(*id).to_owned()).collect();
        (row.completeness.rank(many), names, row.subject.identity())
    });
    Ok(rows)
}

/// What is worked on: neither put away, retracted nor closed, nor made for trying things out.
fn present(view: &View) -> impl Iterator<Item = Subject> {
    let parties = view.stakeholders().filter(|row| row.archived_at.is_none() && !row.practice);
    let parties = parties.cloned().map(Subject::Stakeholder);
    let rows = view.relationships().filter(|row| view.stands(row) && !row.practice);
    let rows = rows.cloned().map(Subject::Relationship);
    let stays = |id| {
        let row = view.stakeholder(id);
        row.is_some_and(|row| row.archived_at.is_none() && !row.practice)
    };
    let given = view.capabilities().filter(move |row| stays(row.provider_id) && stays(row.good_id));
    let given = given.cloned().map(Subject::Capability);
    let open = view.engagements().filter(|row| row.stage.is_open() && !row.practice);
    parties.chain(rows).chain(given).chain(open.cloned().map(Subject::Engagement))
}

/// How many standing relationships each stakeholder has.
fn hanging(view: &View) -> HashMap<StakeholderId, usize> {
    let mut counts = HashMap::new();
    for row in view.relationships().filter(|row| view.stands(row) && !row.practice) {
        for end in [row.source_id, row.target_id] {
            *counts.entry(end).or_insert(0) += 1;
        }
    }
    counts
}
