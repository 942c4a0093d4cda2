//! One stakeholder of the list.

use super::directory_rows::{DirectoryRowsStakeholdersNodes, DirectoryRowsStakeholdersNodesOn};
use crate::page::mark::{ArchivedMark, PracticeMark, UnresolvedMark, VisibilityMark};
use crate::state::language;
use crate::state::tongue;
use crate::text::{DirectoryText, format};
use domain::country::Country;
use domain::language::Language;
use domain::text::Locale;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// A row of the table, or a card on a narrow screen.
#[component]
pub fn Row(
    /// The stakeholder.
    stakeholder: DirectoryRowsStakeholdersNodes,
) -> impl IntoView {
    let (text, tongue) = (DirectoryText::here(), tongue());
    let relationships: i64 = stakeholder.relationship_counts.iter().map(|one| one.count).sum();
    let kind = format::capital(&kind(&stakeholder, tongue));
    let country = stakeholder.country.as_deref().and_then(Country::find);
    let languages: Vec<_> =
        stakeholder.languages.iter().map(|code| language_name(code, tongue)).collect();
    let written_in = match stakeholder.name_locale {
        Locale::En => Tongue::En,
        Locale::Fr => Tongue::Fr,
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="relationship-line">
                    <a href=format!("/stakeholder/{}", stakeholder.id) lang=language::code(written_in)>
                        {stakeholder.name}
                    </a>
                    {stakeholder.acronym.map(|acronym| view! { <span class="muted">{acronym}</span> })}
                    <UnresolvedMark unresolved=stakeholder.unresolved.is_some()/>
                    <PracticeMark practice=stakeholder.practice/>
                    <VisibilityMark visibility=stakeholder.visibility/>
                    <ArchivedMark archived=stakeholder.archived_at.is_some()/>
                </span>
            </th>
            <td role="cell" data-label=text.kind()>{kind}</td>
            <td role="cell" data-label=text.country() class="nowrap">{country.map(|country| country.name(tongue))}</td>
            <td role="cell" data-label=text.languages()>{languages.join(", ")}</td>
            <td role="cell" data-label=text.relationships() class="number">{format::number(relationships, tongue)}</td>
            <td role="cell" data-label=text.updated() class="nowrap">{updated(&stakeholder.updated_at, tongue)}</td>
        </tr>
    }
}

/// What it is, as exactly as is recorded.
fn kind(stakeholder: &DirectoryRowsStakeholdersNodes, tongue: Tongue) -> String {
    use DirectoryRowsStakeholdersNodesOn as On;
    let exact = match &stakeholder.on {
        On::Organization(one) => Some(one.organization_type.label(tongue)),
        On::Group(one) => Some(one.group_type.label(tongue)),
        On::Programme(one) => one.programme_type.map(|word| word.label(tongue)),
        On::Place(one) => Some(one.level.label(tongue)),
        _ => None,
    };
    exact.unwrap_or_else(|| stakeholder.kind.label(tongue)).to_owned()
}

fn language_name(code: &str, tongue: Tongue) -> String {
    Language::parse(code, "").map_or(code.to_owned(), |language| language.name(tongue).to_owned())
}

/// The day of an instant; the time of day says nothing here.
fn updated(instant: &str, tongue: Tongue) -> String {
    format::date(instant.get(..10).unwrap_or(instant), tongue)
}
