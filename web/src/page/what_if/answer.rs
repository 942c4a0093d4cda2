//! The answer: first in words, then as a list, a picture and a table.

use super::drawn::Drawn;
use super::headline::Headline;
use super::list::Ranked;
use super::table::HitTable;
use super::tie::Ties;
use super::{Hit, Loss};
use crate::state::query::UrlQuery;
use crate::text::LossText;
use crate::ui::{Empty, LinkButton, Pager};
use leptos::prelude::*;

/// Everything about one scenario.
#[component]
pub fn Answer(
    /// What is lost.
    loss: Loss,
    /// The address, which keeps what is shown.
    query: UrlQuery,
) -> impl IntoView {
    let text = LossText::here();
    let Some(first) = loss.hits.nodes.first().cloned() else {
        return view! {
            <Empty title=text.nobody_hit()>
                <p>{text.nobody_hit_next()}</p>
                <LinkButton href="/relationship/new">{text.add()}</LinkButton>
            </Empty>
            <Beyond loss/>
        }
        .into_any();
    };
    let next = loss.hits.page_info.end_cursor.clone().filter(|_| loss.hits.page_info.has_next_page);
    let summed =
        text.summed(loss.hits.total_count, loss.ended.total_count, loss.at_risk.total_count);
    let hits: Vec<Hit> = loss.hits.nodes.clone();
    view! {
        <Headline sentence=first.sentence/>
        <p class="muted found" role="status">{summed}</p>
        <section class="section" aria-labelledby="ranked">
            <h2 id="ranked">{text.ranked()}</h2>
            <Ranked hits=hits.clone()/>
            <Pager next/>
        </section>
        <Drawn loss=loss.clone() query/>
        <section class="section" aria-labelledby="hit-table">
            <h2 id="hit-table">{text.table()}</h2>
            <HitTable hits/>
        </section>
        <Beyond loss/>
    }
    .into_any()
}

/// What is lost beside: hopes, actions, and what comes off.
#[component]
fn Beyond(loss: Loss) -> impl IntoView {
    let text = LossText::here();
    let hopes = (!loss.hopes.nodes.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="hopes">
                <h2 id="hopes">{text.hopes()}</h2>
                <Ties ties=loss.hopes.nodes/>
            </section>
        }
    });
    let action = |action: super::what_if_answer::WhatIfAnswerSimulateLossActionsNodes| {
        let href = action.engagement.map(|of| format!("/engagement/{}", of.id));
        match href {
            Some(href) => view! { <li><a href=href>{action.text}</a></li> }.into_any(),
            None => view! { <li>{action.text}</li> }.into_any(),
        }
    };
    let actions = (!loss.actions.nodes.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="left-lying">
                <h2 id="left-lying">{text.actions()}</h2>
                <ul class="ties">{loss.actions.nodes.into_iter().map(action).collect_view()}</ul>
            </section>
        }
    });
    let piece = |piece: super::what_if_answer::WhatIfAnswerSimulateLossApart| {
        let names: Vec<_> = piece.stakeholders.iter().map(|one| one.name.as_str()).collect();
        let more = piece.size - i64::try_from(names.len()).unwrap_or(piece.size);
        view! { <li>{text.piece(&names.join(", "), more)}</li> }
    };
    let apart = (!loss.apart.is_empty()).then(|| {
        view! { <ul class="ties">{loss.apart.into_iter().map(piece).collect_view()}</ul> }
    });
    view! {
        {hopes}
        {actions}
        <section class="section" aria-labelledby="apart">
            <h2 id="apart">{text.apart()}</h2>
            <p>{text.pieces(loss.pieces_before, loss.pieces_after)}</p>
            {apart}
        </section>
    }
}
