//! What stands where data will be, are not, or could not be had.

use super::button::{Button, Look};
use crate::client::Failure;
use crate::state::tongue;
use crate::text::ShellText;
use crate::text::failure::failure_text;
use leptos::prelude::*;

/// Data are on their way. Shown only after a moment, so that quick answers do not flicker.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <p class="loading" role="status">{ShellText::here().loading()}</p> }
}

/// There are no data, and this is what can be done about it.
#[component]
pub fn Empty(
    /// What is not there.
    #[prop(into)]
    title: String,
    /// What to do next: a sentence, links, buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            <div class="empty-next">{children()}</div>
        </div>
    }
}

/// Something could not be loaded or done, with a way to try again where there is one.
#[component]
pub fn FailureNotice(
    /// What went wrong.
    failure: Failure,
    /// Tries again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let retry = on_retry.map(|on_retry| {
        view! { <Button look=Look::Plain on_press=on_retry>{ShellText::here().retry()}</Button> }
    });
    view! {
        <div class="notice notice-bad" role="alert">
            <p>{failure_text(&failure, tongue())}</p>
            {retry}
        </div>
    }
}
