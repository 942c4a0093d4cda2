//! The box that leads to anybody by name; `/` puts the cursor in it from anywhere.

use crate::page::picker::find_stakeholders;
use crate::state::unsaved::guarded_navigation;
use crate::text::ShellText;
use crate::ui::{Choice, Combobox};
use leptos::ev::{self, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Finds stakeholders and goes to the one chosen.
#[component]
pub fn GoBox() -> impl IntoView {
    let text = ShellText::here();
    let typed = RwSignal::new(String::new());
    let found = find_stakeholders(typed.into(), Vec::new());
    let input = NodeRef::<html::Input>::new();
    let navigate = guarded_navigation();
    let go = Callback::new(move |choice: Choice| {
        typed.set(String::new());
        navigate(&format!("/stakeholder/{}", choice.id));
    });
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.key() == "/"
            && !is_typing(&event)
            && let Some(input) = input.get_untracked()
        {
            event.prevent_default();
            input.focus().ok();
            input.select();
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <search class="go">
            <Combobox
                label=text.search()
                placeholder=text.search_hint()
                typed
                on_type=move |text| typed.set(text)
                found
                on_choose=go
                node_ref=input
            />
        </search>
    }
}

/// Whether a key belongs to what has the focus rather than to the page.
fn is_typing(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return true;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    target.is_some_and(|target| {
        let name = target.tag_name();
        target.is_content_editable() || matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}
