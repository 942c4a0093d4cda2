//! A new capability, with its evidence in the same step.

use super::FactEntries;
use crate::client::{self, operations};
use crate::form::capability::{ENDS, FACTS, check_all};
use crate::form::evidence::{self, Origin, begun};
use crate::form::{Field, Form};
use crate::page::entry::{
    Entry, FormFoot, FormState, Gate, KeeperEntry, Need, VisibilityEntry, prefill, written,
};
use crate::page::evidence::EvidenceEntries;
use crate::state::{session, toaster, url_query};
use crate::text::CapabilityText;
use crate::ui::PageTitle;
use domain::capability::ServiceKind;
use domain::policy::Action;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde_json::{Value, json};

operations!("graphql/capability.graphql": CapabilityToAdd);
written!(CapabilityAddition: CapabilityToAdd = capability_to_add);

/// The page of the address `/capability/new?provider=&good=&service=&level=&country=&language=`.
#[component]
pub fn CreatePage() -> impl IntoView {
    let (text, session) = (CapabilityText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::RecordCapability));
    view! {
        <PageTitle title=text.new_title()/>
        <Gate allowed><CreateForm/></Gate>
    }
}

fn begin() -> (FormState, RwSignal<Origin>) {
    let query = url_query();
    let origin = RwSignal::new(Origin::Recorded);
    let lines = |key| query.get(key).into_iter().collect::<Vec<_>>();
    let form = untrack(|| {
        let service = query.word::<ServiceKind>("service").map(|word| word.code().to_owned());
        begun(Form::new())
            .with(Field::Service, service)
            .with(Field::CapabilityLevel, query.get("level"))
            .with(Field::Countries, lines("country"))
            .with(Field::Languages, lines("language"))
            .with(Field::Visibility, Visibility::Public.code())
    });
    let state = FormState::guarded(form, move |form| check_all(form, origin.get()));
    let (provider, good) = untrack(|| (query.get("provider"), query.get("good")));
    prefill(state, Field::Provider, provider);
    prefill(state, Field::Good, good);
    (state, origin)
}

#[component]
fn CreateForm() -> impl IntoView {
    let (text, toaster, navigate) = (CapabilityText::here(), toaster(), use_navigate());
    let (state, origin) = begin();
    let shown = Signal::derive(move || {
        let own = ENDS.iter().chain(FACTS).copied().chain([Field::Community]);
        own.chain(evidence::fields(origin.get())).collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (origin, navigate) = (origin.get_untracked(), navigate.clone());
        state.send(
            move |form| {
                client::send::<CapabilityAddition>(json!({ "input": input(&form, origin) }))
            },
            move |data| {
                toaster.done(text.recorded());
                let id = data.add_capability.capability.id;
                navigate(&format!("/capability/{id}"), Default::default());
            },
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <fieldset class="form-part">
                <legend>{text.ends()}</legend>
                <div class="form-grid">
                    <Entry state field=Field::Provider need=Need::Required/>
                    <Entry state field=Field::Good need=Need::Required/>
                    <KeeperEntry state action=Action::RecordCapability/>
                    <VisibilityEntry state action=Action::RecordCapability/>
                </div>
            </fieldset>
            <FactEntries state/>
            <EvidenceEntries state origin need=Need::Optional/>
            <FormFoot state fields=shown save=text.create() back="/support"/>
        </form>
    }
}

fn input(form: &Form, origin: Origin) -> Value {
    let own: Vec<_> = ENDS.iter().chain(FACTS).copied().chain([Field::Community]).collect();
    let mut input = form.input(&own);
    if evidence::is_given(form, origin)
        && let Some(evidence) = evidence::input(form, origin)
    {
        input.insert("evidence".to_owned(), evidence);
    }
    Value::Object(input)
}
