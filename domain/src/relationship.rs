//! Relationships: which may exist, how they are dated, and how they end.

use crate::identifier::StakeholderId;
use crate::interval::{DatePoint, Interval};
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::stakeholder::StakeholderKind;
use crate::text::{LINE_LIMIT, NAME_LIMIT, PARAGRAPH_LIMIT, optional_line, optional_paragraph};
use crate::vocabulary::Word;

mod matrix;
mod words;
pub use matrix::{Cycles, Join, RULES, Rule, Symmetry};
pub use words::*;

/// One end of a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Who.
    pub id: StakeholderId,
    /// What it is.
    pub kind: StakeholderKind,
}

/// What a person typed for a relationship, not yet checked; the ends are already found.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationshipDraft {
    /// What joins them.
    pub kind: RelationshipKind,
    /// From.
    pub source: End,
    /// To.
    pub target: End,
    /// The start: `2024`, `2024-05` or `2024-05-31`; empty when unknown.
    pub valid_from: String,
    /// The end, likewise.
    pub valid_to: String,
    /// How far it is settled.
    pub state: RelationshipState,
    /// How strong it is, 1 to 5.
    pub strength: Option<i32>,
    /// A remark; required for RELATED_TO.
    pub note: String,
    /// The fields that only some kinds have.
    pub extra: ExtraDraft,
}

/// The fields that only some kinds of relationship have, not yet checked.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each field is documented on RelationshipField")]
pub struct ExtraDraft {
    pub role: String,
    pub topic: String,
    pub constituency: String,
    pub voting: Option<bool>,
    pub cadence: String,
    pub last_heard: String,
    pub blocked_by: Option<End>,
    pub amount: Option<i64>,
    pub currency: String,
    pub share_min: Option<i32>,
    pub share_max: Option<i32>,
    pub purpose: Option<FundingPurpose>,
    pub form: Option<FundingForm>,
    pub via: Option<End>,
    pub consent: Option<bool>,
}

/// The checked fields that only some kinds have. Amounts are whole units of the currency, shares
/// whole percent; absent means unknown, never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(missing_docs, reason = "each field is documented on RelationshipField")]
pub struct Extra {
    pub role: Option<String>,
    pub topic: Option<String>,
    pub constituency: Option<String>,
    pub voting: Option<bool>,
    pub cadence: Option<String>,
    pub last_heard: Option<DatePoint>,
    pub blocked_by: Option<StakeholderId>,
    pub amount: Option<i64>,
    pub currency: Option<String>,
    pub share_min: Option<i32>,
    pub share_max: Option<i32>,
    pub purpose: Option<FundingPurpose>,
    pub form: Option<FundingForm>,
    pub via: Option<StakeholderId>,
    pub consent: Option<bool>,
}

/// A relationship's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationshipFacts {
    /// What joins them.
    pub kind: RelationshipKind,
    /// From; the smaller id when the kind reads the same both ways.
    pub source: StakeholderId,
    /// To.
    pub target: StakeholderId,
    /// When it holds.
    pub valid: Interval,
    /// How far it is settled.
    pub state: RelationshipState,
    /// How strong it is, 1 to 5.
    pub strength: Option<i32>,
    /// A remark.
    pub note: Option<String>,
    /// The fields that only some kinds have.
    pub extra: Extra,
}

impl RelationshipDraft {
    /// Checks everything that does not need other relationships; `overlaps` and `closes_cycle` are
    /// asked of the store afterwards.
    pub fn parse(self) -> Result<RelationshipFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        refusals.require(self.ends());
        let from = refusals.take(optional_date(&self.valid_from, "validFrom")).flatten();
        let to = refusals.take(optional_date(&self.valid_to, "validTo")).flatten();
        let valid = refusals.take(Interval::parse(from, to, "validTo"));
        if self.state == RelationshipState::Ended && self.valid_to.trim().is_empty() {
            refusals.push(Refusal::new(RefusalCode::EndDateRequired, "validTo"));
        }
        let strength = refusals.take(optional_range(self.strength, 1, 5, "strength"));
        let note = refusals.take(optional_paragraph(&self.note, "note", PARAGRAPH_LIMIT));
        if self.kind == RelationshipKind::RelatedTo && note == Some(None) {
            refusals.push(Refusal::new(RefusalCode::NoteRequired, "note"));
        }
        refusals.require(self.between());
        let (source, target) = self.ordered();
        let extra = self.extra.parse(self.kind, &mut refusals);
        let facts = match (valid, strength, note, extra) {
            (Some(valid), Some(strength), Some(note), Some(extra)) => Some(RelationshipFacts {
                kind: self.kind,
                source,
                target,
                valid,
                state: self.state,
                strength,
                note,
                extra,
            }),
            _ => None,
        };
        refusals.finish(facts)
    }

    fn ends(&self) -> Result<(), Refusal> {
        if self.source.id == self.target.id {
            return Err(Refusal::new(RefusalCode::SelfRelationship, "target"));
        }
        if self.kind.joins(self.source.kind, self.target.kind) {
            return Ok(());
        }
        let allowed = RelationshipKind::between(self.source.kind, self.target.kind);
        let mut refusal = Refusal::new(RefusalCode::OutsideMatrix, "kind");
        refusal.missing = allowed.map(|kind| kind.code().to_owned()).collect();
        Err(refusal)
    }

    /// Whoever stands between the two is a third.
    fn between(&self) -> Result<(), Refusal> {
        match self.extra.via {
            Some(via) if via.id == self.source.id || via.id == self.target.id => {
                Err(Refusal::new(RefusalCode::ViaEnd, "via"))
            }
            _ => Ok(()),
        }
    }

    fn ordered(&self) -> (StakeholderId, StakeholderId) {
        let (source, target) = (self.source.id, self.target.id);
        match self.kind.rule().direction {
            Symmetry::Symmetric if target < source => (target, source),
            _ => (source, target),
        }
    }
}

impl ExtraDraft {
    fn parse(self, kind: RelationshipKind, refusals: &mut Refusals) -> Option<Extra> {
        for (given, field, name) in self.given() {
            if given && !kind.has(field) {
                refusals.push(Refusal::new(RefusalCode::FieldNotAllowed, name));
            }
        }
        let currency = refusals.take(parse_money(self.amount, &self.currency)).flatten();
        refusals.require(self.share());
        for (end, field) in [(self.via, "via"), (self.blocked_by, "blockedBy")] {
            let stands_between = |end: End| {
                matches!(end.kind, StakeholderKind::Organization | StakeholderKind::Programme)
            };
            if field == "via" && end.is_some_and(|end| !stands_between(end)) {
                refusals.push(Refusal::new(RefusalCode::ViaKind, field));
            }
        }
        let line = |text: &str, field: &str, refusals: &mut Refusals| {
            refusals.take(optional_line(text, field, NAME_LIMIT)).flatten()
        };
        Some(Extra {
            role: line(&self.role, "role", refusals),
            topic: refusals.take(optional_line(&self.topic, "topic", LINE_LIMIT)).flatten(),
            constituency: line(&self.constituency, "constituency", refusals),
            voting: self.voting,
            cadence: line(&self.cadence, "cadence", refusals),
            last_heard: refusals.take(optional_date(&self.last_heard, "lastHeard")).flatten(),
            blocked_by: self.blocked_by.map(|end| end.id),
            amount: self.amount,
            currency,
            share_min: self.share_min,
            share_max: self.share_max,
            purpose: self.purpose,
            form: self.form,
            via: self.via.map(|end| end.id),
            consent: self.consent,
        })
    }

    fn given(&self) -> [(bool, RelationshipField, &'static str); 13] {
        let text = |text: &str| !text.trim().is_empty();
        let share = self.share_min.is_some() || self.share_max.is_some();
        let amount = self.amount.is_some() || text(&self.currency);
        [
            (text(&self.role), RelationshipField::Role, "role"),
            (text(&self.topic), RelationshipField::Topic, "topic"),
            (text(&self.constituency), RelationshipField::Constituency, "constituency"),
            (self.voting.is_some(), RelationshipField::Voting, "voting"),
            (text(&self.cadence), RelationshipField::Cadence, "cadence"),
            (text(&self.last_heard), RelationshipField::LastHeard, "lastHeard"),
            (self.blocked_by.is_some(), RelationshipField::BlockedBy, "blockedBy"),
            (amount, RelationshipField::Amount, "amount"),
            (share, RelationshipField::Share, "shareMin"),
            (self.purpose.is_some(), RelationshipField::Purpose, "purpose"),
            (self.form.is_some(), RelationshipField::Form, "form"),
            (self.via.is_some(), RelationshipField::Via, "via"),
            (self.consent.is_some(), RelationshipField::Consent, "consent"),
        ]
    }

    fn share(&self) -> Result<(), Refusal> {
        optional_range(self.share_min, 0, 100, "shareMin")?;
        optional_range(self.share_max, self.share_min.unwrap_or(0), 100, "shareMax")?;
        Ok(())
    }
}

/// The currency of an amount, by its code; an amount has one, and none stands without an amount.
pub fn parse_money(amount: Option<i64>, currency: &str) -> Result<Option<String>, Refusal> {
    let code = currency.trim().to_ascii_uppercase();
    if amount.is_some() == code.is_empty() {
        return Err(Refusal::new(RefusalCode::CurrencyWithAmount, "currency"));
    }
    if amount.is_some_and(|amount| amount < 0) {
        return Err(Refusal::new(RefusalCode::OutOfRange, "amount").missing("0.."));
    }
    match code.as_str() {
        "" => Ok(None),
        known if CURRENCIES.contains(&known) => Ok(Some(code)),
        _ => Err(Refusal::new(RefusalCode::UnknownCurrency, "currency")),
    }
}

/// The currencies that funding is recorded in (ISO 4217).
#[rustfmt::skip]
pub const CURRENCIES: &[&str] = &[
    "AED", "AUD", "BDT", "BRL", "BWP", "CAD", "CDF", "CHF", "CNY", "DKK", "ETB", "EUR", "GBP", "GHS", "GNF", "HTG",
    "IDR", "INR", "JPY", "KES", "KHR", "KRW", "LAK", "LKR", "LSL", "MAD", "MDL", "MGA", "MMK", "MRU", "MWK", "MZN",
    "NAD", "NGN", "NOK", "NPR", "NZD", "PGK", "PHP", "PKR", "RWF", "SEK", "SLE", "SZL", "THB", "TZS", "UGX", "USD",
    "VND", "XAF", "XDR", "XOF", "ZAR", "ZMW", "ZWG",
];

/// The states that may follow a state by a person's decision.
pub fn next_states(state: RelationshipState) -> &'static [RelationshipState] {
    use RelationshipState::{Confirmed, Disputed, Ended, Proposed, Retracted};
    match state {
        Proposed => &[Confirmed, Disputed, Ended, Retracted],
        Confirmed => &[Disputed, Ended, Retracted],
        Disputed => &[Confirmed, Ended, Retracted],
        Ended => &[Retracted],
        Retracted => &[],
    }
}

fn optional_date(text: &str, field: &str) -> Result<Option<DatePoint>, Refusal> {
    if text.trim().is_empty() { Ok(None) } else { DatePoint::parse(text, field).map(Some) }
}

fn optional_range(
    value: Option<i32>,
    low: i32,
    high: i32,
    field: &str,
) -> Result<Option<i32>, Refusal> {
    match value {
        Some(value) if !(low..=high).contains(&value) => {
            Err(Refusal::new(RefusalCode::OutOfRange, field).missing(format!("{low}..{high}")))
        }
        _ => Ok(value),
    }
}

#[cfg(test)]
mod tests;
