//! What would become of the rows of a sheet, whatever they are about.

use crate::error::Error;
use crate::op::Stamp;
use crate::snapshot::View;
use domain::identifier::{CapabilityId, CommunityId, RelationshipId, StakeholderId};
use domain::refusal::Refusal;
use domain::sheet::{
    CellRefusal, Choice, Decision, EvidenceRecord, Settings, Sheet, SheetColumn, Stopped, Waiting,
    Why,
};
use domain::stakeholder::StakeholderKind;
use domain::text::Locale;
use entity::{capability, relationship, stakeholder::Stakeholder};
use std::collections::BTreeMap;

/// What would become of a sheet, as told to whoever brings it in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// What each column means.
    pub columns: Vec<Column>,
    /// Every row, in order.
    pub rows: Vec<Row>,
    /// How many rows would become what.
    pub counts: Counts,
}

/// A column of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// The code of what it means; none when it is left out.
    pub code: Option<&'static str>,
}

/// What would become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Something is created.
    Create,
    /// It is there already, or said by an earlier row.
    Match,
    /// It is left out: something is wrong with it, or a person decided so.
    Reject,
}

/// A row, and what would become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as the spreadsheet shows it.
    pub number: usize,
    /// What would become of it.
    pub verdict: Verdict,
    /// What it is about, in its own words.
    pub name: String,
    /// What it is taken for.
    pub found: Option<Candidate>,
    /// What it may be, for a person to decide.
    pub suggestions: Vec<Candidate>,
    /// Everything that is wrong with it.
    pub faults: Vec<Fault>,
    /// The codes of the columns whose value was not in the row.
    pub assumed: Vec<&'static str>,
}

/// What a row may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What it is.
    pub whom: Whom,
    /// What it is called.
    pub name: String,
    /// Why it is thought to be the same.
    pub why: Why,
}

/// Something that a row may be the same as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// A stored stakeholder.
    Stakeholder(StakeholderKind, StakeholderId),
    /// A stored relationship.
    Relationship(RelationshipId),
    /// A stored capability.
    Capability(CapabilityId),
    /// What an earlier row of the sheet makes, by its number.
    Row(usize),
}

/// A rule saying no to a cell, or to a whole row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub refusal: Refusal,
    /// The heading of the column.
    pub column: Option<String>,
    /// What stands in the cell.
    pub cell: Option<String>,
}

/// How many rows become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Created.
    pub create: usize,
    /// There already.
    pub matched: usize,
    /// Left out.
    pub reject: usize,
}

/// Where the id and the instant of a planned record come from.
pub(super) type Stamping<'a> = &'a (dyn Fn() -> Stamp + Sync);

/// What rows are planned on.
pub(super) struct Ground<'a> {
    /// What the importer sees.
    pub(super) view: &'a View,
    /// What planned records are made with.
    pub(super) stamp: Stamping<'a>,
    /// Who maintains the records of rows that do not say.
    pub(super) home: Option<CommunityId>,
    /// The language in which known records are named.
    pub(super) locale: Locale,
    /// Whether somebody still waits for the plan.
    pub(super) waiting: Waiting<'a>,
}

/// A record that is to be stored, and what it rests on.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(super) record: Planning,
    pub(super) evidence: Vec<EvidenceRecord>,
}

/// A record that is to be stored.
#[derive(Debug)]
pub(super) enum Planning {
    Stakeholder(Box<Stakeholder>),
    Relationship(Box<relationship::Model>),
    Capability(Box<capability::Model>),
}

/// What becomes of a whole sheet.
#[derive(Debug)]
pub(super) struct Plan {
    columns: Vec<Column>,
    rows: BTreeMap<usize, Row>,
    /// What is to be stored, in order.
    pub(super) planned: Vec<Planned>,
}

/// One attempt at the rows that no earlier attempt refused.
#[derive(Default)]
pub(super) struct Attempt {
    /// What is told about each row.
    pub(super) rows: BTreeMap<usize, Row>,
    /// What is wrong with the rows that have to be left out.
    pub(super) refused: BTreeMap<usize, Vec<CellRefusal>>,
    /// What would be stored.
    pub(super) planned: Vec<Planned>,
}

/// Plans a sheet: attempts its rows, leaves out the refused ones, and attempts the others anew, for
/// they may have leant on refused ones; until nothing is refused any more.
pub(super) fn plan<C: SheetColumn>(
    sheet: &Sheet,
    settings: &Settings<C>,
    decisions: &[Decision],
    mut attempt: impl FnMut(&Sheet) -> Result<Attempt, Stopped>,
) -> Result<Plan, Stopped> {
    let skipped = |number| {
        let said = decisions.iter().find(|decision| decision.row == number);
        said.is_some_and(|decision| decision.choice == Choice::Skip)
    };
    let (mut rest, mut told) = (sheet.clone(), BTreeMap::new());
    loop {
        let Attempt { mut rows, mut refused, planned } = attempt(&rest)?;
        refused.extend(rows.keys().filter(|row| skipped(**row)).map(|row| (*row, Vec::new())));
        for (number, refusals) in &refused {
            let faults = refusals.iter().map(|refusal| fault(sheet, refusal)).collect();
            if let Some(row) = rows.get_mut(number) {
                row.leave_out(faults);
            }
        }
        rows.values_mut().for_each(|row| row.tell_defaults(sheet, settings));
        told.append(&mut rows);
        if refused.is_empty() {
            return Ok(Plan { columns: columns(sheet, settings), rows: told, planned });
        }
        rest.rows.retain(|row| !refused.contains_key(&row.number));
    }
}

impl Planned {
    /// The same, as if it were planned only now. Planned records never name each other, so that
    /// nothing knows the former id.
    pub(super) fn stamped(mut self, Stamp { id, at }: Stamp) -> Self {
        match &mut self.record {
            Planning::Stakeholder(record) => {
                record.id = StakeholderId(id);
                (record.created_at, record.updated_at) = (at, at);
            }
            Planning::Relationship(record) => {
                record.id = RelationshipId(id);
                (record.created_at, record.updated_at) = (at, at);
            }
            Planning::Capability(record) => {
                record.id = CapabilityId(id);
                (record.created_at, record.updated_at) = (at, at);
            }
        }
        self
    }
}

impl Plan {
    /// What is told about it.
    pub(super) fn preview(self) -> Preview {
        let counts = self.counts();
        Preview { columns: self.columns, rows: self.rows.into_values().collect(), counts }
    }

    /// How many rows become what.
    pub(super) fn counts(&self) -> Counts {
        let count = |verdict| self.rows.values().filter(|row| row.verdict == verdict).count();
        Counts {
            create: count(Verdict::Create),
            matched: count(Verdict::Match),
            reject: count(Verdict::Reject),
        }
    }
}

impl Row {
    fn leave_out(&mut self, faults: Vec<Fault>) {
        (self.verdict, self.found, self.faults) = (Verdict::Reject, None, faults);
    }

    /// What a person said that missing cells stand for was not in the row either.
    fn tell_defaults<C: SheetColumn>(&mut self, sheet: &Sheet, settings: &Settings<C>) {
        let says = |column| {
            let cell = settings.index(column).zip(row(sheet, self.number));
            cell.is_some_and(|(index, row)| !row.cell(index).trim().is_empty())
        };
        let stand_in = settings.meanings.iter().filter(|meaning| meaning.text.is_empty());
        for column in stand_in.map(|meaning| meaning.column).filter(|column| !says(*column)) {
            if !self.assumed.contains(&column.code()) {
                self.assumed.push(column.code());
            }
        }
    }
}

/// What a rule of a service refused, as about the cells of a row.
pub(super) fn refused<C: SheetColumn>(
    settings: &Settings<C>,
    row: usize,
    refusals: &[Refusal],
) -> Vec<CellRefusal> {
    let cell = |refusal: &Refusal| {
        let fills = |column: &Option<C>| column.is_some_and(|column| column.fills(&refusal.field));
        settings.columns.iter().position(fills)
    };
    let one =
        |refusal: &Refusal| CellRefusal { row, cell: cell(refusal), refusal: refusal.clone() };
    refusals.iter().map(one).collect()
}

/// The refusals of an error of a service that answers with nothing else.
pub(super) fn refusals(error: &Error) -> Vec<Refusal> {
    error.refusals().to_vec()
}

fn fault(sheet: &Sheet, refused: &CellRefusal) -> Fault {
    let cell = |index| row(sheet, refused.row).map(|row| row.cell(index).to_owned());
    let heading = |index: usize| sheet.heading.get(index).cloned();
    Fault {
        refusal: refused.refusal.clone(),
        column: refused.cell.and_then(heading),
        cell: refused.cell.and_then(cell),
    }
}

/// The row with this number; rows are in order.
fn row(sheet: &Sheet, number: usize) -> Option<&domain::sheet::Row> {
    let position = sheet.rows.binary_search_by_key(&number, |row| row.number).ok()?;
    sheet.rows.get(position)
}

fn columns<C: SheetColumn>(sheet: &Sheet, settings: &Settings<C>) -> Vec<Column> {
    let meanings = settings.columns.iter().copied().chain(std::iter::repeat(None));
    let columns = sheet.heading.iter().zip(meanings);
    columns
        .map(|(heading, column)| Column {
            heading: heading.clone(),
            code: column.map(|column| column.code()),
        })
        .collect()
}
