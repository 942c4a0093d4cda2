//! Who could come to fill the gaps of a country, and why.

use super::coverage_fill::{
    CoverageFillCoverageGapsNodesCells as Cell,
    CoverageFillCoverageGapsNodesCellsCandidates as Candidate,
};
use super::{CoverageFill, across, column_name, country_name, coverage_fill, level};
use crate::page::choice::level_name;
use crate::page::query::CopyQuery;
use crate::state::query::{UrlQuery, address};
use crate::state::{load, locale, tongue};
use crate::text::CoverageText;
use crate::ui::Loaded;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The gaps of one country, each with those who are nearest to filling it.
#[component]
pub fn Fill(country: String, query: UrlQuery) -> impl IntoView {
    let (text, tongue, locale) = (CoverageText::here(), tongue(), locale());
    let title = text.could(&country_name(Some(&country), tongue));
    let code = country.clone();
    let load = load::<CoverageFill>(move || {
        Some(coverage_fill::Variables {
            country: code.clone(),
            across: across(query),
            good: query.get("good"),
            service: query.word("service"),
            level: level(query),
            locale,
        })
    });
    view! {
        <section class="section" aria-labelledby="fill">
            <h2 id="fill">{title}</h2>
            <CopyQuery request=load.request()/>
            <Loaded load let:data>
                <Gaps
                    cells=data.coverage_gaps.nodes.into_iter().flat_map(|row| row.cells).collect()
                    country=country.clone()
                    query
                />
            </Loaded>
        </section>
    }
}

#[component]
fn Gaps(cells: Vec<Cell>, country: String, query: UrlQuery) -> impl IntoView {
    let text = CoverageText::here();
    let gaps: Vec<_> = cells.into_iter().filter(|cell| cell.is_gap).collect();
    if gaps.is_empty() {
        return view! { <p class="muted">{text.no_gap()}</p> }.into_any();
    }
    let gaps = gaps.into_iter().map(|cell| view! { <Gap cell country=country.clone() query/> });
    view! { <ul class="list">{gaps.collect_view()}</ul> }.into_any()
}

#[component]
fn Gap(cell: Cell, country: String, query: UrlQuery) -> impl IntoView {
    let (text, tongue) = (CoverageText::here(), tongue());
    let good = cell.good.as_ref();
    let name = column_name(
        cell.language.as_deref(),
        good.map(|good| good.name.as_str()),
        cell.service,
        tongue,
    );
    let asked = untrack(|| query.get("good"));
    let level = untrack(|| level(query)).to_string();
    let service = cell.service.or_else(|| untrack(|| query.word("service")));
    let directory = address(
        "/support",
        &[
            ("country", Some(&country)),
            ("language", cell.language.as_deref()),
            ("good", good.map(|good| good.id.as_str()).or(asked.as_deref())),
            ("service", service.map(|service| service.code())),
            ("level", Some(&level)),
        ],
    );
    let candidates = cell.candidates.into_iter().map(|one| view! { <Nearest one/> });
    let candidates = candidates.collect_view();
    let none =
        candidates.is_empty().then(|| view! { <p class="muted small">{text.no_candidate()}</p> });
    view! {
        <li>
            <p class="relationship-line">
                <strong>{name}</strong>
                <a href=directory>{text.directory()}</a>
            </p>
            {none}
            <ol class="list">{candidates}</ol>
        </li>
    }
}

#[component]
fn Nearest(one: Candidate) -> impl IntoView {
    let (text, tongue) = (CoverageText::here(), tongue());
    let level = level_name(one.level, tongue);
    let why = one.reasons.iter().map(|reason| reason.label(tongue).to_owned());
    let why: Vec<_> = level.into_iter().chain(why).collect();
    let basis = match (one.capability, one.relationship) {
        (Some(capability), _) => Some(format!("/capability/{}", capability.id)),
        (None, Some(relationship)) => Some(format!("/relationship/{}", relationship.id)),
        (None, None) => None,
    };
    view! {
        <li class="relationship-line">
            <a href=format!("/stakeholder/{}", one.provider.id)>{one.provider.name}</a>
            <span class="small">{why.join(", ")}</span>
            {basis.map(|href| view! { <a class="small" href=href>{text.basis()}</a> })}
        </li>
    }
}
