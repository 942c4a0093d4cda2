//! A new password: its rules are told before, and it can be looked at instead of typed twice.

use crate::text::EntranceText;
use crate::ui::{Checkbox, Field};
use domain::account::check_password;
use domain::refusal::Refusal;
use leptos::prelude::*;

/// The refusals of a new password, by the rules that the server keeps.
pub fn faults(password: &str, login: &str, field: &'static str) -> Vec<Refusal> {
    check_password(password, login, field).err().into_iter().collect()
}

/// The field of a new password.
#[component]
pub fn NewPassword(
    /// Its name, where refusals come back to.
    field: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// The refusals of the form.
    #[prop(into)]
    refusals: Signal<Vec<Refusal>>,
) -> impl IntoView {
    let text = EntranceText::here();
    let shown = RwSignal::new(false);
    let show = Callback::new(move |show: bool| {
        shown.try_set(show);
    });
    view! {
        <Field label=text.new_password() field hint=text.rules() refusals required=true let:ids>
            <input
                id=ids.control
                type=move || if shown.get() { "text" } else { "password" }
                name=field
                autocomplete="new-password"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=ids.described_by
                aria-invalid=move || ids.invalid.get().then_some("true")
                aria-required="true"
                prop:value=move || value.get()
                on:input:target=move |event| {
                    value.try_set(event.target().value());
                }
            />
        </Field>
        <Checkbox label=text.show() checked=shown on_change=show/>
    }
}
