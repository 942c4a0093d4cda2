//! The rows of a CSV file by the names of their columns.

use crate::error::{Error, Result};
use domain::evidence::{EvidenceDraft, SourceDraft, Stance};
use domain::refusal::UnknownWord;
use std::collections::HashMap;
use std::str::FromStr;

/// One row: a text for each heading.
#[derive(Debug)]
pub(super) struct Row(HashMap<String, String>);

/// The rows of one file.
#[derive(Debug)]
pub(super) struct Rows;

impl Rows {
    /// Reads a file of the demo.
    pub(super) fn of(text: &str) -> Result<Vec<Row>> {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let headings = reader.headers().map_err(Error::internal)?.clone();
        reader
            .records()
            .map(|record| {
                let record = record.map_err(Error::internal)?;
                let cells = headings.iter().zip(record.iter());
                Ok(Row(cells
                    .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                    .collect()))
            })
            .collect()
    }

    /// The cells of a file, headings first, as the sheet logic takes them.
    pub(super) fn cells(text: &str) -> Result<Vec<Vec<String>>> {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        reader
            .records()
            .map(|record| {
                Ok(record
                    .map_err(Error::internal)?
                    .iter()
                    .map(str::to_owned)
                    .collect())
            })
            .collect()
    }
}

impl Row {
    /// The cell of a column that must be there.
    pub(super) fn text(&self, column: &str) -> Result<&str> {
        let cell = self.0.get(column).map(String::as_str);
        cell.ok_or_else(|| Error::internal(format!("a demo file has no column {column}")))
    }

    /// The items of a cell, split by bars.
    pub(super) fn list(&self, column: &str) -> Result<Vec<&str>> {
        let items = self.text(column)?.split('|').map(str::trim);
        Ok(items.filter(|item| !item.is_empty()).collect())
    }

    /// A closed word.
    pub(super) fn word<W: FromStr<Err = UnknownWord>>(&self, column: &str) -> Result<W> {
        let code = self.text(column)?;
        code.parse()
            .map_err(|_| Error::internal(format!("{code} is no word of {column}")))
    }

    /// A number, when there is one.
    pub(super) fn number(&self, column: &str) -> Result<Option<i32>> {
        match self.text(column)? {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(Error::internal),
        }
    }

    /// The source that a row of the list of sources describes.
    pub(super) fn source(&self) -> Result<SourceDraft> {
        Ok(SourceDraft {
            kind: self.word("kind")?,
            title: self.text("title")?.to_owned(),
            url: self.text("url")?.to_owned(),
            published_on: self.text("published_on")?.to_owned(),
            licence: self.text("licence")?.to_owned(),
            revision_tag: self.text("revision_tag")?.to_owned(),
        })
    }
}

/// What `S0:106` says: the source's key, and the place in it.
pub(super) fn citation(text: &str) -> Result<(&str, EvidenceDraft)> {
    let cited = text.split_once(':');
    let (key, line) = cited.ok_or_else(|| Error::internal(format!("{text} cites no line")))?;
    let locator = match line.contains('-') {
        true => format!("lines {line}"),
        false => format!("line {line}"),
    };
    let draft = EvidenceDraft {
        stance: Stance::Supports,
        locator,
        note: String::new(),
        asserted_on: String::new(),
    };
    Ok((key, draft))
}
