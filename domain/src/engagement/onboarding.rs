//! How a new partner is made at home: the steps that a community keeps as a template, and those of one
//! engagement.

use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{LINE_LIMIT, parse_line};
use chrono::NaiveDate;

/// The most steps of one onboarding.
pub const STEPS: usize = 30;

/// One step of an onboarding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OnboardingStep {
    /// What is to be done.
    pub text: String,
    /// When it was done; none while it is not.
    pub done_on: Option<NaiveDate>,
}

/// The steps that a person typed. Each says something, and none is there twice.
pub fn parse_steps(texts: &[String]) -> Result<Vec<String>, Vec<Refusal>> {
    let mut refusals = Refusals::new();
    if texts.len() > STEPS {
        refusals.push(Refusal::new(RefusalCode::TooMany, "steps").missing(STEPS.to_string()));
    }
    let mut steps: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts.iter().take(STEPS) {
        match parse_line(text, "steps", LINE_LIMIT) {
            Ok(step) if steps.contains(&step) => {
                refusals.push(Refusal::new(RefusalCode::Duplicate, "steps").missing(step));
            }
            step => steps.extend(refusals.take(step)),
        }
    }
    refusals.finish(Some(steps))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every step says something, and says it once.
    #[test]
    fn steps_say_something_once() {
        let check = |texts: &[&str]| {
            parse_steps(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(check(&[" Call ", "Write"]).unwrap(), ["Call", "Write"]);
        assert_eq!(check(&["Call", "Call"]).unwrap_err()[0].code, RefusalCode::Duplicate);
        assert_eq!(check(&["Call", " "]).unwrap_err()[0].code, RefusalCode::Required);
        assert_eq!(check(&["x"; STEPS + 1]).unwrap_err()[0].code, RefusalCode::TooMany);
    }
}
