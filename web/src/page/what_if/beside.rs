//! Scenarios side by side: who leaves in each, and what differs.

use super::chooser::People;
use super::list::SeverityMark;
use super::{Loss, LossSeverity, OTHERS, ids, what_if_answer};
use crate::state::Load;
use crate::state::query::UrlQuery;
use crate::text::LossText;
use crate::ui::Loaded;
use leptos::prelude::*;

/// A number of what is lost.
type Count = fn(&Loss) -> i64;

/// An answer about one scenario.
type Asked = Load<what_if_answer::ResponseData>;

/// Who leaves in each scenario beside that of the page; the next is offered when one is chosen.
#[component]
pub fn Others(
    /// The address that keeps them.
    query: UrlQuery,
    /// What is asked about each.
    others: [Asked; 3],
) -> impl IntoView {
    let text = LossText::here();
    let is_offered = move |place: usize| {
        place == 0 || OTHERS[place - 1..].iter().any(|key| !ids(query, key).is_empty())
    };
    let chooser = move |(place, load): (usize, Asked)| {
        let label = match place {
            0 => text.other_who(),
            1 => text.third_who(),
            _ => text.fourth_who(),
        };
        view! {
            <Show when=move || is_offered(place)>
                <People query key=OTHERS[place] label load/>
            </Show>
        }
    };
    others.into_iter().enumerate().map(chooser).collect_view()
}

/// The figures of all, and who is hit how hard in each.
#[component]
pub fn Beside(
    /// The address, which tells which scenarios are asked about.
    query: UrlQuery,
    /// The scenario of the page.
    here: Asked,
    /// Those beside it.
    others: [Asked; 3],
) -> impl IntoView {
    let is_chosen = move |place: usize| !ids(query, OTHERS[place]).is_empty();
    let waiting = move |(place, load): (usize, Asked)| {
        view! {
            <Show when=move || is_chosen(place)>
                <Loaded load let:_data>""</Loaded>
            </Show>
        }
    };
    let all = move || {
        let chosen = others.into_iter().enumerate().filter(|(place, _)| is_chosen(*place));
        let beside = chosen.filter_map(|(_, load)| Some(load.data()?.simulate_loss));
        let mut all = vec![here.data()?.simulate_loss];
        all.extend(beside);
        (all.len() > 1).then(|| view! { <Compared all/> })
    };
    view! {
        {others.into_iter().enumerate().map(waiting).collect_view()}
        {all}
    }
}

/// The table, a column for each scenario.
#[component]
fn Compared(all: Vec<Loss>) -> impl IntoView {
    let text = LossText::here();
    let heads: Vec<String> = (0..all.len())
        .map(|place| match (place, all.len()) {
            (0, _) => text.this_one().to_owned(),
            (_, 2) => text.other_one().to_owned(),
            _ => text.scenario(place + 1),
        })
        .collect();
    let names = |loss: &Loss| {
        let names: Vec<_> = loss.stakeholders.iter().map(|one| one.name.clone()).collect();
        names.join(", ")
    };
    let hardest = |loss: &Loss| {
        let first = loss.hits.nodes.first();
        first.map_or_else(|| "–".to_owned(), |hit| hit.sentence.clone())
    };
    let pieces = |loss: &Loss| format!("{} → {}", loss.pieces_before, loss.pieces_after);
    let figures: [(&str, Count); 3] = [
        (text.hit_count(), |loss| loss.hits.total_count),
        (text.ended_count(), |loss| loss.ended.total_count),
        (text.at_risk_count(), |loss| loss.at_risk.total_count),
    ];
    let told = |label: &'static str, of: &dyn Fn(&Loss) -> String| {
        (label, all.iter().map(of).collect::<Vec<_>>())
    };
    let words = [told(text.who(), &names), told(text.hardest(), &hardest)];
    let counts = figures.map(|(label, of)| told(label, &|loss| of(loss).to_string()));
    let rows = words.into_iter().chain(counts).chain([told(text.pieces_count(), &pieces)]);
    let cells = |cells: Vec<AnyView>| {
        let told = heads.iter().cloned().zip(cells);
        told.map(|(head, cell)| view! { <td role="cell" data-label=head>{cell}</td> })
            .collect_view()
    };
    let rows = rows.map(|(label, told)| {
        let told = told.into_iter().map(IntoAny::into_any).collect();
        view! { <tr role="row"><th scope="row" role="rowheader">{label}</th>{cells(told)}</tr> }
    });
    let mark = |severity: Option<LossSeverity>| match severity {
        Some(severity) => view! { <SeverityMark severity/> }.into_any(),
        None => "–".into_any(),
    };
    let hits = hurt(&all).into_iter().map(|one| {
        let marks = one.severities.into_iter().map(mark).collect();
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a href=format!("/stakeholder/{}", one.id)>{one.name}</a>
                </th>
                {cells(marks)}
            </tr>
        }
    });
    let heads = heads.clone().into_iter();
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.compare()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{text.question()}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()} {hits.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// Somebody who is hit in any scenario, and how hard in each.
struct Hurt {
    id: String,
    name: String,
    severities: Vec<Option<LossSeverity>>,
}

fn hurt(all: &[Loss]) -> Vec<Hurt> {
    let mut hurt: Vec<Hurt> = Vec::new();
    for hit in all.iter().flat_map(|loss| &loss.hits.nodes) {
        let id = &hit.stakeholder.id;
        if hurt.iter().any(|known| known.id == *id) {
            continue;
        }
        let of = |loss: &Loss| {
            let found = loss.hits.nodes.iter().find(|hit| hit.stakeholder.id == *id);
            found.map(|hit| hit.severity)
        };
        let (name, severities) = (hit.stakeholder.name.clone(), all.iter().map(of).collect());
        hurt.push(Hurt { id: id.clone(), name, severities });
    }
    hurt
}
