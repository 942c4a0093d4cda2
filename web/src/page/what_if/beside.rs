//! Two scenarios side by side.

use super::list::SeverityMark;
use super::{Loss, LossSeverity, what_if_answer};
use crate::state::Load;
use crate::text::LossText;
use leptos::prelude::*;

/// A number of what is lost.
type Count = fn(&Loss) -> i64;

/// The figures of both, and who is hit how hard in each.
#[component]
pub fn Beside(
    /// The scenario of the page.
    here: Load<what_if_answer::ResponseData>,
    /// The one beside it.
    there: Loss,
) -> impl IntoView {
    move || here.data().map(|data| view! { <Both here=data.simulate_loss there=there.clone()/> })
}

#[component]
fn Both(here: Loss, there: Loss) -> impl IntoView {
    let text = LossText::here();
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
    let figures = figures.map(|(label, of)| (label, of(&here).to_string(), of(&there).to_string()));
    let rows = [
        (text.who(), names(&here), names(&there)),
        (text.hardest(), hardest(&here), hardest(&there)),
    ]
    .into_iter()
    .chain(figures)
    .chain([(text.pieces_count(), pieces(&here), pieces(&there))]);
    let rows = rows.map(|(label, one, other)| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{label}</th>
                <td role="cell" data-label=text.this_one()>{one}</td>
                <td role="cell" data-label=text.other_one()>{other}</td>
            </tr>
        }
    });
    let hits = both(&here, &there).into_iter().map(|(id, name, one, other)| {
        let mark = |severity: Option<LossSeverity>| match severity {
            Some(severity) => view! { <SeverityMark severity/> }.into_any(),
            None => "–".into_any(),
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><a href=format!("/stakeholder/{id}")>{name}</a></th>
                <td role="cell" data-label=text.this_one()>{mark(one)}</td>
                <td role="cell" data-label=text.other_one()>{mark(other)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.compare()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{text.question()}</th>
                        <th scope="col" role="columnheader">{text.this_one()}</th>
                        <th scope="col" role="columnheader">{text.other_one()}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()} {hits.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// Somebody who is hit in either: id, name, how hard here and there.
type Hurt = (String, String, Option<LossSeverity>, Option<LossSeverity>);

fn both(here: &Loss, there: &Loss) -> Vec<Hurt> {
    let in_other = |id: &str, loss: &Loss| {
        loss.hits.nodes.iter().find(|hit| hit.stakeholder.id == id).map(|hit| hit.severity)
    };
    let first = here.hits.nodes.iter().map(|hit| {
        let (id, name) = (hit.stakeholder.id.clone(), hit.stakeholder.name.clone());
        let other = in_other(&id, there);
        (id, name, Some(hit.severity), other)
    });
    let second =
        there.hits.nodes.iter().filter(|hit| in_other(&hit.stakeholder.id, here).is_none());
    let second = second.map(|hit| {
        let (id, name) = (hit.stakeholder.id.clone(), hit.stakeholder.name.clone());
        (id, name, None, Some(hit.severity))
    });
    first.chain(second).collect()
}
