//! Muting, from a notice, and what one has muted.

use super::attention_rows::AttentionRowsMeMutes as Mute;
use crate::client::{self, operations};
use crate::state::{toaster, tongue};
use crate::text::AttentionText;
use crate::text::failure::failure_text;
use crate::text::format::capital;
use crate::ui::{Button, Look};
use domain::attention::AttentionRule as Rule;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/attention.graphql": MuteAdd, MuteRemove);

/// The buttons beside a notice.
#[component]
pub fn Tools(
    /// By which rule it came.
    rule: Rule,
    /// The id and the name of whom it is about.
    party: Option<(String, String)>,
    /// Runs when something was muted.
    changed: Callback<()>,
) -> impl IntoView {
    let text = AttentionText::here();
    let rule_name = text.mute_rule_named(rule.label(tongue()));
    let of_rule = mute_add::MuteInput { rule: Some(rule), party: None };
    let of_party = party.map(|(id, name)| {
        let input = mute_add::MuteInput { rule: None, party: Some(id) };
        view! { <Press input word=text.mute_party() name=text.mute_party_named(&name) changed/> }
    });
    view! {
        <div class="row-tools">
            <Press input=of_rule word=text.mute_rule() name=rule_name changed/>
            {of_party}
        </div>
    }
}

/// A button that mutes something.
#[component]
fn Press(
    input: mute_add::MuteInput,
    word: &'static str,
    name: String,
    changed: Callback<()>,
) -> impl IntoView {
    let (text, tongue, toaster) = (AttentionText::here(), tongue(), toaster());
    let (busy, input) = (RwSignal::new(false), StoredValue::new(input));
    let press = Callback::new(move |()| {
        let Some(input) = input.try_get_value() else { return };
        busy.try_set(true);
        spawn_local(async move {
            let answer = client::send::<MuteAdd>(mute_add::Variables { input }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toaster.done(text.muted());
                    changed.try_run(());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! {
        <Button look=Look::Quiet busy on_press=press>
            <span aria-hidden="true">{word}</span>
            <span class="hidden">{name}</span>
        </Button>
    }
}

/// What one has muted, each with the way back; nothing where there is none.
#[component]
pub fn Mutes(
    /// As the server knows them.
    mutes: Vec<Mute>,
    /// Runs when something is told again.
    changed: Callback<()>,
) -> impl IntoView {
    let text = AttentionText::here();
    (!mutes.is_empty()).then(|| {
        let rows = mutes.into_iter().map(|mute| view! { <One mute changed/> });
        view! {
            <section class="section" aria-labelledby="mutes">
                <h2 id="mutes">{text.mutes()}</h2>
                <ul class="list">{rows.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn One(mute: Mute, changed: Callback<()>) -> impl IntoView {
    let (text, tongue, toaster) = (AttentionText::here(), tongue(), toaster());
    let rule = mute.rule.map(|rule| capital(rule.label(tongue)));
    let what = match (rule, mute.party.map(|party| party.name)) {
        (Some(rule), Some(party)) => text.rule_of(&rule, &party),
        (rule, party) => rule.or(party).unwrap_or_default(),
    };
    let name = text.unmute_named(&what);
    let (busy, id) = (RwSignal::new(false), StoredValue::new(mute.id));
    let press = Callback::new(move |()| {
        let Some(id) = id.try_get_value() else { return };
        busy.try_set(true);
        spawn_local(async move {
            let input = mute_remove::UnmuteInput { id };
            let answer = client::send::<MuteRemove>(mute_remove::Variables { input }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toaster.done(text.unmuted());
                    changed.try_run(());
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    view! {
        <li>
            <p class="relationship-line">
                {what}
                <Button look=Look::Quiet busy on_press=press>
                    <span aria-hidden="true">{text.unmute()}</span>
                    <span class="hidden">{name}</span>
                </Button>
            </p>
        </li>
    }
}
