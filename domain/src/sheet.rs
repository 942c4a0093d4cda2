//! Spreadsheets: cells as people paste them, turned into drafts, and facts written back as cells.
//!
//! Cells become a [`Sheet`]; [`Settings`] are guessed from its headings and corrected by a person;
//! then every row says whether it would be created, is matched with somebody known, or is refused,
//! naming the cell. Nothing here knows where the cells came from or who stores the drafts.
//!
//! Banyan's own form ([`Form::Banyan`]) is the one that is written: headings are the codes of the
//! columns in lower case, lists are split by `|` (`\|` and `\\` stand for themselves), dates are
//! ISO, and a cell that a spreadsheet would take for a formula begins with an apostrophe.

mod capability;
mod cell;
mod column;
mod evidence;
mod heading;
mod likeness;
mod list;
mod plan;
mod reader;
mod register;
mod relationship;
mod stakeholder;
mod statement;
mod word;
mod write;

pub use capability::{
    CapabilityColumn, CapabilityEnds, CapabilityKey, CapabilityOutcome, CapabilityRecord,
    CapabilityRow, plan_capabilities,
};
pub use cell::{neutralise, restore};
pub use column::{DateForm, Form, Meaning, Settings, SheetColumn, Synonyms, Table, heading};
pub use evidence::{EvidenceLine, EvidenceRecord, sources};
pub use heading::{guess, guess_table};
pub use plan::{Choice, Decision, Outcome, StakeholderRow, Suggestion, plan_stakeholders};
pub use register::{Entry, Found, Register, Who, Why};
pub use relationship::{
    Ends, RelationshipColumn, RelationshipKey, RelationshipOutcome, RelationshipRecord,
    RelationshipRow, plan_relationships,
};
pub use stakeholder::{StakeholderColumn, StakeholderRecord};
pub use statement::{StatementOutcome, StatementRow};
pub use write::{
    CapabilityLine, RelationshipLine, StakeholderLine, capability_cells, capability_heading,
    relationship_cells, relationship_heading, stakeholder_cells, stakeholder_heading,
};

use crate::refusal::{Refusal, RefusalCode};

/// The most rows of one import.
pub const ROW_LIMIT: usize = 1_000;
/// The most columns of one import; Banyan's own form has fewer than half as many.
pub const COLUMN_LIMIT: usize = 200;

/// Nobody waits for a plan any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Asked before each row, so that a plan ends soon after nobody waits for it any more.
pub type Waiting<'a> = &'a dyn Fn() -> Result<(), Stopped>;

/// A spreadsheet's cells under their headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of the first row.
    pub heading: Vec<String>,
    /// The other rows, without the empty ones.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as the spreadsheet shows it; the heading is row 1.
    pub number: usize,
    /// Its cells; missing ones at the end are empty.
    pub cells: Vec<String>,
}

/// A rule saying no to one cell, or to a whole row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRefusal {
    /// The number of the row.
    pub row: usize,
    /// Which cell of the row, counted from 0; none when the fault lies in no single cell.
    pub cell: Option<usize>,
    /// What is wrong.
    pub refusal: Refusal,
}

impl Sheet {
    /// Takes the first row that is not empty as the heading and drops empty rows, keeping numbers.
    /// Empty cells at the end of the heading are no columns: spreadsheets write thousands of them.
    pub fn parse(cells: Vec<Vec<String>>) -> Result<Self, Refusal> {
        let mut rows = cells
            .into_iter()
            .enumerate()
            .map(|(index, cells)| Row { number: index + 1, cells })
            .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        let heading = rows.next().ok_or_else(|| Refusal::new(RefusalCode::Required, "cells"))?;
        let mut heading = heading.cells;
        while heading.last().is_some_and(|cell| cell.trim().is_empty()) {
            heading.pop();
        }
        if heading.len() > COLUMN_LIMIT {
            let refusal = Refusal::new(RefusalCode::TooMany, "columns");
            return Err(refusal.missing(COLUMN_LIMIT.to_string()));
        }
        let rows: Vec<Row> = rows.collect();
        if rows.len() > ROW_LIMIT {
            let refusal = Refusal::new(RefusalCode::TooMany, "cells");
            return Err(refusal.missing(ROW_LIMIT.to_string()));
        }
        Ok(Self { heading, rows })
    }
}

impl Row {
    /// The cell at this position, empty when the row is shorter.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    /// Empty rows are dropped, and the others keep the numbers that the spreadsheet shows.
    #[test]
    fn rows_keep_their_numbers() {
        let sheet = Sheet::parse(cells(&[&[""], &["Name"], &[" ", ""], &["WHO"], &[]])).unwrap();
        assert_eq!(sheet.heading, ["Name"]);
        assert_eq!(sheet.rows.len(), 1);
        assert_eq!((sheet.rows[0].number, sheet.rows[0].cell(0)), (4, "WHO"));
        assert_eq!(sheet.rows[0].cell(7), "");
    }

    /// A sheet without any cell, or with too many rows, is refused as a whole.
    #[test]
    fn empty_and_long_sheets_are_refused() {
        assert_eq!(Sheet::parse(cells(&[&["", " "]])).unwrap_err().code, RefusalCode::Required);
        let long = vec![vec!["x".to_owned()]; ROW_LIMIT + 2];
        assert_eq!(Sheet::parse(long).unwrap_err().code, RefusalCode::TooMany);
        assert!(Sheet::parse(vec![vec!["x".to_owned()]; ROW_LIMIT + 1]).is_ok());
    }

    /// A sheet with too many columns is refused; empty headings at the end are no columns.
    #[test]
    fn wide_sheets_are_refused() {
        let wide = |columns: usize, empty: usize| {
            let heading = (0..columns).map(|number| format!("column {number}"));
            let empty = std::iter::repeat_n(String::new(), empty);
            Sheet::parse(vec![heading.chain(empty).collect()])
        };
        let refusal = wide(COLUMN_LIMIT + 1, 0).unwrap_err();
        assert_eq!((refusal.code, refusal.field.as_str()), (RefusalCode::TooMany, "columns"));
        assert_eq!(refusal.missing, [COLUMN_LIMIT.to_string()]);
        assert_eq!(wide(COLUMN_LIMIT, 16_000).unwrap().heading.len(), COLUMN_LIMIT);
    }
}
