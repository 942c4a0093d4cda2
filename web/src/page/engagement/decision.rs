//! What those who decide about the proposal said, and the form that records it.

use super::desk::Desk;
use super::record::{Engagement, engagement_shown};
use crate::client::{self, operations};
use crate::form::engagement::DECISION;
use crate::form::{Field, Form};
use crate::page::entry::{Entries, FormTrouble, written};
use crate::state::tongue;
use crate::text::EngagementText;
use crate::text::format::{capital, date};
use crate::ui::{Badge, Button, Hue, Purpose};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;
use serde_json::{Value, json};

operations!("graphql/engagement_guard.graphql": DecisionToRecord);
written!(DecisionRecord: DecisionToRecord = decision_to_record);

type Said = engagement_shown::EngagementShownNodeOnEngagementDecision;

/// What was said, and a form for what is said next.
#[component]
pub fn Decision(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_work = desk.may(Action::WorkEngagement);
    let said = match engagement.decision {
        Some(said) => view! { <Recorded said/> }.into_any(),
        None => view! { <p class="muted">{text.no_decision()}</p> }.into_any(),
    };
    let form = move || {
        may_work.get().then(|| {
            view! {
                <details class="disclosure">
                    <summary>{text.decision_record()}</summary>
                    <DecisionForm desk/>
                </details>
            }
        })
    };
    view! {
        <section class="section panel" id="decision" tabindex="-1">
            <h2>{text.decision()}</h2>
            {said}
            {form}
        </section>
    }
}

#[component]
fn Recorded(said: Said) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let hue = if said.outcome.is_in_favour() { Hue::Good } else { Hue::Plain };
    let by = said.by.map(|by| {
        let href = format!("/stakeholder/{}", by.party.id);
        view! { <a href=href>{by.party.name}</a>" " }
    });
    let on = said.on.map(|on| date(&on, tongue));
    let source = said.source.map(|source| text.according_to(&source));
    view! {
        <p>
            <Badge text=capital(said.outcome.label(tongue)) hue/>
            " "
            {by}
            <span class="muted small">{on}</span>
        </p>
        {said.note.map(|note| view! { <p class="prose">{note}</p> })}
        {source.map(|source| view! { <p class="muted small">{source}</p> })}
    }
}

#[component]
fn DecisionForm(desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let state = desk.decision;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.send(
            state,
            move |form| client::send::<DecisionRecord>(json!({ "input": input(desk, &form) })),
            move || state.begin(Form::new()),
        );
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <Entries state fields=DECISION needed=&[Field::Outcome, Field::DecidedOn]/>
            <FormTrouble state fields=DECISION.to_vec()/>
            <div class="actions">
                <Button purpose=Purpose::Submit busy=state.busy()>{text.decision_record()}</Button>
            </div>
        </form>
    }
}

fn input(desk: Desk, form: &Form) -> Value {
    let given: Vec<Field> =
        DECISION.iter().copied().filter(|field| !form.is_blank(&[*field])).collect();
    let mut input = form.input(&given);
    input.insert("engagement".to_owned(), Value::from(desk.id()));
    input.insert("expectedVersion".to_owned(), Value::from(desk.version()));
    Value::Object(input)
}
