//! What would become of each row of a table of stakeholders: created, matched or refused.

use super::column::{Settings, camel_case};
use super::evidence::{self, EvidenceRecord};
use super::register::{Entry, Found, Register, Who, Why};
use super::stakeholder::{Read, StakeholderColumn, StakeholderRecord, read};
use super::{CellRefusal, Sheet, Stopped, Waiting, reader::by_cell};
use crate::refusal::{Refusal, RefusalCode};
use crate::text::fold;
use crate::vocabulary::Word;
use std::collections::BTreeMap;

mod absorb;
use absorb::absorb;

/// What a person decided about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Create it, whatever it is like.
    Create,
    /// It is somebody known.
    Same(Who),
    /// Leave it out.
    Skip,
}

/// A person's decision about one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The number of the row.
    pub row: usize,
    /// What was decided.
    pub choice: Choice,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A stakeholder is created.
    Create,
    /// It is somebody known; what is stored stays as it is.
    Match {
        /// Who.
        who: Who,
        /// Why.
        why: Why,
    },
    /// Nothing can be done before the cells are corrected.
    Reject {
        /// Every fault, each with its cell.
        refusals: Vec<CellRefusal>,
    },
    /// It is left out, as a person decided.
    Skip,
}

/// Somebody whom a row may be, for a person to decide.
pub type Suggestion = Found;

/// One row of a table of stakeholders and what would become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StakeholderRow {
    /// The number of the row.
    pub number: usize,
    /// What it says; of a created stakeholder also what later rows about the same one add.
    pub record: StakeholderRecord,
    /// What it rests on, of a created stakeholder also by later rows.
    pub evidence: Vec<EvidenceRecord>,
    /// The columns whose value was assumed.
    pub assumed: Vec<StakeholderColumn>,
    /// Of a row about the stakeholder of an earlier row: the cells that say otherwise and are left out.
    pub left_out: Vec<StakeholderColumn>,
    /// What would become of it.
    pub outcome: Outcome,
    /// Whom it may be.
    pub suggestions: Vec<Suggestion>,
}

/// Plans every row of a table of stakeholders. The register knows whom the importer may see; the
/// stakeholders of the rows are added to it, so that relationships can name them.
pub fn plan_stakeholders(
    sheet: &Sheet,
    settings: &Settings<StakeholderColumn>,
    decisions: &[Decision],
    register: &mut Register,
    waiting: Waiting<'_>,
) -> Result<Vec<StakeholderRow>, Stopped> {
    let choices: BTreeMap<usize, Choice> =
        decisions.iter().map(|decision| (decision.row, decision.choice)).collect();
    let mut rows: Vec<StakeholderRow> = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        waiting()?;
        let read = read(settings, row);
        let mut planned =
            plan(settings, register, row.number, read, choices.get(&row.number).copied());
        if let Outcome::Match { who: Who::Row(earlier), .. } = planned.outcome
            && let Some(first) = rows.iter_mut().find(|known| known.number == earlier)
        {
            if planned.record.main_names().next().is_some() {
                planned.left_out = absorb(&mut first.record, &planned.record);
            }
            first.evidence.append(&mut planned.evidence);
        }
        register_row(register, &planned);
        rows.push(planned);
    }
    let refused = evidence::contradictions(settings, rows.iter().flat_map(|row| &row.evidence));
    for row in &mut rows {
        let mut numbers = row.evidence.iter().map(|evidence| evidence.row);
        if let Some(refusals) = numbers.find_map(|number| refused.get(&number)) {
            row.outcome = Outcome::Reject { refusals: refusals.clone() };
        }
    }
    Ok(rows)
}

fn plan(
    settings: &Settings<StakeholderColumn>,
    register: &Register,
    number: usize,
    read: Read,
    choice: Option<Choice>,
) -> StakeholderRow {
    let Read { record, mut refusals, evidence, assumed } = read;
    if is_continuation(register, &record) {
        refusals.retain(|refusal| {
            (refusal.code, refusal.field.as_str()) != (RefusalCode::Required, "name")
        });
    }
    let reject = |refusals| Outcome::Reject { refusals: by_cell(settings, number, refusals) };
    let (found, unsure) = found(register, &record);
    let outcome = match choice {
        Some(Choice::Skip) => Outcome::Skip,
        Some(Choice::Same(who)) => match is_same_kind(register, who, &record) {
            true => Outcome::Match { who, why: Why::Decided },
            false => reject(vec![Refusal::new(RefusalCode::NotFound, "name")]),
        },
        _ if !refusals.is_empty() => reject(refusals),
        Some(Choice::Create) => Outcome::Create,
        None => match found.as_slice() {
            [] => Outcome::Create,
            [one] => Outcome::Match { who: one.who, why: one.why },
            several => reject(vec![ambiguous(register, several)]),
        },
    };
    let names = || record.main_names().chain(record.other_names());
    let mut suggestions = found;
    for like in unsure.into_iter().chain(register.suggest(names(), record.kind())) {
        if !suggestions.iter().any(|known| known.who == like.who) {
            suggestions.push(like);
        }
    }
    if let Outcome::Match { who, .. } = outcome {
        suggestions.retain(|suggestion| suggestion.who != who);
    }
    StakeholderRow {
        number,
        record,
        evidence: evidence.into_iter().collect(),
        assumed,
        left_out: Vec::new(),
        outcome,
        suggestions,
    }
}

/// Whether a row only repeats the short name of an earlier one, to add evidence to it; the earlier
/// one may itself have been found among what is stored.
fn is_continuation(register: &Register, record: &StakeholderRecord) -> bool {
    let found = register.find(&record.slug, Some(record.kind()));
    record.main_names().next().is_none() && found.len() == 1
}

/// Whom the row names exactly. Its own names decide; where only an acronym or alias of the row is
/// an acronym or alias of somebody, two bodies may share it, and a person decides.
fn found(register: &Register, record: &StakeholderRecord) -> (Vec<Found>, Vec<Found>) {
    let (mut sure, mut unsure) = (Vec::new(), Vec::new());
    let slug = Some(record.slug.as_str()).filter(|slug| !slug.is_empty());
    for name in slug.into_iter().chain(record.main_names()) {
        register
            .find(name, Some(record.kind()))
            .into_iter()
            .for_each(|found| keep(&mut sure, found));
    }
    for name in record.other_names() {
        for found in register.find(name, Some(record.kind())) {
            let list = if found.why > Why::OtherName { &mut sure } else { &mut unsure };
            keep(list, Found { why: Why::OtherName, ..found });
        }
    }
    let surest = sure.iter().map(|found| found.why).max();
    sure.retain(|found| Some(found.why) == surest);
    (sure, unsure)
}

fn keep(list: &mut Vec<Found>, found: Found) {
    match list.iter_mut().find(|known| known.who == found.who) {
        Some(known) => known.why = known.why.max(found.why),
        None => list.push(found),
    }
}

fn is_same_kind(register: &Register, who: Who, record: &StakeholderRecord) -> bool {
    register.entry(who).is_some_and(|entry| entry.kind == record.kind())
}

fn ambiguous(register: &Register, several: &[Found]) -> Refusal {
    let mut refusal =
        Refusal::new(RefusalCode::Ambiguous, camel_case(StakeholderColumn::Name.code()));
    let slugs = several
        .iter()
        .filter_map(|found| register.entry(found.who))
        .map(|entry| entry.slug.clone());
    refusal.missing = slugs.filter(|slug| !slug.is_empty()).collect();
    refusal
}

/// Makes the names of a row known: of a new stakeholder, or as further names of an earlier row's.
fn register_row(register: &mut Register, row: &StakeholderRow) {
    let who = match row.outcome {
        Outcome::Create => Who::Row(row.number),
        Outcome::Match { who: who @ Who::Row(_), .. } => who,
        _ => return,
    };
    let owned = |name: &str| name.to_owned();
    let mut other: Vec<String> = row.record.other_names().map(owned).collect();
    let mut main: Vec<String> = row.record.main_names().map(owned).collect();
    let mut slug = row.record.slug.clone();
    if who != Who::Row(row.number) {
        let known = register.entry(who).map(|entry| entry.main.clone()).unwrap_or_default();
        let is_known = |name: &String| known.iter().any(|known| fold(known) == fold(name));
        other.extend(main.into_iter().filter(|name| !is_known(name)));
        (main, slug) = (Vec::new(), String::new());
    }
    register.add(Entry { who, kind: row.record.kind(), slug, main, other });
}

#[cfg(test)]
mod tests;
