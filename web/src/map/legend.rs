//! The legend: what the signs mean, how much of each there is, and which of it is shown.

mod sample;

use domain::relationship::{Layer, RelationshipKind, RelationshipState, Symmetry};
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;
use leptos::prelude::*;

use super::address::{Address, Chosen};
use super::answer::Totals;
use super::appearance::{Look, mark};
use super::compared::Compared;
use super::device::narrowness;
use super::state::MapState;
use crate::text::MapText;
use crate::text::format::capital;
use sample::{BandSample, LineSample, NodeSample, NodeSign};

/// Signs with their meanings, counts, and ticks for what is shown; the choice lives in the address.
#[component]
pub fn Legend(
    /// What is shown.
    map: MapState,
    /// Its address.
    #[prop(into)]
    address: Signal<Address>,
    /// How much there is of everything, shown or not.
    #[prop(into)]
    totals: Signal<Totals>,
    /// Shows another choice.
    #[prop(into)]
    on_change: Callback<Address>,
) -> impl IntoView {
    let text = MapText::here();
    let kinds = Signal::derive(move || address.with(|address| address.kinds.clone()));
    let layers = Signal::derive(move || address.with(|address| address.layers.clone()));
    // On a phone the tables are nearer than the legend, which is a press away.
    let narrow = narrowness();
    let count_kind = move |kind| totals.with(|totals| totals.kind(kind));
    let count_layer = move |layer| totals.with(|totals| totals.layer(layer));
    view! {
        <details class="map-legend" open=move || !narrow.get()>
            <summary><h2>{text.legend()}</h2></summary>
            <Ticks
                legend=text.kinds()
                chosen=kinds
                count=count_kind
                on_toggle=move |kind| toggle(address, on_change, |a| Address { kinds: a.kinds.toggled(kind), ..a })
                picture=|kind| view! { <NodeSample kind/> }.into_any()
                more=|_| ().into_any()
            />
            <Ticks
                legend=text.layers()
                chosen=layers
                count=count_layer
                on_toggle=move |layer| toggle(address, on_change, |a| Address { layers: a.layers.toggled(layer), ..a })
                picture=|layer| line_of(layer).into_any()
                more=move |layer| view! { <Marks map layer/> }.into_any()
            />
            <States map/>
            <Differences map/>
            <Signs/>
        </details>
    }
}

fn toggle(
    address: Signal<Address>,
    on_change: Callback<Address>,
    change: impl FnOnce(Address) -> Address,
) {
    if let Some(address) = address.try_get_untracked() {
        on_change.try_run(change(address));
    }
}

/// A plain line of a layer.
fn line_of(layer: Layer) -> Option<impl IntoView> {
    let kind = RelationshipKind::ALL.iter().copied().find(|kind| kind.layer() == layer);
    let look = kind.map(|kind| Look { kind, state: RelationshipState::Confirmed });
    look.map(|look| view! { <LineSample look/> })
}

/// The words of a list that there are, or that are left out, each to be ticked.
#[component]
fn Ticks<W, C, T, P, M>(
    /// What they have in common.
    legend: &'static str,
    /// Those ticked.
    chosen: Signal<Chosen<W>>,
    /// How much there is of one.
    count: C,
    /// Ticks one or takes its tick away.
    on_toggle: T,
    /// How one looks on the map.
    picture: P,
    /// What belongs to one.
    more: M,
) -> impl IntoView
where
    W: Word + std::hash::Hash + Send + Sync,
    C: Fn(W) -> usize + Copy + Send + Sync + 'static,
    T: Fn(W) + Copy + Send + Sync + 'static,
    P: Fn(W) -> AnyView + Copy + Send + Sync + 'static,
    M: Fn(W) -> AnyView + Copy + Send + Sync + 'static,
{
    let tongue = MapText::here().0;
    let words = Memo::new(move |_| {
        let is_listed =
            |word: &W| count(*word) > 0 || chosen.with(|c| !c.has(*word) || c.is_last(*word));
        W::ALL.iter().copied().filter(is_listed).collect::<Vec<W>>()
    });
    // The list is keyed, so that a tick keeps the focus when it changes what is counted.
    let item = move |word: W| {
        view! {
            <li>
                <label class="map-tick">
                    <input
                        type="checkbox"
                        prop:checked=move || chosen.with(|chosen| chosen.has(word))
                        disabled=move || chosen.with(|chosen| chosen.is_last(word))
                        on:change=move |_| on_toggle(word)
                    />
                    {picture(word)}
                    <span class="map-tick-label">{capital(word.label(tongue))}</span>
                    <span class="map-tick-count">{move || count(word)}</span>
                </label>
                {more(word)}
            </li>
        }
    };
    view! {
        <fieldset class="map-ticks">
            <legend>{legend}</legend>
            <ul><For each=move || words.get() key=|word| *word children=item/></ul>
        </fieldset>
    }
}

/// The letters on the lines of a layer, for the kinds that are on this map.
#[component]
fn Marks(map: MapState, layer: Layer) -> impl IntoView {
    let tongue = MapText::here().0;
    let count = move |kind: RelationshipKind| {
        let of_kind = |scene: &std::sync::Arc<super::scene::Scene>| {
            scene.edges().iter().filter(|edge| edge.kind == kind).count()
        };
        map.scene.with(|scene| scene.as_ref().map_or(0, of_kind))
    };
    let kinds = move || {
        let of_layer = RelationshipKind::ALL.iter().copied().filter(|kind| kind.layer() == layer);
        let marked = of_layer.filter_map(|kind| {
            let count = count(kind);
            (count > 0).then(|| {
                view! {
                    <li>
                        <abbr class="map-mark" title=kind.label(tongue)>{mark(kind, tongue)}</abbr>
                        {kind.label(tongue)}
                        <span class="map-tick-count">{count}</span>
                    </li>
                }
            })
        });
        marked.collect_view()
    };
    view! { <ul class="map-marks">{kinds}</ul> }
}

/// The bodies of lines, for the states on this map.
#[component]
fn States(map: MapState) -> impl IntoView {
    let text = MapText::here();
    let of_state = move |state: RelationshipState| {
        let has = |scene: &std::sync::Arc<super::scene::Scene>| {
            scene.edges().iter().any(|edge| edge.state == state)
        };
        let is_shown = map.scene.with(|scene| scene.as_ref().is_some_and(has));
        // A plain layer shows the body of the line and nothing else.
        let look = Look { kind: RelationshipKind::Supports, state };
        is_shown.then(|| {
            view! { <li><LineSample look/>{capital(state.label(text.0))}</li> }
        })
    };
    view! {
        <h3>{text.states()}</h3>
        <ul class="map-signs">
            {move || RelationshipState::ALL.iter().copied().map(of_state).collect_view()}
        </ul>
    }
}

/// The bands beneath lines, while two days are compared.
#[component]
fn Differences(map: MapState) -> impl IntoView {
    let text = MapText::here();
    let has = move |wanted: Compared| {
        let is = |scene: &std::sync::Arc<super::scene::Scene>| {
            scene.edges().iter().any(|edge| edge.compared == Some(wanted))
        };
        map.scene.with(|scene| scene.as_ref().is_some_and(is))
    };
    let item = move |compared: Compared| {
        view! { <li><BandSample compared/>{compared.sign()}" "{compared.word(text.0)}</li> }
    };
    move || {
        let shown: Vec<_> = Compared::ALL.into_iter().filter(|one| has(*one)).map(item).collect();
        (!shown.is_empty()).then(|| {
            view! {
                <h3>{text.compared()}</h3>
                <ul class="map-signs" data-legend="compared">{shown}</ul>
            }
        })
    }
}

/// What else is drawn.
#[component]
fn Signs() -> impl IntoView {
    let text = MapText::here();
    let directed = Look { kind: RelationshipKind::Supports, state: RelationshipState::Confirmed };
    let symmetric = RelationshipKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.rule().direction == Symmetry::Symmetric)
        .map(|kind| Look { kind, ..directed });
    view! {
        <h3>{text.marks()}</h3>
        <ul class="map-signs">
            <li><NodeSample kind=StakeholderKind::GlobalGood sign=NodeSign::Focus/>{text.sign_focus()}</li>
            <li>
                <NodeSample kind=StakeholderKind::Organization sign=NodeSign::Unresolved/>
                {text.sign_unresolved()}
            </li>
            <li><LineSample look=directed/>{text.sign_direction()}</li>
            {symmetric.map(|look| view! { <li><LineSample look/>{text.sign_both()}</li> })}
        </ul>
    }
}
