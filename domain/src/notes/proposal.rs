//! What notes propose: nothing is stored before somebody has looked at it.

use super::span::{Quote, Span};
use crate::country::Country;
use crate::engagement::Objective;
use crate::interval::{DatePoint, Interval};
use crate::relationship::{
    End, ExtraDraft, RelationshipDraft, RelationshipKind, RelationshipState,
};
use crate::stakeholder::ImplementationStage;
use crate::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// What kind of thing a sentence of notes proposes.
    pub enum ProposalKind {
        /// That two parties are, or will be, in a relationship.
        Relationship = "RELATIONSHIP", "relationship" | "relation";
        /// That a relationship has ended, or will.
        RelationshipEnd = "RELATIONSHIP_END", "end of a relationship" | "fin d’une relation";
        /// That a good is, or will be, at work in a country.
        Implementation = "IMPLEMENTATION", "implementation" | "mise en œuvre";
        /// Who was there, or was excused.
        Attendance = "ATTENDANCE", "attendance" | "présence";
        /// What somebody is to do.
        Action = "ACTION", "action" | "action à mener";
        /// Whom to talk with, and for what.
        Engagement = "ENGAGEMENT", "engagement" | "engagement à ouvrir";
        /// What was decided.
        Decision = "DECISION", "decision" | "décision";
        /// That something recorded is wrong or missing, in somebody's own words.
        Correction = "CORRECTION", "correction" | "correction";
    }
}

/// Something that notes propose, with the sentence that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The sentence, or the line.
    pub quote: Quote,
    /// What it proposes.
    pub content: Content,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Two parties are in a relationship.
    Relationship(ProposedRelationship),
    /// Two parties are no longer in one.
    End(ProposedEnd),
    /// A good is at work in a country.
    Implementation(ProposedImplementation),
    /// Who was there.
    Attendance(Attendance),
    /// What somebody is to do.
    Action(ProposedAction),
    /// Whom to talk with.
    Engagement(ProposedEngagement),
    /// What was decided: its words.
    Decision(String),
}

impl Content {
    /// Its kind, for lists and filters.
    pub fn kind(&self) -> ProposalKind {
        match self {
            Self::Relationship(_) => ProposalKind::Relationship,
            Self::End(_) => ProposalKind::RelationshipEnd,
            Self::Implementation(_) => ProposalKind::Implementation,
            Self::Attendance(_) => ProposalKind::Attendance,
            Self::Action(_) => ProposalKind::Action,
            Self::Engagement(_) => ProposalKind::Engagement,
            Self::Decision(_) => ProposalKind::Decision,
        }
    }
}

/// Somebody as the text names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Who may be meant: one when it is certain, several when the name is shared, none when nobody
    /// known has it.
    pub candidates: Vec<End>,
    /// The country, where a country is named; it may be no stakeholder yet.
    pub country: Option<Country>,
}

impl Party {
    /// Who is meant, when only one may be.
    pub fn certain(&self) -> Option<End> {
        match self.candidates[..] {
            [end] => Some(end),
            _ => None,
        }
    }
}

/// A relationship that a sentence states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedRelationship {
    /// Of what kind.
    pub kind: RelationshipKind,
    /// From.
    pub source: Party,
    /// To.
    pub target: Party,
    /// Since when and until when, as far as it is said.
    pub valid: Interval,
    /// Through whom money or support goes.
    pub via: Option<Party>,
}

impl ProposedRelationship {
    /// The draft that the form is filled with, when it is certain who is meant.
    pub fn draft(&self) -> Option<RelationshipDraft> {
        let date = |date: Option<DatePoint>| date.map(|date| date.to_string()).unwrap_or_default();
        Some(RelationshipDraft {
            kind: self.kind,
            source: self.source.certain()?,
            target: self.target.certain()?,
            valid_from: date(self.valid.from),
            valid_to: date(self.valid.to),
            state: RelationshipState::Proposed,
            strength: None,
            note: String::new(),
            extra: ExtraDraft {
                via: self.via.as_ref().and_then(Party::certain),
                ..ExtraDraft::default()
            },
        })
    }
}

/// The end of a relationship that a sentence states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedEnd {
    /// Which kinds of relationship it may be the end of, the likeliest first.
    pub kinds: Vec<RelationshipKind>,
    /// From.
    pub source: Party,
    /// To.
    pub target: Party,
    /// When, if it is said.
    pub on: Option<DatePoint>,
}

/// A good that is, or will be, put to use in a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedImplementation {
    /// What.
    pub good: Party,
    /// Where.
    pub place: Party,
    /// By whom, if it is said.
    pub by: Option<Party>,
    /// How far it is, if it is said.
    pub stage: Option<ImplementationStage>,
    /// Since when, if it is said.
    pub since: Option<DatePoint>,
    /// The one that is known, if there is one.
    pub known: Option<End>,
}

/// A line that says who was there or was excused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Whether they were there.
    pub presence: Presence,
    /// Who.
    pub attendees: Vec<Attendee>,
}

vocabulary! {
    /// Whether somebody was at a meeting.
    pub enum Presence {
        /// They were.
        Present = "PRESENT", "present" | "présent";
        /// They were not, and said so.
        Excused = "EXCUSED", "excused" | "excusé";
    }
}

/// One of those who were there or were excused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Who, as written; whoever is in no list has no candidates.
    pub party: Party,
    /// For whom, as written behind the name.
    pub organization: Option<Party>,
}

/// Something that somebody is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedAction {
    /// What, without the label, the owner and the deadline where they stand apart.
    pub text: String,
    /// Who.
    pub owner: Option<Party>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Somebody to talk with, for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedEngagement {
    /// Whom.
    pub party: Party,
    /// For what.
    pub objective: Objective,
}
