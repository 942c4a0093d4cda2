//! A selected relationship in words, with every piece of evidence.

use domain::vocabulary::Word;
use leptos::prelude::*;

use super::{NodeButton, found};
use crate::map::answer::{MapRelationship, map_relationship};
use crate::map::selection::{Selection, Target};
use crate::map::state::MapState;
use crate::map::table::times;
use crate::page::address::record_address;
use crate::page::evidence::{Evidence, EvidenceList};
use crate::page::mark::{InferredMark, PracticeMark, StateMark};
use crate::state::{load, locale};
use crate::text::MapText;
use crate::text::format::{capital, money};
use crate::ui::{LinkButton, Loaded};
use map_relationship::{MapRelationshipNode, MapRelationshipNodeOnRelationship as Facts};

/// What the map knows of a relationship, and what is loaded about it: its evidence above all.
#[component]
pub fn RelationshipInspector(
    /// What is shown.
    map: MapState,
    /// The relationship.
    id: String,
) -> impl IntoView {
    let text = MapText::here();
    let (scene, Target::Edge(place)) = found(map, &Selection::Edge(id.clone()))? else {
        return None;
    };
    let edge = scene.edges().get(place)?.clone();
    let dates = times(&edge, text);
    let fact = |term: &'static str, value: String| {
        view! { <dt>{term}</dt><dd>{value}</dd> }
    };
    Some(view! {
        <p class="map-inspector-name">
            <NodeButton map id=edge.source.clone()/>
            " "
            <strong>{edge.kind.label(text.0)}</strong>
            " "
            <NodeButton map id=edge.target.clone()/>
        </p>
        <p class="row"><StateMark state=edge.state/><InferredMark inferred=edge.inferred/></p>
        <dl class="facts">
            {fact(text.layer(), capital(edge.kind.layer().label(text.0)))}
            {fact(text.dates(), dates)}
        </dl>
        <Details id=id.clone()/>
        <div class="actions">
            {record_address(&id).map(|href| view! { <LinkButton href>{text.open_relationship()}</LinkButton> })}
        </div>
    })
}

/// What is loaded about a relationship.
#[component]
fn Details(id: String) -> impl IntoView {
    let locale = locale();
    let load = load::<MapRelationship>(move || {
        Some(map_relationship::Variables { id: id.clone(), locale })
    });
    let details = move |data: map_relationship::ResponseData| match data.node {
        Some(MapRelationshipNode::Relationship(facts)) => Some(view! { <Told facts=*facts/> }),
        _ => None,
    };
    view! { <Loaded load let:data>{details(data)}</Loaded> }
}

/// Everything that was loaded.
#[component]
fn Told(facts: Facts) -> impl IntoView {
    let text = MapText::here();
    let amount = facts.amount.zip(facts.currency.as_deref());
    let amount = amount.map(|(amount, currency)| money(amount, currency, text.0));
    let told = [
        (text.role(), facts.role),
        (text.topic(), facts.topic),
        (text.amount(), amount),
        (text.via(), facts.via.map(|via| via.name)),
        (text.strength(), facts.strength.map(|strength| format!("{strength} / 5"))),
        (text.note(), facts.note),
    ];
    let told: Vec<_> = told.into_iter().filter_map(|(term, value)| Some((term, value?))).collect();
    let told = (!told.is_empty()).then(|| {
        let fact = |(term, value)| view! { <dt>{term}</dt><dd>{value}</dd> };
        view! { <dl class="facts">{told.into_iter().map(fact).collect_view()}</dl> }
    });
    let evidence: Vec<Evidence> = facts.evidence.into_iter().map(Into::into).collect();
    view! {
        <PracticeMark practice=facts.practice/>
        {told}
        <h3>{text.evidence()}</h3>
        <EvidenceList evidence/>
    }
}
