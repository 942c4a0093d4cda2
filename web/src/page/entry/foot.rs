//! The end of a form: what the server said about the whole of it, and the buttons.

use super::{FormState, Sent};
use crate::client::{Code, Failure};
use crate::form::Field;
use crate::state::tongue;
use crate::text::FormText;
use crate::text::failure::refusal_text;
use crate::ui::{Button, FailureNotice, LinkButton, Look, Purpose};
use domain::refusal::RefusalCode;
use leptos::prelude::*;

/// Whether a failure says that somebody else changed the record first.
pub fn is_stale(failure: &Failure) -> bool {
    let stale = |refusals: &[domain::refusal::Refusal]| {
        refusals.iter().any(|refusal| refusal.code == RefusalCode::StaleVersion)
    };
    failure.code == Code::Conflict && (failure.refusals.is_empty() || stale(&failure.refusals))
}

/// What the server said about no field that is shown; what stands at a field is said there.
#[component]
pub fn FormTrouble(
    /// The form.
    state: FormState,
    /// The fields that it shows now.
    #[prop(into)]
    fields: Signal<Vec<Field>>,
) -> impl IntoView {
    let tongue = tongue();
    move || match state.sent() {
        Sent::Failed(failure) if is_stale(&failure) => None,
        Sent::Failed(failure) if failure.refusals.is_empty() => {
            Some(view! { <FailureNotice failure/> }.into_any())
        }
        Sent::Failed(_) => {
            let rest = fields.with(|fields| state.elsewhere(fields));
            let line = |refusal| view! { <p>{refusal_text(&refusal, tongue)}</p> };
            (!rest.is_empty()).then(|| {
                let lines = rest.into_iter().map(line).collect_view();
                view! { <div class="notice notice-bad" role="alert">{lines}</div> }.into_any()
            })
        }
        _ => None,
    }
}

/// The trouble, the button that sends, and the way back.
#[component]
pub fn FormFoot(
    /// The form.
    state: FormState,
    /// The fields that it shows now.
    #[prop(into)]
    fields: Signal<Vec<Field>>,
    /// The word on the button that sends.
    #[prop(into)]
    save: String,
    /// Where leaving without saving leads.
    #[prop(into)]
    back: String,
) -> impl IntoView {
    let text = FormText::here();
    view! {
        <FormTrouble state fields/>
        <div class="form-foot actions">
            <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{save}</Button>
            <LinkButton href=back>{text.cancel()}</LinkButton>
            <span class="muted small">{text.required_note()}</span>
        </div>
    }
}
