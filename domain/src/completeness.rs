//! Completeness: which of the facts that matter for a record are there, and what rests on those that
//! are not. Unknown is never zero, and a fact that cannot apply is not asked.

use crate::identifier::Noun;
use crate::relationship::RelationshipKind;
use crate::stakeholder::StakeholderKind;
use crate::vocabulary::{Tongue, Word};
use std::cmp::Reverse;

mod asked;
mod words;
pub use asked::{Asked, asked};
pub use words::{Question, RecordFact, RecordKind};

/// What is known of one fact of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is recorded.
    Recorded,
    /// It is asked, and not recorded.
    Missing,
    /// It cannot apply: a seat's constituency where a constituency holds it, the start of what is
    /// only proposed.
    NotAsked,
}

impl Known {
    /// Recorded or missing.
    pub fn told(recorded: bool) -> Self {
        if recorded { Self::Recorded } else { Self::Missing }
    }

    /// Not asked unless it applies.
    pub fn when(self, applies: bool) -> Self {
        if applies { self } else { Self::NotAsked }
    }
}

/// How much of what is asked of a record is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// How many facts are asked of it.
    pub asked: usize,
    /// Those that are not recorded, in the order of the table.
    pub missing: Vec<Asked>,
}

impl Completeness {
    /// Judges every fact that is asked of this kind of record.
    pub fn of(kind: RecordKind, known: impl Fn(RecordFact) -> Known) -> Self {
        let mut whole = Self { asked: 0, missing: Vec::new() };
        for asked in asked(kind) {
            match known(asked.fact) {
                Known::NotAsked => {}
                Known::Recorded => whole.asked += 1,
                Known::Missing => {
                    whole.asked += 1;
                    whole.missing.push(*asked);
                }
            }
        }
        whole
    }

    /// How many of the facts that are asked are recorded.
    pub fn recorded(&self) -> usize {
        self.asked - self.missing.len()
    }

    /// The questions that cannot be answered in full with what is missing, each once, in their order.
    pub fn open(&self) -> Vec<Question> {
        let rests = |question: &Question| self.missing.iter().any(|it| it.rests.contains(question));
        Question::ALL.iter().copied().filter(rests).collect()
    }

    /// Where a record stands in the list of what is not known, the least first: the more questions
    /// rest on what is missing the earlier, then the more facts are missing, then the more
    /// relationships hang on the record.
    pub fn rank(&self, relationships: usize) -> impl Ord + use<> {
        (Reverse(self.open().len()), Reverse(self.missing.len()), Reverse(relationships))
    }
}

impl Asked {
    /// Why it matters: which questions cannot be answered in full without it, as one sentence.
    pub fn why(&self, tongue: Tongue) -> String {
        let quoted = |question: &Question| match tongue {
            Tongue::En => format!("“{}”", question.label(tongue)),
            Tongue::Fr => format!("«\u{a0}{}\u{a0}»", question.label(tongue)),
        };
        let questions: Vec<_> = self.rests.iter().map(quoted).collect();
        match tongue {
            Tongue::En => {
                format!("Without it there is no full answer to: {}.", questions.join(", "))
            }
            Tongue::Fr => {
                format!("Sans cela, pas de réponse entière à\u{a0}: {}.", questions.join(", "))
            }
        }
    }
}

impl From<StakeholderKind> for RecordKind {
    fn from(kind: StakeholderKind) -> Self {
        match kind {
            StakeholderKind::Organization => Self::Organization,
            StakeholderKind::GlobalGood => Self::GlobalGood,
            StakeholderKind::Group => Self::Group,
            StakeholderKind::Implementation => Self::Implementation,
            StakeholderKind::Programme => Self::Programme,
            StakeholderKind::Person => Self::Person,
            StakeholderKind::Place => Self::Place,
            StakeholderKind::Segment => Self::Segment,
        }
    }
}

/// The relationship of which a fact of a stakeholder is made, and whether the stakeholder is its
/// target.
pub fn made_of(fact: RecordFact) -> Option<(RelationshipKind, Side)> {
    Some(match fact {
        RecordFact::Steward => (RelationshipKind::Stewards, Side::Target),
        RecordFact::Funder => (RelationshipKind::Funds, Side::Target),
        RecordFact::Deployment => (RelationshipKind::Deploys, Side::Target),
        RecordFact::Good => (RelationshipKind::Deploys, Side::Source),
        RecordFact::Operator => (RelationshipKind::Operates, Side::Target),
        RecordFact::Implementer => (RelationshipKind::Implements, Side::Target),
        RecordFact::Feedback => (RelationshipKind::ReportsFeedbackTo, Side::Source),
        RecordFact::Seats => (RelationshipKind::SeatOn, Side::Target),
        RecordFact::Employer => (RelationshipKind::EmployedBy, Side::Source),
        _ => return None,
    })
}

/// Which end of a relationship a stakeholder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is read from there.
    Source,
    /// It is read to there.
    Target,
}

/// The address of the page on which this fact of this record, with its outside id, is recorded.
pub fn form(noun: Noun, fact: RecordFact, id: &str) -> String {
    match (noun, fact) {
        (Noun::Relationship, RecordFact::Evidence) => format!("/relationship/{id}"),
        (Noun::Relationship, _) => format!("/relationship/{id}/edit"),
        (Noun::Capability, RecordFact::Evidence | RecordFact::Verification) => {
            format!("/capability/{id}")
        }
        (Noun::Capability, _) => format!("/capability/{id}/edit"),
        (Noun::Engagement, _) => format!("/engagement/{id}"),
        (_, RecordFact::Relationship) => format!("/relationship/new?source={id}"),
        (_, fact) => match made_of(fact) {
            Some((kind, Side::Source)) => format!("/relationship/new?source={id}&kind={kind}"),
            Some((kind, Side::Target)) => format!("/relationship/new?target={id}&kind={kind}"),
            None => format!("/stakeholder/{id}/edit"),
        },
    }
}

#[cfg(test)]
mod tests;
