//! Engagements: where the conversation of a community with one party about one objective stands.

use crate::action::optional_day;
use crate::identifier::{AccountId, StakeholderId};
use crate::interval::DatePoint;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::stakeholder::StakeholderKind;
use crate::text::{
    LINE_LIMIT, NAME_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph, parse_line,
    parse_url,
};
use chrono::NaiveDate;

mod decision;
mod funnel;
mod onboarding;
mod suggestion;
mod words;
pub use crate::machine::engagement::{
    OPEN, StageMove as Move, Standing, debt, guard, moves, onward, transition,
};
pub use decision::{DecisionDraft, DecisionFacts};
pub use funnel::{Course, FunnelStage, Stay, funnel};
pub use onboarding::{OnboardingStep, STEPS, parse_steps};
pub use suggestion::{Contact, RENEWAL_DAYS, Suggestion, silent_since, suggest};
pub use words::*;

/// The most entry points of one engagement.
pub const ENTRY_POINTS: usize = 20;
/// The most relationships that come of one engagement.
pub const COMMITMENTS: usize = 20;

/// What a person typed for an engagement; the stakeholders named are already found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EngagementDraft {
    /// Why this party.
    pub why: String,
    /// Who is in charge.
    pub owner: Option<AccountId>,
    /// The units or roles to talk to, with their kinds.
    pub entry_points: Vec<(StakeholderId, StakeholderKind)>,
    /// What to do next.
    pub next_step: String,
    /// By when: an exact day.
    pub next_step_due: String,
    /// How much the party can move, 1 to 5.
    pub influence: Option<i32>,
    /// How much the party cares, 1 to 5.
    pub interest: Option<i32>,
    /// How much success would change, 1 to 5.
    pub impact: Option<i32>,
    /// How often to be in touch, in days.
    pub cadence_days: Option<i32>,
    /// The proposal: a link.
    pub proposal_url: String,
    /// The proposal: the name of a file kept elsewhere.
    pub proposal_file: String,
    /// The proposal: its text.
    pub proposal_text: String,
    /// The group that decides on their side, with its kind.
    pub deciding_group: Option<(StakeholderId, StakeholderKind)>,
    /// Whether the community knows that no group decides on their side.
    pub no_deciding_group: bool,
}

/// An engagement's facts, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the fields are documented on EngagementDraft")]
pub struct EngagementFacts {
    pub why: Option<String>,
    pub owner: Option<AccountId>,
    pub entry_points: Vec<StakeholderId>,
    pub next_step: Option<String>,
    pub next_step_due: Option<NaiveDate>,
    pub influence: Option<i32>,
    pub interest: Option<i32>,
    pub impact: Option<i32>,
    pub cadence_days: Option<i32>,
    pub proposal_url: Option<String>,
    pub proposal_file: Option<String>,
    pub proposal_text: Option<String>,
    pub deciding_group: Option<StakeholderId>,
    pub no_deciding_group: bool,
}

impl EngagementDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<EngagementFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        refusals.require(self.entry_points_fit());
        refusals.require(self.deciding_group_fits());
        let why = refusals.take(parse_line(&self.why, "why", LINE_LIMIT));
        let score = |value: Option<i32>, field: &str, high: i32, refusals: &mut Refusals| {
            if value.is_some_and(|value| !(1..=high).contains(&value)) {
                refusals.push(
                    Refusal::new(RefusalCode::OutOfRange, field).missing(format!("1..{high}")),
                );
            }
            value
        };
        let facts = EngagementFacts {
            why,
            owner: self.owner,
            entry_points: self.entry_points.iter().map(|(id, _)| *id).collect(),
            next_step: refusals
                .take(optional_line(&self.next_step, "nextStep", LINE_LIMIT))
                .flatten(),
            next_step_due: refusals
                .take(optional_day(&self.next_step_due, "nextStepDue"))
                .flatten(),
            influence: score(self.influence, "influence", 5, &mut refusals),
            interest: score(self.interest, "interest", 5, &mut refusals),
            impact: score(self.impact, "impact", 5, &mut refusals),
            cadence_days: score(self.cadence_days, "cadenceDays", 3_650, &mut refusals),
            proposal_url: refusals.take(parse_url(&self.proposal_url, "proposalUrl")).flatten(),
            proposal_file: refusals
                .take(optional_line(&self.proposal_file, "proposalFile", NAME_LIMIT))
                .flatten(),
            proposal_text: refusals
                .take(optional_paragraph(&self.proposal_text, "proposalText", PARAGRAPH_LIMIT))
                .flatten(),
            deciding_group: self.deciding_group.map(|(id, _)| id),
            no_deciding_group: self.no_deciding_group,
        };
        refusals.finish(Some(facts))
    }

    fn entry_points_fit(&self) -> Result<(), Refusal> {
        use StakeholderKind::{Group, Organization, Person};
        let fits = |kind: &StakeholderKind| matches!(kind, Organization | Group | Person);
        if self.entry_points.len() > ENTRY_POINTS {
            return Err(
                Refusal::new(RefusalCode::TooMany, "entryPoints").missing(ENTRY_POINTS.to_string())
            );
        }
        match self.entry_points.iter().all(|(_, kind)| fits(kind)) {
            true => Ok(()),
            false => Err(Refusal::new(RefusalCode::OutsideMatrix, "entryPoints")),
        }
    }

    fn deciding_group_fits(&self) -> Result<(), Refusal> {
        match self.deciding_group {
            Some((_, kind)) if kind != StakeholderKind::Group => {
                Err(Refusal::new(RefusalCode::OutsideMatrix, "decidingGroup"))
            }
            Some(_) if self.no_deciding_group => {
                Err(Refusal::new(RefusalCode::FieldNotAllowed, "decidingGroup"))
            }
            _ => Ok(()),
        }
    }
}

impl EngagementFacts {
    /// Whether a proposal is recorded in any form.
    pub fn has_proposal(&self) -> bool {
        self.proposal_url.is_some() || self.proposal_file.is_some() || self.proposal_text.is_some()
    }
}

/// What a person typed for one logged contact.
#[derive(Clone, Debug, PartialEq)]
pub struct InteractionDraft {
    /// When: an exact day.
    pub happened_on: String,
    /// How.
    pub channel: Channel,
    /// Which way.
    pub direction: Direction,
    /// What was said, in one line.
    pub note: String,
}

/// The checked facts of one logged contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InteractionFacts {
    /// When.
    pub happened_on: NaiveDate,
    /// How.
    pub channel: Channel,
    /// Which way.
    pub direction: Direction,
    /// What was said.
    pub note: String,
}

impl InteractionDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<InteractionFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let happened_on = refusals.take(optional_day(&self.happened_on, "happenedOn")).flatten();
        if happened_on.is_none() && refusals.is_empty() {
            refusals.push(Refusal::new(RefusalCode::Required, "happenedOn"));
        }
        let note = refusals.take(parse_line(&self.note, "note", LINE_LIMIT));
        let facts = happened_on.zip(note).map(|(happened_on, note)| InteractionFacts {
            happened_on,
            channel: self.channel,
            direction: self.direction,
            note,
        });
        refusals.finish(facts)
    }
}

/// When and by which source an engagement already stood at a stage before it was recorded here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlreadyStanding {
    /// Since when.
    pub since: DatePoint,
    /// Where that is written.
    pub source: String,
}

impl AlreadyStanding {
    /// Checks both; a stage may be recorded without its guards only with date and source.
    pub fn parse(since: &str, source: &str) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let since = refusals.take(DatePoint::parse(since, "since"));
        let source = refusals.take(parse_line(source, "source", LINE_LIMIT));
        refusals.finish(since.zip(source).map(|(since, source)| Self { since, source }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An engagement says why; scores run from 1 to 5; a due date is a day.
    #[test]
    fn an_engagement_says_why() {
        let draft = EngagementDraft {
            influence: Some(6),
            next_step_due: "2026".into(),
            ..EngagementDraft::default()
        };
        let told: Vec<_> =
            draft.parse().unwrap_err().iter().map(|r| (r.code, r.field.clone())).collect();
        assert_eq!(
            told,
            [
                (RefusalCode::Required, "why".into()),
                (RefusalCode::MalformedDate, "nextStepDue".into()),
                (RefusalCode::OutOfRange, "influence".into()),
            ]
        );
    }

    /// Who names the group that decides cannot say that none does.
    #[test]
    fn a_group_decides_or_none_does() {
        let id = StakeholderId(uuid::Uuid::nil());
        let draft = |no_deciding_group| EngagementDraft {
            why: "x".into(),
            deciding_group: Some((id, StakeholderKind::Group)),
            no_deciding_group,
            ..EngagementDraft::default()
        };
        assert!(draft(false).parse().is_ok());
        assert_eq!(draft(true).parse().unwrap_err()[0].field, "decidingGroup");
    }

    /// An entry point is a unit, a group or a person in a role; never a place or a good.
    #[test]
    fn entry_points_are_people_or_bodies() {
        let id = StakeholderId(uuid::Uuid::nil());
        let draft = |kind| EngagementDraft {
            why: "x".into(),
            entry_points: vec![(id, kind)],
            ..EngagementDraft::default()
        };
        assert!(draft(StakeholderKind::Organization).parse().is_ok());
        assert!(draft(StakeholderKind::Place).parse().is_err());
    }
}
