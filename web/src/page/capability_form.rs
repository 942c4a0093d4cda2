//! Recording what somebody can do, and correcting it.

mod create;
mod edit;

use crate::form::Field;
use crate::page::entry::{Entries, Entry, FormState, Need};
use crate::state::tongue;
use crate::text::CapabilityText;
use domain::capability::CapabilityLevel;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Recording a capability, or editing the one of the address.
#[component]
pub fn CapabilityFormPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")));
    move || match id.get() {
        Some(id) => view! { <edit::EditPage id/> }.into_any(),
        None => view! { <create::CreatePage/> }.into_any(),
    }
}

/// What may be unknown, and what the levels mean.
#[component]
fn FactEntries(state: FormState) -> impl IntoView {
    let (text, tongue) = (CapabilityText::here(), tongue());
    let level = |level: &CapabilityLevel| {
        view! { <li>{format!("{} · {}", level.number(), level.label(tongue))}</li> }
    };
    view! {
        <fieldset class="form-part">
            <legend>{text.facts()}</legend>
            <p class="muted">{text.facts_hint()}</p>
            <div class="form-grid">
                <Entry state field=Field::Service need=Need::Required/>
                <Entry state field=Field::CapabilityLevel/>
                <Entries state fields=&[Field::Countries, Field::Languages, Field::ExpiresOn, Field::Note]/>
            </div>
            <p class="muted small" id="levels">{text.levels()}</p>
            <ul class="muted small" aria-labelledby="levels">{CapabilityLevel::ALL.iter().map(level).collect_view()}</ul>
        </fieldset>
    }
}
