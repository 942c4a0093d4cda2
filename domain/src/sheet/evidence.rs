//! The cells of a row that say what it rests on; every table has them.

use super::CellRefusal;
use super::column::{Settings, SheetColumn};
use super::reader::{Reader, by_cell};
use crate::evidence::{EvidenceDraft, EvidenceFacts, SourceDraft, SourceFacts, SourceKind, Stance};
use crate::refusal::{Refusal, RefusalCode};
use crate::vocabulary::Word;
use std::collections::BTreeMap;

/// A piece of evidence as a row gives it, its source by key.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceRecord {
    /// The number of the row.
    pub row: usize,
    /// The source: its title, or a short key within the file.
    pub source: String,
    /// What the row says about the source beyond its key, if anything.
    pub described: Option<SourceDraft>,
    /// The place in the source and what it says.
    pub draft: EvidenceDraft,
    /// Whether the fact follows from it without being said.
    pub inferred: bool,
}

/// A piece of evidence to be written beside what rests on it.
#[derive(Clone, Copy, Debug)]
pub struct EvidenceLine<'a> {
    /// The key of the source within the file; the title where titles differ.
    pub key: &'a str,
    /// The source.
    pub source: &'a SourceFacts,
    /// The place in it and what it says.
    pub facts: &'a EvidenceFacts,
    /// Whether the fact follows from it without being said.
    pub inferred: bool,
}

/// What a column tells about evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Source,
    Locator,
    Stance,
    Note,
    AssertedOn,
    Inferred,
    Title,
    Kind,
    Url,
    PublishedOn,
    Licence,
    RevisionTag,
}

/// The codes of the columns of evidence, the same in every table.
const PARTS: [(Part, &str); 12] = [
    (Part::Source, "EVIDENCE_SOURCE"),
    (Part::Locator, "EVIDENCE_LOCATOR"),
    (Part::Stance, "EVIDENCE_STANCE"),
    (Part::Note, "EVIDENCE_NOTE"),
    (Part::AssertedOn, "EVIDENCE_ASSERTED_ON"),
    (Part::Inferred, "EVIDENCE_INFERRED"),
    (Part::Title, "SOURCE_TITLE"),
    (Part::Kind, "SOURCE_KIND"),
    (Part::Url, "SOURCE_URL"),
    (Part::PublishedOn, "SOURCE_PUBLISHED_ON"),
    (Part::Licence, "SOURCE_LICENCE"),
    (Part::RevisionTag, "SOURCE_REVISION_TAG"),
];

/// What a column tells about evidence; none when it tells of the row itself.
pub(super) fn part<C: Word>(column: C) -> Option<Part> {
    PARTS.iter().find(|(_, code)| *code == column.code()).map(|(part, _)| *part)
}

/// The column of a table that tells this part.
fn column<C: SheetColumn>(part: Part) -> Option<C> {
    let code = PARTS.iter().find(|(known, _)| *known == part).map(|(_, code)| *code)?;
    C::parse(code)
}

/// What the rows say about each source, by its key: the first description, else the key as title.
pub fn sources<'a>(
    evidence: impl IntoIterator<Item = &'a EvidenceRecord>,
) -> BTreeMap<String, SourceDraft> {
    let mut sources: BTreeMap<String, Option<SourceDraft>> = BTreeMap::new();
    for evidence in evidence {
        let known = sources.entry(evidence.source.clone()).or_default();
        if known.is_none() {
            known.clone_from(&evidence.described);
        }
    }
    let titled = |key: String| SourceDraft {
        kind: SourceKind::Document,
        title: key,
        url: String::new(),
        published_on: String::new(),
        licence: String::new(),
        revision_tag: String::new(),
    };
    sources
        .into_iter()
        .map(|(key, described)| (key.clone(), described.unwrap_or_else(|| titled(key))))
        .collect()
}

/// Reads the evidence cells of a row; none when all are empty.
pub(super) fn read<C: SheetColumn>(reader: &mut Reader<C>, row: usize) -> Option<EvidenceRecord> {
    let described = read_source(reader);
    let text = |part| column(part).map(|column| reader.text(column)).unwrap_or_default();
    let fallback = described.as_ref().map(|source| [source.title.clone(), source.url.clone()]);
    let mut keys = std::iter::once(text(Part::Source)).chain(fallback.into_iter().flatten());
    let source = keys.find(|key| !key.is_empty()).unwrap_or_default();
    let (locator, note) = (text(Part::Locator), text(Part::Note));
    let stance = column(Part::Stance).and_then(|column| reader.word(column));
    let asserted_on =
        column(Part::AssertedOn).map(|column| reader.date(column)).unwrap_or_default();
    let inferred = column(Part::Inferred).and_then(|column| reader.yes_or_no(column));
    let says_nothing = [&source, &locator, &note, &asserted_on].iter().all(|text| text.is_empty());
    if says_nothing && stance.is_none() && inferred.is_none() {
        return None;
    }
    if source.is_empty() {
        reader.refusals.push(Refusal::new(RefusalCode::Required, "evidenceSource"));
    }
    let described = described.map(|described| match described.title.is_empty() {
        true => SourceDraft { title: source.clone(), ..described },
        false => described,
    });
    let draft =
        EvidenceDraft { stance: stance.unwrap_or(Stance::Supports), locator, note, asserted_on };
    check(reader, &draft, described.as_ref());
    Some(EvidenceRecord { row, source, described, draft, inferred: inferred.unwrap_or(false) })
}

/// What the row says about its source beyond the key; none when it says nothing.
fn read_source<C: SheetColumn>(reader: &mut Reader<C>) -> Option<SourceDraft> {
    let kind = column(Part::Kind).and_then(|column| reader.word(column));
    let published_on =
        column(Part::PublishedOn).map(|column| reader.date(column)).unwrap_or_default();
    let text = |part| column(part).map(|column| reader.text(column)).unwrap_or_default();
    let (title, url) = (text(Part::Title), text(Part::Url));
    let (licence, revision_tag) = (text(Part::Licence), text(Part::RevisionTag));
    let texts = [&title, &url, &published_on, &licence, &revision_tag];
    if kind.is_none() && texts.iter().all(|text| text.is_empty()) {
        return None;
    }
    let assumed = if url.is_empty() { SourceKind::Document } else { SourceKind::WebPage };
    Some(SourceDraft {
        kind: kind.unwrap_or(assumed),
        title,
        url,
        published_on,
        licence,
        revision_tag,
    })
}

fn check<C: SheetColumn>(
    reader: &mut Reader<C>,
    draft: &EvidenceDraft,
    described: Option<&SourceDraft>,
) {
    let evidence = draft.clone().parse().err().unwrap_or_default();
    let source = described.and_then(|source| source.clone().parse().err()).unwrap_or_default();
    for (prefix, refusals) in [("evidence", evidence), ("source", source)] {
        for refusal in refusals {
            let (first, rest) = refusal.field.split_at(1.min(refusal.field.len()));
            let field = format!("{prefix}{}{rest}", first.to_ascii_uppercase());
            reader.refusals.push(Refusal { field, ..refusal });
        }
    }
}

/// The rows that describe a source otherwise than an earlier row does, each with its refusal.
pub(super) fn contradictions<'a, C: SheetColumn>(
    settings: &Settings<C>,
    evidence: impl Iterator<Item = &'a EvidenceRecord>,
) -> BTreeMap<usize, Vec<CellRefusal>> {
    let mut known: BTreeMap<&str, &SourceDraft> = BTreeMap::new();
    let mut refused = BTreeMap::new();
    for record in evidence {
        let Some(described) = &record.described else {
            continue;
        };
        if *known.entry(&record.source).or_insert(described) != described {
            let refusal = Refusal::new(RefusalCode::Duplicate, "evidenceSource");
            refused.insert(record.row, by_cell(settings, record.row, vec![refusal]));
        }
    }
    refused
}

/// The cell of a written piece of evidence.
pub(super) fn cell(line: &EvidenceLine, part: Part) -> String {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let date = |point: Option<crate::interval::DatePoint>| {
        point.map(|point| point.to_string()).unwrap_or_default()
    };
    match part {
        Part::Source => line.key.to_owned(),
        Part::Locator => optional(&line.facts.locator),
        Part::Stance => line.facts.stance.code().to_owned(),
        Part::Note => optional(&line.facts.note),
        Part::AssertedOn => date(line.facts.asserted_on),
        Part::Inferred => {
            if line.inferred {
                "yes".to_owned()
            } else {
                String::new()
            }
        }
        Part::Title => line.source.title.clone(),
        Part::Kind => line.source.kind.code().to_owned(),
        Part::Url => optional(&line.source.url),
        Part::PublishedOn => date(line.source.published_on),
        Part::Licence => optional(&line.source.licence),
        Part::RevisionTag => optional(&line.source.revision_tag),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{CapabilityColumn, RelationshipColumn, StakeholderColumn};

    /// Every table has every column of evidence.
    #[test]
    fn every_table_has_every_column() {
        for (known, _) in PARTS {
            assert_eq!(column::<StakeholderColumn>(known).and_then(part), Some(known));
            assert_eq!(column::<RelationshipColumn>(known).and_then(part), Some(known));
            assert_eq!(column::<CapabilityColumn>(known).and_then(part), Some(known));
        }
        assert_eq!(part(StakeholderColumn::Kind), None);
    }
}
