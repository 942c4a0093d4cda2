//! Rows that state something of stakeholders named in them, whatever it is: what joins two, what one
//! can give for another. A row that repeats a statement adds a piece of evidence to it.

use super::column::{Settings, SheetColumn};
use super::evidence::{self, EvidenceRecord};
use super::reader::{Reader, by_cell};
use super::register::{Found, Register, Who};
use super::{CellRefusal, Row, Sheet, Stopped, Waiting};
use crate::identifier::StakeholderId;
use crate::refusal::{Refusal, RefusalCode};
use crate::stakeholder::StakeholderKind;
use crate::vocabulary::Word;
use std::collections::HashMap;
use std::hash::Hash;
use uuid::Uuid;

/// What would become of a statement; `I` is the id of a stored one, `E` whom it is about.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementOutcome<I, E> {
    /// It is recorded, with its evidence.
    Create(E),
    /// It is stored already, and stays as it is.
    Match {
        /// Which one it is.
        id: I,
        /// Whom it is about.
        ends: E,
    },
    /// Nothing can be done before the cells are corrected.
    Reject {
        /// Every fault, each with its cell.
        refusals: Vec<CellRefusal>,
    },
}

/// A statement of a table and what would become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRow<C, R, I, E> {
    /// The numbers of the rows that tell of it; at least one.
    pub numbers: Vec<usize>,
    /// What they say; none when not even its kind could be read.
    pub record: Option<R>,
    /// What they rest on.
    pub evidence: Vec<EvidenceRecord>,
    /// The columns whose value was assumed.
    pub assumed: Vec<C>,
    /// What would become of it.
    pub outcome: StatementOutcome<I, E>,
}

/// What the rows of a table state.
pub(super) trait Statement: Clone {
    /// What its columns can mean.
    type Column: SheetColumn;
    /// The id of a stored one.
    type Id: Copy;
    /// Whom it is about.
    type Ends: Copy;
    /// What makes two of them the same one.
    type Key: Eq + Hash;

    /// What a row states: nothing, or one thing for each that it names.
    fn read(reader: &mut Reader<Self::Column>) -> Option<Vec<Self>>;

    /// Whom it is about and what makes it the same as another, unless a rule says no.
    fn check(&self, register: &Register) -> Result<(Self::Ends, Self::Key), Vec<Refusal>>;

    /// Where the row says that it stands, if the same may be stated at several places.
    fn place(&self) -> String {
        String::new()
    }
}

/// A statement of a table, as the planner makes it.
type RowOf<S> =
    StatementRow<<S as Statement>::Column, S, <S as Statement>::Id, <S as Statement>::Ends>;

/// Plans every row of a table of statements. The register knows whom the importer may see, and the
/// stakeholders of a table read before; `stored` are those that exist already.
pub(super) fn plan_statements<S: Statement>(
    sheet: &Sheet,
    settings: &Settings<S::Column>,
    register: &Register,
    stored: &HashMap<S::Key, S::Id>,
    waiting: Waiting<'_>,
) -> Result<Vec<RowOf<S>>, Stopped> {
    let mut rows: Vec<RowOf<S>> = Vec::with_capacity(sheet.rows.len());
    let mut known: HashMap<(S::Key, String), usize> = HashMap::new();
    for row in &sheet.rows {
        waiting()?;
        for (mut planned, key) in plan::<S>(settings, register, row) {
            let Some(key) = key else {
                rows.push(planned);
                continue;
            };
            if let (Some(id), StatementOutcome::Create(ends)) = (stored.get(&key), &planned.outcome)
            {
                planned.outcome = StatementOutcome::Match { id: *id, ends: *ends };
            }
            let place = planned.record.as_ref().map(S::place).unwrap_or_default();
            let index = *known.entry((key, place)).or_insert(rows.len());
            match rows.get_mut(index) {
                Some(earlier) => {
                    earlier.numbers.push(row.number);
                    earlier.evidence.extend(planned.evidence);
                }
                None => rows.push(planned),
            }
        }
    }
    let told = rows.iter().flat_map(|row| &row.evidence);
    let refused = evidence::contradictions(settings, told);
    for row in &mut rows {
        if let Some(refusals) = row.numbers.iter().find_map(|number| refused.get(number)) {
            row.outcome = StatementOutcome::Reject { refusals: refusals.clone() };
        }
    }
    Ok(rows)
}

/// What one row states.
fn plan<S: Statement>(
    settings: &Settings<S::Column>,
    register: &Register,
    row: &Row,
) -> Vec<(RowOf<S>, Option<S::Key>)> {
    let mut reader = Reader::new(settings, row);
    let read = S::read(&mut reader);
    let evidence: Vec<EvidenceRecord> =
        evidence::read(&mut reader, row.number).into_iter().collect();
    let assumed = reader.assumed;
    let refusals = reader.refusals.finish::<()>(None).err().unwrap_or_default();
    let row_of = |record, outcome| StatementRow {
        numbers: vec![row.number],
        record,
        evidence: evidence.clone(),
        assumed: assumed.clone(),
        outcome,
    };
    let reject =
        |refusals| StatementOutcome::Reject { refusals: by_cell(settings, row.number, refusals) };
    let Some(records) = read.filter(|records| !records.is_empty()) else {
        return vec![(row_of(None, reject(refusals)), None)];
    };
    let plan_one = |record: S| match record.check(register) {
        Ok((ends, key)) if refusals.is_empty() => {
            (row_of(Some(record), StatementOutcome::Create(ends)), Some(key))
        }
        checked => {
            let mut refusals = refusals.clone();
            refusals.extend(checked.err().unwrap_or_default());
            (row_of(Some(record), reject(refusals)), None)
        }
    };
    records.into_iter().map(plan_one).collect()
}

/// The only one of those whom a name means; else the name is refused with those to choose from.
pub(super) fn one(
    register: &Register,
    name: &str,
    found: &[Found],
    field: &str,
) -> Result<Found, Refusal> {
    match found {
        [one] => Ok(*one),
        [] => {
            let like = StakeholderKind::ALL.iter().flat_map(|kind| register.suggest([name], *kind));
            Err(refusal(register, RefusalCode::NotFound, field, like.take(3)))
        }
        several => Err(refusal(register, RefusalCode::Ambiguous, field, several.iter().copied())),
    }
}

fn refusal(
    register: &Register,
    code: RefusalCode,
    field: &str,
    choices: impl Iterator<Item = Found>,
) -> Refusal {
    let mut refusal = Refusal::new(code, field);
    let shown = |found: Found| {
        let entry = register.entry(found.who)?;
        let name = if entry.slug.is_empty() { entry.main.first()? } else { &entry.slug };
        Some(name.clone())
    };
    refusal.missing = choices.filter_map(shown).collect();
    refusal
}

/// Stands for the id that a row's stakeholder gets once it is created; no stored id is so small.
pub(super) fn placeholder(who: Who) -> StakeholderId {
    match who {
        Who::Stored(id) => id,
        Who::Row(number) => {
            StakeholderId(Uuid::from_u128(u128::try_from(number).unwrap_or_default()))
        }
    }
}
