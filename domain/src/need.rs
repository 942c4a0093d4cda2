//! Needs and offers: which service a party looks for or offers, where, in which language, until when and
//! for how much. What is not recorded stays so.

use crate::action::optional_day;
use crate::capability::ServiceKind;
use crate::country::Country;
use crate::engagement::Objective;
use crate::identifier::StakeholderId;
use crate::language::Language;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::relationship::{End, parse_money};
use crate::stakeholder::StakeholderKind;
use crate::text::{LINE_LIMIT, PARAGRAPH_LIMIT, optional_paragraph};
use crate::vocabulary;
use chrono::NaiveDate;

mod fit;
mod sentence;
mod words;
pub use fit::{Ability, Candidate, FACTORS, Factor, NEAREST, Weighed, rank, weigh};
pub use sentence::sentence;
pub use words::MatchReason;

vocabulary! {
    /// Whether a service is looked for or offered.
    pub enum NeedSide {
        /// It is looked for.
        Need = "NEED", "need" | "besoin";
        /// It is offered.
        Offer = "OFFER", "offer" | "offre";
    }
}

vocabulary! {
    /// What has become of a need or an offer.
    pub enum NeedStatus {
        /// It still stands.
        Open = "OPEN", "open" | "en cours";
        /// Somebody has met the need, or has taken up the offer.
        Met = "MET", "met" | "satisfait";
        /// It was taken back; the reason says why.
        Withdrawn = "WITHDRAWN", "withdrawn" | "retiré";
    }
}

/// What a person typed for a need or an offer; who and what are named are already found.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedDraft {
    /// Who looks for it or offers it: an organization, an implementation or a group.
    pub party: End,
    /// Which service.
    pub service: ServiceKind,
    /// For which good; none is not recorded.
    pub good: Option<End>,
    /// In which country; empty is not recorded.
    pub country: String,
    /// In which language; empty is not recorded.
    pub language: String,
    /// By when it is needed, or until when it is offered; empty is not recorded.
    pub until: String,
    /// What can be spent, or what it costs; none is unknown, never zero.
    pub amount: Option<i64>,
    /// The currency of the amount.
    pub currency: String,
    /// What exactly is looked for or offered.
    pub text: String,
}

/// The facts of a need or an offer, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented on NeedDraft")]
pub struct NeedFacts {
    pub party: StakeholderId,
    pub service: ServiceKind,
    pub good: Option<StakeholderId>,
    pub country: Option<String>,
    pub language: Option<String>,
    pub until: Option<NaiveDate>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub text: String,
}

impl NeedDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<NeedFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        refusals.require(states(self.party.kind, "party"));
        if self.good.is_some_and(|good| good.kind != StakeholderKind::GlobalGood) {
            let refusal = Refusal::new(RefusalCode::FieldNotAllowed, "good");
            refusals.push(refusal.missing("GLOBAL_GOOD"));
        }
        let asked = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        let country = asked(&self.country).map(|text| Country::parse(&text, "country"));
        let country = refusals.take(country.transpose()).flatten();
        let language = asked(&self.language).map(|text| Language::parse(&text, "language"));
        let language = refusals.take(language.transpose()).flatten();
        let until = refusals.take(optional_day(&self.until, "until")).flatten();
        let currency = refusals.take(parse_money(self.amount, &self.currency)).flatten();
        let text = refusals.take(parse_text(&self.text));
        let facts = text.map(|text| NeedFacts {
            party: self.party.id,
            service: self.service,
            good: self.good.map(|good| good.id),
            country: country.map(|country| country.code().to_owned()),
            language: language.map(|language| language.code().to_owned()),
            until,
            amount: self.amount,
            currency,
            text,
        });
        refusals.finish(facts)
    }
}

fn parse_text(text: &str) -> Result<String, Refusal> {
    let text = optional_paragraph(text, "text", PARAGRAPH_LIMIT)?;
    text.ok_or_else(|| Refusal::new(RefusalCode::Required, "text"))
}

/// Refuses who can neither state nor meet a need; `field` is blamed.
fn states(kind: StakeholderKind, field: &str) -> Result<(), Refusal> {
    use StakeholderKind::{Group, Implementation, Organization};
    match kind {
        Organization | Implementation | Group => Ok(()),
        _ => Err(Refusal::new(RefusalCode::FieldNotAllowed, field)
            .missing("ORGANIZATION|IMPLEMENTATION|GROUP")),
    }
}

/// What a person typed who says what has become of a need or an offer.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingDraft {
    /// What has become of it.
    pub status: NeedStatus,
    /// Who met it; none is not recorded.
    pub met_by: Option<End>,
    /// Why, or how; empty is not recorded.
    pub reason: String,
}

/// What has become of a need or an offer, checked. What nobody met was met by nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are documented on ClosingDraft")]
pub struct ClosingFacts {
    pub status: NeedStatus,
    pub met_by: Option<StakeholderId>,
    pub reason: Option<String>,
}

impl ClosingDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<ClosingFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        if let Some(end) = self.met_by {
            refusals.require(states(end.kind, "metBy"));
        }
        if self.met_by.is_some() && self.status != NeedStatus::Met {
            refusals.push(Refusal::new(RefusalCode::FieldNotAllowed, "metBy"));
        }
        let reason = optional_paragraph(&self.reason, "reason", PARAGRAPH_LIMIT);
        let reason = refusals.take(reason).flatten();
        let met_by = self.met_by.map(|end| end.id);
        refusals.finish(Some(ClosingFacts { status: self.status, met_by, reason }))
    }
}

/// What a conversation about a service is mostly for; whoever opens it may say otherwise.
pub fn objective(service: ServiceKind) -> Objective {
    match service {
        ServiceKind::Implementation | ServiceKind::Development | ServiceKind::ProjectManagement => {
            Objective::Implement
        }
        ServiceKind::Hosting
        | ServiceKind::Helpdesk
        | ServiceKind::Maintenance
        | ServiceKind::Localisation => Objective::LocalSupport,
        ServiceKind::Training => Objective::Capacity,
        ServiceKind::Integration => Objective::Interoperability,
        ServiceKind::Data => Objective::DataSharing,
        ServiceKind::PolicyAdvice => Objective::PolicyMediation,
    }
}

/// The reason with which a conversation opens that nobody gives another one for: the words of the need,
/// in one line, as far as they go.
pub fn reason(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LINE_LIMIT {
        return line;
    }
    line.chars().take(LINE_LIMIT - 1).chain(['…']).collect()
}

/// Whether an offer still stands on this day; its last day counts.
pub fn still_stands(until: Option<NaiveDate>, day: NaiveDate) -> bool {
    until.is_none_or(|last| last >= day)
}

#[cfg(test)]
mod tests;
