//! The ways with the reasons of each step, and all steps as a table.

use super::{Hop, Way};
use crate::page::mark::StateMark;
use crate::state::tongue;
use crate::text::{IntroductionText, format};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Some ways, the best first.
#[component]
pub fn Ways(
    /// The id of the heading.
    id: &'static str,
    /// What they are.
    title: &'static str,
    /// The ways.
    ways: Vec<Way>,
) -> impl IntoView {
    let items = ways.into_iter().map(|way| view! { <Item way/> });
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <ol class="hits">{items.collect_view()}</ol>
        </section>
    }
}

/// One way: its steps, each with why it costs what it costs, and whom to ask first.
#[component]
fn Item(way: Way) -> impl IntoView {
    let (text, tongue) = (IntroductionText::here(), tongue());
    let people = way.people.iter().map(|one| {
        let says = format!("{}: {}", one.person.name, one.consent.label(tongue));
        let href = format!("/stakeholder/{}", one.person.id);
        view! { <li><a href=href>{says}</a></li> }
    });
    let people =
        (!way.people.is_empty()).then(|| view! { <ul class="ties">{people.collect_view()}</ul> });
    let warning = way.ask_first.then(|| view! { <p class="notice">{text.ask_first()}</p> });
    let steps = way.hops.iter().map(|hop| {
        let href = format!("/relationship/{}", hop.relationship.id);
        view! {
            <li>
                <a href=href>{words(hop)}</a>
                " "
                <span class="cause">{reasons(hop)}</span>
            </li>
        }
    });
    view! {
        <li>
            <p class="hit-line">{text.points(&format::number(way.cost, tongue))}</p>
            <ol class="way">{steps.collect_view()}</ol>
            {people}
            {warning}
        </li>
    }
}

/// Every step of every way.
#[component]
pub fn Steps(
    /// The ways.
    ways: Vec<Way>,
) -> impl IntoView {
    let text = IntroductionText::here();
    let heads = [text.way(), text.step(), text.state(), text.reliability(), text.price()];
    let rows = ways
        .into_iter()
        .zip(1_i64..)
        .flat_map(|(way, number)| way.hops.into_iter().map(move |hop| view! { <Row hop number/> }));
    view! {
        <section class="section" aria-labelledby="steps">
            <h2 id="steps">{text.table()}</h2>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.table()}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            {heads
                                .map(|head| view! { <th scope="col" role="columnheader">{head}</th> })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(hop: Hop, number: i64) -> impl IntoView {
    let text = IntroductionText::here();
    let href = format!("/relationship/{}", hop.relationship.id);
    view! {
        <tr role="row">
            <td role="cell" data-label=text.way()>{number}</td>
            <th scope="row" role="rowheader" data-label=text.step()>
                <a href=href>{words(&hop)}</a>
            </th>
            <td role="cell" data-label=text.state()><StateMark state=hop.relationship.state/></td>
            <td role="cell" data-label=text.reliability()>{reliability(&hop)}</td>
            <td role="cell" data-label=text.price()>{hop.cost.total}</td>
        </tr>
    }
}

/// Who stands how to whom, as the way is walked.
fn words(hop: &Hop) -> String {
    let (kind, tongue) = (hop.relationship.kind, tongue());
    let says = match hop.relationship.source.id == hop.from.id {
        true => kind.label(tongue),
        false => kind.inverse_label(tongue),
    };
    format!("{} {says} {}", hop.from.name, hop.to.name)
}

/// Why a step costs what it costs.
fn reasons(hop: &Hop) -> String {
    let (text, tongue) = (IntroductionText::here(), tongue());
    let since = hop.since.as_deref().map(|since| text.since(&format::date(since, tongue)));
    let state = hop.relationship.state.label(tongue).to_owned();
    let parts = [
        Some(text.points(&format::number(hop.cost.total, tongue))),
        Some(state),
        Some(since.unwrap_or_else(|| text.since_unknown().to_owned())),
        Some(reliability(hop)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How old the evidence is and how far it may be relied on; unknown stays unknown.
fn reliability(hop: &Hop) -> String {
    let (text, tongue) = (IntroductionText::here(), tongue());
    match (hop.freshness, hop.confidence) {
        (Some(freshness), Some(share)) => {
            text.rests(freshness.label(tongue), &format::percent(share, tongue))
        }
        (None, Some(share)) => text.rests_on_nothing(&format::percent(share, tongue)),
        (_, None) => text.no_evidence().to_owned(),
    }
}
