//! What partners and implementations look for and offer, and who fits. The filter stands in the address, and
//! so does the need of which the matches are shown.

mod filter;
mod form;
mod matching;
mod row;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::{Load, load, locale, session, url_query};
use crate::text::NeedText;
use crate::ui::{Empty, Loaded, PageTitle, Pager};
use domain::policy::Action;
use filter::Filters;
use form::StateForm;
use leptos::prelude::*;
use matching::Matches;
use needs_shown::NeedsShownNeeds;
use row::Row;

operations!(
    "graphql/need.graphql": NeedsShown, NeedMatchesShown, NeedToState, NeedToClose, NeedToReopen, NeedToAnswer
);

/// How many rows a page has.
const ROWS: i64 = 50;

/// The page of the address `/needs?side=&service=&status=&country=&language=&party=&q=&need=`.
#[component]
pub fn NeedsPage() -> impl IntoView {
    let (text, query, locale, session) = (NeedText::here(), url_query(), locale(), session());
    let load = load::<NeedsShown>(move || {
        let filter = needs_shown::NeedFilter {
            community: None,
            sides: query.word::<NeedSide>("side").map(|word| vec![word]),
            party: query.get("party"),
            services: query.word::<ServiceKind>("service").map(|word| vec![word]),
            good: None,
            country: query.get("country"),
            language: query.get("language"),
            statuses: query.word::<NeedStatus>("status").map(|word| vec![word]),
            text: query.get("q"),
        };
        let after = Trail::parse(query.get("after").as_deref()).after();
        Some(needs_shown::Variables { filter, first: ROWS, after, locale })
    });
    let may_state = move || session.can_somewhere(Action::WorkNeed);
    let chosen = Memo::new(move |_| query.get("need"));
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        {move || chosen.get().map(|id| view! { <Matches id/> })}
        <Filters query/>
        {move || may_state().then(|| view! { <StateForm load/> })}
        <Loaded load let:data>
            <Answer needs=data.needs load/>
        </Loaded>
    }
}

#[component]
fn Answer(needs: NeedsShownNeeds, load: Load<needs_shown::ResponseData>) -> impl IntoView {
    let text = NeedText::here();
    if needs.nodes.is_empty() {
        return view! { <Empty title=text.none()><p>{text.none_next()}</p></Empty> }.into_any();
    }
    let next = needs.page_info.end_cursor.filter(|_| needs.page_info.has_next_page);
    let head = [
        text.what(),
        text.who(),
        text.service(),
        text.where_(),
        text.until(),
        text.budget(),
        text.status(),
        text.act(),
    ];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let rows = needs.nodes.into_iter().map(|row| view! { <Row row load/> }).collect_view();
    view! {
        <p class="answer" role="status"><strong>{text.found(needs.total_count)}</strong></p>
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
