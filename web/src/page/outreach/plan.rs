//! The open engagements, grouped by what they are for.

use super::Objective;
use super::outreach_plan::{OutreachPlanEngagements, OutreachPlanEngagementsNodes};
use crate::page::mark::PracticeMark;
use crate::state::tongue;
use crate::text::OutreachText;
use crate::text::format::{capital, date};
use crate::ui::{Badge, Empty, LinkButton, Pager};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The answer in words, then a table for each objective.
#[component]
pub fn Plan(engagements: OutreachPlanEngagements) -> impl IntoView {
    let text = OutreachText::here();
    if engagements.nodes.is_empty() {
        return view! {
            <Empty title=text.none()>
                <p>{text.none_next()}</p>
                <LinkButton href="/pipeline">{text.pipeline()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let next = engagements.page_info.end_cursor.filter(|_| engagements.page_info.has_next_page);
    let groups = grouped(engagements.nodes);
    let groups = groups.into_iter().map(|(objective, rows)| view! { <Group objective rows/> });
    view! {
        <p class="answer" role="status"><strong>{text.open(engagements.total_count)}</strong></p>
        {groups.collect_view()}
        <Pager next/>
    }
    .into_any()
}

/// The rows by objective, in the order of the objectives; within one, as they came.
fn grouped(
    rows: Vec<OutreachPlanEngagementsNodes>,
) -> Vec<(Objective, Vec<OutreachPlanEngagementsNodes>)> {
    let of = |objective: &Objective| {
        let own = rows.iter().filter(|row| row.objective == *objective);
        (*objective, own.cloned().collect::<Vec<_>>())
    };
    Objective::ALL.iter().map(of).filter(|(_, rows)| !rows.is_empty()).collect()
}

#[component]
fn Group(objective: Objective, rows: Vec<OutreachPlanEngagementsNodes>) -> impl IntoView {
    let (text, tongue) = (OutreachText::here(), tongue());
    let title = text.group(&capital(objective.label(tongue)), rows.len());
    let head = [
        text.partner(),
        text.why(),
        text.entry_points(),
        text.gains(),
        text.stage(),
        text.next(),
        text.owner(),
    ];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let rows = rows.into_iter().map(|row| view! { <Row row/> }).collect_view();
    view! {
        <section class="section" id=objective.code()>
            <h2>{title.clone()}</h2>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{title}</caption>
                    <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(row: OutreachPlanEngagementsNodes) -> impl IntoView {
    let (text, tongue) = (OutreachText::here(), tongue());
    let unknown = || text.not_recorded().to_owned();
    let points = row.entry_points.into_iter().map(|point| {
        view! { <li><a href=format!("/stakeholder/{}", point.id)>{point.name}</a></li> }
    });
    let points = points.collect_view();
    let side = |gains: Vec<String>| {
        if gains.is_empty() { unknown() } else { gains.join(", ") }
    };
    let ours = side(row.we_gain.into_iter().map(|gain| gain.text).collect());
    let theirs = side(row.they_gain.into_iter().map(|gain| gain.text).collect());
    let due = row.next_step_due.map(|due| text.by(&date(&due, tongue)));
    let suggested = row.suggested_move.map(|suggested| {
        let stage = suggested.to.label(tongue);
        let words =
            format!("{}\u{a0}: {stage} ({})", text.suggested(), suggested.reason.label(tongue));
        view! { <Badge text=words/> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=format!("/engagement/{}", row.id)>{row.party.name}</a>
                <PracticeMark practice=row.practice/>
            </th>
            <td role="cell" data-label=text.why()>{row.why}</td>
            <td role="cell" data-label=text.entry_points()><ul class="plain">{points}</ul></td>
            <td role="cell" data-label=text.gains()>{ours}" / "{theirs}</td>
            <td role="cell" data-label=text.stage()>{capital(row.stage.label(tongue))}" "{suggested}</td>
            <td role="cell" data-label=text.next()>
                {row.next_step.unwrap_or_else(unknown)}
                " "
                <span class="muted small">{due}</span>
            </td>
            <td role="cell" data-label=text.owner()>
                {row.owner.map_or_else(unknown, |owner| owner.display_name)}
            </td>
        </tr>
    }
}
