//! Editing a relationship, and adding evidence to it.

use super::record::{
    Record, RelationshipToEdit, RelationshipToUpdate, form, record, relationship_to_edit,
    relationship_to_update,
};
use super::{FactEntries, Reading};
use crate::client;
use crate::form::Field;
use crate::form::relationship::{check, editable, to_edit};
use crate::page::entry::{ConflictPanel, FormFoot, FormState, Gate, VisibilityEntry, written};
use crate::page::evidence::EvidenceForm;
use crate::page::missing::MissingPage;
use crate::state::unsaved::guarded_navigation;
use crate::state::{load, locale, place, session, toaster, tongue};
use crate::text::{FormText, RelationshipFormText};
use crate::ui::{LoadedPage, PageTitle};
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

written!(RelationshipUpdate: RelationshipToUpdate = relationship_to_update);

/// The page of the address `/relationship/:id/edit`.
#[component]
pub fn EditPage(id: String) -> impl IntoView {
    let variables = relationship_to_edit::Variables { id, locale: locale() };
    let load = load::<RelationshipToEdit>(move || Some(variables.clone()));
    view! {
        <LoadedPage load let:data>
            {match record(data) {
                Some(record) => view! { <EditRecord record/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn EditRecord(record: Record) -> impl IntoView {
    let (text, tongue, session) = (RelationshipFormText::here(), tongue(), session());
    let at = place(record.community.as_ref().map(|one| one.id.as_str()), record.visibility);
    let action = to_edit(record.state);
    let allowed = Signal::derive(move || session.can(action, at));
    let may_cite = Signal::derive(move || session.can(Action::AddEvidence, at));
    let state =
        FormState::guarded(form(&record, tongue), |form| check(form).err().unwrap_or_default());
    let (navigate, id) = (guarded_navigation(), record.id.clone());
    let home = format!("/relationship/{id}");
    let added = Callback::new(move |()| navigate(&home));
    let record = StoredValue::new(record);
    view! {
        <PageTitle title=text.edit_title()/>
        <Gate allowed><EditForm record=record.get_value() state/></Gate>
        {move || may_cite.get().then(|| view! { <EvidenceForm subject=id.clone() on_added=added/> })}
    }
}

fn shown(state: FormState) -> Vec<Field> {
    state.with_untracked(|form| editable(form.word(Field::Kind)))
}

#[component]
fn EditForm(record: Record, state: FormState) -> impl IntoView {
    let (text, words) = (RelationshipFormText::here(), FormText::here());
    let (toaster, navigate) = (toaster(), guarded_navigation());
    let (id, locale) = (record.id.clone(), locale());
    let version = RwSignal::new(record.version);
    let newer = RwSignal::new(None::<Record>);
    let home = format!("/relationship/{id}");
    let stale = id.clone();
    state.on_stale(move || reread(stale.clone(), locale, newer));
    let back = home.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (id, home, navigate) = (id.clone(), home.clone(), navigate.clone());
        let done = move |said: &'static str| {
            toaster.done(said);
            navigate(&home);
        };
        if state.is_unchanged(&shown(state)) {
            return done(words.unchanged());
        }
        state.send(
            move |form| {
                let mut input = form.changes(&state.read(), &shown(state));
                input.insert("id".into(), Value::from(id));
                input.insert("expectedVersion".into(), Value::from(version.get_untracked()));
                client::send::<RelationshipUpdate>(json!({ "input": input }))
            },
            move |_| done(words.saved()),
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {move || newer.get().map(|now| view! { <Conflict state now version newer/> })}
            <Reading state/>
            <p class="muted small">{text.fixed()}</p>
            <FactEntries state/>
            <VisibilityEntry state action=Action::ProposeRelationship/>
            <FormFoot state fields=Signal::derive(move || shown(state)) save=words.save() back/>
        </form>
    }
}

/// Loads the record as it is now.
fn reread(id: String, locale: domain::text::Locale, newer: RwSignal<Option<Record>>) {
    spawn_local(async move {
        let variables = relationship_to_edit::Variables { id, locale };
        if let Ok(data) = client::send::<RelationshipToEdit>(variables).await {
            newer.try_set(record(data));
        }
    });
}

#[component]
fn Conflict(
    state: FormState,
    now: Record,
    version: RwSignal<i64>,
    newer: RwSignal<Option<Record>>,
) -> impl IntoView {
    let latest = now.version;
    let settle = Callback::new(move |()| {
        version.try_set(latest);
        newer.try_set(None);
    });
    let now = form(&now, tongue());
    view! { <ConflictPanel state now fields=shown(state) on_settle=settle/> }
}
