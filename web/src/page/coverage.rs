//! Where somebody can give support, where nobody can and who could come to: on a map, in words, as a
//! table in which gaps stand out, and how far two languages are bridged.

mod bridge;
mod fill;
mod heat;
mod world;

use crate::client::operations;
use crate::page::choice::{Choice, goods};
use crate::page::query::CopyQuery;
use crate::state::query::{UrlQuery, Visit, address};
use crate::state::{load, locale, tongue, url_query};
use crate::text::format::capital;
use crate::text::{CoverageText, ShellText};
use crate::ui::{Empty, LinkButton, Loaded, PageTitle, Select, WordSelect};
use coverage_table::CoverageTableCoverageGaps;
use domain::capability::{CapabilityLevel, CoverageAcross, ServiceKind};
use domain::country::Country;
use domain::language::Language;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

operations!("graphql/coverage.graphql": CoverageTable, CoverageWorld, CoverageFill, CoverageBridge);

/// From this level on somebody can, when nothing else is said: one documented project.
const LEVEL: i64 = 2;

/// The page of the address `/coverage?across=&good=&service=&level=&country=`.
#[component]
pub fn CoveragePage() -> impl IntoView {
    let text = CoverageText::here();
    let (query, locale) = (url_query(), locale());
    let load = load::<CoverageTable>(move || {
        Some(coverage_table::Variables {
            across: across(query),
            good: query.get("good"),
            service: query.word("service"),
            level: level(query),
            locale,
        })
    });
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Filters query/>
        <Loaded load let:data>
            <Answer found=data.coverage_gaps query/>
        </Loaded>
        {move || query.get("country").map(|country| view! { <fill::Fill country query/> })}
        <bridge::Bridge/>
    }
}

fn across(query: UrlQuery) -> CoverageAcross {
    query.word("across").unwrap_or(CoverageAcross::Language)
}

fn level(query: UrlQuery) -> i64 {
    let given = query.get("level").and_then(|level| level.parse().ok());
    given.filter(|level| (0..=4).contains(level)).unwrap_or(LEVEL)
}

#[component]
fn Filters(query: UrlQuery) -> impl IntoView {
    let (text, tongue) = (CoverageText::here(), tongue());
    let goods = goods();
    let named = |level: &CapabilityLevel| {
        let number = level.number().to_string();
        (number.clone(), format!("{number} · {}", level.label(tongue)))
    };
    let levels: Vec<_> = CapabilityLevel::ALL.iter().map(named).collect();
    let service = Signal::derive(move || query.word::<ServiceKind>("service"));
    let columns = Signal::derive(move || Some(across(query)));
    let choose = move |key: &'static str, code: Option<String>| {
        query.change(Visit::Step, &[(key, code), ("country", None)]);
    };
    let choose_service = Callback::new(move |word: Option<ServiceKind>| {
        choose("service", word.map(|word| word.code().to_owned()));
    });
    let present = Signal::derive(move || level(query).to_string());
    let choose_level = Callback::new(move |number: String| choose("level", Some(number)));
    let choose_columns = Callback::new(move |word: Option<CoverageAcross>| {
        choose("across", word.map(|word| word.code().to_owned()));
    });
    view! {
        <search class="filters" aria-label=text.filters()>
            <WordSelect<CoverageAcross> label=text.across() value=columns on_change=choose_columns/>
            <Choice query key="good" label=text.good() names=goods/>
            <WordSelect<ServiceKind> label=text.service() value=service none=capital(ShellText::here().any()) on_change=choose_service/>
            <Select label=text.level() options=Signal::stored(levels) value=present on_change=choose_level/>
        </search>
    }
}

/// The answer in words, then the table.
#[component]
fn Answer(found: CoverageTableCoverageGaps, query: UrlQuery) -> impl IntoView {
    let text = CoverageText::here();
    if found.nodes.is_empty() {
        return view! {
            <Empty title=text.nothing()>
                <p>{text.nothing_next()}</p>
                <LinkButton href="/capability/new">{text.record()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let known = || found.nodes.iter().filter(|row| row.country.is_some());
    let bare = known().filter(|row| !row.is_covered).count();
    let (bare, all) = (number(bare), number(known().count()));
    let more = found.total_count - number(found.nodes.len());
    let shown = found.nodes.first().map_or(0, |row| number(row.cells.len()));
    let columns = found.nodes.first().map_or(0, |row| row.column_count) - shown;
    view! {
        <p class="answer" role="status"><strong>{text.summary(bare, all)}</strong></p>
        <world::World query/>
        <heat::Heat rows=found.nodes query/>
        {(more > 0).then(|| view! { <p class="muted small">{text.more(more)}</p> })}
        {(columns > 0).then(|| view! { <p class="muted small">{text.more_columns(columns)}</p> })}
    }
    .into_any()
}

/// This page with a country chosen.
fn address_of(country: &str, query: UrlQuery) -> String {
    let kept = ["across", "good", "service", "level"].map(|key| (key, query.get(key)));
    let kept = kept.iter().map(|(key, value)| (*key, value.as_deref()));
    let pairs: Vec<_> = kept.chain([("country", Some(country))]).collect();
    address("/coverage", &pairs)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A country by its name; what has none recorded says so.
fn country_name(code: Option<&str>, tongue: Tongue) -> String {
    match code {
        Some(code) => Country::find(code).map_or(code, |country| country.name(tongue)).to_owned(),
        None => CoverageText(tongue).no_country().to_owned(),
    }
}

/// What a column is about, in words.
fn column_name(
    language: Option<&str>,
    good: Option<&str>,
    service: Option<ServiceKind>,
    tongue: Tongue,
) -> String {
    match (language, good, service) {
        (_, Some(good), _) => good.to_owned(),
        (_, _, Some(service)) => capital(service.label(tongue)),
        (Some(code), ..) => {
            let known = Language::parse(code, "").ok();
            capital(known.map_or(code, |language| language.name(tongue)))
        }
        (None, None, None) => CoverageText(tongue).no_language().to_owned(),
    }
}
