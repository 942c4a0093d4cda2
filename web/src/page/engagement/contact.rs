//! What was said and written between the sides, and one line to log the next contact.

use super::desk::Desk;
use super::record::{Engagement, engagement_shown};
use crate::client::{self, operations};
use crate::form::engagement::INTERACTION;
use crate::form::{Field, Form};
use crate::page::entry::{Entries, Entry, FormTrouble, Need};
use crate::state::tongue;
use crate::text::EngagementText;
use crate::text::format::date;
use crate::ui::{Badge, Button, Look, Purpose};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;

operations!("graphql/engagement_work.graphql": InteractionToLog);

type Contact = engagement_shown::EngagementShownNodeOnEngagementInteractionsNodes;

/// The interactions, latest first, under the line that logs one.
#[component]
pub fn Contacts(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_work = desk.may(Action::WorkEngagement);
    let (contacts, all) = (engagement.interactions.nodes, engagement.interactions.total_count);
    let shown = contacts.len();
    let more = i64::try_from(shown).is_ok_and(|shown| shown < all);
    let list = if contacts.is_empty() {
        view! { <p class="muted">{text.no_interactions()}</p> }.into_any()
    } else {
        let line = |contact| view! { <Line contact/> };
        view! { <ol class="contacts">{contacts.into_iter().map(line).collect_view()}</ol> }
            .into_any()
    };
    view! {
        <section class="section panel" id="interactions" tabindex="-1">
            <h2>{text.interactions()}</h2>
            {move || may_work.get().then(|| view! { <LogForm desk/> })}
            {list}
            {more.then(|| view! { <p class="muted small">{text.latest(shown, all)}</p> })}
        </section>
    }
}

#[component]
fn Line(contact: Contact) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let by =
        contact.by.map(|by| view! { <span class="muted small">{text.by(&by.display_name)}</span> });
    view! {
        <li>
            <span class="contact-when">{date(&contact.happened_on, tongue)}</span>
            <Badge text=contact.channel.label(tongue)/>
            <Badge text=contact.direction.label(tongue)/>
            <span class="contact-note">{contact.note}</span>
            {by}
        </li>
    }
}

#[component]
fn LogForm(desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let state = desk.log;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.send(
            state,
            move |form| client::send::<InteractionToLog>(variables(desk, &form)),
            move || desk.clear_log(),
        );
    };
    view! {
        <form class="log-form" aria-label=text.log_title() novalidate=true on:submit=submit>
            <div class="log-line">
                <Entries
                    state
                    fields=&[Field::HappenedOn, Field::Channel, Field::Direction]
                    needed=&[Field::HappenedOn, Field::Channel, Field::Direction]
                />
                <Entry state field=Field::Remark need=Need::Required/>
            </div>
            <details class="disclosure">
                <summary>{text.then()}</summary>
                <div class="log-line"><Entries state fields=&[Field::NextStep, Field::NextStepDue]/></div>
            </details>
            <FormTrouble state fields=INTERACTION.to_vec()/>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{text.log()}</Button>
            </div>
        </form>
    }
}

/// Channel and direction were chosen, or the rules would not have let the form through.
fn variables(desk: Desk, form: &Form) -> interaction_to_log::Variables {
    let given = |field| Some(form.text(field).trim().to_owned()).filter(|text| !text.is_empty());
    interaction_to_log::Variables {
        input: interaction_to_log::LogInteractionInput {
            engagement: desk.id(),
            happened_on: form.text(Field::HappenedOn).to_owned(),
            channel: form.word(Field::Channel).unwrap_or(Channel::Other),
            direction: form.word(Field::Direction).unwrap_or(Direction::Mutual),
            note: form.text(Field::Remark).to_owned(),
            next_step: given(Field::NextStep),
            next_step_due: given(Field::NextStepDue),
            expected_version: Some(desk.version()),
        },
    }
}
