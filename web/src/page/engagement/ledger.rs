//! What each side gains, side by side; an empty side is said in words.

use super::desk::Desk;
use super::record::{Engagement, Gain};
use crate::client::{self, operations};
use crate::form::{Field, Form};
use crate::page::entry::{Entry, FormTrouble, written};
use crate::state::tongue;
use crate::text::{EngagementText, ShellText, format::capital};
use crate::ui::{Badge, Button, Glyph, Hue, Icon, Look, Purpose};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;
use serde_json::json;

operations!("graphql/engagement_work.graphql": GainToAdd, GainToUpdate, GainToRemove);
written!(GainSettling: GainToUpdate = gain_to_update);

/// The ledger.
#[component]
pub fn Ledger(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let (ours, theirs) = (engagement.we_gain, engagement.they_gain);
    view! {
        <section class="section panel" id="gains" tabindex="-1">
            <h2>{text.gains()}</h2>
            <div class="ledger">
                <Side side=GainSide::WeGain gains=ours desk/>
                <Side side=GainSide::TheyGain gains=theirs desk/>
            </div>
        </section>
    }
}

#[component]
fn Side(side: GainSide, gains: Vec<Gain>, desk: Desk) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let may_work = desk.may(Action::WorkEngagement);
    let empty = match side {
        GainSide::WeGain => text.we_empty(),
        GainSide::TheyGain => text.they_empty(),
    };
    let list = if gains.is_empty() {
        view! { <p class="ledger-empty"><Icon glyph=Glyph::Alert/>{empty}</p> }.into_any()
    } else {
        let line = |gain| view! { <Line gain desk/> };
        view! { <ul class="ledger-lines">{gains.into_iter().map(line).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <div class="ledger-side" id=side.code() tabindex="-1">
            <h3>{capital(side.label(tongue))}</h3>
            {list}
            {move || may_work.get().then(|| view! { <Addition side desk/> })}
        </div>
    }
}

#[component]
fn Line(gain: Gain, desk: Desk) -> impl IntoView {
    let (text, shell, tongue) = (EngagementText::here(), ShellText::here(), tongue());
    let may_work = desk.may(Action::WorkEngagement);
    let (hue, other, word) = match gain.status {
        GainStatus::Promised => (Hue::Plain, GainStatus::Delivered, text.gain_deliver()),
        GainStatus::Delivered => (Hue::Good, GainStatus::Promised, text.gain_promise()),
    };
    let (id, version) = (StoredValue::new(gain.id), gain.version);
    let settle = Callback::new(move |()| {
        let input = json!({ "id": id.get_value(), "expectedVersion": version, "status": other });
        desk.act(client::send::<GainSettling>(json!({ "input": input })));
    });
    let remove = move |_| {
        let input =
            gain_to_remove::RemoveGainInput { id: id.get_value(), expected_version: version };
        desk.act(client::send::<GainToRemove>(gain_to_remove::Variables { input }));
    };
    let label = shell.remove(&gain.text);
    let about = StoredValue::new(gain.text.clone());
    let tools = move || {
        let (label, about) = (label.clone(), about.get_value());
        may_work.get().then(|| {
            view! {
                <Button look=Look::Quiet on_press=settle>
                    {word}
                    <span class="hidden">" "{about}</span>
                </Button>
                <button class="chip-remove" type="button" aria-label=label on:click=remove>
                    <Icon glyph=Glyph::Close/>
                </button>
            }
        })
    };
    view! {
        <li>
            <span>{gain.text}</span>
            <Badge text=gain.status.label(tongue) hue/>
            <span class="line-tools">{tools}</span>
        </li>
    }
}

/// One line that adds something to a side.
#[component]
fn Addition(side: GainSide, desk: Desk) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let state = desk.gain(side);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.send(
            state,
            move |form| {
                let input = gain_to_add::AddGainInput {
                    engagement: desk.id(),
                    expected_version: desk.version(),
                    side,
                    text: form.text(Field::Text).to_owned(),
                    status: GainStatus::Promised,
                };
                client::send::<GainToAdd>(gain_to_add::Variables { input })
            },
            move || state.begin(Form::new()),
        );
    };
    view! {
        <form class="line-form" novalidate=true on:submit=submit>
            <Entry state field=Field::Text label=capital(side.label(tongue))/>
            <Button purpose=Purpose::Submit busy=state.busy()>{text.gain_add()}</Button>
            <FormTrouble state fields=vec![Field::Text]/>
        </form>
    }
}
