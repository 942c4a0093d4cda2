//! The stakeholders on the map, one a row.

use domain::country::Country;
use domain::vocabulary::Word;
use leptos::prelude::*;

use super::order;
use crate::map::scene::Node;
use crate::map::selection::Selection;
use crate::map::state::MapState;
use crate::page::address::record_address;
use crate::page::mark::UnresolvedMark;
use crate::text::MapText;
use crate::text::format::capital;
use crate::ui::{Button, Look, Sort, SortHead, Way};

/// A row: a stakeholder, and how many of its relationships are drawn.
#[derive(Clone, PartialEq)]
struct Row {
    node: Node,
    drawn: usize,
}

/// The stakeholders on the map.
#[component]
pub fn NodeTable(
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
        let row = |place: usize| {
            let node = scene.nodes().get(place)?.clone();
            Some(Row { node, drawn: scene.edges_at(place).count() })
        };
        let order = sort.with(|sort| order::nodes(&scene, sort, text.0));
        order.into_iter().filter_map(row).collect()
    });
    // A row is made anew only when it says something else.
    let key = |row: &Row| (row.node.id.clone(), row.node.hop, row.drawn, row.node.name.clone());
    view! {
        <div class="table-wrap">
            <table class="table table-cards map-table" data-table="nodes">
                <caption class="hidden">{text.nodes()}</caption>
                <thead>
                    <tr>
                        <SortHead label=text.name() column="NAME" sort on_sort/>
                        <SortHead label=text.kind() column="KIND" sort on_sort/>
                        <SortHead label=text.country() column="COUNTRY" sort on_sort/>
                        <SortHead label=text.steps() column="STEPS" sort on_sort/>
                        <SortHead label=text.relationships() column="RELATIONSHIPS" first=Way::Down sort on_sort/>
                        <th scope="col">{text.actions()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=key let:row>
                        <NodeRow map row/>
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn NodeRow(map: MapState, row: Row) -> impl IntoView {
    let text = MapText::here();
    let Row { node, drawn } = row;
    let selection = Selection::Node(node.id.clone());
    let is_selected = {
        let selection = selection.clone();
        Memo::new(move |_| map.is_selected(&selection))
    };
    let select = move |_| {
        map.select(Some(selection.clone()));
        map.inspect();
    };
    let refocus = {
        let id = node.id.clone();
        move |()| {
            map.refocus.try_run(id.clone());
        }
    };
    let kind = match node.organization_type {
        Some(word) => format!("{}, {}", capital(node.kind.label(text.0)), word.label(text.0)),
        None => capital(node.kind.label(text.0)),
    };
    let country = node.country.as_deref().and_then(Country::find).map(|c| c.name(text.0));
    let profile = record_address(&node.id).map(|href| {
        view! { <a href=href aria-label=text.open_named(&node.name)>{text.open()}</a> }
    });
    view! {
        <tr class:map-row-selected=move || is_selected.get() data-node=node.id.clone()>
            <th scope="row">
                <button
                    class="map-link"
                    type="button"
                    aria-pressed=move || if is_selected.get() { "true" } else { "false" }
                    on:click=select
                >
                    {node.name.clone()}
                </button>
                " "
                <UnresolvedMark unresolved=node.unresolved/>
            </th>
            <td data-label=text.kind()>{kind}</td>
            <td data-label=text.country()>{country}</td>
            <td data-label=text.steps()>{node.hop}</td>
            <td data-label=text.relationships()>{text.of_all(drawn, node.degree)}</td>
            <td class="map-row-actions">
                {(node.hop > 0)
                    .then(|| {
                        view! {
                            <Button look=Look::Quiet on_press=refocus>
                                {text.refocus()}
                                <span class="hidden">" "{node.name.clone()}</span>
                            </Button>
                        }
                    })}
                {profile}
            </td>
        </tr>
    }
}
