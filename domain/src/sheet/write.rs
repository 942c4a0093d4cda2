//! Facts written as rows of Banyan's own form, so that they read back as the same facts.

use super::capability::CapabilityColumn;
use super::cell::neutralise;
use super::column::heading;
use super::evidence::{self, EvidenceLine};
use super::list::join_bars;
use super::relationship::RelationshipColumn;
use super::stakeholder::StakeholderColumn;
use crate::capability::CapabilityFacts;
use crate::interval::DatePoint;
use crate::relationship::{Extra, RelationshipFacts};
use crate::stakeholder::{Detail, StakeholderFacts, Visibility};
use crate::text::Locale;
use crate::vocabulary::Word;

/// A stakeholder to be written, with what its facts do not hold.
#[derive(Clone, Copy, Debug)]
pub struct StakeholderLine<'a> {
    /// The short name in addresses.
    pub slug: &'a str,
    /// Who may see it.
    pub visibility: Visibility,
    /// The name of the community that maintains it; empty for the shared registry.
    pub community: &'a str,
    /// Its facts.
    pub facts: &'a StakeholderFacts,
}

/// A relationship to be written, everybody by short name.
#[derive(Clone, Copy, Debug)]
pub struct RelationshipLine<'a> {
    /// From whom.
    pub from: &'a str,
    /// To whom.
    pub to: &'a str,
    /// Through whom; empty when nobody is known.
    pub via: &'a str,
    /// Who stands in the way; empty when nobody is known.
    pub blocked_by: &'a str,
    /// Who may see it.
    pub visibility: Visibility,
    /// The name of the community that maintains it; empty for the shared registry.
    pub community: &'a str,
    /// Its facts.
    pub facts: &'a RelationshipFacts,
}

/// A capability to be written, both whom it is about by short name.
#[derive(Clone, Copy, Debug)]
pub struct CapabilityLine<'a> {
    /// Who can give it.
    pub provider: &'a str,
    /// For which good.
    pub good: &'a str,
    /// Who may see it.
    pub visibility: Visibility,
    /// The name of the community that maintains it; empty for the shared registry.
    pub community: &'a str,
    /// Its facts; that somebody verified them is no fact of the file.
    pub facts: &'a CapabilityFacts,
}

/// The columns of a written table of stakeholders: all but those that leave the language open.
fn stakeholder_columns() -> impl Iterator<Item = StakeholderColumn> {
    let open = [StakeholderColumn::Name, StakeholderColumn::Summary];
    StakeholderColumn::ALL.iter().copied().filter(move |column| !open.contains(column))
}

/// The heading of a written table of stakeholders.
pub fn stakeholder_heading() -> Vec<String> {
    stakeholder_columns().map(heading).collect()
}

/// The heading of a written table of relationships.
pub fn relationship_heading() -> Vec<String> {
    RelationshipColumn::ALL.iter().copied().map(heading).collect()
}

/// The heading of a written table of capabilities.
pub fn capability_heading() -> Vec<String> {
    CapabilityColumn::ALL.iter().copied().map(heading).collect()
}

/// A stakeholder, or one more piece of its evidence, as a row under `stakeholder_heading`.
pub fn stakeholder_cells(line: &StakeholderLine, evidence: Option<&EvidenceLine>) -> Vec<String> {
    cells(stakeholder_columns(), evidence, |column| stakeholder_cell(line, column))
}

/// A relationship, or one more piece of its evidence, as a row under `relationship_heading`.
pub fn relationship_cells(line: &RelationshipLine, evidence: Option<&EvidenceLine>) -> Vec<String> {
    let columns = RelationshipColumn::ALL.iter().copied();
    cells(columns, evidence, |column| relationship_cell(line, column))
}

/// A capability, or one more piece of its evidence, as a row under `capability_heading`.
pub fn capability_cells(line: &CapabilityLine, evidence: Option<&EvidenceLine>) -> Vec<String> {
    let columns = CapabilityColumn::ALL.iter().copied();
    cells(columns, evidence, |column| capability_cell(line, column))
}

fn cells<C: Word>(
    columns: impl Iterator<Item = C>,
    evidence: Option<&EvidenceLine>,
    of_row: impl Fn(C) -> String,
) -> Vec<String> {
    let cell = |column| match (evidence::part(column), evidence) {
        (None, _) => of_row(column),
        (Some(part), Some(line)) => evidence::cell(line, part),
        (Some(_), None) => String::new(),
    };
    columns.map(|column| neutralise(&cell(column))).collect()
}

fn stakeholder_cell(line: &StakeholderLine, column: StakeholderColumn) -> String {
    use StakeholderColumn as Column;
    let facts = line.facts;
    let list = |items: &[String]| join_bars(items.iter().map(String::as_str));
    match column {
        Column::Slug => line.slug.to_owned(),
        Column::Kind => facts.detail.kind().code().to_owned(),
        Column::NameEn => facts.names.get(&Locale::En).cloned().unwrap_or_default(),
        Column::NameFr => facts.names.get(&Locale::Fr).cloned().unwrap_or_default(),
        Column::Acronym => optional(&facts.acronym),
        Column::Aliases => list(&facts.aliases),
        Column::Country => optional(&facts.country),
        Column::Countries => list(&facts.countries),
        Column::Languages => list(&facts.languages),
        Column::Website => optional(&facts.website),
        Column::SummaryEn => facts.summaries.get(&Locale::En).cloned().unwrap_or_default(),
        Column::SummaryFr => facts.summaries.get(&Locale::Fr).cloned().unwrap_or_default(),
        Column::Unresolved => optional(&facts.unresolved),
        Column::ExternalIds => {
            let ids = facts.external_ids.iter().map(|id| format!("{}:{}", id.registry, id.value));
            list(&ids.collect::<Vec<_>>())
        }
        Column::Visibility => line.visibility.code().to_owned(),
        Column::Community => line.community.to_owned(),
        _ => detail_cell(&facts.detail, column),
    }
}

fn detail_cell(detail: &Detail, column: StakeholderColumn) -> String {
    use StakeholderColumn as Column;
    let list = |items: &[String]| join_bars(items.iter().map(String::as_str));
    match (detail, column) {
        (Detail::Organization { organization_type, .. }, Column::Type) => {
            organization_type.code().to_owned()
        }
        (Detail::Organization { secondary_types, .. }, Column::SecondaryTypes) => {
            join_bars(secondary_types.iter().map(|secondary| secondary.code()))
        }
        (Detail::Organization { size_band, .. }, Column::SizeBand) => word(*size_band),
        (Detail::Organization { is_local, .. }, Column::IsLocal) => yes_or_no(*is_local),
        (Detail::GlobalGood { licence, .. }, Column::Licence) => optional(licence),
        (Detail::GlobalGood { repository, .. }, Column::Repository) => optional(repository),
        (Detail::Group { group_type, .. }, Column::Type) => group_type.code().to_owned(),
        (Detail::Group { local_name, .. }, Column::LocalName) => optional(local_name),
        (Detail::Group { mandate, .. }, Column::Mandate) => optional(mandate),
        (Detail::Group { topics, .. }, Column::Topics) => list(topics),
        (Detail::Group { language, .. }, Column::Language) => optional(language),
        (Detail::Group { meets, .. }, Column::Meets) => optional(meets),
        (Detail::Group { required_constituencies, .. }, Column::RequiredConstituencies) => {
            list(required_constituencies)
        }
        (Detail::Implementation { stage, .. }, Column::Stage) => word(*stage),
        (Detail::Implementation { scope, .. }, Column::Scope) => word(*scope),
        (Detail::Implementation { scheme, .. }, Column::Scheme) => optional(scheme),
        (Detail::Implementation { started_on, .. }, Column::StartedOn) => date(*started_on),
        (Detail::Implementation { ended_on, .. }, Column::EndedOn) => date(*ended_on),
        (Detail::Programme { programme_type, .. }, Column::Type) => word(*programme_type),
        (Detail::Programme { decided_by, .. }, Column::DecidedBy) => optional(decided_by),
        (Detail::Person { role }, Column::Role) => optional(role),
        (Detail::Place { level }, Column::Type) => level.code().to_owned(),
        _ => String::new(),
    }
}

fn relationship_cell(line: &RelationshipLine, column: RelationshipColumn) -> String {
    use RelationshipColumn as Column;
    let facts = line.facts;
    match column {
        Column::From => line.from.to_owned(),
        Column::Kind => facts.kind.code().to_owned(),
        Column::To => join_bars([line.to]),
        Column::State => facts.state.code().to_owned(),
        Column::ValidFrom => date(facts.valid.from),
        Column::ValidTo => date(facts.valid.to),
        Column::Via => line.via.to_owned(),
        Column::BlockedBy => line.blocked_by.to_owned(),
        Column::Strength => facts.strength.map(|strength| strength.to_string()).unwrap_or_default(),
        Column::Note => optional(&facts.note),
        Column::Visibility => line.visibility.code().to_owned(),
        Column::Community => line.community.to_owned(),
        _ => extra_cell(&facts.extra, column),
    }
}

fn extra_cell(extra: &Extra, column: RelationshipColumn) -> String {
    use RelationshipColumn as Column;
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    match column {
        Column::Role => optional(&extra.role),
        Column::Topic => optional(&extra.topic),
        Column::Constituency => optional(&extra.constituency),
        Column::Voting => yes_or_no(extra.voting),
        Column::Cadence => optional(&extra.cadence),
        Column::LastHeard => date(extra.last_heard),
        Column::Amount => extra.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        Column::Currency => optional(&extra.currency),
        Column::ShareMin => number(extra.share_min),
        Column::ShareMax => number(extra.share_max),
        Column::Purpose => word(extra.purpose),
        Column::Form => word(extra.form),
        Column::Consent => yes_or_no(extra.consent),
        _ => String::new(),
    }
}

fn capability_cell(line: &CapabilityLine, column: CapabilityColumn) -> String {
    use CapabilityColumn as Column;
    let facts = line.facts;
    let list = |items: &[String]| join_bars(items.iter().map(String::as_str));
    match column {
        Column::Provider => line.provider.to_owned(),
        Column::Good => line.good.to_owned(),
        Column::Service => facts.service.code().to_owned(),
        Column::Level => facts.level.map(|level| level.to_string()).unwrap_or_default(),
        Column::Countries => list(&facts.countries),
        Column::Languages => list(&facts.languages),
        Column::ExpiresOn => facts.expires_on.map(|day| day.to_string()).unwrap_or_default(),
        Column::Note => optional(&facts.note),
        Column::Visibility => line.visibility.code().to_owned(),
        Column::Community => line.community.to_owned(),
        _ => String::new(),
    }
}

fn optional(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn date(point: Option<DatePoint>) -> String {
    point.map(|point| point.to_string()).unwrap_or_default()
}

fn word<W: Word>(word: Option<W>) -> String {
    word.map(|word| word.code().to_owned()).unwrap_or_default()
}

fn yes_or_no(answer: Option<bool>) -> String {
    match answer {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
