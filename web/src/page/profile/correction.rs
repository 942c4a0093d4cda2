//! What somebody thinks is wrong or missing on a profile: anybody may say so.

use crate::client::{self, operations};
use crate::page::sending::{Sending, Trouble};
use crate::text::CorrectionText;
use crate::ui::{Button, Disclosure, Field, Purpose, TextField};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/correction.graphql": CorrectionSuggest);

/// The form that suggests a correction.
#[component]
pub fn Correction(
    /// Whose profile.
    id: String,
) -> impl IntoView {
    let text = CorrectionText::here();
    let id = StoredValue::new(id);
    view! {
        <Disclosure summary=move || text.title()>
            <Suggest id=id.get_value()/>
        </Disclosure>
    }
}

#[component]
fn Suggest(id: String) -> impl IntoView {
    let text = CorrectionText::here();
    let (words, contact) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (sent, id) = (RwSignal::new(false), StoredValue::new(id));
    let sending = Sending::new(&["text", "contact"]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let contact = Some(contact.get_untracked()).filter(|text| !text.trim().is_empty());
        let input = correction_suggest::SuggestCorrectionInput {
            stakeholder: id.get_value(),
            text: words.get_untracked(),
            contact,
        };
        let work = client::send::<CorrectionSuggest>(correction_suggest::Variables { input });
        sending.send(work, move |_| {
            words.try_set(String::new());
            sent.try_set(true);
        });
    };
    view! {
        <form class="form account-form" on:submit=submit>
            <Trouble sending/>
            <Field
                label=text.text()
                field="text"
                hint=text.text_hint()
                refusals=sending.refusals
                required=true
                let:ids
            >
                <textarea
                    id=ids.control
                    name="text"
                    rows="4"
                    maxlength="4000"
                    aria-describedby=ids.described_by
                    aria-invalid=move || ids.invalid.get().then_some("true")
                    aria-required="true"
                    prop:value=move || words.get()
                    on:input:target=move |event| {
                        words.try_set(event.target().value());
                    }
                ></textarea>
            </Field>
            <TextField
                label=text.contact()
                field="contact"
                hint=text.contact_hint()
                value=contact
                refusals=sending.refusals
            />
            <div class="actions">
                <Button purpose=Purpose::Submit busy=sending.busy>{text.send()}</Button>
            </div>
            <p role="status">{move || sent.get().then(|| text.sent())}</p>
        </form>
    }
}
