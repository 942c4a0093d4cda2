//! What a page asks the API, to take along: so that another project can start from it.

use crate::client::{browser, standalone};
use crate::state::toaster;
use crate::text::ShellText;
use crate::ui::{Button, Glyph, Look};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Puts the question on the clipboard, as a text that can be sent as it is.
#[component]
pub fn CopyQuery(
    /// What is asked, as it is sent; nothing is offered while there is none.
    request: Memo<Option<String>>,
    /// What it is about, where a page asks several questions.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let (text, toaster) = (ShellText::here(), toaster());
    let copy = Callback::new(move |()| {
        let query = request.try_get_untracked().flatten();
        let Some(query) = query.and_then(|body| standalone::standalone(&body)) else {
            return;
        };
        let from = browser::origin();
        let query = format!("# POST {from}/graphql, described by {from}/schema.graphql\n{query}");
        spawn_local(async move {
            match browser::copy(&query).await {
                true => toaster.done(text.copied()),
                false => toaster.trouble(text.not_copied()),
            }
        });
    });
    let is_asked = Memo::new(move |_| request.with(Option::is_some));
    let about = StoredValue::new(about);
    view! {
        <Show when=move || is_asked.get()>
            <Button look=Look::Quiet glyph=Glyph::Copy on_press=copy>
                {text.copy_query()}
                {about.with_value(|about| (!about.is_empty()).then(|| format!(" ({about})")))}
            </Button>
        </Show>
    }
}
