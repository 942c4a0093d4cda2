//! A selected stakeholder in words.

use std::sync::Arc;

use domain::country::Country;
use domain::vocabulary::Word;
use leptos::prelude::*;

use super::found;
use crate::map::answer::{MapStakeholder, map_stakeholder};
use crate::map::scene::{Edge, Scene};
use crate::map::selection::{Selection, Target};
use crate::map::spoken::says;
use crate::map::state::MapState;
use crate::page::address::record_address;
use crate::page::evidence::{Evidence, EvidenceList};
use crate::page::mark::{PracticeMark, UnresolvedMark};
use crate::state::{load, locale};
use crate::text::MapText;
use crate::text::format::capital;
use crate::ui::{Button, LinkButton, Loaded, Look};

/// What the map knows of a stakeholder, its relationships there, and what is loaded about it.
#[component]
pub fn StakeholderInspector(
    /// What is shown.
    map: MapState,
    /// The stakeholder.
    id: String,
) -> impl IntoView {
    let text = MapText::here();
    let (scene, Target::Node(place)) = found(map, &Selection::Node(id.clone()))? else {
        return None;
    };
    let node = scene.nodes().get(place)?.clone();
    let is_focus = place == 0;
    let type_of = node.organization_type.map(|word| capital(word.label(text.0)));
    let country = node.country.as_deref().and_then(Country::find).map(|c| c.name(text.0));
    let fact = |term: &'static str, value: String| {
        view! { <dt>{term}</dt><dd>{value}</dd> }
    };
    let refocus = {
        let id = id.clone();
        move |()| {
            map.refocus.try_run(id.clone());
        }
    };
    let drawn = scene.edges_at(place).count();
    Some(view! {
        <h3 class="map-inspector-name">{node.name.clone()}</h3>
        <p class="row">
            <span>{capital(node.kind.label(text.0))}</span>
            <UnresolvedMark unresolved=node.unresolved/>
        </p>
        <div class="actions">
            {(!is_focus).then(|| view! { <Button look=Look::Primary on_press=refocus>{text.refocus()}</Button> })}
            {record_address(&id).map(|href| view! { <LinkButton href>{text.open_profile()}</LinkButton> })}
        </div>
        <dl class="facts">
            {type_of.map(|type_of| fact(text.type_of(), type_of))}
            {country.map(|country| fact(text.country(), country.to_owned()))}
            {is_focus.then(|| fact(text.steps(), text.is_focus().to_owned()))}
            {(!is_focus).then(|| fact(text.steps(), node.hop.to_string()))}
            {fact(text.drawn_relationships(), text.of_all(drawn, node.degree))}
        </dl>
        <Relationships map scene place/>
        <Details id/>
    })
}

/// The relationships of a stakeholder on this map, each leading to its evidence.
#[component]
fn Relationships(map: MapState, scene: Arc<Scene>, place: usize) -> impl IntoView {
    let text = MapText::here();
    let item = |edge: &Edge| {
        let (sentence, state) = (says(&scene, edge, text), edge.state.label(text.0));
        let id = edge.id.clone();
        let press = move |_| map.select(Some(Selection::Edge(id.clone())));
        view! {
            <li>
                <button class="map-link" type="button" on:click=press>{sentence}</button>
                <span class="muted small">" · " {state}</span>
            </li>
        }
    };
    let edges = scene.edges_at(place).filter_map(|edge| scene.edges().get(edge));
    view! { <ul class="map-inspector-list">{edges.map(item).collect_view()}</ul> }
}

/// What is loaded about a stakeholder.
#[component]
fn Details(id: String) -> impl IntoView {
    let text = MapText::here();
    let locale = locale();
    let load =
        load::<MapStakeholder>(move || Some(map_stakeholder::Variables { id: id.clone(), locale }));
    let details = move |data: map_stakeholder::ResponseData| {
        data.stakeholder.map(|about| {
            let evidence: Vec<Evidence> = about.evidence.into_iter().map(Into::into).collect();
            let unclear = about
                .unresolved
                .map(|why| view! { <p><strong>{text.why_unresolved()}</strong>" " {why}</p> });
            let heading = (!evidence.is_empty()).then(|| {
                view! {
                    <h3>{text.evidence()}</h3>
                    <EvidenceList evidence/>
                }
            });
            view! {
                <PracticeMark practice=about.practice/>
                {about.summary.map(|summary| view! { <p>{summary}</p> })}
                {unclear}
                {heading}
            }
        })
    };
    view! { <Loaded load let:data>{details(data)}</Loaded> }
}
