//! Which actions are open, for how long, and whose they are.

use super::mark::PracticeMark;
use super::query::CopyQuery;
use crate::client::{clock, operations};
use crate::state::paging::Trail;
use crate::state::{load, locale, tongue, url_query};
use crate::text::{ActionsText, format};
use crate::ui::{Empty, LinkButton, Loaded, PageTitle, Pager};
use chrono::NaiveDate;
use leptos::prelude::*;
use open_actions::{OpenActionsActions, OpenActionsActionsNodes};

operations!("graphql/actions.graphql": OpenActions);

/// How many rows a page has.
const ROWS: i64 = 50;

/// The page of the address `/actions`.
#[component]
pub fn ActionsPage() -> impl IntoView {
    let (text, query, locale) = (ActionsText::here(), url_query(), locale());
    let load = load::<OpenActions>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        Some(open_actions::Variables { first: ROWS, after, locale })
    });
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <Loaded load let:data>
            <Answer actions=data.actions/>
        </Loaded>
    }
}

/// The answer in words, then one line for each action.
#[component]
fn Answer(actions: OpenActionsActions) -> impl IntoView {
    let text = ActionsText::here();
    if actions.nodes.is_empty() {
        return view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href="/pipeline">{text.pipeline()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let next = actions.page_info.end_cursor.filter(|_| actions.page_info.has_next_page);
    let owned = actions.nodes.iter().filter(|one| one.owner.is_some()).count();
    let unowned = i64::try_from(actions.nodes.len() - owned).unwrap_or(i64::MAX);
    let whole = next.is_none() && i64::try_from(actions.nodes.len()) == Ok(actions.total_count);
    let lead = text.open(actions.total_count);
    let lead = if whole { format!("{lead} {}", text.unowned(unowned)) } else { lead };
    let rows = actions.nodes.into_iter().map(|action| view! { <Row action/> });
    let head = [text.what(), text.since(), text.due(), text.owner(), text.about(), text.proof()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    view! {
        <p class="answer" role="status"><strong>{lead}</strong></p>
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.title()}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head.collect_view()}</tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
        <Pager next/>
    }
    .into_any()
}

#[component]
fn Row(action: OpenActionsActionsNodes) -> impl IntoView {
    let (text, tongue) = (ActionsText::here(), tongue());
    let unknown = || text.not_recorded().to_owned();
    let since = action.recorded_on.map_or_else(unknown, |on| match days_since(&on) {
        Some(days) => format!("{} · {}", format::date(&on, tongue), text.days(days)),
        None => format::date(&on, tongue),
    });
    let due = action.due_on.map_or_else(unknown, |on| format::date(&on, tongue));
    let owner = action.owner.map_or_else(unknown, |owner| owner.display_name);
    let about = action.engagement.map(|engagement| {
        let href = format!("/engagement/{}", engagement.id);
        view! { <a href=href>{engagement.party.name}</a> }
    });
    let proof = action.evidence.into_iter().map(|one| {
        let locator = one.locator.map(|locator| format!(", {locator}"));
        view! { <li>{one.source.title}{locator}</li> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="relationship-line">
                    {action.text}
                    <PracticeMark practice=action.practice/>
                </span>
            </th>
            <td role="cell" data-label=text.since()>{since}</td>
            <td role="cell" data-label=text.due()>{due}</td>
            <td role="cell" data-label=text.owner()>{owner}</td>
            <td role="cell" data-label=text.about()>
                <span class="relationship-line">
                    {about}
                    <span class="muted">{action.community.name}</span>
                </span>
            </td>
            <td role="cell" data-label=text.proof()>
                <ul class="plain small">{proof.collect_view()}</ul>
            </td>
        </tr>
    }
}

/// How many days an action has waited, where the day is known.
fn days_since(on: &str) -> Option<i64> {
    let on: NaiveDate = on.parse().ok()?;
    Some((clock::today() - on).num_days())
}
