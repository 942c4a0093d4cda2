//! Whom an implementation can learn from: the nearest others, why, and what that rests on. Which one
//! and which day stand in the address.

mod start;

use crate::client::operations;
use crate::page::picker::find_stakeholders;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, tongue, url_query};
use crate::text::PeerText;
use crate::text::format::capital;
use crate::ui::{Choice, Combobox, Empty, Field, LinkButton, Loaded, PageTitle, Pager};
use domain::country::Country;
use domain::vocabulary::Word;
use leptos::prelude::*;
use peer_answer::{PeerAnswerPeersFor as Found, PeerAnswerPeersForNodes as Peer};
use start::Start;

operations!("graphql/peer.graphql": PeerAnswer, PeerStarts);

/// The page of the address `/peers?of=&asOf=&after=`.
#[component]
pub fn PeersPage() -> impl IntoView {
    let (text, query, locale) = (PeerText::here(), url_query(), locale());
    let load = load::<PeerAnswer>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let at = query.get("asOf");
        query.get("of").map(|id| peer_answer::Variables { id, at, locale, after })
    });
    let is_chosen = Memo::new(move |_| query.get("of").is_some());
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Filters query/>
        <Show when=move || is_chosen.get() fallback=|| view! { <Start/> }>
            <Loaded load let:data>
                {
                    let (id, name) = data
                        .implementation
                        .map_or_else(Default::default, |one| (one.id, one.name));
                    view! { <Answer found=data.peers_for id name/> }
                }
            </Loaded>
        </Show>
    }
}

/// Which implementation, on which day.
#[component]
fn Filters(query: UrlQuery) -> impl IntoView {
    let text = PeerText::here();
    let typed = RwSignal::new(String::new());
    let found = find_stakeholders(typed.into(), vec![StakeholderKind::Implementation]);
    let choose = Callback::new(move |choice: Choice| {
        typed.set(String::new());
        query.change(Visit::Step, &[("of", Some(choice.id)), ("after", None)]);
    });
    let day = move || query.get("asOf").unwrap_or_default();
    let date = move |day: String| {
        query.change(Visit::Step, &[("asOf", Some(day)), ("after", None)]);
    };
    view! {
        <search class="what-if-choice" aria-label=text.of()>
            <Field label=text.of() let:ids>
                <Combobox
                    label=text.of()
                    name="of"
                    id=ids.control
                    described_by=ids.described_by
                    typed
                    on_type=move |text: String| typed.set(text)
                    found
                    placeholder=text.find()
                    on_choose=choose
                />
            </Field>
            <Field label=text.at() hint=text.at_hint() let:ids>
                <input
                    id=ids.control
                    type="date"
                    aria-describedby=ids.described_by
                    prop:value=day
                    on:change:target=move |event| date(event.target().value())
                />
            </Field>
        </search>
    }
}

/// The answer in words, then row by row with its reasons.
#[component]
fn Answer(found: Found, id: String, name: String) -> impl IntoView {
    let text = PeerText::here();
    let Some(first) = found.nodes.first() else {
        return view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href=format!("/stakeholder/{id}/edit")>{text.edit()}</LinkButton>
                <LinkButton href=format!("/relationship/new?source={id}&kind=PEER_OF")>{text.add()}</LinkButton>
            </Empty>
        }
        .into_any();
    };
    let says = text.found(found.total_count, &name, &first.implementation.name);
    let next = found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page);
    let head = [text.peer(), text.why(), text.country(), text.stage(), text.rests_on()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let row = |peer: Peer| view! { <Row peer/> };
    view! {
        <div class="headline">
            <p class="headline-sentence">{says}</p>
        </div>
        <section class="section" aria-labelledby="peers">
            <h2 id="peers">{text.table()}</h2>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.table()}</caption>
                    <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                    <tbody role="rowgroup">{found.nodes.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <Pager next/>
        </section>
    }
    .into_any()
}

#[component]
fn Row(peer: Peer) -> impl IntoView {
    let (text, tongue) = (PeerText::here(), tongue());
    let one = peer.implementation;
    let unknown = || text.not_recorded().to_owned();
    let why: Vec<_> = peer.reasons.iter().map(|reason| reason.label(tongue)).collect();
    let country = one.country.map(|code| {
        Country::find(&code).map_or(code.clone(), |country| country.name(tongue).to_owned())
    });
    let stage = one.stage.map(|stage| capital(stage.label(tongue)));
    let ties = peer.relationships.into_iter().map(|tie| {
        let says = format!("{} {} {}", tie.source.name, tie.kind.label(tongue), tie.target.name);
        view! { <li><a href=format!("/relationship/{}", tie.id)>{says}</a></li> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.peer()>
                <a href=format!("/stakeholder/{}", one.id)>{one.name}</a>
            </th>
            <td role="cell" data-label=text.why()>{capital(&why.join(", "))}</td>
            <td role="cell" data-label=text.country()>{country.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.stage()>{stage.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.rests_on()>
                <ul class="ties">{ties.collect_view()}</ul>
            </td>
        </tr>
    }
}
