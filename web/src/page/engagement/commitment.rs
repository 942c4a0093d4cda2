//! What came of it: relationships with their evidence, recorded anew or tied when they are there already.

use super::desk::Desk;
use super::record::{Engagement, Tie, came};
use crate::client::{self, operations};
use crate::form::engagement::TIE;
use crate::form::evidence::{self, Origin};
use crate::form::relationship::{extra, fields, kinds};
use crate::form::{Field, Form};
use crate::page::entry::{Entries, Entry, FormState, FormTrouble, Need, Options, written};
use crate::page::evidence::EvidenceEntries;
use crate::state::tongue;
use crate::text::EngagementText;
use crate::text::format::capital;
use crate::ui::{Badge, Button, Hue, Purpose};
use domain::policy::Action;
use domain::relationship::{RelationshipKind, RelationshipState};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use serde_json::{Value, json};

operations!("graphql/engagement_guard.graphql": CommitmentToRecord, CommitmentToTie);
written!(CommitmentRecord: CommitmentToRecord = commitment_to_record);
written!(CommitmentTie: CommitmentToTie = commitment_to_tie);

/// The relationships that came of it, and the forms that record one more.
#[component]
pub fn Commitments(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_work = desk.may(Action::WorkEngagement);
    let shared = StoredValue::new(engagement);
    let ties = shared.with_value(|engagement| engagement.commitments.clone());
    let list = if ties.is_empty() {
        view! { <p class="muted">{text.no_commitments()}</p> }.into_any()
    } else {
        let line = |tie| view! { <Line tie/> };
        view! { <ul class="tasks">{ties.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    let forms = move || {
        may_work.get().then(|| {
            view! {
                <details class="disclosure">
                    <summary>{text.commitment_record()}</summary>
                    <CommitmentForm engagement=shared.get_value() desk/>
                </details>
                <TieForm engagement=shared.get_value() desk/>
            }
        })
    };
    view! {
        <section class="section panel" id="commitments" tabindex="-1">
            <h2>{text.commitments()}</h2>
            {list}
            {forms}
        </section>
    }
}

#[component]
fn Line(tie: Tie) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let hue = if tie.state == RelationshipState::Confirmed { Hue::Good } else { Hue::Plain };
    let bare = (tie.evidence_count == 0)
        .then(|| view! { <Badge text=text.without_evidence() hue=Hue::Bad/> });
    let title = told(&tie, tongue);
    view! {
        <li>
            <a href=format!("/relationship/{}", tie.id)>{title}</a>
            <Badge text=tie.state.label(tongue) hue/>
            {bare}
        </li>
    }
}

/// A relationship in a line: who, what, whom.
fn told(tie: &Tie, tongue: Tongue) -> String {
    let (source, target) = (&tie.source.party.name, &tie.target.party.name);
    format!("{source} {} {target}", tie.kind.label(tongue))
}

/// A new relationship with its evidence; what only its kind has follows the choice of the kind.
#[component]
fn CommitmentForm(engagement: Engagement, desk: Desk) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let (state, origin) = (desk.came, desk.origin);
    let may_settle = desk.may(Action::SettleRelationship);
    let fresh = StoredValue::new(came(Some(&engagement)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let origin = origin.get_untracked();
        desk.send(
            state,
            move |form| {
                let input = json!({ "input": input(desk, &form, origin) });
                client::send::<CommitmentRecord>(input)
            },
            move || state.begin(fresh.get_value()),
        );
    };
    let end = move |field| state.with(|form| form.links(field).first().and_then(|link| link.kind));
    let options: Options = Signal::derive(move || {
        let fitting = kinds(end(Field::Source), end(Field::Target)).into_iter();
        fitting.map(|kind| (kind.code().to_owned(), capital(kind.label(tongue)))).collect()
    });
    let states: Options = Signal::derive(move || {
        use RelationshipState::{Confirmed, Proposed};
        let states: &[RelationshipState] =
            if may_settle.get() { &[Proposed, Confirmed] } else { &[Proposed] };
        states.iter().map(|word| (word.code().to_owned(), capital(word.label(tongue)))).collect()
    });
    let kind = Memo::new(move |_| state.with(|form| form.word::<RelationshipKind>(Field::Kind)));
    let own = move || {
        let own = kind.get().map(extra).unwrap_or_default();
        own.into_iter().map(|field| view! { <Entry state field/> }).collect_view()
    };
    let shown = Signal::derive(move || shown(kind.get(), origin.get()));
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <p class="muted">{text.commitment_hint()}</p>
            <div class="form-grid">
                <Entry state field=Field::Source need=Need::Required/>
                <Entry state field=Field::Kind need=Need::Required options=options/>
                <Entry state field=Field::Target need=Need::Required/>
                <Entry state field=Field::State need=Need::Required options=states/>
                {own}
                <Entries state fields=&[Field::ValidFrom, Field::ValidTo, Field::Note]/>
            </div>
            <EvidenceEntries state origin need=Need::Required/>
            <FormTrouble state fields=shown/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{text.commitment_record()}</Button>
            </div>
        </form>
    }
}

fn shown(kind: Option<RelationshipKind>, origin: Origin) -> Vec<Field> {
    fields(kind).into_iter().chain(evidence::fields(origin)).collect()
}

fn input(desk: Desk, form: &Form, origin: Origin) -> Value {
    let mut own = fields(form.word(Field::Kind));
    own.retain(|field| !form.is_blank(&[*field]));
    let mut input = form.input(&own);
    if let Some(evidence) = evidence::input(form, origin) {
        input.insert("evidence".to_owned(), evidence);
    }
    address(&mut input, desk);
    Value::Object(input)
}

fn address(input: &mut serde_json::Map<String, Value>, desk: Desk) {
    input.insert("engagement".to_owned(), Value::from(desk.id()));
    input.insert("expectedVersion".to_owned(), Value::from(desk.version()));
}

/// Says that one of the party's relationships, which is recorded already, came of it.
#[component]
fn TieForm(engagement: Engagement, desk: Desk) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let tied: Vec<String> = engagement.commitments.iter().map(|tie| tie.id.clone()).collect();
    let known = engagement.party.relationships.nodes.into_iter();
    let free: Vec<_> = known
        .filter(|tie| !tied.contains(&tie.id) && tie.evidence_count > 0)
        .map(|tie| (tie.id.clone(), told(&tie, tongue)))
        .collect();
    let state = FormState::new(Form::new(), |form| {
        let blank = form.is_blank(TIE);
        blank.then(|| crate::form::required(Field::Commitment)).into_iter().collect()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = move |form: Form| {
            let mut input = form.input(TIE);
            address(&mut input, desk);
            client::send::<CommitmentTie>(json!({ "input": input }))
        };
        desk.send(state, request, || {});
    };
    (!free.is_empty()).then(move || {
        let options: Options = Signal::stored(free);
        view! {
            <details class="disclosure">
                <summary>{text.commitment_tie()}</summary>
                <form class="log-form" novalidate=true on:submit=submit>
                    <Entry state field=Field::Commitment need=Need::Required options/>
                    <FormTrouble state fields=TIE.to_vec()/>
                    <div class="actions">
                        <Button purpose=Purpose::Submit busy=state.busy()>{text.commitment_tie()}</Button>
                    </div>
                </form>
            </details>
        }
    })
}
