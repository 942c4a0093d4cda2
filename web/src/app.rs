//! The application: what every page stands on, and the frame around it.

mod account;
mod again;
mod go;
mod header;
mod lighting;

use crate::client::{browser, scroll};
use crate::page::Pages;
use crate::state::language::{self, Language};
use crate::state::theme::Lighting;
use crate::state::unsaved::{Unsaved, unsaved};
use crate::state::{Session, Toaster};
use crate::ui::Toasts;
use again::SignInAgain;
use header::Header;
use leptos::html;
use leptos::prelude::*;
use leptos_router::components::Router;

/// The whole application. Switching the language builds everything below anew.
#[component]
pub fn App() -> impl IntoView {
    scroll::follow();
    let language = Language::find();
    provide_context(language);
    provide_context(Lighting::find());
    provide_context(Toaster::start());
    let unsaved = Unsaved::start(language);
    provide_context(unsaved);
    provide_context(Session::start(unsaved));
    let shell = move || {
        let tongue = language.get();
        provide_context(tongue);
        browser::set_root("lang", language::code(tongue));
        view! { <Shell/> }
    };
    view! { <Router>{shell}</Router> }
}

/// Header, page, messages.
#[component]
fn Shell() -> impl IntoView {
    unsaved().follow_address();
    let content = NodeRef::<html::Main>::new();
    let skip = Callback::new(move |()| {
        if let Some(content) = content.get_untracked() {
            content.focus().ok();
        }
    });
    view! {
        <Header skip/>
        <main id="content" class="content" tabindex="-1" node_ref=content>
            <Pages/>
        </main>
        <Toasts/>
        <SignInAgain/>
    }
}
