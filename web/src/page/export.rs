//! Taking everything along: the files that a spreadsheet opens and an import reads back.

use crate::client::{browser, rest};
use crate::state::{toaster, tongue};
use crate::text::ExportText;
use crate::text::failure::failure_text;
use crate::ui::{Button, Glyph};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the files are, and a button for each. A visitor gets what is public, a member what the
/// community shows its members.
#[component]
pub fn ExportFiles() -> impl IntoView {
    let text = ExportText::here();
    view! {
        <div class="export">
            <p>{text.about()}</p>
            <div class="actions">
                <FileButton name="stakeholders.csv" label=text.stakeholders()/>
                <FileButton name="relationships.csv" label=text.relationships()/>
                <FileButton name="capabilities.csv" label=text.capabilities()/>
            </div>
        </div>
    }
}

/// Fetches a file, since a mere link would not say who asks, and hands it to the browser.
#[component]
fn FileButton(
    /// What the file is called, here and on the server.
    name: &'static str,
    /// The word on the button.
    label: &'static str,
) -> impl IntoView {
    let (tongue, toaster) = (tongue(), toaster());
    let busy = RwSignal::new(false);
    let fetch = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            let answer = rest::file(&format!("/export/{name}")).await;
            busy.try_set(false);
            match answer {
                Ok(bytes) => {
                    browser::keep_file(name, &bytes);
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! { <Button glyph=Glyph::Download busy on_press=fetch>{label}</Button> }
}
