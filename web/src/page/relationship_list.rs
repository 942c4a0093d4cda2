//! All relationships, from whom to whom, with filters and paging in the address.

use super::mark::{InferredMark, PracticeMark, StateMark, VisibilityMark};
use super::query::CopyQuery;
use crate::client::operations;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, tongue, url_query};
use crate::text::{EvidenceText, RelationshipText, ReliabilityText, ShellText, format};
use crate::ui::{Checkbox, Empty, Field, LinkButton, Loaded, PageTitle, Pager, WordSelect};
use chrono::NaiveDate;
use domain::vocabulary::Word;
use leptos::prelude::*;
use relationship_rows::{RelationshipRowsRelationships, RelationshipRowsRelationshipsNodes};
use std::marker::PhantomData;

operations!("graphql/relationship_list.graphql": RelationshipRows, RelationshipsUndated);

/// How many rows a page has.
const ROWS: i64 = 50;
/// So many sources are few.
const THIN: i64 = 1;

/// The page of the address `/relationships?layer=&kind=&state=&freshness=&disputed=&sources=&asOf=`.
#[component]
pub fn RelationshipListPage() -> impl IntoView {
    let text = RelationshipText::here();
    let (query, locale) = (url_query(), locale());
    let load = load::<RelationshipRows>(move || Some(variables(query, locale)));
    let found = move || {
        let total = load.with(|data| data.relationships.total_count);
        total.map(|total| text.found(total))
    };
    view! {
        <PageTitle title=text.list()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <search class="filters" aria-label=text.filters()>
            <Filter<Layer> query key="layer" label=text.layer()/>
            <Filter<RelationshipKind> query key="kind" label=text.kind()/>
            <Filter<RelationshipState> query key="state" label=text.state()/>
            <Filter<Freshness> query key="freshness" label=ReliabilityText::here().age()/>
            <DayFilter query/>
            <ThinFilter query/>
            <DisputedFilter query/>
        </search>
        <p class="muted found" role="status">{found}</p>
        <Loaded load let:data>
            <Rows page=data.relationships/>
        </Loaded>
        <UndatedApart query/>
    }
}

/// A filter by one closed word; it starts the list from its beginning.
#[component]
fn Filter<W>(
    query: UrlQuery,
    key: &'static str,
    label: &'static str,
    #[prop(optional)] marker: PhantomData<W>,
) -> impl IntoView
where
    W: Word + Send + Sync,
{
    let _ = marker;
    let value = Signal::derive(move || query.word::<W>(key));
    let change = Callback::new(move |word: Option<W>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[(key, code), ("after", None)]);
    });
    view! { <WordSelect label value none=ShellText::here().any() on_change=change/> }
}

/// Only relationships that count on a day.
#[component]
fn DayFilter(query: UrlQuery) -> impl IntoView {
    let choose = move |day: String| {
        query.change(Visit::Step, &[("asOf", (!day.is_empty()).then_some(day)), ("after", None)]);
    };
    view! {
        <Field label=RelationshipText::here().as_of() let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=move || as_of(query)
                on:change:target=move |event| choose(event.target().value())
            />
        </Field>
    }
}

/// How many more rest on evidence that nobody dated: unknown age is never old, and not forgotten.
#[component]
fn UndatedApart(query: UrlQuery) -> impl IntoView {
    let text = RelationshipText::here();
    let load = load::<RelationshipsUndated>(move || {
        query.words("freshness").contains(&Freshness::Stale).then(|| {
            relationships_undated::Variables {
                layers: given(query.words("layer")),
                kinds: given(query.words("kind")),
                states: given(query.words("state")),
                sources_at_most: sources_at_most(query),
                disputed: is_disputed(query).then_some(true),
                as_of: as_of(query),
            }
        })
    });
    let show = move |_| {
        let undated = Freshness::Undated.code().to_owned();
        query.change(Visit::Step, &[("freshness", Some(undated)), ("after", None)]);
    };
    move || {
        let is_old = query.words("freshness").contains(&Freshness::Stale);
        let total = load.with(|data| data.relationships.total_count);
        let total = total.filter(|total| is_old && *total > 0)?;
        Some(view! {
            <p>
                {text.undated(total)}" "
                <button type="button" class="button" on:click=show>{text.show_undated()}</button>
            </p>
        })
    }
}

/// Only relationships that rest on one source or none.
#[component]
fn ThinFilter(query: UrlQuery) -> impl IntoView {
    let checked = Signal::derive(move || sources_at_most(query).is_some());
    let change = Callback::new(move |only: bool| {
        let most = only.then(|| THIN.to_string());
        query.change(Visit::Step, &[("sources", most), ("after", None)]);
    });
    view! { <Checkbox label=RelationshipText::here().thin() checked on_change=change/> }
}

/// Only relationships against which something speaks.
#[component]
fn DisputedFilter(query: UrlQuery) -> impl IntoView {
    let checked = Signal::derive(move || is_disputed(query));
    let change = Callback::new(move |only: bool| {
        let only = only.then(|| YES.to_owned());
        query.change(Visit::Step, &[("disputed", only), ("after", None)]);
    });
    view! { <Checkbox label=RelationshipText::here().only_disputed() checked on_change=change/> }
}

/// What stands in the address for a box that is ticked.
const YES: &str = "yes";

fn is_disputed(query: UrlQuery) -> bool {
    query.get("disputed").as_deref() == Some(YES)
}

fn as_of(query: UrlQuery) -> Option<String> {
    query.get("asOf").filter(|day| day.parse::<NaiveDate>().is_ok())
}

fn sources_at_most(query: UrlQuery) -> Option<i64> {
    query.get("sources")?.parse().ok()
}

/// One page of rows; a table that turns into cards on a narrow screen.
#[component]
fn Rows(page: RelationshipRowsRelationships) -> impl IntoView {
    let text = RelationshipText::here();
    if page.nodes.is_empty() {
        return view! {
            <Empty title=text.none()>
                <LinkButton href="/relationships">{text.clear()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let next = page.page_info.end_cursor.filter(|_| page.page_info.has_next_page);
    let head = [text.source(), text.kind(), text.target(), text.state(), text.time()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let rows = page.nodes.into_iter().map(|row| view! { <Row row/> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.list()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {head.collect_view()}
                        <th scope="col" role="columnheader">{text.proof()}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
        <Pager next/>
    }
    .into_any()
}

#[component]
fn Row(row: RelationshipRowsRelationshipsNodes) -> impl IntoView {
    let (text, tongue) = (RelationshipText::here(), tongue());
    let time = format::span(row.valid_from.as_deref(), row.valid_to.as_deref(), tongue);
    let (source, target) = (row.source, row.target);
    let age =
        row.reliability.freshness.map(|age| match row.reliability.last_evidenced_on.as_deref() {
            Some(on) => ReliabilityText::here().since(age.label(tongue), &format::date(on, tongue)),
            None => age.label(tongue).to_owned(),
        });
    view! {
        <tr role="row">
            <td role="cell" data-label=text.source()>
                <a href=format!("/stakeholder/{}", source.id)>{source.name}</a>
            </td>
            <th scope="row" role="rowheader" data-label=text.kind()>
                <span class="relationship-line">
                    <a href=format!("/relationship/{}", row.id)>{row.kind.label(tongue)}</a>
                    <InferredMark inferred=row.inferred/>
                    <PracticeMark practice=row.practice/>
                    <VisibilityMark visibility=row.visibility/>
                </span>
            </th>
            <td role="cell" data-label=text.target()>
                <a href=format!("/stakeholder/{}", target.id)>{target.name}</a>
            </td>
            <td role="cell" data-label=text.state()><StateMark state=row.state/></td>
            <td role="cell" data-label=text.time()>{time}</td>
            <td role="cell" data-label=text.proof()>
                <span class="nowrap">{EvidenceText::here().count(row.evidence_count)}</span>
                {age.map(|age| view! { <p class="muted small">{age}</p> })}
            </td>
        </tr>
    }
}

fn variables(query: UrlQuery, locale: Locale) -> relationship_rows::Variables {
    let after = Trail::parse(query.get("after").as_deref()).after();
    relationship_rows::Variables {
        layers: given(query.words("layer")),
        kinds: given(query.words("kind")),
        states: given(query.words("state")),
        sources_at_most: sources_at_most(query),
        freshness: given(query.words("freshness")),
        disputed: is_disputed(query).then_some(true),
        as_of: as_of(query),
        locale,
        first: ROWS,
        after,
    }
}

fn given<W: Word>(words: Vec<W>) -> Option<Vec<W>> {
    (!words.is_empty()).then_some(words)
}
