//! The messages of the toaster, in a corner of the page and read out.

use super::icon::{Glyph, Icon};
use crate::state::toast::{Toast, Tone};
use crate::state::toaster;
use crate::text::ShellText;
use leptos::prelude::*;

/// Shows every message until it goes or is dismissed.
#[component]
pub fn Toasts() -> impl IntoView {
    let text = ShellText::here();
    let toaster = toaster();
    let show = move |toast: Toast| {
        let class = match toast.tone {
            Tone::Done => "toast",
            Tone::Trouble => "toast toast-trouble",
        };
        view! {
            <div class=class>
                <p>{toast.text}</p>
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=text.dismiss()
                    on:click=move |_| toaster.dismiss(toast.key)
                >
                    <Icon glyph=Glyph::Close/>
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label=text.messages()>
            <For each=move || toaster.toasts() key=|toast| toast.key children=show/>
        </div>
    }
}
