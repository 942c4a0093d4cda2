//! Who is in the middle, how far the map goes, and on which day.

use leptos::prelude::*;

use crate::client::clock;
use crate::map::address::{Address, DEPTHS};
use crate::map::answer::{self, LIMIT, MapTimes, map_times};
use crate::map::device::narrowness;
use crate::page::picker::find_stakeholders;
use crate::state::load;
use crate::text::{MapText, format};
use crate::ui::{Choice, Combobox, Field, Segmented};

/// The controls above the map.
#[component]
pub fn Settings(
    /// What is shown.
    address: Memo<Address>,
    /// Shows something else.
    on_change: Callback<Address>,
) -> impl IntoView {
    let text = MapText::here();
    let narrow = narrowness();
    let typed = RwSignal::new(String::new());
    let found = find_stakeholders(typed.into(), Vec::new());
    let refocus = Callback::new(move |choice: Choice| {
        typed.try_set(String::new());
        if let Some(address) = address.try_get_untracked() {
            on_change.run(address.around(&choice.id));
        }
    });
    let depths = DEPTHS.map(|depth| (depth.to_string(), depth.to_string())).collect();
    let depth = Signal::derive(move || address.with(|address| address.depth.to_string()));
    let deepen = Callback::new(move |depth: String| {
        if let (Some(address), Ok(depth)) = (address.try_get_untracked(), depth.parse()) {
            on_change.run(Address { depth, ..address });
        }
    });
    view! {
        <div class="map-settings" role="group" aria-label=text.settings()>
            <Field label=text.find() let:ids>
                <Combobox
                    label=text.find()
                    id=ids.control
                    described_by=ids.described_by
                    typed
                    on_type=move |text| typed.set(text)
                    found
                    placeholder=text.find_hint()
                    on_choose=refocus
                />
            </Field>
            <details class="map-settings-more" open=move || !narrow.get()>
                <summary>{text.more_settings()}</summary>
                <div class="row">
                    <div class="field">
                        <span class="map-settings-label" aria-hidden="true">{text.depth()}</span>
                        <Segmented label=text.depth() choices=depths value=depth on_change=deepen/>
                    </div>
                    <Times address on_change/>
                    <AsOf address on_change/>
                    <From address on_change/>
                </div>
            </details>
        </div>
    }
}

/// The days on which something changes, on one slider; its last place is any time.
#[component]
fn Times(address: Memo<Address>, on_change: Callback<Address>) -> impl IntoView {
    let text = MapText::here();
    let known = load::<MapTimes>(move || {
        address.with(|address| {
            Some(map_times::Variables {
                id: address.focus.clone()?,
                depth: address.depth,
                layers: address.layers.words(),
                limit: LIMIT,
            })
        })
    });
    let days = Memo::new(move |_| known.with(answer::days).unwrap_or_default());
    let place = move || {
        let as_of = address.with(|address| address.as_of);
        days.with(|days| match as_of {
            Some(day) => days.partition_point(|step| *step <= day).saturating_sub(1),
            None => days.len(),
        })
    };
    let said = move || {
        let as_of = address.with(|address| address.as_of);
        as_of.map_or_else(|| text.any_time().to_owned(), |day| format::day(day, text.0))
    };
    let choose = move |place: String| {
        let as_of =
            place.parse().ok().and_then(|place: usize| days.with(|days| days.get(place).copied()));
        if let Some(address) = address.try_get_untracked() {
            on_change.run(Address { as_of, ..address });
        }
    };
    let slider = move || {
        view! {
            <Field label=text.times() let:ids>
                <input
                    id=ids.control
                    type="range"
                    min="0"
                    max=move || days.with(Vec::len).to_string()
                    step="1"
                    aria-describedby=ids.described_by
                    aria-valuetext=said
                    prop:value=move || place().to_string()
                    on:change:target=move |event| choose(event.target().value())
                />
                <span class="muted small">{said}</span>
            </Field>
        }
    };
    let has_focus = Memo::new(move |_| address.with(|address| address.focus.is_some()));
    let is_dated = Memo::new(move |_| days.with(|days| !days.is_empty()));
    let is_empty = move || has_focus.get() && known.with(|_| ()).is_some() && !is_dated.get();
    view! {
        <div class="map-times">
            <Show when=move || is_dated.get()>{slider()}</Show>
            <Show when=is_empty><p class="muted small">{text.no_times()}</p></Show>
        </div>
    }
}

/// The earlier day that the map is compared with.
#[component]
fn From(address: Memo<Address>, on_change: Callback<Address>) -> impl IntoView {
    let text = MapText::here();
    let day = move || {
        let day = address.with(|address| address.from);
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let choose = move |day: String| {
        if let Some(address) = address.try_get_untracked() {
            let from = day.parse().ok();
            let as_of = address.as_of.or_else(|| from.map(|_| clock::today()));
            on_change.run(Address { from, as_of, ..address });
        }
    };
    view! {
        <Field label=text.since_day() hint=text.since_hint() let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=day
                on:change:target=move |event| choose(event.target().value())
            />
        </Field>
    }
}

/// The day on which the relationships shown count.
#[component]
fn AsOf(address: Memo<Address>, on_change: Callback<Address>) -> impl IntoView {
    let text = MapText::here();
    let day = move || {
        let day = address.with(|address| address.as_of);
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let choose = move |day: String| {
        if let Some(address) = address.try_get_untracked() {
            on_change.run(Address { as_of: day.parse().ok(), ..address });
        }
    };
    view! {
        <Field label=text.as_of() hint=text.as_of_hint() let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=day
                on:change:target=move |event| choose(event.target().value())
            />
        </Field>
    }
}
