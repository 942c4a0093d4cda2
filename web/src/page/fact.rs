//! A fact on the page of a record, told only when it is recorded.

use domain::text::parse_url;
use leptos::prelude::*;

/// One fact, when it is recorded.
#[component]
pub fn Fact(
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What is recorded.
    value: Option<String>,
) -> impl IntoView {
    value.filter(|value| !value.is_empty()).map(|value| {
        view! {
            <dt>{label}</dt>
            <dd>{value}</dd>
        }
    })
}

/// One fact that leads to another site, when it is recorded and safe to follow.
#[component]
pub fn LinkFact(
    /// What it is called.
    #[prop(into)]
    label: String,
    /// Where it leads.
    url: Option<String>,
    /// What is shown instead of the address.
    #[prop(optional, into)]
    shown: Option<String>,
) -> impl IntoView {
    let url = url.and_then(|url| parse_url(&url, "url").ok().flatten())?;
    let shown = shown.unwrap_or_else(|| url.clone());
    Some(view! {
        <dt>{label}</dt>
        <dd>
            <a href=url rel="external noopener noreferrer">{shown}</a>
        </dd>
    })
}
