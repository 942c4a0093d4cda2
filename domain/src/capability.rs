//! Capabilities: which service an organization or a group can give for a good, to what degree, where
//! and in which languages. What is not recorded stays so; nothing is guessed from what is.

use crate::action::optional_day;
use crate::country::Country;
use crate::identifier::StakeholderId;
use crate::language::Language;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::relationship::End;
use crate::stakeholder::{LIST_LIMIT, StakeholderKind};
use crate::text::{LINE_LIMIT, optional_line};
use crate::vocabulary;
use crate::vocabulary::Word;
use chrono::NaiveDate;

mod fit;
mod words;
pub use fit::{Fit, Judgement, Offer, Standing, Wanted, judge, not_recorded, reasons};
pub use words::{CoverageAcross, ServiceKind, SupportReason};

vocabulary! {
    /// To what degree somebody can give a service, from 0 to 4.
    pub enum CapabilityLevel {
        /// They say so themselves.
        Stated = "STATED", "self-stated" | "déclaré par l’organisation elle-même";
        /// They were trained.
        Trained = "TRAINED", "trained" | "formé";
        /// They did it in one documented project.
        Project = "PROJECT", "one documented project" | "un projet documenté";
        /// They did it in several, and gave something back to the product.
        Several = "SEVERAL", "several projects and upstream contributions" | "plusieurs projets et des contributions au produit";
        /// They can lead it and train others.
        Leads = "LEADS", "can lead and train others" | "peut diriger et former d’autres équipes";
    }
}

impl CapabilityLevel {
    /// The level as a number, 0 to 4.
    pub fn number(self) -> i32 {
        let position = Self::ALL.iter().position(|level| *level == self);
        position.and_then(|position| i32::try_from(position).ok()).unwrap_or_default()
    }

    /// The level that a number stands for; `field` is blamed for any other.
    pub fn of(number: i32, field: &str) -> Result<Self, Refusal> {
        let level = usize::try_from(number).ok().and_then(|number| Self::ALL.get(number));
        level.copied().ok_or_else(|| Refusal::new(RefusalCode::OutOfRange, field).missing("0..4"))
    }
}

/// What a person typed for a capability; whose it is and for what are found before.
#[derive(Clone, Debug, PartialEq)]
pub struct CapabilityDraft {
    /// Who can give it: an organization or a group.
    pub provider: End,
    /// For which good.
    pub good: End,
    /// What is given.
    pub service: ServiceKind,
    /// To what degree, 0 to 4; none is not recorded.
    pub level: Option<i32>,
    /// In which countries; empty is not recorded.
    pub countries: Vec<String>,
    /// In which languages; empty is not recorded.
    pub languages: Vec<String>,
    /// Until which day it may be relied on; empty is not recorded.
    pub expires_on: String,
    /// A remark.
    pub note: String,
}

/// The facts of a capability, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapabilityFacts {
    /// Who can give it.
    pub provider: StakeholderId,
    /// For which good.
    pub good: StakeholderId,
    /// What is given.
    pub service: ServiceKind,
    /// To what degree, 0 to 4.
    pub level: Option<i32>,
    /// In which countries, by code.
    pub countries: Vec<String>,
    /// In which languages, by code.
    pub languages: Vec<String>,
    /// Until which day it may be relied on.
    pub expires_on: Option<NaiveDate>,
    /// A remark.
    pub note: Option<String>,
}

impl CapabilityDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<CapabilityFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        if !matches!(self.provider.kind, StakeholderKind::Organization | StakeholderKind::Group) {
            refusals.push(wrong_kind("provider", "ORGANIZATION|GROUP"));
        }
        if self.good.kind != StakeholderKind::GlobalGood {
            refusals.push(wrong_kind("good", "GLOBAL_GOOD"));
        }
        let level = self.level.map(|level| CapabilityLevel::of(level, "level"));
        let level = refusals.take(level.transpose()).flatten().map(CapabilityLevel::number);
        let countries = codes(&self.countries, "countries", &mut refusals, |text| {
            Country::parse(text, "countries").map(Country::code)
        });
        let languages = codes(&self.languages, "languages", &mut refusals, |text| {
            Language::parse(text, "languages").map(Language::code)
        });
        let expires_on = refusals.take(optional_day(&self.expires_on, "expiresOn")).flatten();
        let note = refusals.take(optional_line(&self.note, "note", LINE_LIMIT)).flatten();
        refusals.finish(Some(CapabilityFacts {
            provider: self.provider.id,
            good: self.good.id,
            service: self.service,
            level,
            countries,
            languages,
            expires_on,
            note,
        }))
    }
}

fn wrong_kind(field: &str, allowed: &str) -> Refusal {
    Refusal::new(RefusalCode::FieldNotAllowed, field).missing(allowed)
}

fn codes(
    texts: &[String],
    field: &str,
    refusals: &mut Refusals,
    parse: impl Fn(&str) -> Result<&'static str, Refusal>,
) -> Vec<String> {
    if texts.len() > LIST_LIMIT {
        refusals.push(Refusal::new(RefusalCode::TooMany, field).missing(LIST_LIMIT.to_string()));
        return Vec::new();
    }
    let parsed = texts.iter().filter_map(|text| refusals.take(parse(text)));
    let mut codes: Vec<_> = parsed.map(str::to_owned).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Whether a capability may not be relied on any more on this day.
pub fn has_expired(expires_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    expires_on.is_some_and(|last| last < day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn draft() -> CapabilityDraft {
        let end = |kind| End { id: StakeholderId(Uuid::nil()), kind };
        CapabilityDraft {
            provider: end(StakeholderKind::Organization),
            good: end(StakeholderKind::GlobalGood),
            service: ServiceKind::Training,
            level: Some(2),
            countries: vec!["Cameroon".into(), "SN".into(), "cm".into()],
            languages: vec!["French".into()],
            expires_on: "2027-03-01".into(),
            note: String::new(),
        }
    }

    /// Countries and languages are kept by their codes, each once.
    #[test]
    fn lists_are_codes() {
        let facts = draft().parse().unwrap();
        assert_eq!(
            (facts.countries, facts.languages),
            (vec!["CM".to_owned(), "SN".to_owned()], vec!["fr".to_owned()])
        );
    }

    /// What is not said is not recorded, which is not level 0.
    #[test]
    fn nothing_is_guessed() {
        let silent = CapabilityDraft {
            level: None,
            countries: Vec::new(),
            expires_on: String::new(),
            ..draft()
        };
        let facts = silent.parse().unwrap();
        assert_eq!((facts.level, facts.countries.len(), facts.expires_on), (None, 0, None));
        let stated = CapabilityDraft { level: Some(0), ..draft() }.parse().unwrap();
        assert_eq!(stated.level, Some(0));
    }

    /// All that is wrong is told at once.
    #[test]
    fn all_faults_are_told() {
        let end = |kind| End { id: StakeholderId(Uuid::nil()), kind };
        let wrong = CapabilityDraft {
            provider: end(StakeholderKind::Place),
            good: end(StakeholderKind::Segment),
            level: Some(5),
            countries: vec!["Atlantis".into()],
            languages: vec!["Klingon".into()],
            expires_on: "2027-03".into(),
            ..draft()
        };
        let told: Vec<_> =
            wrong.parse().unwrap_err().into_iter().map(|refusal| refusal.field).collect();
        assert_eq!(told, ["provider", "good", "level", "countries", "languages", "expiresOn"]);
    }

    /// The last day still counts.
    #[test]
    fn it_expires_after_its_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(!has_expired(Some(day("2026-03-01")), day("2026-03-01")));
        assert!(has_expired(Some(day("2026-03-01")), day("2026-03-02")));
        assert!(!has_expired(None, day("2026-03-02")));
    }
}
