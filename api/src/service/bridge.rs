//! The bridge between two languages: how many relationships join those who work in the one with
//! those who work in the other.

use super::support::holds;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::graph::crossing::{Crossing, Side, crossing};
use domain::identifier::RelationshipId;
use domain::language::Language;
use domain::stakeholder::{Detail, StakeholderKind};
use entity::stakeholder::Stakeholder;
use std::collections::HashMap;

/// The least number of relationships with known languages that a share is told of.
pub const LEAST: usize = 10;

/// What was counted between two languages.
#[derive(Clone, Debug)]
pub struct Bridge {
    /// The first language.
    pub one: Language,
    /// The second language.
    pub other: Language,
    /// On which day.
    pub as_of: NaiveDate,
    /// The counts.
    pub crossing: Crossing,
    /// The relationships from one to the other, in order of id.
    pub relationships: Vec<RelationshipId>,
}

/// Counts the relationships of a day between those who work in either language.
pub fn bridge(view: &View, one: Language, other: Language, as_of: NaiveDate) -> Bridge {
    let parties: Vec<_> = view.stakeholders().filter(|row| works(row)).collect();
    let sides: Vec<_> = parties.iter().map(|row| side(row, one, other)).collect();
    let index: HashMap<_, u32> = parties.iter().map(|row| row.id).zip(0..).collect();
    let rows = view.relationships().filter(|row| holds(view, row, as_of));
    let (ids, ends): (Vec<_>, Vec<_>) = rows
        .filter_map(|row| {
            let ends = (*index.get(&row.source_id)?, *index.get(&row.target_id)?);
            Some((row.id, ends))
        })
        .unzip();
    let crossing = crossing(&sides, &ends);
    let relationships =
        crossing.crossing.iter().filter_map(|place| ids.get(*place).copied()).collect();
    Bridge { one, other, as_of, crossing, relationships }
}

/// Who works in a language: a good, a place and a category of partners do not.
fn works(row: &Stakeholder) -> bool {
    use StakeholderKind::{GlobalGood, Place, Segment};
    row.archived_at.is_none() && !row.practice && !matches!(row.kind, GlobalGood | Place | Segment)
}

fn side(row: &Stakeholder, one: Language, other: Language) -> Side {
    let own = match &row.detail {
        Detail::Group { language, .. } => language.as_deref(),
        _ => None,
    };
    let languages = || row.languages.iter().map(String::as_str).chain(own);
    let has = |language: Language| languages().any(|code| code == language.code());
    match (has(one), has(other)) {
        (true, true) => Side::Both,
        (true, false) => Side::One,
        (false, true) => Side::Other,
        (false, false) if languages().next().is_none() => Side::Unknown,
        (false, false) => Side::Neither,
    }
}
