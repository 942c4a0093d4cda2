//! What wants attention: whom to call and why, then every notice with its reason. The community, the rule
//! and whose tasks they are stand in the address. What one has muted is named, and can be told again.

mod mute;

use crate::client::operations;
use crate::page::address::record_address;
use crate::page::mark::PracticeMark;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, session, tongue, url_query};
use crate::text::format::{capital, date};
use crate::text::{AttentionText, ShellText};
use crate::ui::{
    Checkbox, Empty, FailureNotice, LinkButton, Loaded, Loading, PageTitle, Pager, Select,
    WordSelect,
};
use attention_rows::{
    AttentionRowsCallList as Call, AttentionRowsNotices as Found,
    AttentionRowsNoticesNodes as Notice, AttentionRowsNoticesNodesSubjectOn as SubjectOn,
};
use domain::attention::AttentionRule as Rule;
use domain::vocabulary::Word;
use leptos::prelude::*;

operations!("graphql/attention.graphql": AttentionRows, AttentionCommunities);

/// How many notices stand on one page.
const ROWS: i64 = 30;

/// The page of the address `/attention?community=&rule=&mine=&after=`.
#[component]
pub fn AttentionPage() -> impl IntoView {
    let (text, query, session) = (AttentionText::here(), url_query(), session());
    let known = load::<AttentionCommunities>(|| Some(attention_communities::Variables));
    let communities = Signal::derive(move || {
        let data = known.data().map(|data| data.communities).unwrap_or_default();
        data.into_iter().map(|one| (one.id, one.name)).collect::<Vec<_>>()
    });
    // Without a community in the address: one's own, else the first.
    let community = Memo::new(move |_| {
        let own = || session.memberships().into_iter().next().map(|one| one.community);
        let first = || communities.get().into_iter().next().map(|(id, _)| id);
        query.get("community").or_else(own).or_else(first)
    });
    view! {
        <PageTitle title=text.title()/>
        <p class="page-lead">{text.lead()}</p>
        <Filters query communities community/>
        {move || match community.get() {
            Some(community) => view! { <Of community query/> }.into_any(),
            None => match known.failure() {
                Some(failure) => view! { <FailureNotice failure/> }.into_any(),
                None => view! { <Loading/> }.into_any(),
            },
        }}
    }
}

/// Whose work, by which rule, and whether only one's own.
#[component]
fn Filters(
    query: UrlQuery,
    communities: Signal<Vec<(String, String)>>,
    community: Memo<Option<String>>,
) -> impl IntoView {
    let (text, session) = (AttentionText::here(), session());
    let narrow = move |key: &str, value: Option<String>| {
        query.change(Visit::Step, &[(key, value), ("after", None)]);
    };
    let value = Signal::derive(move || community.get().unwrap_or_default());
    let change = Callback::new(move |id: String| narrow("community", Some(id)));
    let rule = Signal::derive(move || query.word::<Rule>("rule"));
    let choose = Callback::new(move |word: Option<Rule>| {
        narrow("rule", word.map(|word| word.code().to_owned()));
    });
    let mine = Signal::derive(move || query.get("mine").is_some());
    let own = Callback::new(move |on: bool| narrow("mine", on.then(|| "1".to_owned())));
    view! {
        <search class="filters" aria-label=text.filters()>
            <Select label=text.community() options=communities value on_change=change/>
            <WordSelect label=text.rule() none=capital(ShellText::here().any()) value=rule on_change=choose/>
            {move || session.is_signed_in().then(|| {
                view! { <Checkbox label=text.mine() checked=mine on_change=own/> }
            })}
        </search>
    }
}

#[component]
fn Of(community: String, query: UrlQuery) -> impl IntoView {
    let (locale, session) = (locale(), session());
    let load = load::<AttentionRows>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let rules = query.word("rule").map(|rule| vec![rule]);
        let mine = session.is_signed_in() && query.get("mine").is_some();
        let community = community.clone();
        Some(attention_rows::Variables { community, rules, mine, locale, first: ROWS, after })
    });
    let changed = Callback::new(move |()| load.reload());
    view! {
        <div class="actions"><CopyQuery request=load.request()/></div>
        <Loaded load let:data>
            <Calls calls=data.call_list/>
            <Notices found=data.notices changed/>
            {data.me.map(|me| view! { <mute::Mutes mutes=me.mutes changed/> })}
        </Loaded>
    }
}

/// Whom to call, and why, with the last sentence spoken.
#[component]
fn Calls(calls: Vec<Call>) -> impl IntoView {
    let text = AttentionText::here();
    let nobody = calls.is_empty().then(|| view! { <p>{text.no_calls()}</p> });
    let rows = calls.into_iter().map(|call| view! { <OneCall call/> });
    view! {
        <section class="section" aria-labelledby="calls">
            <h2 id="calls">{text.calls()}</h2>
            {nobody}
            <ol class="list">{rows.collect_view()}</ol>
        </section>
    }
}

#[component]
fn OneCall(call: Call) -> impl IntoView {
    let (text, tongue) = (AttentionText::here(), tongue());
    let (party, whom) = (call.engagement.party, call.whom);
    let through = (whom.id != party.id)
        .then(|| view! { <a href=format!("/stakeholder/{}", whom.id)>{whom.name}</a> <span aria-hidden="true">"·"</span> });
    let reasons = call.reasons.into_iter().map(|reason| view! { <li>{reason.sentence}</li> });
    let last = match call.last_interaction {
        Some(last) => text.last(&date(&last.happened_on, tongue), &last.note),
        None => text.never().to_owned(),
    };
    view! {
        <li>
            <p class="relationship-line">
                {through}
                <a href=format!("/engagement/{}", call.engagement.id)>{party.name}</a>
                <PracticeMark practice=call.engagement.practice/>
                <a href=format!("/brief/{}", party.id)>{text.brief()}</a>
            </p>
            <ul>{reasons.collect_view()}</ul>
            <p class="muted">{last}</p>
        </li>
    }
}

/// Every notice, with why it came.
#[component]
fn Notices(found: Found, changed: Callback<()>) -> impl IntoView {
    let (text, mutes) = (AttentionText::here(), session().is_signed_in());
    let next = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
    if found.nodes.is_empty() {
        return view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href="/pipeline">{text.pipeline()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let rows = found.nodes.into_iter().map(|notice| view! { <Row notice mutes changed/> });
    let head = mutes.then(|| view! { <th scope="col" role="columnheader">{text.mute()}</th> });
    view! {
        <section class="section" aria-labelledby="notices">
            <h2 id="notices">{text.notices(found.total_count)}</h2>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.notices(found.total_count)}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{text.what()}</th>
                            <th scope="col" role="columnheader">{text.rule()}</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows.collect_view()}</tbody>
                </table>
            </div>
            <Pager next/>
        </section>
    }
    .into_any()
}

#[component]
fn Row(notice: Notice, mutes: bool, changed: Callback<()>) -> impl IntoView {
    let text = AttentionText::here();
    let party = notice.party.map(|party| (party.id, party.name));
    let tools = mutes.then(|| {
        view! {
            <td role="cell" data-label=text.mute()>
                <mute::Tools rule=notice.rule party changed/>
            </td>
        }
    });
    let about = match notice.subject.on {
        SubjectOn::Action(action) => action.engagement.map(|one| one.id),
        _ => Some(notice.subject.id),
    };
    let says = match about.and_then(|id| record_address(&id)) {
        Some(href) => view! { <a href=href>{notice.sentence}</a> }.into_any(),
        None => view! { {notice.sentence} }.into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.what()>
                <span class="relationship-line">
                    {says}
                    <PracticeMark practice=notice.practice/>
                </span>
            </th>
            <td role="cell" data-label=text.rule()>{capital(notice.rule.label(tongue()))}</td>
            {tools}
        </tr>
    }
}
