//! The map around one stakeholder, and the same in words.

mod settings;
mod start;

use std::sync::Arc;

use domain::text::Locale;
use leptos::prelude::*;

use super::address::record_address;
use super::query::CopyQuery;
use crate::map::address::Address;
use crate::map::answer::{
    self, LIMIT, MapNeighborhood, MapTotals, Totals, map_neighborhood, map_totals,
};
use crate::map::canvas::MapCanvas;
use crate::map::command::Command;
use crate::map::compared::Compared;
use crate::map::inspector::Inspector;
use crate::map::keyboard::ZOOM;
use crate::map::legend::Legend;
use crate::map::picture::Picture;
use crate::map::runner;
use crate::map::scene::Scene;
use crate::map::spoken::sentence;
use crate::map::state::MapState;
use crate::map::table::MapTables;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{Load, load, locale, url_query};
use crate::text::{MapText, format};
use crate::ui::{Button, Disclosure, Empty, FailureNotice, Loading, PageTitle};
use settings::Settings;
use start::Start;

/// The map and its table twin.
#[component]
pub fn MapPage() -> impl IntoView {
    let (text, query, locale) = (MapText::here(), url_query(), locale());
    let address = Memo::new(move |_| Address::parse(|key| query.get(key)));
    let load = load::<MapNeighborhood>(move || neighborhood(&address.get(), locale));
    let scene = Memo::new(move |_| {
        let is_asked = address.with(|address| address.focus.is_some()) && load.failure().is_none();
        let scene =
            address.with(|address| load.with(|data| answer::scene(data, address)).flatten());
        scene.filter(|_| is_asked).map(Arc::new)
    });
    let change = Callback::new(move |address: Address| {
        query.change(Visit::Step, &address.parameters());
    });
    let refocus = Callback::new(move |id: String| {
        if let Some(address) = address.try_get_untracked() {
            change.run(address.around(&id));
        }
    });
    let map = MapState::new(scene, refocus);
    let title = Signal::derive(move || {
        let name = scene.with(|scene| scene.as_ref().map(|scene| scene.focus().name.clone()));
        name.map_or_else(|| text.title().to_owned(), |name| text.about(&name))
    });
    let has_focus = Memo::new(move |_| address.with(|address| address.focus.is_some()));
    view! {
        <PageTitle title>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <Settings address=address on_change=change/>
        <Show when=move || has_focus.get() fallback=|| view! { <Start/> }>
            <Shown map address load change query/>
        </Show>
    }
}

fn neighborhood(address: &Address, locale: Locale) -> Option<map_neighborhood::Variables> {
    Some(map_neighborhood::Variables {
        id: address.focus.clone()?,
        depth: address.depth,
        kinds: address.kinds.words(),
        layers: address.layers.words(),
        as_of: shown_day(address),
        limit: LIMIT,
        locale,
    })
}

/// The day that is asked for; of two days compared, the map takes its parts from any time.
fn shown_day(address: &Address) -> Option<String> {
    address.as_of.filter(|_| address.days().is_none()).map(|day| day.to_string())
}

/// What is asked beside, when something is left out: how much there is of it.
fn totals(address: &Address) -> Option<map_totals::Variables> {
    let is_whole = address.kinds.words().is_none() && address.layers.words().is_none();
    Some(map_totals::Variables {
        id: address.focus.clone().filter(|_| !is_whole)?,
        depth: address.depth,
        as_of: shown_day(address),
        limit: LIMIT,
    })
}

/// The map of a stakeholder, in each state of its loading.
#[component]
fn Shown(
    map: MapState,
    address: Memo<Address>,
    load: Load<map_neighborhood::ResponseData>,
    change: Callback<Address>,
    query: UrlQuery,
) -> impl IntoView {
    let counted = self::load::<MapTotals>(move || totals(&address.get()));
    let totals = Memo::new(move |_| {
        let is_whole = address.with(|address| totals(address).is_none());
        let of_answer = || counted.with(Totals::of_answer);
        let of_scene = || map.scene.with(|scene| scene.as_deref().map(Totals::of_scene));
        if is_whole { of_scene() } else { of_answer().or_else(of_scene) }.unwrap_or_default()
    });
    let has_scene = Memo::new(move |_| map.scene.with(Option::is_some));
    let trouble = move || {
        let on_retry = Callback::new(move |()| load.reload());
        load.failure().map(|failure| view! { <FailureNotice failure on_retry/> })
    };
    let waiting = move || load.failure().is_none().then(|| view! { <Loading/> });
    view! {
        {trouble}
        <Show when=move || has_scene.get() fallback=waiting>
            <div class="map-columns loaded" aria-busy=move || load.is_busy().then_some("true")>
                <div class="map-main">
                    <Surface map/>
                    <Difference map address/>
                    <Remarks map load change/>
                </div>
                <div class="map-side">
                    <Inspector map/>
                    <Legend map address totals on_change=change/>
                </div>
            </div>
            <MapTables map query/>
        </Show>
    }
}

/// The canvas, its buttons, and what it says aloud.
#[component]
fn Surface(map: MapState) -> impl IntoView {
    let text = MapText::here();
    let picture = Picture::new(map);
    let failed = runner::arrange(picture);
    let said = move || map.target().and_then(|(scene, target)| sentence(&scene, target, text));
    let button = move |word: &'static str, command: Command| {
        view! { <Button on_press=move |()| picture.apply(command)>{word}</Button> }
    };
    view! {
        <div class="map-surface" hidden=move || failed.get()>
            <MapCanvas picture described_by="map-keys"/>
            <div class="map-buttons" role="group" aria-label=text.view()>
                {button(text.zoom_in(), Command::Zoom(ZOOM, None))}
                {button(text.zoom_out(), Command::Zoom(1.0 / ZOOM, None))}
                {button(text.fit(), Command::Fit)}
            </div>
        </div>
        {move || failed.get().then(|| view! { <p class="notice" role="alert">{text.failed()}</p> })}
        <p class="hidden" role="status" aria-live="polite">{said}</p>
        <Disclosure summary=move || text.keys_title()><p id="map-keys" class="small">{text.keys()}</p></Disclosure>
    }
}

/// What differs between the two days compared, in words.
#[component]
fn Difference(map: MapState, address: Memo<Address>) -> impl IntoView {
    let text = MapText::here();
    let count = move |wanted: Compared| {
        let of = |scene: &Arc<Scene>| {
            scene.edges().iter().filter(|edge| edge.compared == Some(wanted)).count()
        };
        map.scene.with(|scene| scene.as_ref().map_or(0, of))
    };
    move || {
        let (focus, (from, to)) =
            address.with(|address| address.focus.clone().zip(address.days()))?;
        let told = text.difference(
            count(Compared::Added),
            count(Compared::Ended),
            count(Compared::Changed),
            &format::day(from, text.0),
            &format::day(to, text.0),
        );
        let depth = address.with(|address| address.depth);
        let href = format!("/diff?from={from}&to={to}&focus={focus}&depth={depth}");
        Some(view! {
            <p class="notice" role="status">{told}" "<a href=href>{text.as_lists()}</a></p>
        })
    }
}

/// What is not on the map, and what to do about it.
#[component]
fn Remarks(
    map: MapState,
    load: Load<map_neighborhood::ResponseData>,
    change: Callback<Address>,
) -> impl IntoView {
    let text = MapText::here();
    let omitted = move || {
        let omitted = load.with(|d| (d.neighborhood.truncated, d.neighborhood.omitted));
        omitted.filter(|(truncated, _)| *truncated).map(|(_, omitted)| {
            view! { <p class="notice" role="status">{text.omitted(omitted)}</p> }
        })
    };
    let parted = move || {
        let missing = |d: &map_neighborhood::ResponseData| {
            i64::try_from(d.neighborhood.edges.len())
                .map_or(0, |shown| d.neighborhood.edge_count - shown)
        };
        load.with(missing).filter(|missing| *missing > 0).map(|missing| {
            view! { <p class="notice" role="status">{text.omitted_edges(missing)}</p> }
        })
    };
    let lonely = Memo::new(move |_| {
        let alone = |scene: &Arc<Scene>| scene.edges().is_empty().then(|| scene.focus().id.clone());
        map.scene.with(|scene| scene.as_ref().and_then(alone))
    });
    let alone = move || {
        lonely.get().map(|id| {
            let everything = Address { depth: 1, ..Address::default() }.around(&id);
            let show_all = move |()| change.run(everything.clone());
            let add = format!("/relationship/new?source={id}");
            view! {
                <Empty title=text.lonely_title()>
                    <p>{text.lonely_next()}</p>
                    <div class="actions">
                        <Button on_press=show_all>{text.show_all()}</Button>
                        <a href=add>{text.add_relationship()}</a>
                        {record_address(&id).map(|href| view! { <a href=href>{text.open_profile()}</a> })}
                    </div>
                </Empty>
            }
        })
    };
    view! {
        {omitted}
        {parted}
        {alone}
    }
}
