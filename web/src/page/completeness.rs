//! What is not known: the records that lack something that matters, with why it matters and where it
//! is recorded.

use crate::client::operations;
use crate::page::address::record_address;
use crate::page::changes::CommunityFilter;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, tongue, url_query};
use crate::text::{CompletenessText, format};
use crate::ui::{Disclosure, Empty, LinkButton, Loaded, PageTitle, Pager, WordSelect};
use domain::vocabulary::Word;
use known_unknowns::{
    KnownUnknownsKnownUnknowns as Found, KnownUnknownsKnownUnknownsNodes as Unknown,
    KnownUnknownsKnownUnknownsNodesCompletenessMissing as Lack,
};
use leptos::prelude::*;

operations!("graphql/completeness.graphql": KnownUnknowns);

/// The page of the address `/unknowns?kind=&field=&community=&after=`.
#[component]
pub fn CompletenessPage() -> impl IntoView {
    let (text, query, locale) = (CompletenessText::here(), url_query(), locale());
    let load = load::<KnownUnknowns>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let (kinds, fields) = (query.words("kind"), query.words("field"));
        let (kinds, fields, community) = (Some(kinds), Some(fields), query.get("community"));
        Some(known_unknowns::Variables { kinds, fields, community, locale, after })
    });
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Filters query/>
        <Loaded load let:data>
            <List found=data.known_unknowns/>
        </Loaded>
    }
}

/// Which records, which missing fact, and whose.
#[component]
fn Filters(query: UrlQuery) -> impl IntoView {
    let text = CompletenessText::here();
    let kind = Signal::derive(move || query.word::<RecordKind>("kind"));
    let field = Signal::derive(move || query.word::<RecordFact>("field"));
    let narrow = move |key: &str, code: Option<&'static str>| {
        query.change(Visit::Step, &[(key, code.map(str::to_owned)), ("after", None)]);
    };
    let of_kind =
        Callback::new(move |word: Option<RecordKind>| narrow("kind", word.map(Word::code)));
    let of_field =
        Callback::new(move |word: Option<RecordFact>| narrow("field", word.map(Word::code)));
    view! {
        <search class="filters" aria-label=text.filters()>
            <WordSelect label=text.kind() none=text.every_kind() value=kind on_change=of_kind/>
            <WordSelect label=text.field() none=text.every_field() value=field on_change=of_field/>
            <CommunityFilter/>
        </search>
    }
}

/// How many there are, the first in words, and one page of them.
#[component]
fn List(found: Found) -> impl IntoView {
    let text = CompletenessText::here();
    let next = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
    let Some(first) = found.nodes.first() else {
        return view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href="/stakeholder/new">{text.add()}</LinkButton>
            </Empty>
        }
        .into_any();
    };
    let sentence = text.headline(found.total_count, &first.title, many(first.questions.len()));
    let rows = found.nodes.into_iter().map(|row| view! { <Row row/> });
    view! {
        <div class="headline">
            <p class="headline-sentence" role="status">{sentence}</p>
        </div>
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.list()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{text.record()}</th>
                        <th scope="col" role="columnheader">{text.recorded()}</th>
                        <th scope="col" role="columnheader">{text.missing()}</th>
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
fn Row(row: Unknown) -> impl IntoView {
    let (text, tongue) = (CompletenessText::here(), tongue());
    let address = record_address(&row.record.id).unwrap_or_default();
    let told = row.completeness;
    let link = move |lack: &Lack| {
        let word = lack.field.label(tongue);
        view! { <li><a href=lack.form.clone()>{word}</a></li> }
    };
    let links = told.missing.iter().map(link).collect_view();
    let reason = move |lack: Lack| {
        view! { <dt>{format::capital(lack.field.label(tongue))}</dt><dd>{lack.why}</dd> }
    };
    let reasons = told.missing.into_iter().map(reason).collect_view();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.record()>
                <a href=address>{row.title}</a>
                <p class="muted small">{format::capital(row.kind.label(tongue))}</p>
            </th>
            <td role="cell" data-label=text.recorded()>
                {text.share(told.recorded, told.asked)}
                <p class="muted small">{text.questions(many(row.questions.len()))}</p>
            </td>
            <td role="cell" data-label=text.missing()>
                <ul class="ties">{links}</ul>
                <Disclosure summary=move || text.why()>
                    <dl>{reasons}</dl>
                </Disclosure>
            </td>
        </tr>
    }
}

fn many(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
