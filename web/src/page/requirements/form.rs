//! The forms that record a requirement and decide where one belongs.

use super::requirements_shown::{self, RequirementsShownRequirementsNodes};
use super::{
    Disposition, RequirementToAdd, RequirementToDecide, requirement_to_add, requirement_to_decide,
};
use crate::client::{self, clock};
use crate::form::requirement::{ADDITION, DECISION, check_addition, check_decision};
use crate::form::{Field, Form};
use crate::page::entry::{Entries, FormState, FormTrouble, prefill, written};
use crate::state::{Load, toaster, url_query};
use crate::text::RequirementText;
use crate::ui::{Button, Purpose};
use domain::vocabulary::Word;
use leptos::prelude::*;
use serde_json::{Value, json};

written!(
    RequirementAddition: RequirementToAdd = requirement_to_add,
    RequirementDecision: RequirementToDecide = requirement_to_decide,
);

/// Records one more requirement, of the implementation that the address names unless another is chosen.
#[component]
pub fn AddForm(load: Load<requirements_shown::ResponseData>) -> impl IntoView {
    let (text, toaster, query) = (RequirementText::here(), toaster(), url_query());
    let state = FormState::guarded(Form::new(), check_addition);
    prefill(state, Field::Implementation, untrack(|| query.get("implementation")));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.send(
            move |form| {
                client::send::<RequirementAddition>(json!({ "input": form.input(ADDITION) }))
            },
            move |_| {
                toaster.done(text.saved());
                let kept = state.now().entry(Field::Implementation);
                state.begin(Form::new().with(Field::Implementation, kept));
                load.reload();
            },
        );
    };
    view! {
        <details class="disclosure">
            <summary>{text.add()}</summary>
            <form class="form" novalidate=true on:submit=submit>
                <Entries state fields=ADDITION needed=ADDITION/>
                <FormTrouble state fields=ADDITION.to_vec()/>
                <div class="actions">
                    <Button purpose=Purpose::Submit busy=state.busy()>{text.add()}</Button>
                </div>
            </form>
        </details>
    }
}

/// Decides where a requirement belongs; who decides otherwise than before says why.
#[component]
pub fn DecideForm(
    row: RequirementsShownRequirementsNodes,
    load: Load<requirements_shown::ResponseData>,
) -> impl IntoView {
    let (text, toaster) = (RequirementText::here(), toaster());
    let (before, version) = (row.disposition, row.version);
    let id = StoredValue::new(row.id);
    let start = match before {
        Disposition::Undecided => Form::new(),
        decided => Form::new().with(Field::Disposition, decided.code()),
    };
    let state = FormState::new(start, move |form| check_decision(form, before, clock::today()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.send(
            move |form| {
                let given: Vec<Field> =
                    DECISION.iter().copied().filter(|field| !form.is_blank(&[*field])).collect();
                let mut input = form.input(&given);
                input.insert("id".to_owned(), Value::from(id.get_value()));
                input.insert("expectedVersion".to_owned(), Value::from(version));
                client::send::<RequirementDecision>(json!({ "input": input }))
            },
            move |_| {
                toaster.done(text.saved());
                load.reload();
            },
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <Entries state fields=DECISION needed=&[Field::Disposition]/>
            <FormTrouble state fields=DECISION.to_vec()/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{text.decide()}</Button>
            </div>
        </form>
    }
}
