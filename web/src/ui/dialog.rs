//! Dialogs: the browser's own, which keep the focus inside and close on Escape.

use super::button::{Button, Look};
use super::icon::{Glyph, Icon};
use super::id::fresh_id;
use crate::text::ShellText;
use leptos::html;
use leptos::prelude::*;

/// A modal dialog; its content is built anew each time it opens.
#[component]
pub fn Dialog(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open; closing it by any means sets this to false.
    open: RwSignal<bool>,
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let text = ShellText::here();
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = fresh_id("dialog");
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // Once its content is built, so that the focus goes to the first control of it.
            (true, false) => request_animation_frame(move || {
                if open.try_get_untracked() == Some(true) {
                    dialog.show_modal().ok();
                }
            }),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby=heading.clone()
            on:close=move |_| {
                open.try_set(false);
            }
        >
            <header class="dialog-head">
                <h2 id=heading.clone()>{move || title.get()}</h2>
            </header>
            <div class="dialog-body">{move || open.get().then(|| children())}</div>
            <button
                class="button button-quiet dialog-close"
                type="button"
                aria-label=text.close()
                on:click=move |_| {
                    open.try_set(false);
                }
            >
                <Icon glyph=Glyph::Close/>
            </button>
        </dialog>
    }
}

/// A question before something is done that others will notice; the focus begins on the way back.
#[component]
pub fn ConfirmDialog(
    /// What is about to be done.
    #[prop(into)]
    title: String,
    /// What it will mean.
    #[prop(into)]
    message: String,
    /// The word on the button that does it.
    #[prop(into)]
    confirm: String,
    /// How much that button stands out.
    #[prop(optional)]
    look: Look,
    /// Whether the question is being asked.
    open: RwSignal<bool>,
    /// Does it.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let answer = Callback::new(move |()| {
        open.try_set(false);
        on_confirm.try_run(());
    });
    let cancel = Callback::new(move |()| {
        open.try_set(false);
    });
    let confirm = StoredValue::new(confirm);
    view! {
        <Dialog title=title open=open>
            <p>{message.clone()}</p>
            <div class="actions">
                <Button on_press=cancel>{ShellText::here().cancel()}</Button>
                <Button look=look on_press=answer>{confirm.get_value()}</Button>
            </div>
        </Dialog>
    }
}
