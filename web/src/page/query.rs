//! What a page asks the API, to take along: so that another project can start from it.

use crate::client::{browser, standalone};
use crate::state::{Toaster, session, toaster};
use crate::text::ShellText;
use crate::ui::{Button, Glyph, Menu};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Offers the question as a text that can be sent as it is, as a command, and in the query page.
#[component]
pub fn CopyQuery(
    /// What is asked, as it is sent; nothing is offered while there is none.
    request: Memo<Option<String>>,
    /// What it is about, where a page asks several questions.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let (text, toaster, session) = (ShellText::here(), toaster(), session());
    let query = move || standalone::standalone(&request.try_get_untracked().flatten()?);
    let copy = Callback::new(move |()| take(query().map(described), text, toaster));
    let command = move || {
        let signed_in = untrack(move || session.is_signed_in());
        query().map(|query| standalone::command(&browser::origin(), &query, signed_in))
    };
    let command = Callback::new(move |()| take(command(), text, toaster));
    let address = move || {
        let query = request.with(|body| standalone::standalone(body.as_deref()?));
        query.map(|query| format!("/explore#query={}", browser::encoded(&query)))
    };
    let is_asked = Memo::new(move |_| request.with(Option::is_some));
    let label = match about.is_empty() {
        true => text.take_query().to_owned(),
        false => format!("{} ({about})", text.take_query()),
    };
    view! {
        <Show when=move || is_asked.get()>
            <Menu label=label.clone() glyph=Glyph::Copy>
                <div class="export actions">
                    <Button on_press=copy>{text.copy_query()}</Button>
                    <Button on_press=command>{text.copy_command()}</Button>
                    <a class="button" rel="external" href=address>{text.open_query()}</a>
                </div>
            </Menu>
        </Show>
    }
}

/// A query under a line that says where it goes.
fn described(query: String) -> String {
    let from = browser::origin();
    format!("# POST {from}/graphql, described by {from}/schema.graphql\n{query}")
}

/// Puts a text on the clipboard, and says whether it is there.
fn take(what: Option<String>, text: ShellText, toaster: Toaster) {
    let Some(what) = what else { return };
    spawn_local(async move {
        match browser::copy(&what).await {
            true => toaster.done(text.copied()),
            false => toaster.trouble(text.not_copied()),
        }
    });
}
