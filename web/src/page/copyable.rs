//! A text that is to be taken along whole: a secret, a link, a command.

use crate::client::browser;
use crate::state::toaster;
use crate::text::{ApiTokenText, ShellText};
use crate::ui::{Button, Glyph};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A text to be copied whole.
#[component]
pub fn Copyable(
    /// What it is.
    label: &'static str,
    /// What the button says.
    copy: &'static str,
    /// The text.
    value: String,
) -> impl IntoView {
    let (text, shell, toaster) = (ApiTokenText::here(), ShellText::here(), toaster());
    let shown = value.clone();
    let value = StoredValue::new(value);
    let press = Callback::new(move |()| {
        let Some(value) = value.try_get_value() else { return };
        spawn_local(async move {
            match browser::copy(&value).await {
                true => toaster.done(text.copied()),
                false => toaster.trouble(shell.not_copied()),
            }
        });
    });
    view! {
        <div class="copyable">
            <p class="field-label">{label}</p>
            <pre class="mono" tabindex="0" role="group" aria-label=label>{shown}</pre>
            <Button glyph=Glyph::Copy on_press=press>{copy}</Button>
        </div>
    }
}
