//! Who is hit, as a table that turns into cards on a narrow screen.

use super::Hit;
use super::list::SeverityMark;
use crate::state::tongue;
use crate::text::LossText;
use crate::text::format::capital;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The table twin of list and picture.
#[component]
pub fn HitTable(
    /// Who is hit, in order.
    hits: Vec<Hit>,
) -> impl IntoView {
    let text = LossText::here();
    let head = [text.hit(), text.severity(), text.funders(), text.why()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let row = |hit: Hit| view! { <Row hit/> };
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.table()}</caption>
                <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                <tbody role="rowgroup">{hits.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(hit: Hit) -> impl IntoView {
    let (text, tongue) = (LossText::here(), tongue());
    let funders = (hit.funders > 0).then(|| text.of(hit.funders_lost, hit.funders));
    let why: Vec<_> = hit
        .causes
        .iter()
        .map(|cause| {
            let count = text.of(cause.lost, cause.recorded);
            format!("{} ({count})", capital(cause.reason.label(tongue)))
        })
        .collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.hit()>
                <a href=format!("/stakeholder/{}", hit.stakeholder.id)>{hit.stakeholder.name}</a>
            </th>
            <td role="cell" data-label=text.severity()><SeverityMark severity=hit.severity/></td>
            <td role="cell" data-label=text.funders()>{funders.unwrap_or_else(|| "–".to_owned())}</td>
            <td role="cell" data-label=text.why()>{why.join("; ")}</td>
        </tr>
    }
}
