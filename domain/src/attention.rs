//! What wants attention, by rules that anybody can check: what is due or late, who was silent beyond
//! what was agreed, which money ends, which seat is vacant, which evidence has grown old. Every notice
//! says why it came. What is not recorded calls for nobody: without a cadence there is no silence,
//! without a day nothing is late.

mod digest;
mod mute;
mod sentence;
#[cfg(test)]
mod tests;

pub use digest::{DigestPeriod, LINES};
pub use mute::Mute;
pub use sentence::{About, practised, sentence};

use crate::confidence::STALE;
use crate::vocabulary;
use chrono::{Days, Months, NaiveDate};
use std::cmp::Reverse;

/// What is due within so many days is due soon.
pub const SOON: u64 = 7;
/// Money that ends within so many days is told of: time enough to ask for more.
pub const ENDING: u64 = 180;

vocabulary! {
    /// By which rule something wants attention, the most urgent first.
    pub enum AttentionRule {
        /// Its day has passed.
        Overdue = "OVERDUE", "overdue" | "en retard";
        /// No contact for longer than was agreed.
        Silent = "SILENT", "silent for too long" | "silence trop long";
        /// Its day is near.
        Due = "DUE", "due soon" | "à faire bientôt";
        /// Money whose end is recorded and near.
        FundingEnding = "FUNDING_ENDING", "funding ends" | "financement qui se termine";
        /// A constituency that should have a seat has none.
        SeatVacant = "SEAT_VACANT", "vacant seat" | "siège vacant";
        /// The newest evidence has grown old.
        EvidenceStale = "EVIDENCE_STALE", "evidence has grown old" | "preuve ancienne";
    }
}

/// Why something wants attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// By which rule.
    pub rule: AttentionRule,
    /// The day from which on it does, or on which it ends; none for what has no day.
    pub day: Option<NaiveDate>,
    /// How many days it is late, was silent, or is still to go.
    pub days: Option<i64>,
}

impl Reason {
    /// What is the most urgent is the least: by rule, then the longest waiting, then the soonest.
    pub fn urgency(&self) -> impl Ord + use<> {
        let is_coming = matches!(self.rule, AttentionRule::Due | AttentionRule::FundingEnding);
        let days = self.days.unwrap_or_default();
        (self.rule, Reverse(if is_coming { -days } else { days }))
    }
}

/// Whether something that should be done by a day is late or due soon.
pub fn due(by: Option<NaiveDate>, today: NaiveDate) -> Option<Reason> {
    let by = by?;
    let left = (by - today).num_days();
    if left < 0 {
        return Some(Reason { rule: AttentionRule::Overdue, day: Some(by), days: Some(-left) });
    }
    let is_soon = today.checked_add_days(Days::new(SOON)).is_some_and(|soon| by <= soon);
    is_soon.then_some(Reason { rule: AttentionRule::Due, day: Some(by), days: Some(left) })
}

/// Whether nobody was in touch for longer than was agreed. Before the first contact, silence counts from
/// the day since which there is something to talk about.
pub fn silent(
    last_contact: Option<NaiveDate>,
    since: NaiveDate,
    cadence_days: Option<i32>,
    today: NaiveDate,
) -> Option<Reason> {
    let cadence = u64::try_from(cadence_days?).ok().filter(|days| *days > 0)?;
    let spoke = last_contact.unwrap_or(since);
    let until = spoke.checked_add_days(Days::new(cadence))?;
    let days = Some((today - spoke).num_days());
    (until < today).then_some(Reason { rule: AttentionRule::Silent, day: Some(until), days })
}

/// Whether money ends soon.
pub fn ending(on: Option<NaiveDate>, today: NaiveDate) -> Option<Reason> {
    let on = on?;
    let soon = today.checked_add_days(Days::new(ENDING))?;
    let days = Some((on - today).num_days());
    let is_near = today <= on && on <= soon;
    is_near.then_some(Reason { rule: AttentionRule::FundingEnding, day: Some(on), days })
}

/// Whether the newest evidence has grown old: what has no day never does.
pub fn stale(newest: Option<NaiveDate>, today: NaiveDate) -> Option<Reason> {
    let newest = newest?;
    let old = newest.checked_add_months(Months::new(STALE))?;
    let days = Some((today - newest).num_days());
    (old < today).then_some(Reason { rule: AttentionRule::EvidenceStale, day: Some(old), days })
}

/// A seat that should be held and is not; since when is not known.
pub fn vacant() -> Reason {
    Reason { rule: AttentionRule::SeatVacant, day: None, days: None }
}
