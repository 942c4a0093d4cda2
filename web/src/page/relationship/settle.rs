//! Settling a relationship: confirming, disputing, ending and retracting it.

use super::{
    Relationship, RelationshipConfirm, RelationshipDispute, RelationshipEnd, RelationshipRetract,
    relationship_confirm, relationship_dispute, relationship_end, relationship_retract,
};
use crate::client::{self, Code, Failure};
use crate::state::{place, session, toaster, tongue};
use crate::text::failure::failure_text;
use crate::text::{RelationshipText, ShellText};
use crate::ui::{Button, ConfirmDialog, Dialog, Look, Purpose, TextField};
use domain::interval::DatePoint;
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::relationship::RelationshipState;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One relationship in the hands of somebody who may settle it.
#[derive(Clone, Copy)]
struct Desk {
    id: StoredValue<String>,
    version: i64,
    busy: RwSignal<bool>,
    refusals: RwSignal<Vec<Refusal>>,
    ending: RwSignal<bool>,
    settled: Callback<(RelationshipState, Result<(), Failure>)>,
}

/// The buttons that the policy and the present state allow; nothing for everybody else.
#[component]
pub fn Settle(
    /// The relationship.
    relationship: Relationship,
    /// Told when its state has changed.
    changed: Callback<()>,
) -> impl IntoView {
    let text = RelationshipText::here();
    let session = session();
    let community = relationship.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, relationship.visibility);
    let next = relationship.next_states.clone();
    let desk = desk(&relationship, changed);
    move || {
        let may = session.can(Action::SettleRelationship, place) && !next.is_empty();
        may.then(|| {
            let buttons = next.iter().map(|state| view! { <To state=*state desk/> });
            view! {
                <section class="section" aria-labelledby="settle">
                    <h2 id="settle">{text.settle()}</h2>
                    <div class="actions">{buttons.collect_view()}</div>
                </section>
            }
        })
    }
}

/// The button to one state, with the question that goes before.
#[component]
fn To(state: RelationshipState, desk: Desk) -> impl IntoView {
    let text = RelationshipText::here();
    let asking = RwSignal::new(false);
    let ask = move |()| asking.set(true);
    let go = Callback::new(move |()| desk.settle(state));
    match state {
        RelationshipState::Confirmed => view! {
            <Button look=Look::Primary busy=desk.busy on_press=go>{text.confirm()}</Button>
        }
        .into_any(),
        RelationshipState::Disputed => view! {
            <Button busy=desk.busy on_press=ask>{text.dispute()}</Button>
            <ConfirmDialog
                title=text.dispute_question()
                message=text.dispute_meaning()
                confirm=text.dispute()
                open=asking
                on_confirm=go
            />
        }
        .into_any(),
        RelationshipState::Ended => view! {
            <Button busy=desk.busy on_press=move |()| desk.ending.set(true)>{text.end()}</Button>
            <Dialog title=text.end_question() open=desk.ending>
                <EndForm desk/>
            </Dialog>
        }
        .into_any(),
        RelationshipState::Retracted => view! {
            <Button look=Look::Danger busy=desk.busy on_press=ask>{text.retract()}</Button>
            <ConfirmDialog
                title=text.retract_question()
                message=text.retract_meaning()
                confirm=text.retract()
                look=Look::Danger
                open=asking
                on_confirm=go
            />
        }
        .into_any(),
        RelationshipState::Proposed => ().into_any(),
    }
}

/// Asks for the end date and shows at its field what the rules say of it.
#[component]
fn EndForm(desk: Desk) -> impl IntoView {
    let text = RelationshipText::here();
    let valid_to = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let valid_to = valid_to.get_untracked();
        match DatePoint::parse(&valid_to, "validTo") {
            // Without a date the server answers: it knows whether one is recorded already.
            Err(refusal) if !valid_to.trim().is_empty() => desk.refusals.set(vec![refusal]),
            _ if desk.busy.get_untracked() => {}
            _ => desk.end(valid_to.trim().to_owned()),
        }
    };
    view! {
        <form class="form" on:submit=submit>
            <TextField
                label=text.end_date()
                field="validTo"
                value=valid_to
                hint=text.end_hint()
                refusals=desk.refusals
                required=true
            />
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=desk.busy>{text.end()}</Button>
                <Button on_press=move |()| desk.ending.set(false)>{ShellText::here().cancel()}</Button>
            </div>
        </form>
    }
}

fn desk(relationship: &Relationship, changed: Callback<()>) -> Desk {
    let (text, tongue, toaster) = (RelationshipText::here(), tongue(), toaster());
    let busy = RwSignal::new(false);
    let (refusals, ending) = (RwSignal::new(Vec::new()), RwSignal::new(false));
    let settled =
        Callback::new(move |(state, answer): (RelationshipState, Result<(), Failure>)| {
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    ending.try_set(false);
                    toaster.done(match state {
                        RelationshipState::Disputed => text.disputed(),
                        RelationshipState::Ended => text.ended(),
                        RelationshipState::Retracted => text.retracted(),
                        RelationshipState::Confirmed | RelationshipState::Proposed => {
                            text.confirmed()
                        }
                    });
                    changed.try_run(());
                }
                Err(failure)
                    if state == RelationshipState::Ended && !failure.refusals.is_empty() =>
                {
                    refusals.try_set(failure.refusals);
                }
                Err(failure) => {
                    toaster.trouble(failure_text(&failure, tongue));
                    // Somebody was faster: what is shown is no longer so.
                    if failure.code == Code::Conflict {
                        changed.try_run(());
                    }
                }
            }
        });
    let id = StoredValue::new(relationship.id.clone());
    Desk { id, version: relationship.version, busy, refusals, ending, settled }
}

impl Desk {
    fn settle(self, state: RelationshipState) {
        let (id, version) = (self.id.get_value(), self.version);
        self.busy.set(true);
        spawn_local(async move {
            let answer = match state {
                RelationshipState::Disputed => {
                    let variables = relationship_dispute::Variables { id, version };
                    client::send::<RelationshipDispute>(variables).await.map(drop)
                }
                RelationshipState::Retracted => {
                    let variables = relationship_retract::Variables { id, version };
                    client::send::<RelationshipRetract>(variables).await.map(drop)
                }
                _ => {
                    let variables = relationship_confirm::Variables { id, version };
                    client::send::<RelationshipConfirm>(variables).await.map(drop)
                }
            };
            self.settled.try_run((state, answer));
        });
    }

    fn end(self, valid_to: String) {
        let (id, version) = (self.id.get_value(), self.version);
        self.busy.set(true);
        self.refusals.set(Vec::new());
        spawn_local(async move {
            let valid_to = (!valid_to.is_empty()).then_some(valid_to);
            let variables = relationship_end::Variables { id, version, valid_to };
            let answer = client::send::<RelationshipEnd>(variables).await.map(drop);
            self.settled.try_run((RelationshipState::Ended, answer));
        });
    }
}
