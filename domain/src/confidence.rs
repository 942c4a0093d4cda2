//! How far what is recorded may be relied on, by what it rests on. A formula that anybody can check by
//! hand, and no model:
//!
//! 1. A piece of evidence weighs what its kind of source weighs ([`weight`]), half of that when it was
//!    inferred rather than stated.
//! 2. What supports fades with age: it weighs whole for [`FRESH`] months, then evenly less until
//!    [`FADED`] months, and [`REMAINS`] per mille from then on. An unknown age is never old: undated
//!    evidence does not fade. What disputes does not fade: it stands until it is settled.
//! 3. Of several pieces of one source for one side, the heaviest counts, once.
//! 4. Independent sources add up as independent chances do: support is `1 - (1 - w1)(1 - w2)...`, and
//!    dispute likewise.
//! 5. Confidence is `support * (1 - dispute)`. Without evidence there is none: not zero, but unknown.
//!
//! All in whole numbers, so that it is the same everywhere: weights are per mille, products per million.

use crate::evidence::{SourceKind, Stance};
use crate::identifier::SourceId;
use crate::interval::DatePoint;
use crate::vocabulary;
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeMap;

/// For so many months evidence weighs whole.
pub const FRESH: u32 = 12;
/// After so many months evidence weighs no less any more.
pub const FADED: u32 = 60;
/// What is left of the weight then, per mille.
pub const REMAINS: u32 = 400;
/// After so many months evidence is called stale.
pub const STALE: u32 = 24;

const WHOLE: u32 = 1_000;
const MILLION: u64 = 1_000_000;

vocabulary! {
    /// How long ago the newest evidence for something was given.
    pub enum Freshness {
        /// Within a year.
        Fresh = "FRESH", "fresh" | "récente";
        /// Within two years.
        Fading = "FADING", "fading" | "vieillissante";
        /// Longer ago.
        Stale = "STALE", "stale" | "ancienne";
        /// There is evidence, and none of it says when: unknown is not old.
        Undated = "UNDATED", "undated" | "non datée";
    }
}

/// A piece of evidence as the formula sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it comes from.
    pub source: SourceId,
    /// What kind of thing that is.
    pub kind: SourceKind,
    /// For or against.
    pub stance: Stance,
    /// Whether it was inferred rather than stated.
    pub inferred: bool,
    /// When it was said, or published, as far as known.
    pub said: Option<DatePoint>,
}

/// What a kind of source weighs, per mille: what others can look up weighs more than what was told.
pub fn weight(kind: SourceKind) -> u32 {
    match kind {
        SourceKind::Document | SourceKind::Dataset => 700,
        SourceKind::WebPage | SourceKind::Meeting => 600,
        SourceKind::Message => 500,
    }
}

/// How far these pieces of evidence bear what they are about on a day, per mille; none without any.
/// Evidence that was given only later does not count on that day.
pub fn confidence(items: &[Item], day: NaiveDate) -> Option<u32> {
    let mut heaviest: BTreeMap<(bool, SourceId), u32> = BTreeMap::new();
    for item in given(items, day) {
        let supports = item.stance == Stance::Supports;
        let weighs = item.weighs(day);
        let known = heaviest.entry((supports, item.source)).or_default();
        *known = weighs.max(*known);
    }
    if heaviest.is_empty() {
        return None;
    }
    let doubt = |side: bool| {
        let weights = heaviest.iter().filter(|((supports, _), _)| *supports == side);
        weights.fold(MILLION, |doubt, (_, weight)| {
            doubt * u64::from(WHOLE - weight) / u64::from(WHOLE)
        })
    };
    let borne = (MILLION - doubt(true)) * doubt(false) / MILLION;
    u32::try_from(borne / u64::from(WHOLE)).ok()
}

/// How long before a day the newest evidence in support was given; none without support.
pub fn freshness(items: &[Item], day: NaiveDate) -> Option<Freshness> {
    let newest = newest(items, day)?;
    Some(match newest {
        None => Freshness::Undated,
        Some(said) if within(said, FRESH, day) => Freshness::Fresh,
        Some(said) if within(said, STALE, day) => Freshness::Fading,
        Some(_) => Freshness::Stale,
    })
}

/// The latest date at which something was supported by a day: none without support, and then none when
/// the support does not say when.
pub fn newest(items: &[Item], day: NaiveDate) -> Option<Option<DatePoint>> {
    let supporting = given(items, day).filter(|item| item.stance == Stance::Supports);
    supporting.map(|item| item.said).max_by_key(|said| said.map(DatePoint::last))
}

/// How many sources support something on a day.
pub fn sources(items: &[Item], day: NaiveDate) -> usize {
    let supporting = given(items, day).filter(|item| item.stance == Stance::Supports);
    let mut sources: Vec<_> = supporting.map(|item| item.source).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.len()
}

/// Whether anything speaks against something on a day.
pub fn disputed(items: &[Item], day: NaiveDate) -> bool {
    given(items, day).any(|item| item.stance == Stance::Disputes)
}

fn given(items: &[Item], day: NaiveDate) -> impl Iterator<Item = &Item> {
    items.iter().filter(move |item| item.said.is_none_or(|said| said.first() <= day))
}

impl Item {
    fn weighs(&self, day: NaiveDate) -> u32 {
        let whole = weight(self.kind) / if self.inferred { 2 } else { 1 };
        let age = self.said.filter(|_| self.stance == Stance::Supports);
        whole * age.map_or(WHOLE, |said| remaining(months(said, day))) / WHOLE
    }
}

/// What is left of a weight after so many months, per mille.
fn remaining(months: u32) -> u32 {
    let fading = months.clamp(FRESH, FADED) - FRESH;
    WHOLE - fading * (WHOLE - REMAINS) / (FADED - FRESH)
}

/// Whether a day is at most so many months after the last day that a date may mean.
fn within(said: DatePoint, months: u32, day: NaiveDate) -> bool {
    said.last().checked_add_months(Months::new(months)).is_none_or(|until| day <= until)
}

/// Whole months from the last day that a date may mean to a day; zero when that is not over yet.
fn months(said: DatePoint, day: NaiveDate) -> u32 {
    let said = said.last();
    let count = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    let whole = count(day) - count(said) - i64::from(day.day() < said.day());
    u32::try_from(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests;
