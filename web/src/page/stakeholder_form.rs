//! Creating and editing a stakeholder of any kind.

mod create;
mod creation;
mod edit;
mod record;
mod update;

use crate::form::stakeholder::{Section, sections};
use crate::form::{Field, Form};
use crate::page::entry::{Entry, FormState, Need, VisibilityEntry};
use crate::text::StakeholderFormText;
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::stakeholder::StakeholderKind;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Creating a stakeholder, or editing the one of the address.
#[component]
pub fn StakeholderFormPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")));
    move || match id.get() {
        Some(id) => view! { <edit::EditPage id/> }.into_any(),
        None => view! { <create::CreatePage/> }.into_any(),
    }
}

/// The parts of the form of one kind.
#[component]
fn StakeholderFields(state: FormState, kind: StakeholderKind) -> impl IntoView {
    let text = StakeholderFormText::here();
    let part = move |(section, fields): (Section, &'static [Field])| {
        let heading = match section {
            Section::Identity => text.identity(),
            Section::Detail => text.detail(),
            Section::Place => text.place(),
            Section::Record => text.record(),
        };
        let entry = move |field: &Field| match field {
            Field::Visibility => {
                view! { <VisibilityEntry state action=Action::CreateStakeholder/> }.into_any()
            }
            field => view! { <Entry state field=*field need=need(*field)/> }.into_any(),
        };
        view! {
            <fieldset class="form-part">
                <legend>{heading}</legend>
                <div class="form-grid">{fields.iter().map(entry).collect_view()}</div>
            </fieldset>
        }
    };
    sections(kind).into_iter().map(part).collect_view()
}

fn need(field: Field) -> Need {
    Need::of(field, &[Field::OrganizationType, Field::GroupType, Field::Level])
}

/// What the rules say, as a list.
fn check(kind: StakeholderKind, form: &Form) -> Vec<Refusal> {
    crate::form::stakeholder::check(kind, form).err().unwrap_or_default()
}
