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
        /// One capability a row, or one more piece of evidence for the row before.
        Capabilities = "CAPABILITIES", "capabilities" | "capacités";
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

/// Declares the columns of a table: its own, and behind them those of evidence, which every table has.
macro_rules! columns {
    ($(#[doc = $doc:literal])+ pub enum $name:ident { $($own:tt)+ }) => {
        $crate::vocabulary! {
            $(#[doc = $doc])+
            pub enum $name {
                $($own)+
                /// Evidence: the source, by its title or by a short key within the file.
                EvidenceSource = "EVIDENCE_SOURCE", "evidence: source" | "preuve\u{a0}: source";
                /// Evidence: where in the source.
                EvidenceLocator = "EVIDENCE_LOCATOR", "evidence: where" | "preuve\u{a0}: endroit";
                /// Evidence: for or against.
                EvidenceStance = "EVIDENCE_STANCE", "evidence: for or against" | "preuve\u{a0}: pour ou contre";
                /// Evidence: what it says.
                EvidenceNote = "EVIDENCE_NOTE", "evidence: what it says" | "preuve\u{a0}: contenu";
                /// Evidence: when it was said.
                EvidenceAssertedOn = "EVIDENCE_ASSERTED_ON", "evidence: said on" | "preuve\u{a0}: date";
                /// Evidence: whether the fact follows from it without being said.
                EvidenceInferred = "EVIDENCE_INFERRED", "evidence: inferred" | "preuve\u{a0}: déduite";
                /// The source's title, when the evidence names it by a key.
                SourceTitle = "SOURCE_TITLE", "source: title" | "source\u{a0}: titre";
                /// What kind of thing the source is.
                SourceKind = "SOURCE_KIND", "source: kind" | "source\u{a0}: nature";
                /// The source's address.
                SourceUrl = "SOURCE_URL", "source: address" | "source\u{a0}: adresse";
                /// When the source was published.
                SourcePublishedOn = "SOURCE_PUBLISHED_ON", "source: published on" | "source\u{a0}: publiée le";
                /// The source's licence.
                SourceLicence = "SOURCE_LICENCE", "source: licence" | "source\u{a0}: licence d’usage";
                /// Which state of the source is meant.
                SourceRevisionTag = "SOURCE_REVISION_TAG", "source: state" | "source\u{a0}: état";
            }
        }
    };
}
pub(super) use columns;

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

/// Whether a column of evidence holds dates; every table has the same ones.
pub(super) fn is_dated_evidence<C: Word>(column: C) -> bool {
    matches!(column.code(), "EVIDENCE_ASSERTED_ON" | "SOURCE_PUBLISHED_ON")
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
