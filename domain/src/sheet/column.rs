//! What the columns of a sheet can mean, and how its cells are to be read.

use crate::text::Locale;
use crate::vocabulary;
use crate::vocabulary::Word;

vocabulary! {
    /// What the rows of a sheet are about.
    pub enum Table {
        /// One stakeholder a row.
        Stakeholders = "STAKEHOLDERS", "partners" | "partenaires";
        /// One relationship a row, or one more piece of evidence for the row before.
        Relationships = "RELATIONSHIPS", "relationships" | "relations";
    }
}

vocabulary! {
    /// By whose rules the cells of a sheet are written.
    pub enum Form {
        /// As Banyan writes them itself: nothing has to be guessed.
        Banyan = "BANYAN", "Banyan’s own form" | "forme propre à Banyan";
        /// As people write them.
        Foreign = "FOREIGN", "another form" | "autre forme";
    }
}

vocabulary! {
    /// How a file writes dates.
    pub enum DateForm {
        /// 2024, 2024-05 or 2024-05-31.
        Iso = "ISO", "year-month-day" | "année-mois-jour";
        /// 31/05/2024 or 05/2024; ISO dates are read as well.
        DayFirst = "DAY_FIRST", "day/month/year" | "jour/mois/année";
    }
}

/// Other headings of a column, folded, by the language that they are written in.
#[derive(Clone, Copy, Debug)]
pub struct Synonyms {
    /// English, and the names that tools give.
    pub en: &'static [&'static str],
    /// French.
    pub fr: &'static [&'static str],
}

/// A meaning that a column of some table can have.
pub trait SheetColumn: Word {
    /// What people call it beside its label.
    fn synonyms(self) -> Synonyms;
    /// Whether a refusal of this field is about this column.
    fn fills(self, field: &str) -> bool;
    /// Whether its cells hold dates.
    fn holds_dates(self) -> bool;
}

/// What a text stands for in a column; an empty text is what a missing cell stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning<C> {
    /// In which column.
    pub column: C,
    /// The text of the cell, in any case and with or without accents.
    pub text: String,
    /// What is read in its place.
    pub reading: String,
}

/// How the cells of a sheet are to be read; guessed first, then corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings<C> {
    /// By whose rules the cells are written.
    pub form: Form,
    /// What each column means; a column without meaning is left out.
    pub columns: Vec<Option<C>>,
    /// The language of names and summaries whose column does not say it.
    pub locale: Locale,
    /// How dates are written.
    pub dates: DateForm,
    /// What certain texts stand for.
    pub meanings: Vec<Meaning<C>>,
}

/// The heading of a column in Banyan's own form.
pub fn heading<C: Word>(column: C) -> String {
    column.code().to_ascii_lowercase()
}

/// The name of the draft's field that a code stands for: `NAME_EN` is `nameEn`.
pub(super) fn camel_case(code: &str) -> String {
    let mut words = code.split('_');
    let mut field = words.next().unwrap_or_default().to_ascii_lowercase();
    for word in words {
        let (first, rest) = word.split_at(1.min(word.len()));
        field.push_str(first);
        field.push_str(&rest.to_ascii_lowercase());
    }
    field
}

impl<C: SheetColumn> Settings<C> {
    /// Where the cells of a column stand.
    pub fn index(&self, column: C) -> Option<usize> {
        self.columns.iter().position(|assigned| *assigned == Some(column))
    }

    /// Where the cell stands that a refusal of this field is about.
    pub(super) fn index_of_field(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|assigned| assigned.is_some_and(|column| column.fills(field)))
    }
}
