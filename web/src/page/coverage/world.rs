//! Where somebody can and where nobody can, on a map of the world.

use super::coverage_world::CoverageWorldCoverageGapsNodes as Row;
use super::{CoverageWorld, across, address_of, country_name, coverage_world, level};
use crate::page::query::CopyQuery;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, tongue};
use crate::text::CoverageText;
use crate::ui::Loaded;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The map of all countries that the answer knows; the table below it says the same, and more.
#[component]
pub fn World(query: UrlQuery) -> impl IntoView {
    let text = CoverageText::here();
    let load = load::<CoverageWorld>(move || {
        Some(coverage_world::Variables {
            across: across(query),
            good: query.get("good"),
            service: query.word("service"),
            level: level(query),
        })
    });
    view! {
        <section class="section" aria-labelledby="world">
            <h2 id="world">{text.world()}</h2>
            <CopyQuery request=load.request()/>
            <Loaded load let:data>
                <Drawn rows=data.coverage_gaps.nodes query/>
            </Loaded>
        </section>
    }
}

#[component]
fn Drawn(rows: Vec<Row>, query: UrlQuery) -> impl IntoView {
    let text = CoverageText::here();
    let countries = rows.into_iter().filter_map(|row| country(row, query)).collect_view();
    let key = [
        ("world-covered", text.covered()),
        ("world-bare", text.bare()),
        ("world-idle", text.idle()),
    ];
    let key = key.map(|(class, words)| {
        view! { <li><span class=format!("world-key {class}") aria-hidden="true"></span>{words}</li> }
    });
    view! {
        <figure class="world">
            <svg viewBox="0 0 1000 435" role="group" aria-labelledby="world">
                <use href="/world.svg#land" class="world-land"/>
                {countries}
            </svg>
            <figcaption>
                <ul class="world-keys">{key.collect_view()}</ul>
                <p class="muted small">{text.borders()}</p>
            </figcaption>
        </figure>
    }
}

/// One country in the colour of how it stands, which leads to who could fill its gaps.
fn country(row: Row, query: UrlQuery) -> Option<impl IntoView> {
    let (text, tongue) = (CoverageText::here(), tongue());
    let code = row.country?;
    let (class, says) = match (row.is_covered, row.implementations) {
        (true, _) => ("world-covered", text.covered()),
        (false, 1..) => ("world-bare", text.bare()),
        (false, _) => ("world-idle", text.idle()),
    };
    let said = format!("{}, {says}", country_name(Some(&code), tongue));
    let shape = format!("/world.svg#{code}");
    let href = {
        let code = code.clone();
        move || address_of(&code, query)
    };
    // The router follows links of HTML only.
    let choose = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            query.change(Visit::Step, &[("country", Some(code.clone()))]);
        }
    };
    Some(view! {
        <g class=class>
            <a href=href aria-label=said.clone() on:click=choose>
                <title>{said.clone()}</title>
                <use href=shape/>
            </a>
        </g>
    })
}

#[cfg(test)]
mod tests {
    use domain::country::Country;

    /// Every country has a shape on the map, but for those where nobody lives.
    #[test]
    fn every_country_is_on_the_map() {
        let map = include_str!("../../../static/world.svg");
        let missing = Country::all()
            .map(Country::code)
            .filter(|code| !map.contains(&format!(" id=\"{code}\"")))
            .collect::<Vec<_>>();
        assert_eq!(missing, ["AQ", "BV", "UM"]);
    }
}
