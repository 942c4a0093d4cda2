//! Reads one row of a sheet by its settings, remembering what was refused and what was assumed.

use super::cell::{is_nobody, is_nothing, read_date, read_number, read_yes_or_no, restore};
use super::column::{Form, Settings, SheetColumn, camel_case};
use super::list::{split_names, split_words};
use super::word::read_word;
use super::{CellRefusal, Row};
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::stakeholder::codes;
use crate::text::fold;
use crate::vocabulary::Word;

/// One row under its settings.
pub(super) struct Reader<'a, C> {
    settings: &'a Settings<C>,
    row: &'a Row,
    /// What was refused so far, by field.
    pub(super) refusals: Refusals,
    /// The columns whose value was assumed because nothing stands there.
    pub(super) assumed: Vec<C>,
}

impl<'a, C: SheetColumn> Reader<'a, C> {
    pub(super) fn new(settings: &'a Settings<C>, row: &'a Row) -> Self {
        Self { settings, row, refusals: Refusals::new(), assumed: Vec::new() }
    }

    /// The cell as it stands, empty when the sheet has no such column.
    fn raw(&self, column: C) -> &'a str {
        let cell = self.settings.index(column).map_or("", |index| self.row.cell(index));
        if self.settings.form == Form::Banyan { restore(cell) } else { cell }
    }

    /// What a person said that the cell stands for.
    fn meaning(&self, column: C) -> Option<&'a str> {
        if !self.settings.meanings.iter().any(|meaning| meaning.column == column) {
            return None;
        }
        let text = fold(self.raw(column));
        let meant =
            |meaning: &&super::Meaning<C>| meaning.column == column && fold(&meaning.text) == text;
        self.settings.meanings.iter().find(meant).map(|meaning| meaning.reading.as_str())
    }

    /// The text of the cell; empty when it says nothing.
    pub(super) fn text(&self, column: C) -> String {
        let text = self.meaning(column).unwrap_or_else(|| self.raw(column));
        if is_nothing(text, self.settings.form) { String::new() } else { text.to_owned() }
    }

    /// The text of a cell that names somebody; empty when it names nobody.
    pub(super) fn name(&self, column: C) -> String {
        let text = self.text(column);
        if is_nobody(&text, self.settings.form) { String::new() } else { text }
    }

    /// The names in the cell.
    pub(super) fn names(&self, column: C) -> Vec<String> {
        split_names(&self.text(column), self.settings.form)
    }

    /// The words in the cell; `known` says what is one word, even when it looks like nothing ("NA").
    pub(super) fn words(&self, column: C, known: impl Fn(&str) -> bool) -> Vec<String> {
        let raw = self.meaning(column).unwrap_or_else(|| self.raw(column));
        if known(raw) {
            return vec![raw.trim().to_owned()];
        }
        split_words(&self.text(column), self.settings.form, known)
    }

    /// The word of a closed list that the cell names; refused when it names none.
    pub(super) fn word<W: Word>(&mut self, column: C) -> Option<W> {
        self.word_by(column, read_word)
    }

    /// As `word`, with further names for the words.
    pub(super) fn word_by<W: Word>(
        &mut self,
        column: C,
        read: impl Fn(&str) -> Option<W>,
    ) -> Option<W> {
        self.word_read(column, read, codes::<W>)
    }

    /// What the cell is read as; refused, naming what is allowed, when it says something else.
    pub(super) fn word_read<T>(
        &mut self,
        column: C,
        read: impl Fn(&str) -> Option<T>,
        allowed: impl Fn() -> Vec<String>,
    ) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let word = read(&text);
        if word.is_none() {
            self.refuse_word(column, allowed());
        }
        word
    }

    /// Says that the cell holds none of the words that it may hold.
    pub(super) fn refuse_word(&mut self, column: C, allowed: Vec<String>) {
        let mut refusal = Refusal::new(RefusalCode::UnknownWord, camel_case(column.code()));
        refusal.missing = allowed;
        self.refusals.push(refusal);
    }

    /// The date in the cell, in ISO form.
    pub(super) fn date(&mut self, column: C) -> String {
        self.value(column, |text, settings, field| read_date(text, settings.dates, field))
            .unwrap_or_default()
    }

    /// The whole number in the cell.
    pub(super) fn number(&mut self, column: C) -> Option<i64> {
        self.value(column, |text, _, field| read_number(text, field))
    }

    /// The small whole number in the cell.
    pub(super) fn small_number(&mut self, column: C) -> Option<i32> {
        self.value(column, |text, _, field| {
            let number = read_number(text, field)?;
            i32::try_from(number).map_err(|_| Refusal::new(RefusalCode::OutOfRange, field))
        })
    }

    /// The yes or no in the cell.
    pub(super) fn yes_or_no(&mut self, column: C) -> Option<bool> {
        self.value(column, |text, _, field| read_yes_or_no(text, field))
    }

    fn value<T>(
        &mut self,
        column: C,
        read: impl Fn(&str, &Settings<C>, &str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let read = read(&text, self.settings, &camel_case(column.code()));
        self.refusals.take(read)
    }

    /// Whether the cell itself says nothing, whatever stands for a missing one.
    pub(super) fn is_blank(&self, column: C) -> bool {
        is_nothing(self.raw(column), self.settings.form)
    }

    /// Whether the cell says something.
    pub(super) fn says(&self, column: C) -> bool {
        !self.text(column).is_empty()
    }

    /// The value, or the assumed one, which is remembered so that it can be shown.
    pub(super) fn or_assume<T>(&mut self, column: C, value: Option<T>, assumed: T) -> T {
        value.unwrap_or_else(|| {
            self.assumed.push(column);
            assumed
        })
    }

    /// The settings that the row is read by.
    pub(super) fn settings(&self) -> &'a Settings<C> {
        self.settings
    }
}

/// Says of each refusal which cell of the row it is about.
pub(super) fn by_cell<C: SheetColumn>(
    settings: &Settings<C>,
    row: usize,
    refusals: Vec<Refusal>,
) -> Vec<CellRefusal> {
    let cell = |refusal: &Refusal| settings.index_of_field(&refusal.field);
    refusals.into_iter().map(|refusal| CellRefusal { row, cell: cell(&refusal), refusal }).collect()
}
