//! Editing a stakeholder. When somebody else was faster, what they changed is shown and what was
//! typed is kept.

use super::record::{Record, StakeholderToEdit, form, stakeholder_to_edit};
use super::update::update;
use super::{StakeholderFields, check};
use crate::client;
use crate::form::stakeholder::fields;
use crate::page::entry::{ConflictPanel, FormFoot, FormState, Gate};
use crate::page::missing::MissingPage;
use crate::state::{load, place, session, toaster, tongue};
use crate::text::{FormText, StakeholderFormText};
use crate::ui::{LoadedPage, PageTitle};
use domain::policy::Action;
use domain::stakeholder::StakeholderKind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use serde_json::Value;

/// The page of the address `/stakeholder/:id/edit`.
#[component]
pub fn EditPage(id: String) -> impl IntoView {
    let variables = stakeholder_to_edit::Variables { id };
    let load = load::<StakeholderToEdit>(move || Some(variables.clone()));
    view! {
        <LoadedPage load let:data>
            {match data.stakeholder {
                Some(record) => view! { <EditRecord record/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn EditRecord(record: Record) -> impl IntoView {
    let (text, tongue, session) = (StakeholderFormText::here(), tongue(), session());
    let name = record.names.first().map(|name| name.value.clone()).unwrap_or_default();
    let at = place(record.community.as_ref().map(|one| one.id.as_str()), record.visibility);
    let allowed = Signal::derive(move || session.can(Action::UpdateStakeholder, at));
    let archived = record.archived_at.is_some();
    let kind = record.kind;
    let state = FormState::guarded(form(&record, tongue), move |form| check(kind, form));
    let record = StoredValue::new(record);
    view! {
        <PageTitle title=text.edit_title(&name)/>
        <Gate allowed>
            {if archived {
                view! { <p class="notice">{text.archived()}</p> }.into_any()
            } else {
                view! { <EditForm record=record.get_value() state/> }.into_any()
            }}
        </Gate>
    }
}

/// The form, and the conflict when there is one.
#[component]
fn EditForm(record: Record, state: FormState) -> impl IntoView {
    let (words, toaster, navigate) = (FormText::here(), toaster(), use_navigate());
    let (id, kind) = (record.id.clone(), record.kind);
    let version = RwSignal::new(record.version);
    let newer = RwSignal::new(None::<Record>);
    let home = format!("/stakeholder/{id}");
    let stale = id.clone();
    state.on_stale(move || reread(stale.clone(), newer));
    let submit = {
        let home = home.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let (id, home, navigate) = (id.clone(), home.clone(), navigate.clone());
            let done = move |said: &'static str| {
                toaster.done(said);
                navigate(&home, Default::default());
            };
            if state.is_unchanged(&fields(kind)) {
                return done(words.unchanged());
            }
            state.send(
                move |form| {
                    let mut input = form.changes(&state.read(), &fields(kind));
                    input.insert("id".into(), Value::from(id));
                    input.insert("expectedVersion".into(), Value::from(version.get_untracked()));
                    update(kind, input)
                },
                move |_: String| done(words.saved()),
            );
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {move || newer.get().map(|now| view! { <Conflict state now kind version newer/> })}
            <StakeholderFields state kind/>
            <FormFoot state fields=fields(kind) save=words.save() back=home/>
        </form>
    }
}

/// Loads the record as it is now.
fn reread(id: String, newer: RwSignal<Option<Record>>) {
    spawn_local(async move {
        let variables = stakeholder_to_edit::Variables { id };
        if let Ok(data) = client::send::<StakeholderToEdit>(variables).await {
            newer.try_set(data.stakeholder);
        }
    });
}

#[component]
fn Conflict(
    state: FormState,
    now: Record,
    kind: StakeholderKind,
    version: RwSignal<i64>,
    newer: RwSignal<Option<Record>>,
) -> impl IntoView {
    let latest = now.version;
    let settle = Callback::new(move |()| {
        version.try_set(latest);
        newer.try_set(None);
    });
    let now = form(&now, tongue());
    view! { <ConflictPanel state now fields=fields(kind) on_settle=settle/> }
}
