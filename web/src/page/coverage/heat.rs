//! Countries by languages, goods or services: how many can in each cell, and where nobody can.

use super::coverage_table::{
    CoverageTableCoverageGapsNodes as Row, CoverageTableCoverageGapsNodesCells as Cell,
};
use super::{address_of, column_name, country_name};
use crate::state::query::UrlQuery;
use crate::state::tongue;
use crate::text::CoverageText;
use leptos::prelude::*;

/// The table; a row leads to those who could fill its gaps.
#[component]
pub fn Heat(rows: Vec<Row>, query: UrlQuery) -> impl IntoView {
    let (text, tongue) = (CoverageText::here(), tongue());
    let columns = rows.first().map(|row| row.cells.clone()).unwrap_or_default();
    let head = columns.iter().map(|cell| {
        let name = cell.good.as_ref().map(|good| good.name.as_str());
        let name = column_name(cell.language.as_deref(), name, cell.service, tongue);
        view! { <th scope="col">{name}</th> }
    });
    let head = head.collect_view();
    let rows = rows.into_iter().map(|row| view! { <Line row query/> });
    view! {
        <section class="section" aria-labelledby="coverage">
            <h2 id="coverage">{text.table()}</h2>
            <p class="muted small">{text.legend()}</p>
            <div class="table-wrap" tabindex="0" role="group" aria-labelledby="coverage">
                <table class="table heat">
                    <thead>
                        <tr>
                            <th scope="col">{text.country()}</th>
                            <th scope="col">{text.implementations()}</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Line(row: Row, query: UrlQuery) -> impl IntoView {
    let tongue = tongue();
    let name = country_name(row.country.as_deref(), tongue);
    let name = match row.country {
        Some(code) => {
            let href = move || address_of(&code, query);
            view! { <a href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let cells = row.cells.into_iter().map(|cell| view! { <Field cell/> });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="number">{row.implementations}</td>
            {cells.collect_view()}
        </tr>
    }
}

/// What is told of a cell, by words and, besides, by colour.
#[component]
fn Field(cell: Cell) -> impl IntoView {
    let text = CoverageText::here();
    let others = cell.unverified + cell.below + cell.unknown;
    let (class, said) = match (cell.enough, others) {
        (0, 0) => ("heat-none", text.nobody().to_owned()),
        (0, others) => ("heat-some", text.unverified(others)),
        (enough, 0) => ("heat-enough", text.verified(enough)),
        (enough, others) => {
            ("heat-enough", format!("{}, {}", text.verified(enough), text.unverified(others)))
        }
    };
    view! { <td class=class>{said}</td> }
}
