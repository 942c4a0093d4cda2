//! What users of implementations ask for, as a table in which it is decided where each belongs.

mod form;
mod row;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::Visit;
use crate::state::{Load, load, locale, session, url_query};
use crate::text::RequirementText;
use crate::ui::{Empty, Field, LinkButton, Loaded, PageTitle, Pager, WordSelect};
use domain::policy::Action;
use domain::vocabulary::Word;
use form::AddForm;
use leptos::prelude::*;
use requirements_shown::RequirementsShownRequirements;
use row::Row;

operations!(
    "graphql/requirement.graphql": RequirementsShown, RequirementToAdd, RequirementToDecide, RequirementToRemove
);

/// How many rows a page has.
const ROWS: i64 = 50;

/// The page of the address `/requirements?implementation=&disposition=&q=`.
#[component]
pub fn RequirementsPage() -> impl IntoView {
    let (text, query, locale, session) =
        (RequirementText::here(), url_query(), locale(), session());
    let load = load::<RequirementsShown>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let filter = requirements_shown::RequirementFilter {
            implementation: query.get("implementation"),
            dispositions: query.word::<Disposition>("disposition").map(|word| vec![word]),
            decided_by: None,
            text: query.get("q"),
        };
        Some(requirements_shown::Variables { filter, first: ROWS, after, locale })
    });
    let may_add = move || session.can_somewhere(Action::WorkRequirement);
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Filters/>
        {move || may_add().then(|| view! { <AddForm load/> })}
        <Loaded load let:data>
            <Answer requirements=data.requirements load/>
        </Loaded>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let (text, query) = (RequirementText::here(), url_query());
    let disposition = Signal::derive(move || query.word::<Disposition>("disposition"));
    let choose = Callback::new(move |word: Option<Disposition>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("disposition", code), ("after", None)]);
    });
    let of_one = move || {
        query.get("implementation").map(|_| {
            view! { <LinkButton href="/requirements">{text.of_one()}</LinkButton> }
        })
    };
    view! {
        <div class="filters" role="search">
            <WordSelect label=text.only() none=text.any() value=disposition on_change=choose/>
            <Field label=text.search() let:ids>
                <input
                    id=ids.control
                    type="search"
                    placeholder=text.search_hint()
                    aria-describedby=ids.described_by
                    prop:value=move || query.get("q").unwrap_or_default()
                    on:input:target=move |event| {
                        let words = Some(event.target().value());
                        query.change(Visit::Replace, &[("q", words), ("after", None)]);
                    }
                />
            </Field>
            {of_one}
        </div>
    }
}

#[component]
fn Answer(
    requirements: RequirementsShownRequirements,
    load: Load<requirements_shown::ResponseData>,
) -> impl IntoView {
    let text = RequirementText::here();
    if requirements.nodes.is_empty() {
        return view! { <Empty title=text.none()><p>{text.none_next()}</p></Empty> }.into_any();
    }
    let next = requirements.page_info.end_cursor.filter(|_| requirements.page_info.has_next_page);
    let head = [
        text.what(),
        text.implementation(),
        text.belongs(),
        text.decided(),
        text.note(),
        text.decide(),
    ];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let rows = requirements.nodes.into_iter().map(|row| view! { <Row row load/> }).collect_view();
    view! {
        <p class="answer" role="status"><strong>{text.found(requirements.total_count)}</strong></p>
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.title()}</caption>
                <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
        <Pager next/>
    }
    .into_any()
}
