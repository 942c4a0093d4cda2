//! What can be pressed: buttons act, links lead somewhere.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// One of several.
    #[default]
    Plain,
    /// The one to press next; at most one on a form.
    Primary,
    /// Beside a text or in a row.
    Quiet,
    /// Takes something away.
    Danger,
}

/// What pressing a button does to the form around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Nothing: it acts by itself.
    #[default]
    Act,
    /// Sends it.
    Submit,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button-primary",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button with a word on it. While busy it stays focusable, says so, and does nothing.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    look: Look,
    /// What it does to the form around it.
    #[prop(optional)]
    purpose: Purpose,
    /// A picture before the word.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// Whether something it started is still under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it cannot be pressed at the moment.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What pressing it does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The word on it.
    children: Children,
) -> impl IntoView {
    let press = move |event: leptos::ev::MouseEvent| {
        if busy.try_get_untracked().unwrap_or(true) {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.try_run(());
        }
    };
    view! {
        <button
            class=look.class()
            type=match purpose {
                Purpose::Act => "button",
                Purpose::Submit => "submit",
            }
            disabled=move || disabled.get()
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {children()}
        </button>
    }
}

/// A link that looks like a button: it leads somewhere and can be opened in a new tab.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it stands out.
    #[prop(optional)]
    look: Look,
    /// A picture before the word.
    #[prop(optional, into)]
    glyph: Option<Glyph>,
    /// The word on it.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=look.class() href=move || href.get()>
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {children()}
        </a>
    }
}
