//! The same as the picture in two tables: exactly the stakeholders and relationships drawn, with the
//! same powers.

mod edges;
mod nodes;
mod order;

use leptos::prelude::*;

use super::state::MapState;
use crate::state::query::{UrlQuery, Visit};
use crate::text::MapText;
use crate::ui::Sort;
use edges::EdgeTable;
pub use edges::times;
use nodes::NodeTable;

/// Both tables. How they are sorted lives in the address.
#[component]
pub fn MapTables(
    /// What is shown.
    map: MapState,
    /// The address's query.
    query: UrlQuery,
) -> impl IntoView {
    let text = MapText::here();
    let count = move |counted: fn(&super::scene::Scene) -> usize| {
        map.scene.with(|scene| scene.as_ref().map_or(0, |scene| counted(scene)))
    };
    view! {
        <section class="section" aria-labelledby="map-tables">
            <h2 id="map-tables">{text.tables()}</h2>
            <h3>{move || text.nodes_counted(count(|scene| scene.nodes().len()))}</h3>
            <NodeTable map sort=sort_of(query, "nodes", "STEPS") on_sort=sorter(query, "nodes")/>
            <h3>{move || text.edges_counted(count(|scene| scene.edges().len()))}</h3>
            <EdgeTable map sort=sort_of(query, "edges", "SOURCE") on_sort=sorter(query, "edges")/>
        </section>
    }
}

fn sort_of(query: UrlQuery, key: &'static str, first: &'static str) -> Signal<Sort> {
    Signal::derive(move || Sort::parse(&query.get(key).unwrap_or_else(|| first.to_owned())))
}

fn sorter(query: UrlQuery, key: &'static str) -> Callback<Sort> {
    Callback::new(move |sort: Sort| {
        query.change(Visit::Replace, &[(key, Some(sort.to_string()))]);
    })
}
