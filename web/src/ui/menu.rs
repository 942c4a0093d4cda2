//! A small panel below a button.

use super::icon::{Glyph, Icon};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A button that opens a panel; it closes on Escape and when the focus leaves it.
#[component]
pub fn Menu(
    /// What the button says.
    #[prop(into)]
    label: String,
    /// The picture on it.
    glyph: Glyph,
    /// What the panel holds.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let press = move |event: KeyboardEvent| {
        let Some(details) = details.get_untracked() else {
            return;
        };
        if event.key() == "Escape" && details.open() {
            event.stop_propagation();
            details.set_open(false);
            let summary = details.query_selector("summary").ok().flatten();
            if let Some(summary) =
                summary.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok())
            {
                summary.focus().ok();
            }
        }
    };
    let leave = move |event: FocusEvent| {
        let target =
            event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let Some(target) = target else { return };
        if details.get_untracked().is_some_and(|details| !details.contains(Some(&target))) {
            close();
        }
    };
    view! {
        <details class="menu" node_ref=details on:keydown=press on:focusout=leave>
            <summary class="button button-quiet">
                <Icon glyph/>
                <span class="menu-label">{label}</span>
            </summary>
            <div class="menu-panel">{children()}</div>
        </details>
    }
}
