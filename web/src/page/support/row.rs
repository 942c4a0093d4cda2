//! Who can give what, a row each, with why and on what it rests.

use super::form_address;
use super::support_rows::{SupportRow, SupportRowRelationship};
use crate::client::words::StakeholderKind;
use crate::page::choice::level_name;
use crate::state::query::UrlQuery;
use crate::state::{session, tongue};
use crate::text::format::{capital, date};
use crate::text::{CapabilityText, SupportText};
use domain::country::Country;
use domain::language::Language;
use domain::policy::Action;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// A table that turns into cards on a narrow screen.
#[component]
pub fn Rows(
    /// The rows, ranked.
    rows: Vec<SupportRow>,
    query: UrlQuery,
    /// What the rows are.
    caption: &'static str,
) -> impl IntoView {
    let text = SupportText::here();
    let head = [
        text.who(),
        text.what(),
        text.for_good(),
        text.at_level(),
        text.places(),
        text.languages(),
        text.why(),
        text.rests_on(),
    ];
    let head = head.map(|label| view! { <th scope="col" role="columnheader">{label}</th> });
    let rows = rows.into_iter().map(|row| view! { <Row row query/> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head.collect_view()}</tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(row: SupportRow, query: UrlQuery) -> impl IntoView {
    let (text, tongue, session) = (SupportText::here(), tongue(), session());
    let unknown = || text.not_recorded().to_owned();
    let service = row.service.map_or_else(unknown, |word| capital(word.label(tongue)));
    let reasons: Vec<_> = row.reasons.iter().map(|word| word.label(tongue)).collect();
    let countries = named(&row.countries, |code| Country::find(code).map(|one| one.name(tongue)));
    let languages = named(&row.languages, |code| {
        Language::parse(code, "").ok().map(|language| language.name(tongue))
    });
    let records =
        matches!(row.provider.kind, StakeholderKind::Organization | StakeholderKind::Group)
            && row.capability.is_none();
    let provider = row.provider.id.clone();
    let form = move || {
        (records && session.can_somewhere(Action::RecordCapability)).then(|| {
            let href = form_address(query, Some(&provider));
            view! { <a class="small" href=href>{text.record_this()}</a> }
        })
    };
    let basis = match (row.capability, row.relationship) {
        (Some(capability), _) => {
            let href = format!("/capability/{}", capability.id);
            let said = said(capability.verified_at, capability.expires_on, tongue);
            view! { <a href=href>{text.capability()}</a> <span class="muted small">{said}</span> }
                .into_any()
        }
        (None, Some(relationship)) => view! { <Hint relationship/> }.into_any(),
        (None, None) => ().into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=format!("/stakeholder/{}", row.provider.id)>{row.provider.name}</a>
            </th>
            <td role="cell" data-label=text.what()>{service}</td>
            <td role="cell" data-label=text.for_good()>{row.good.map(|good| good.name)}</td>
            <td role="cell" data-label=text.at_level()>{level_name(row.level, tongue).unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.places()>{countries.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.languages()>{languages.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.why()>{reasons.join(", ")}</td>
            <td role="cell" data-label=text.rests_on()><span class="relationship-line">{basis}{form}</span></td>
        </tr>
    }
}

/// The relationship that hints at it, with the places that it rests on.
#[component]
fn Hint(relationship: SupportRowRelationship) -> impl IntoView {
    let kind = capital(relationship.kind.label(tongue()));
    let places: Vec<_> = relationship
        .evidence
        .into_iter()
        .map(|one| {
            let place = one.locator.map(|locator| format!(", {locator}")).unwrap_or_default();
            format!("{}{place}", one.source.title)
        })
        .collect();
    let topic = relationship.topic.map(|topic| view! { <span>{topic}</span> });
    view! {
        <a href=format!("/relationship/{}", relationship.id)>{kind}</a>
        {topic}
        <span class="muted small">{places.join("; ")}</span>
    }
}

fn named<'a>(codes: &[String], name: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let names: Vec<_> = codes.iter().map(|code| name(code).unwrap_or(code)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn said(verified_at: Option<String>, expires_on: Option<String>, tongue: Tongue) -> String {
    let text = CapabilityText(tongue);
    let day = |instant: &str| date(instant.get(..10).unwrap_or(instant), tongue);
    let verified = verified_at
        .map_or(text.not_verified().to_owned(), |instant| text.verified_on(&day(&instant)));
    let until = expires_on.map(|on| format!("{} {}", text.expires_on(), date(&on, tongue)));
    [Some(verified), until].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
