//! Two rows about one stakeholder: the later one adds what the earlier one does not say.

use super::super::stakeholder::{StakeholderColumn, StakeholderRecord};
use crate::country::Country;
use crate::stakeholder::DetailDraft;
use crate::text::{Locale, fold};

/// Adds what the later record says to the earlier one: its names as other names, its lists, and
/// what is still empty. Returns the columns where the two differ and the earlier one stays.
pub(super) fn absorb(
    first: &mut StakeholderRecord,
    later: &StakeholderRecord,
) -> Vec<StakeholderColumn> {
    use StakeholderColumn as Column;
    let mut left_out = Vec::new();
    for (locale, name) in &later.draft.names {
        if first.draft.names.contains_key(locale) {
            add_alias(first, name);
        } else if !is_named(first, name) {
            first.draft.names.insert(*locale, name.clone());
        }
    }
    for alias in &later.draft.aliases {
        add_alias(first, alias);
    }
    for (locale, summary) in &later.draft.summaries {
        let column = if *locale == Locale::En { Column::SummaryEn } else { Column::SummaryFr };
        let known = first.draft.summaries.entry(*locale).or_default();
        fill(known, summary, column, &mut left_out);
    }
    let (known, said) = (&mut first.draft, &later.draft);
    fill(&mut known.acronym, &said.acronym, Column::Acronym, &mut left_out);
    fill(&mut known.website, &said.website, Column::Website, &mut left_out);
    fill(&mut known.unresolved, &said.unresolved, Column::Unresolved, &mut left_out);
    match Country::find(&known.country).is_some()
        && Country::find(&known.country) == Country::find(&said.country)
    {
        true => {}
        false => fill(&mut known.country, &said.country, Column::Country, &mut left_out),
    }
    unite(&mut known.countries, &said.countries);
    unite(&mut known.languages, &said.languages);
    unite(&mut known.external_ids, &said.external_ids);
    fill_detail(&mut known.detail, &said.detail, &mut left_out);
    left_out
}

fn is_named(record: &StakeholderRecord, name: &str) -> bool {
    record.main_names().chain(record.other_names()).any(|known| fold(known) == fold(name))
}

fn add_alias(record: &mut StakeholderRecord, name: &str) {
    if !is_named(record, name) {
        record.draft.aliases.push(name.to_owned());
    }
}

fn fill(
    known: &mut String,
    said: &str,
    column: StakeholderColumn,
    left_out: &mut Vec<StakeholderColumn>,
) {
    if known.trim().is_empty() {
        said.clone_into(known);
    } else if !said.trim().is_empty() && fold(known) != fold(said) {
        left_out.push(column);
    }
}

fn unite<T: Clone + PartialEq>(known: &mut Vec<T>, said: &[T]) {
    for item in said {
        if !known.contains(item) {
            known.push(item.clone());
        }
    }
}

/// An organization whose type was not known takes the type of the later row; anything else that
/// differs stays as the earlier row has it.
fn fill_detail(known: &mut DetailDraft, said: &DetailDraft, left_out: &mut Vec<StakeholderColumn>) {
    use crate::stakeholder::OrganizationType::Other;
    match (known, said) {
        (
            DetailDraft::Organization { organization_type, secondary_types, size_band, is_local },
            DetailDraft::Organization {
                organization_type: said_type,
                secondary_types: said_types,
                size_band: said_size,
                is_local: said_local,
            },
        ) => {
            if *organization_type == Other {
                *organization_type = *said_type;
            } else if *said_type != Other && said_type != organization_type {
                unite(secondary_types, &[*said_type]);
            }
            unite(secondary_types, said_types);
            *size_band = size_band.or(*said_size);
            *is_local = is_local.or(*said_local);
        }
        (known, said) if *known != *said => left_out.push(StakeholderColumn::Type),
        _ => {}
    }
}
