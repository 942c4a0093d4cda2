//! The evidence for a relationship: typed along with it, or added to one that is recorded.

use crate::client::{self, operations};
use crate::form::evidence::{NEW_SOURCE, Origin, begun, check, fields, input};
use crate::form::{Field, Form};
use crate::page::entry::{Entries, Entry, FormState, FormTrouble, Need, written};
use crate::state::toaster;
use crate::text::{FormText, RelationshipFormText};
use crate::ui::{Button, Purpose, Segmented};
use leptos::prelude::*;
use serde_json::json;

operations!("graphql/relationship_form.graphql": EvidenceToAdd);
written!(EvidenceWritten: EvidenceToAdd = evidence_to_add);

/// The fields of the evidence; a recorded or a new source, required where evidence is.
#[component]
pub fn EvidenceEntries(state: FormState, origin: RwSignal<Origin>, need: Need) -> impl IntoView {
    let text = RelationshipFormText::here();
    let choices = vec![
        ("recorded".to_owned(), text.origin_recorded().to_owned()),
        ("new".to_owned(), text.origin_new().to_owned()),
    ];
    let value = Signal::derive(move || match origin.get() {
        Origin::Recorded => "recorded".to_owned(),
        Origin::New => "new".to_owned(),
    });
    let choose = Callback::new(move |code: String| {
        origin.try_set(if code == "new" { Origin::New } else { Origin::Recorded });
    });
    let source = move || match origin.get() {
        Origin::Recorded => view! { <Entry state field=Field::EvidenceSource need/> }.into_any(),
        Origin::New => {
            let needed: &[Field] = if need == Need::Required { &[Field::SourceTitle] } else { &[] };
            view! { <Entries state fields=NEW_SOURCE needed/> }.into_any()
        }
    };
    view! {
        <fieldset class="form-part">
            <legend>{text.evidence()}</legend>
            <p class="muted">{text.evidence_hint()}</p>
            <div class="row"><span>{text.origin()}</span> <Segmented label=text.origin() choices value on_change=choose/></div>
            <div class="form-grid">
                {source}
                <Entries state fields=&[Field::Locator, Field::EvidenceNote, Field::AssertedOn, Field::Stance]/>
                <Entry state field=Field::Inferred/>
            </div>
        </fieldset>
    }
}

/// Adds one more piece of evidence to something that is recorded: a relationship, a stakeholder,
/// an engagement or an action.
#[component]
pub fn EvidenceForm(
    /// The id of what it is about.
    #[prop(into)]
    subject: String,
    /// Runs once it is recorded.
    #[prop(into)]
    on_added: Callback<()>,
) -> impl IntoView {
    let (text, words, toaster) = (RelationshipFormText::here(), FormText::here(), toaster());
    let origin = RwSignal::new(Origin::Recorded);
    let state = FormState::guarded(begun(Form::new()), move |form| check(form, origin.get()));
    let shown = Signal::derive(move || fields(origin.get()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (subject, origin) = (subject.clone(), origin.get_untracked());
        state.send(
            move |form| {
                let evidence = input(&form, origin);
                let input = json!({ "input": { "subject": subject, "evidence": evidence } });
                client::send::<EvidenceWritten>(input)
            },
            move |_| {
                toaster.done(words.saved());
                state.begin(begun(Form::new()));
                on_added.try_run(());
            },
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <EvidenceEntries state origin need=Need::Required/>
            <FormTrouble state fields=shown/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{text.add_evidence()}</Button>
            </div>
        </form>
    }
}
