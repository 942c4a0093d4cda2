//! What is selected, in words: at once what the map knows, then its evidence.

mod relationship;
mod stakeholder;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::selection::{Selection, Target};
use super::state::MapState;
use crate::text::MapText;
use crate::ui::{Button, Glyph, Look};
use relationship::RelationshipInspector;
use stakeholder::StakeholderInspector;

/// The panel beside the picture that tells about the selection.
#[component]
pub fn Inspector(
    /// What is shown.
    map: MapState,
) -> impl IntoView {
    let text = MapText::here();
    let selection = Memo::new(move |_| {
        let (scene, target) = map.target()?;
        target.select(&scene)
    });
    let back = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            map.stop_inspecting();
        }
    };
    let deselect = move |()| {
        map.select(None);
        map.stop_inspecting();
    };
    let about = move || match (map.scene.track(), selection.get()).1 {
        None => view! { <p class="muted">{text.select_hint()}</p> }.into_any(),
        Some(Selection::Node(id)) => view! { <StakeholderInspector map id/> }.into_any(),
        Some(Selection::Edge(id)) => view! { <RelationshipInspector map id/> }.into_any(),
    };
    let clear = move || {
        selection.with(Option::is_some).then(|| {
            view! {
                <Button look=Look::Quiet glyph=Glyph::Close on_press=deselect>
                    <span class="hidden">{text.deselect()}</span>
                </Button>
            }
        })
    };
    view! {
        <section class="map-inspector panel" aria-labelledby="map-inspector" on:keydown=back>
            <div class="map-inspector-head">
                <h2 id="map-inspector" tabindex="-1" node_ref=map.inspector>{text.selection()}</h2>
                {clear}
            </div>
            {about}
        </section>
    }
}

/// The name of a stakeholder on the map, to select it.
#[component]
fn NodeButton(map: MapState, id: String) -> impl IntoView {
    let scene = map.scene.get_untracked();
    let name = scene.and_then(|scene| scene.node(&id).map(|node| node.name.clone()));
    let press = move |_| map.select(Some(Selection::Node(id.clone())));
    view! { <button class="map-link" type="button" on:click=press>{name}</button> }
}

/// What a node or an edge is in the scene shown; none once it is gone.
fn found(
    map: MapState,
    selection: &Selection,
) -> Option<(std::sync::Arc<super::scene::Scene>, Target)> {
    let scene = map.scene.get_untracked()?;
    let target = selection.find(&scene)?;
    Some((scene, target))
}
