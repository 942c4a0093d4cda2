//! The frame's head: where one is, where one can go, and the switches.

use super::account::AccountMenu;
use super::go::GoBox;
use super::lighting::LightingMenu;
use crate::client::browser;
use crate::state::language::{self, Language};
use crate::state::unsaved::unsaved;
use crate::state::{session, tongue};
use crate::text::ShellText;
use crate::ui::{Glyph, Icon};
use domain::policy::Action;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

/// The id of the language switch, which keeps the focus though the page is built anew.
const SWITCH: &str = "language-switch";

/// The head of every page. On a narrow screen the navigation folds behind a button.
#[component]
pub fn Header(
    /// Puts the focus on the content.
    skip: Callback<()>,
) -> impl IntoView {
    let text = ShellText::here();
    let open = RwSignal::new(false);
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        open.set(false);
    });
    let fold = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            open.set(false);
        }
    };
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        skip.try_run(());
    };
    view! {
        <header class="header" on:keydown=fold>
            <a class="skip" href="#content" on:click=skip>{text.skip()}</a>
            <a class="brand" href="/">
                <svg class="brand-mark" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M8 14V6.5M5 14v-4M11 14v-4M2.5 8C2.5 4.5 5 2 8 2s5.5 2.5 5.5 6c-2 2-9 2-11 0z"></path>
                </svg>
                {text.product()}
            </a>
            <div class="header-fold">
                <button
                    class="button button-quiet"
                    type="button"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls="navigation"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Icon glyph=Glyph::Menu/>
                    {text.menu()}
                </button>
            </div>
            <div id="navigation" class="header-fold-body" class:header-open=move || open.get()>
                <Navigation/>
                <div class="header-tools">
                    <LanguageSwitch/>
                    <LightingMenu/>
                    <AccountMenu/>
                </div>
            </div>
            <GoBox/>
        </header>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let text = ShellText::here();
    let session = session();
    let working = move || {
        session.is_signed_in().then(|| {
            view! {
                <li><A href="/pipeline">{text.pipeline()}</A></li>
                <li><A href="/meetings">{text.meetings()}</A></li>
            }
        })
    };
    let importing = move || {
        let may = session.can_somewhere(Action::Import);
        may.then(|| view! { <li><A href="/import">{text.import()}</A></li> })
    };
    let logging = move || {
        let may = session.can_somewhere(Action::WorkEngagement);
        may.then(|| view! { <li><A href="/log">{text.log()}</A></li> })
    };
    view! {
        <nav class="navigation" aria-label=text.navigation()>
            <ul>
                <li><A href="/" exact=true>{text.home()}</A></li>
                <li><A href="/directory">{text.directory()}</A></li>
                <li><A href="/map">{text.map()}</A></li>
                <li><A href="/questions">{text.questions()}</A></li>
                {working}
                <li><A href="/changes">{text.changes()}</A></li>
                {importing}
                {logging}
            </ul>
        </nav>
    }
}

/// Leads to the other language, named in that language.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let text = ShellText::here();
    let unsaved = unsaved();
    let other = language::other(tongue());
    let language = use_context::<Language>();
    let press = move |_| {
        if let Some(language) = language
            && unsaved.may_leave(text.leave_unsaved())
        {
            language.choose(other);
            request_animation_frame(|| browser::focus(SWITCH));
        }
    };
    view! {
        <button id=SWITCH class="button button-quiet" type="button" lang=language::code(other) on:click=press>
            {text.switch_language()}
        </button>
    }
}
