//! One row of a table of stakeholders, read into a draft.

use super::column::{Form, Settings};
use super::evidence::{self, EvidenceRecord};
use super::list::split_names;
use super::reader::Reader;
use super::word::read_word;
use super::{Row, likeness};
use crate::country::Country;
use crate::language::Language;
use crate::refusal::{Refusal, RefusalCode};
use crate::stakeholder::{
    ExternalId, Registry, StakeholderDraft, StakeholderKind, Visibility, codes,
};
use crate::text::Locale;
use crate::vocabulary::Word;
use std::collections::BTreeMap;

mod column;
mod detail;
mod word;
pub use column::StakeholderColumn;

use StakeholderColumn as Column;
use detail::read_detail;

/// What a row says about a stakeholder, not yet checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StakeholderRecord {
    /// The short name in addresses; empty when the sheet gives none.
    pub slug: String,
    /// The facts.
    pub draft: StakeholderDraft,
    /// Who may see it; none is as the importer decides.
    pub visibility: Option<Visibility>,
    /// The name of the community that maintains it; empty is as the importer decides.
    pub community: String,
}

impl StakeholderRecord {
    /// What kind of stakeholder it is.
    pub fn kind(&self) -> StakeholderKind {
        self.draft.detail.kind()
    }

    /// The names proper.
    pub fn main_names(&self) -> impl Iterator<Item = &str> {
        self.draft.names.values().map(String::as_str)
    }

    /// The acronym and the other names.
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        let acronym = Some(self.draft.acronym.as_str()).filter(|acronym| !acronym.is_empty());
        self.draft.aliases.iter().map(String::as_str).chain(acronym)
    }
}

/// What a row was read into.
pub(super) struct Read {
    pub(super) record: StakeholderRecord,
    pub(super) refusals: Vec<Refusal>,
    pub(super) evidence: Option<EvidenceRecord>,
    pub(super) assumed: Vec<Column>,
}

/// Reads one row; what cannot be read is refused, what is missing and needed is assumed.
pub(super) fn read(settings: &Settings<Column>, row: &Row) -> Read {
    let mut reader = Reader::new(settings, row);
    let detail = read_detail(&mut reader);
    refuse_columns_of_other_kinds(&mut reader, detail.kind());
    let (names, acronym) = read_names(&reader);
    let (country, countries) = read_countries(&reader);
    let draft = StakeholderDraft {
        names,
        summaries: localized(&reader, Column::Summary, Column::SummaryEn, Column::SummaryFr),
        aliases: reader.names(Column::Aliases),
        acronym,
        country,
        countries,
        languages: reader.words(Column::Languages, |word| Language::parse(word, "").is_ok()),
        website: read_website(&reader),
        external_ids: read_external_ids(&mut reader),
        unresolved: reader.text(Column::Unresolved),
        detail,
    };
    let visibility = reader.word(Column::Visibility);
    let record = StakeholderRecord {
        slug: reader.text(Column::Slug),
        draft,
        visibility,
        community: reader.text(Column::Community),
    };
    let evidence = evidence::read(&mut reader, row.number);
    let mut refusals = reader.refusals.finish::<()>(None).err().unwrap_or_default();
    refusals.extend(record.draft.clone().parse().err().unwrap_or_default());
    Read { record, refusals, evidence, assumed: reader.assumed }
}

fn localized(
    reader: &Reader<Column>,
    any: Column,
    en: Column,
    fr: Column,
) -> BTreeMap<Locale, String> {
    let other = reader.settings().locale;
    let texts =
        [(other, reader.text(any)), (Locale::En, reader.text(en)), (Locale::Fr, reader.text(fr))];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The names, and the acronym: "World Health Organization (WHO)" holds both.
fn read_names(reader: &Reader<Column>) -> (BTreeMap<Locale, String>, String) {
    let named = |column| reader.name(column);
    let other = reader.settings().locale;
    let texts = [
        (other, named(Column::Name)),
        (Locale::En, named(Column::NameEn)),
        (Locale::Fr, named(Column::NameFr)),
    ];
    let mut names: BTreeMap<Locale, String> =
        texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let mut acronym = reader.text(Column::Acronym);
    if reader.settings().form == Form::Foreign {
        for name in names.values_mut() {
            if let Some((long, short)) = likeness::split_acronym(name)
                && (acronym.is_empty() || acronym == short)
            {
                (acronym, *name) = (short.to_owned(), long.to_owned());
            }
        }
    }
    (names, acronym)
}

/// The country of the seat and the countries of work; several in the cell for one are countries of work.
fn read_countries(reader: &Reader<Column>) -> (String, Vec<String>) {
    let known = |word: &str| Country::find(word).is_some();
    let mut seat = reader.words(Column::Country, known);
    let mut countries = reader.words(Column::Countries, known);
    if seat.len() > 1 {
        seat.append(&mut countries);
        return (String::new(), seat);
    }
    (seat.pop().unwrap_or_default(), countries)
}

/// The web address; people leave out the beginning.
fn read_website(reader: &Reader<Column>) -> String {
    let text = reader.text(Column::Website);
    let bare = reader.settings().form == Form::Foreign && !text.is_empty() && !text.contains("://");
    if bare && text.contains('.') && !text.contains([' ', '@']) {
        format!("https://{text}")
    } else {
        text
    }
}

fn read_external_ids(reader: &mut Reader<Column>) -> Vec<ExternalId> {
    let mut ids = Vec::new();
    for text in split_names(&reader.text(Column::ExternalIds), reader.settings().form) {
        let found =
            text.split_once(':').and_then(|(registry, value)| Some((read_word(registry)?, value)));
        match found {
            Some((registry, value)) => ids.push(ExternalId { registry, value: value.to_owned() }),
            None => reader.refuse_word(Column::ExternalIds, codes::<Registry>()),
        }
    }
    ids
}

/// A cell that only another kind has would be lost silently; it is refused instead.
fn refuse_columns_of_other_kinds(reader: &mut Reader<Column>, kind: StakeholderKind) {
    for column in Column::ALL {
        if column.only_kind().is_some_and(|only| only != kind) && reader.says(*column) {
            let field = super::column::camel_case(column.code());
            reader.refusals.push(Refusal::new(RefusalCode::FieldNotAllowed, field));
        }
    }
}

#[cfg(test)]
mod tests;
