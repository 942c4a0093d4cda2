//! Which bodies share topics or members: in words, as a matrix, and as a table.

use super::groups_overlapping::{
    self, GroupsOverlappingGroupOverlap as Found,
    GroupsOverlappingGroupOverlapContested as Contested,
    GroupsOverlappingGroupOverlapPairs as Pair,
};
use super::{GoodFilter, GroupsOverlapping, Views};
use crate::page::mark::StateMark;
use crate::page::query::CopyQuery;
use crate::state::query::UrlQuery;
use crate::state::{load, locale};
use crate::text::RepresentationText;
use crate::ui::{Empty, LinkButton, Loaded, PageTitle};
use leptos::prelude::*;

/// The overlaps of the bodies of a good, or of all.
#[component]
pub fn Overlap(query: UrlQuery) -> impl IntoView {
    let (text, locale) = (RepresentationText::here(), locale());
    let load = load::<GroupsOverlapping>(move || {
        Some(groups_overlapping::Variables { good: query.get("good"), locale })
    });
    let found = move || {
        let counts =
            load.with(|data| (data.group_overlap.group_count, data.group_overlap.pair_count));
        counts.map(|(groups, pairs)| text.compared(groups, pairs))
    };
    view! {
        <PageTitle title=text.shared()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.overlap_lead()}</p>
        <Views query/>
        <search class="filters" aria-label=text.filters()><GoodFilter query/></search>
        <p class="muted found" role="status">{found}</p>
        <Loaded load let:data>
            <Shared found=data.group_overlap/>
        </Loaded>
    }
}

#[component]
fn Shared(found: Found) -> impl IntoView {
    let text = RepresentationText::here();
    let omitted =
        (found.omitted > 0).then(|| view! { <p class="muted">{text.omitted(found.omitted)}</p> });
    let contested =
        (!found.contested.is_empty()).then(|| view! { <ContestedList contested=found.contested/> });
    if found.pairs.is_empty() {
        return view! {
            <Empty title=text.nothing_shared()>
                <p>{text.topics_next()}</p>
                <LinkButton href="/directory?kind=GROUP">{text.body()}</LinkButton>
            </Empty>
            {contested}
            {omitted}
        }
        .into_any();
    }
    let sentences = found.pairs.iter().map(|pair| view! { <li>{sentence(pair, text)}</li> });
    let sentences = sentences.collect_view();
    view! {
        <ul class="answer">{sentences}</ul>
        {contested}
        <Matrix pairs=found.pairs.clone()/>
        <Pairs pairs=found.pairs/>
        {omitted}
    }
    .into_any()
}

fn sentence(pair: &Pair, text: RepresentationText) -> String {
    let mut what = pair.topics.clone();
    if pair.member_count > 0 {
        what.push(text.people(pair.member_count));
    }
    text.share(&pair.one.name, &pair.other.name, &what.join(", "))
}

/// The bodies that share something, each against each. Cells say in numbers what the table below
/// names.
#[component]
fn Matrix(pairs: Vec<Pair>) -> impl IntoView {
    let text = RepresentationText::here();
    let bodies = bodies(&pairs);
    let head = bodies.iter().map(|(_, name)| view! { <th scope="col">{name.clone()}</th> });
    let head = head.collect_view();
    let rows = bodies.iter().map(|(id, name)| {
        let cells = bodies.iter().map(|(other, _)| {
            let pair = pairs.iter().find(|pair| {
                let ends = (&pair.one.id, &pair.other.id);
                ends == (id, other) || ends == (other, id)
            });
            let says = pair.map(|pair| cell(pair, text));
            let class = if says.is_some() { "matrix-shared" } else { "" };
            view! { <td class=class>{says}</td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{name.clone()}</th> {cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="section" aria-labelledby="matrix">
            <h2 id="matrix">{text.matrix()}</h2>
            <div class="table-wrap" tabindex="0" role="group" aria-labelledby="matrix">
                <table class="table matrix">
                    <thead><tr><td></td> {head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// Every body of the pairs once, in order of first mention.
fn bodies(pairs: &[Pair]) -> Vec<(String, String)> {
    let mut bodies: Vec<(String, String)> = Vec::new();
    let ends = pairs
        .iter()
        .flat_map(|pair| [(&pair.one.id, &pair.one.name), (&pair.other.id, &pair.other.name)]);
    for (id, name) in ends {
        if !bodies.iter().any(|(known, _)| known == id) {
            bodies.push((id.clone(), name.clone()));
        }
    }
    bodies
}

fn cell(pair: &Pair, text: RepresentationText) -> String {
    let mut parts = Vec::new();
    if !pair.topics.is_empty() {
        parts.push(text.about_topics(pair.topics.len()));
    }
    if pair.member_count > 0 {
        parts.push(text.people(pair.member_count));
    }
    parts.join(", ")
}

/// Every pair with what it shares, by name.
#[component]
fn Pairs(pairs: Vec<Pair>) -> impl IntoView {
    let text = RepresentationText::here();
    let heads = [text.body(), text.other_body(), text.topics(), text.members()];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let rows = pairs.into_iter().map(|pair| {
        let hidden = pair.member_count - i64::try_from(pair.members.len()).unwrap_or(0);
        let members = pair.members.into_iter().map(|member| {
            view! {
                <span class="relationship-line">
                    <a href=format!("/stakeholder/{}", member.stakeholder.id)>
                        {member.stakeholder.name}
                    </a>
                    <a href=format!("/relationship/{}", member.one.id)>"1"</a>
                    <a href=format!("/relationship/{}", member.other.id)>"2"</a>
                </span>
            }
        });
        let members = members.collect_view();
        let more = (hidden > 0).then(|| text.people(hidden)).map(|more| format!("+ {more}"));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" data-label=text.body()>
                    <a href=format!("/stakeholder/{}", pair.one.id)>{pair.one.name}</a>
                </th>
                <td role="cell" data-label=text.other_body()>
                    <a href=format!("/stakeholder/{}", pair.other.id)>{pair.other.name}</a>
                </td>
                <td role="cell" data-label=text.topics()>{pair.topics.join(", ")}</td>
                <td role="cell" data-label=text.members()>{members} {more}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.shared()}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
}

/// Bodies of which it is contested where they belong, with what says so.
#[component]
fn ContestedList(contested: Vec<Contested>) -> impl IntoView {
    let text = RepresentationText::here();
    let items = contested.into_iter().map(|one| {
        let names: Vec<_> = one.between.iter().map(|row| row.target.name.clone()).collect();
        let says = text.between(&one.group.name, &names.join(", "));
        let rows = one.between.into_iter().map(|row| {
            view! {
                <span class="relationship-line">
                    <a href=format!("/relationship/{}", row.id)>{row.target.name}</a>
                    <StateMark state=row.state/>
                </span>
            }
        });
        let rows = rows.collect_view();
        view! { <li>{says} " " {rows}</li> }
    });
    let items = items.collect_view();
    view! {
        <section class="section" aria-labelledby="contested">
            <h2 id="contested">{text.contested()}</h2>
            <ul class="list">{items}</ul>
        </section>
    }
}
