//! What those who decide about a proposal said.

use super::ReviewOutcome;
use crate::action::optional_day;
use crate::identifier::StakeholderId;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::stakeholder::StakeholderKind;
use crate::text::{LINE_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph};
use chrono::NaiveDate;

/// What a person typed for a decision about a proposal; the group named is already found.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionDraft {
    /// What was said.
    pub outcome: ReviewOutcome,
    /// Which group said it, with its kind; none where no group decides.
    pub by: Option<(StakeholderId, StakeholderKind)>,
    /// When: an exact day.
    pub on: String,
    /// On what terms, or why.
    pub note: String,
    /// Where that is written.
    pub source: String,
}

/// A decision about a proposal, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented on DecisionDraft")]
pub struct DecisionFacts {
    pub outcome: ReviewOutcome,
    pub by: Option<StakeholderId>,
    pub on: NaiveDate,
    pub note: Option<String>,
    pub source: Option<String>,
}

impl DecisionDraft {
    /// Checks everything at once. `latest` is the last day on which it can have been taken.
    pub fn parse(self, latest: NaiveDate) -> Result<DecisionFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        if self.by.is_some_and(|(_, kind)| kind != StakeholderKind::Group) {
            refusals.push(Refusal::new(RefusalCode::OutsideMatrix, "decidedBy"));
        }
        let on = refusals.take(day(&self.on, latest));
        let note = refusals.take(optional_paragraph(&self.note, "note", PARAGRAPH_LIMIT));
        let source = refusals.take(optional_line(&self.source, "source", LINE_LIMIT));
        // A condition that nobody knows of cannot be met.
        if self.outcome == ReviewOutcome::ApprovedWithConditions && note == Some(None) {
            refusals.push(Refusal::new(RefusalCode::Required, "note"));
        }
        let by = self.by.map(|(id, _)| id);
        refusals.finish(on.map(|on| DecisionFacts {
            outcome: self.outcome,
            by,
            on,
            note: note.flatten(),
            source: source.flatten(),
        }))
    }
}

fn day(text: &str, latest: NaiveDate) -> Result<NaiveDate, Refusal> {
    match optional_day(text, "decidedOn")? {
        None => Err(Refusal::new(RefusalCode::Required, "decidedOn")),
        Some(day) if day > latest => {
            Err(Refusal::new(RefusalCode::OutOfRange, "decidedOn").missing(latest.to_string()))
        }
        Some(day) => Ok(day),
    }
}

impl ReviewOutcome {
    /// Whether the community may count on it.
    pub fn is_in_favour(self) -> bool {
        matches!(self, Self::Approved | Self::ApprovedWithConditions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(outcome: ReviewOutcome, on: &str, note: &str) -> DecisionDraft {
        let (note, source) = (note.to_owned(), String::new());
        DecisionDraft { outcome, by: None, on: on.to_owned(), note, source }
    }

    /// A decision has a day that has come, and a condition is told.
    #[test]
    fn a_decision_has_a_day_and_tells_its_conditions() {
        let today = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
        let fields = |draft: DecisionDraft| {
            let refusals = draft.parse(today).err().unwrap_or_default();
            refusals.into_iter().map(|refusal| refusal.field).collect::<Vec<_>>()
        };
        let approved = |on| draft(ReviewOutcome::Approved, on, "");
        assert_eq!(fields(approved("2026-05-01")), [""; 0]);
        assert_eq!(fields(approved("2026-05-02")), ["decidedOn"]);
        assert_eq!(fields(approved("2026-05")), ["decidedOn"]);
        let bound = draft(ReviewOutcome::ApprovedWithConditions, "", "");
        assert_eq!(fields(bound), ["decidedOn", "note"]);
    }

    /// Only a yes is in favour.
    #[test]
    fn only_a_yes_is_in_favour() {
        assert!(ReviewOutcome::Approved.is_in_favour());
        assert!(ReviewOutcome::ApprovedWithConditions.is_in_favour());
        assert!(!ReviewOutcome::Postponed.is_in_favour() && !ReviewOutcome::Refused.is_in_favour());
    }
}
