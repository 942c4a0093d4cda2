//! How far a relationship may be relied on, and the question whether it still holds.

use super::{
    Relationship, RelationshipAsk, RelationshipVerify, relationship_ask, relationship_verify,
};
use crate::client;
use crate::page::fact::Fact;
use crate::page::sending::{Sending, Trouble};
use crate::state::{place, session, toaster, tongue};
use crate::text::{ReliabilityText, ShellText, format};
use crate::ui::{Badge, Button, Dialog, Disclosure, Hue, Look, Purpose, TextField};
use domain::confidence::Freshness;
use domain::evidence::Stance;
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// By how much evidence it is borne, how old that is, and how this is reckoned.
#[component]
pub fn Reliability(
    /// The relationship.
    relationship: Relationship,
    /// Told when something was said about it.
    changed: Callback<()>,
) -> impl IntoView {
    let (text, tongue) = (ReliabilityText::here(), tongue());
    let of = relationship.reliability.clone();
    let confidence = of.confidence.map(|share| format::percent(share, tongue));
    let age = of.freshness.map(|age| match of.last_evidenced_on.as_deref() {
        Some(on) => text.since(age.label(tongue), &format::date(on, tongue)),
        None => age.label(tongue).to_owned(),
    });
    let disputed = of.disputed.then(|| view! { <Badge hue=Hue::Bad text=text.disputed()/> });
    view! {
        <section class="section" aria-labelledby="reliability">
            <h2 id="reliability">{text.title()}</h2>
            {disputed}
            <dl class="facts panel">
                <Fact label=text.confidence() value=confidence.or(Some(text.unknown().to_owned()))/>
                <Fact label=text.age() value=age/>
                <Fact label=text.sources() value=Some(text.source_count(of.source_count))/>
            </dl>
            <Disclosure summary=move || ReliabilityText::here().how()>
                <p class="muted small">{text.formula()}</p>
            </Disclosure>
            <StillTrue relationship changed/>
        </section>
    }
}

/// Asks whoever may say so whether it still holds, unless that was said not long ago.
#[component]
fn StillTrue(relationship: Relationship, changed: Callback<()>) -> impl IntoView {
    let (text, session, toaster) = (ReliabilityText::here(), session(), toaster());
    let community = relationship.community.as_ref().map(|community| community.id.as_str());
    let place = place(community, relationship.visibility);
    let is_fresh = relationship.reliability.freshness == Some(Freshness::Fresh);
    let (sending, asking) = (Sending::new(&[]), RwSignal::new(false));
    let relationship = StoredValue::new(relationship);
    let answer = move |stance: Stance| {
        let id = relationship.with_value(|relationship| relationship.id.clone());
        let variables = relationship_verify::Variables { id, stance };
        sending.send(client::send::<RelationshipVerify>(variables), move |_| {
            toaster.done(text.noted());
            changed.try_run(());
        });
    };
    let yes = move |()| answer(Stance::Supports);
    let no = move |()| answer(Stance::Disputes);
    let asks = move || session.can_somewhere(Action::WorkAction);
    move || {
        (!is_fresh && session.can(Action::AddEvidence, place)).then(|| {
            view! {
                <p><strong>{text.still_true()}</strong></p>
                <p class="muted small">{text.still_true_meaning()}</p>
                <Trouble sending/>
                <div class="actions">
                    <Button look=Look::Primary busy=sending.busy on_press=yes>{text.yes()}</Button>
                    <Button busy=sending.busy on_press=no>{text.no()}</Button>
                    <Show when=asks>
                        <Button on_press=move |()| asking.set(true)>{text.ask()}</Button>
                    </Show>
                </div>
                <Dialog title=text.ask_title() open=asking>
                    <Ask relationship asking/>
                </Dialog>
            }
        })
    }
}

/// Records that somebody should be asked.
#[component]
fn Ask(relationship: StoredValue<Relationship>, asking: RwSignal<bool>) -> impl IntoView {
    let (text, tongue, toaster) = (ReliabilityText::here(), tongue(), toaster());
    let session = session();
    let sending = Sending::new(&["text"]);
    let question = relationship
        .with_value(|it| text.question(&it.source.name, it.kind.label(tongue), &it.target.name));
    let wording = RwSignal::new(question);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let own = relationship.with_value(|it| it.community.as_ref().map(|one| one.id.clone()));
        let mine = session.communities_for(Action::WorkAction);
        let mine = mine.into_iter().map(|one| one.community);
        let Some(community) = mine.clone().find(|one| Some(one) == own.as_ref()).or(mine.min())
        else {
            return;
        };
        let variables = relationship_ask::Variables { community, text: wording.get_untracked() };
        sending.send(client::send::<RelationshipAsk>(variables), move |_| {
            asking.try_set(false);
            toaster.done(text.asked());
        });
    };
    view! {
        <form class="form" on:submit=submit>
            <Trouble sending/>
            <TextField label=text.ask_label() field="text" value=wording refusals=sending.refusals required=true/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>{text.ask_save()}</Button>
                <Button on_press=move |()| asking.set(false)>{ShellText::here().cancel()}</Button>
            </div>
        </form>
    }
}
