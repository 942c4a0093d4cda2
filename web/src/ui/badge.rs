//! A word in a small frame: a state, a kind, a warning. The word carries the meaning, not the hue.

use leptos::prelude::*;

/// The hue of a badge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hue {
    /// Nothing special.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// Wants attention.
    Warning,
    /// Late, disputed, wrong.
    Bad,
    /// Not a fact.
    Hatched,
}

impl Hue {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "badge",
            Self::Good => "badge badge-good",
            Self::Warning => "badge badge-warning",
            Self::Bad => "badge badge-bad",
            Self::Hatched => "badge badge-hatched",
        }
    }
}

/// A badge.
#[component]
pub fn Badge(
    /// Its hue.
    #[prop(optional)]
    hue: Hue,
    /// What it says.
    #[prop(into)]
    text: String,
    /// More about it, on hovering; never the only place where it is said.
    #[prop(optional, into)]
    title: Option<String>,
) -> impl IntoView {
    view! { <span class=hue.class() title=title>{text}</span> }
}
