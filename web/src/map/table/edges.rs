//! The relationships on the map, one a row.

use domain::dating::DatingBasis;
use domain::vocabulary::Word;
use leptos::prelude::*;

use super::order;
use crate::map::scene::{Edge, Scene};
use crate::map::selection::Selection;
use crate::map::spoken::says;
use crate::map::state::MapState;
use crate::page::address::record_address;
use crate::page::mark::{InferredMark, StateMark};
use crate::text::MapText;
use crate::text::format::{self, span};
use crate::ui::{Badge, Hue, Sort, SortHead, Way};

/// A row: a relationship with the names of its ends.
#[derive(Clone, PartialEq)]
struct Row {
    edge: Edge,
    source: String,
    target: String,
    sentence: String,
}

impl Row {
    fn new(scene: &Scene, edge: &Edge, text: MapText) -> Self {
        let name = |id: &str| scene.node(id).map(|node| node.name.clone()).unwrap_or_default();
        let (source, target) = (name(&edge.source), name(&edge.target));
        Self { edge: edge.clone(), source, target, sentence: says(scene, edge, text) }
    }
}

/// The relationships on the map.
#[component]
pub fn EdgeTable(
    /// What is shown.
    map: MapState,
    /// How it is sorted.
    sort: Signal<Sort>,
    /// Sorts it otherwise.
    on_sort: Callback<Sort>,
) -> impl IntoView {
    let text = MapText::here();
    let rows = Memo::new(move |_| {
        let Some(scene) = map.scene.get() else {
            return Vec::new();
        };
        let order = sort.with(|sort| order::edges(&scene, sort, text.0));
        let edges = order.into_iter().filter_map(|place| scene.edges().get(place));
        edges.map(|edge| Row::new(&scene, edge, text)).collect()
    });
    // A row is made anew only when it says something else.
    let key =
        |row: &Row| (row.sentence.clone(), row.edge.id.clone(), row.edge.state, row.edge.compared);
    view! {
        <div class="table-wrap">
            <table class="table table-cards map-table" data-table="edges">
                <caption class="hidden">{text.edges()}</caption>
                <thead>
                    <tr>
                        <SortHead label=text.from() column="SOURCE" sort on_sort/>
                        <SortHead label=text.relationship() column="KIND" sort on_sort/>
                        <SortHead label=text.to() column="TARGET" sort on_sort/>
                        <SortHead label=text.state() column="STATE" sort on_sort/>
                        <SortHead label=text.dates() column="DATES" sort on_sort/>
                        <SortHead label=text.evidence() column="EVIDENCE" first=Way::Down sort on_sort/>
                        <th scope="col">{text.actions()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=key let:row>
                        <EdgeRow map row/>
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// When a relationship counts, and how that is known.
pub fn times(edge: &Edge, text: MapText) -> String {
    let basis = edge.basis.label(text.0);
    let until = edge.valid_to.as_deref();
    let known = match (edge.basis, edge.since.as_deref()) {
        (DatingBasis::Stated, since) => return span(since, until, text.0).unwrap_or_default(),
        (DatingBasis::KnownSince, Some(since)) => {
            format!("{basis} {}", format::since(since, text.0))
        }
        _ => basis.to_owned(),
    };
    match span(None, until, text.0) {
        Some(until) => format!("{known}, {until}"),
        None => known,
    }
}

#[component]
fn EdgeRow(map: MapState, row: Row) -> impl IntoView {
    let text = MapText::here();
    let Row { edge, source, target, sentence } = row;
    let selection = Selection::Edge(edge.id.clone());
    let is_selected = {
        let selection = selection.clone();
        Memo::new(move |_| map.is_selected(&selection))
    };
    let select = move |_| {
        map.select(Some(selection.clone()));
        map.inspect();
    };
    let open = record_address(&edge.id).map(|href| {
        view! { <a href=href aria-label=text.open_named(&sentence)>{text.open()}</a> }
    });
    view! {
        <tr class:map-row-selected=move || is_selected.get() data-edge=edge.id.clone()>
            <td data-label=text.from()>{source}</td>
            <th scope="row" data-label=text.relationship()>
                <button
                    class="map-link"
                    type="button"
                    aria-label=sentence
                    aria-pressed=move || if is_selected.get() { "true" } else { "false" }
                    on:click=select
                >
                    {edge.kind.label(text.0)}
                </button>
            </th>
            <td data-label=text.to()>{target}</td>
            <td data-label=text.state()>
                <StateMark state=edge.state/>
                <InferredMark inferred=edge.inferred/>
                {edge.compared.map(|compared| {
                    view! { <Badge hue=Hue::Hatched text=format!("{} {}", compared.sign(), compared.word(text.0))/> }
                })}
            </td>
            <td data-label=text.dates()>
                {times(&edge, text)}
            </td>
            <td data-label=text.evidence()>{edge.evidence_count}</td>
            <td class="map-row-actions">{open}</td>
        </tr>
    }
}
