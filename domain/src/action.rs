//! Actions: what somebody should do; owner and due date may be unknown.

use crate::interval::DatePoint;
use crate::refusal::{Refusal, Refusals};
use crate::text::{LINE_LIMIT, parse_line};
use crate::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// Whether an action still waits.
    pub enum ActionState {
        /// To be done.
        Open = "OPEN", "open" | "ouverte";
        /// Done.
        Done = "DONE", "done" | "faite";
        /// Given up.
        Dropped = "DROPPED", "dropped" | "abandonnée";
    }
}

/// What a person typed for an action.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionDraft {
    /// What is to be done.
    pub text: String,
    /// By when; empty when not recorded.
    pub due_on: String,
    /// Since when it stands; empty for today.
    pub recorded_on: String,
}

/// An action's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionFacts {
    /// What is to be done.
    pub text: String,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Since when it stands.
    pub recorded_on: Option<DatePoint>,
}

impl ActionDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<ActionFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let text = refusals.take(parse_line(&self.text, "text", LINE_LIMIT));
        let due_on = refusals.take(optional_day(&self.due_on, "dueOn"));
        let recorded_on = refusals.take(match self.recorded_on.trim() {
            "" => Ok(None),
            text => DatePoint::parse(text, "recordedOn").map(Some),
        });
        let facts = match (text, due_on, recorded_on) {
            (Some(text), Some(due_on), Some(recorded_on)) => {
                Some(ActionFacts { text, due_on, recorded_on })
            }
            _ => None,
        };
        refusals.finish(facts)
    }
}

/// A date that must be exact to the day, because somebody is reminded of it.
pub fn optional_day(text: &str, field: &str) -> Result<Option<NaiveDate>, Refusal> {
    use crate::interval::Precision;
    use crate::refusal::RefusalCode;
    if text.trim().is_empty() {
        return Ok(None);
    }
    let point = DatePoint::parse(text, field)?;
    match point.precision {
        Precision::Day => Ok(Some(point.date)),
        _ => Err(Refusal::new(RefusalCode::MalformedDate, field)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A due date is exact to the day; an action without one is still an action.
    #[test]
    fn a_due_date_is_a_day() {
        let draft = |due: &str| ActionDraft {
            text: "Call".into(),
            due_on: due.into(),
            recorded_on: String::new(),
        };
        assert!(draft("").parse().unwrap().due_on.is_none());
        assert!(draft("2026-12").parse().is_err());
        assert!(draft("2026-12-01").parse().unwrap().due_on.is_some());
    }
}
