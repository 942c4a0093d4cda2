//! Who is in the middle, how far the map goes, and on which day.

use leptos::prelude::*;

use crate::map::address::{Address, DEPTHS};
use crate::map::device::narrowness;
use crate::page::picker::find_stakeholders;
use crate::text::MapText;
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
                    <AsOf address on_change/>
                </div>
            </details>
        </div>
    }
}

/// The day on which the relationships shown may hold.
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
