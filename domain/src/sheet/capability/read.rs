//! One row of a table of capabilities, read into records: one for each service that it names.

use super::word::{levels, read_level, read_service};
use super::{CapabilityColumn as Column, CapabilityRecord};
use crate::capability::ServiceKind;
use crate::country::Country;
use crate::language::Language;
use crate::refusal::{Refusal, RefusalCode};
use crate::sheet::reader::Reader;
use crate::stakeholder::codes;

pub(super) fn read(reader: &mut Reader<Column>) -> Vec<CapabilityRecord> {
    let (provider, good) = (reader.name(Column::Provider), reader.name(Column::Good));
    let services = read_services(reader);
    for (empty, field) in [(provider.is_empty(), "provider"), (good.is_empty(), "good")] {
        if empty {
            reader.refusals.push(Refusal::new(RefusalCode::Required, field));
        }
    }
    let level = reader.word_read(Column::Level, read_level, levels);
    let countries = reader.words(Column::Countries, |word| Country::find(word).is_some());
    let languages = reader.words(Column::Languages, |word| Language::parse(word, "").is_ok());
    let (expires_on, note) = (reader.date(Column::ExpiresOn), reader.text(Column::Note));
    let visibility = reader.word(Column::Visibility);
    let community = reader.text(Column::Community);
    let given = |service| CapabilityRecord {
        provider: provider.clone(),
        good: good.clone(),
        service,
        level,
        countries: countries.clone(),
        languages: languages.clone(),
        expires_on: expires_on.clone(),
        note: note.clone(),
        visibility,
        community: community.clone(),
    };
    services.into_iter().map(given).collect()
}

/// The services in the cell; a word that is none refuses the row.
fn read_services(reader: &mut Reader<Column>) -> Vec<ServiceKind> {
    let words = reader.words(Column::Service, |word| read_service(word).is_some());
    if words.is_empty() {
        reader.refusals.push(Refusal::new(RefusalCode::Required, "service"));
    }
    let read: Option<Vec<_>> = words.iter().map(|word| read_service(word)).collect();
    read.unwrap_or_else(|| {
        reader.refuse_word(Column::Service, codes::<ServiceKind>());
        Vec::new()
    })
}
