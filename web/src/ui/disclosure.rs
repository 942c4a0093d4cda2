//! Something opened in place.

use leptos::prelude::*;

/// A line that opens to show more, where it stands.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: ViewFnOnce,
    /// What it opens.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure">
            <summary>{summary.run()}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
