//! The answer in one sentence, to be taken along.

use crate::client::browser;
use crate::state::toaster;
use crate::text::{LossText, ShellText};
use crate::ui::{Button, Glyph};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The sentence, and a button that copies it.
#[component]
pub fn Headline(
    /// What is said.
    sentence: String,
) -> impl IntoView {
    let (text, shell, toaster) = (LossText::here(), ShellText::here(), toaster());
    let kept = StoredValue::new(sentence.clone());
    let copy = Callback::new(move |()| {
        let Some(sentence) = kept.try_get_value() else { return };
        spawn_local(async move {
            match browser::copy(&sentence).await {
                true => toaster.done(text.copied()),
                false => toaster.trouble(shell.not_copied()),
            }
        });
    });
    view! {
        <div class="headline">
            <p class="headline-sentence">{sentence}</p>
            <Button glyph=Glyph::Copy on_press=copy>{text.copy()}</Button>
        </div>
    }
}
