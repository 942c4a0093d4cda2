//! Correcting a capability.

use super::FactEntries;
use crate::client::{self, operations};
use crate::form::capability::{FACTS, check, to_edit};
use crate::form::{Field, Form, Link};
use crate::page::capability::{Capability, CapabilityFacts, capability, capability_facts};
use crate::page::entry::{ConflictPanel, FormFoot, FormState, Gate, VisibilityEntry, written};
use crate::page::missing::MissingPage;
use crate::state::unsaved::guarded_navigation;
use crate::state::{load, locale, place, session, toaster};
use crate::text::{CapabilityText, FormText};
use crate::ui::{LoadedPage, PageTitle};
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

operations!("graphql/capability.graphql": CapabilityToUpdate);
written!(CapabilityUpdate: CapabilityToUpdate = capability_to_update);

/// The page of the address `/capability/:id/edit`.
#[component]
pub fn EditPage(id: String) -> impl IntoView {
    let variables = capability_facts::Variables { id, locale: locale() };
    let load = load::<CapabilityFacts>(move || Some(variables.clone()));
    view! {
        <LoadedPage load let:data>
            {match capability(data) {
                Some(record) => view! { <EditRecord record/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn EditRecord(record: Capability) -> impl IntoView {
    let (text, session) = (CapabilityText::here(), session());
    let at = place(record.community.as_ref().map(|one| one.id.as_str()), record.visibility);
    let action = to_edit(record.verified);
    let allowed = Signal::derive(move || session.can(action, at));
    let state = FormState::guarded(form(&record), check);
    let record = StoredValue::new(record);
    view! {
        <PageTitle title=text.edit_title()/>
        <Gate allowed><EditForm record=record.get_value() state/></Gate>
    }
}

#[component]
fn EditForm(record: Capability, state: FormState) -> impl IntoView {
    let (text, words) = (CapabilityText::here(), FormText::here());
    let (toaster, navigate) = (toaster(), guarded_navigation());
    let (id, locale) = (record.id.clone(), locale());
    let version = RwSignal::new(record.version);
    let newer = RwSignal::new(None::<Capability>);
    let home = format!("/capability/{id}");
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
        if state.is_unchanged(FACTS) {
            return done(words.unchanged());
        }
        state.send(
            move |form| {
                let mut input = form.changes(&state.read(), FACTS);
                input.insert("id".into(), Value::from(id));
                input.insert("expectedVersion".into(), Value::from(version.get_untracked()));
                client::send::<CapabilityUpdate>(json!({ "input": input }))
            },
            move |_| done(words.saved()),
        );
    };
    let warning =
        record.verified.then(|| view! { <p class="notice">{text.ends_verification()}</p> });
    let action = to_edit(record.verified);
    view! {
        <form class="form" novalidate=true on:submit=submit>
            {move || newer.get().map(|now| view! { <Conflict state now version newer/> })}
            {warning}
            <p class="muted small">{text.fixed()}</p>
            <FactEntries state/>
            <VisibilityEntry state action/>
            <FormFoot state fields=Signal::stored(FACTS.to_vec()) save=words.save() back/>
        </form>
    }
}

/// Loads the record as it is now.
fn reread(id: String, locale: domain::text::Locale, newer: RwSignal<Option<Capability>>) {
    spawn_local(async move {
        let variables = capability_facts::Variables { id, locale };
        if let Ok(data) = client::send::<CapabilityFacts>(variables).await {
            newer.try_set(capability(data));
        }
    });
}

#[component]
fn Conflict(
    state: FormState,
    now: Capability,
    version: RwSignal<i64>,
    newer: RwSignal<Option<Capability>>,
) -> impl IntoView {
    let latest = now.version;
    let settle = Callback::new(move |()| {
        version.try_set(latest);
        newer.try_set(None);
    });
    let now = form(&now);
    view! { <ConflictPanel state now fields=FACTS.to_vec() on_settle=settle/> }
}

/// The form of a record.
fn form(record: &Capability) -> Form {
    let end = |id: &str, name: &str, kind| {
        Some(Link { id: id.to_owned(), name: name.to_owned(), kind: Some(kind) })
    };
    let (provider, good) = (&record.provider, &record.good);
    Form::new()
        .with(Field::Provider, end(&provider.id, &provider.name, provider.kind))
        .with(Field::Good, end(&good.id, &good.name, good.kind))
        .with(Field::Service, record.service.code())
        .with(Field::CapabilityLevel, record.level.map(|level| level.to_string()))
        .with(Field::Countries, record.countries.clone())
        .with(Field::Languages, record.languages.clone())
        .with(Field::ExpiresOn, record.expires_on.clone())
        .with(Field::Note, record.note.clone())
        .with(Field::Visibility, record.visibility.code())
        .with(Field::Community, record.community.as_ref().map(|community| community.id.clone()))
}
