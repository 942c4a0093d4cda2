//! What tells a meeting from others, and its agenda: typed in a form below the heading.

use super::Meeting;
use crate::client::{self, operations};
use crate::page::sending::{Sending, Trouble};
use crate::state::toaster;
use crate::text::MeetingText;
use crate::ui::{Button, Disclosure, Field, Look, Purpose, TextField};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/meeting.graphql": MeetingCorrect);

/// The form that corrects title, day, place, link and agenda.
#[component]
pub fn Facts(
    /// The meeting.
    meeting: Meeting,
    /// Runs when it was corrected.
    changed: Callback<()>,
) -> impl IntoView {
    let text = MeetingText::here();
    let kept = StoredValue::new(meeting);
    view! {
        <Disclosure summary=move || text.edit_facts()>
            <Correct meeting=kept.get_value() changed/>
        </Disclosure>
    }
}

#[component]
fn Correct(meeting: Meeting, changed: Callback<()>) -> impl IntoView {
    let (text, toaster) = (MeetingText::here(), toaster());
    let typed = |value: Option<String>| RwSignal::new(value.unwrap_or_default());
    let (title, day) = (typed(Some(meeting.title)), typed(Some(meeting.held_on)));
    let (place, link) = (typed(meeting.location), typed(meeting.link));
    let agenda = typed(meeting.agenda);
    let (id, version) = (StoredValue::new(meeting.id), meeting.version);
    let sending = Sending::new(&["title", "heldOn", "location", "link", "agenda"]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = |value: RwSignal<String>| {
            Some(value.get_untracked()).filter(|value| !value.trim().is_empty())
        };
        let variables = meeting_correct::Variables {
            id: id.get_value(),
            version,
            title: title.get_untracked(),
            held_on: day.get_untracked(),
            location: given(place),
            link: given(link),
            agenda: given(agenda),
        };
        sending.send(client::send::<MeetingCorrect>(variables), move |_| {
            toaster.done(text.saved());
            changed.try_run(());
        });
    };
    let refusals = sending.refusals;
    view! {
        <form class="form account-form" on:submit=submit>
            <Trouble sending/>
            <TextField label=text.title() field="title" value=title refusals required=true/>
            <TextField label=text.held_on() field="heldOn" kind="date" value=day refusals required=true/>
            <TextField label=text.location() field="location" value=place refusals/>
            <TextField label=text.link() field="link" kind="url" value=link refusals/>
            <Field label=text.agenda() field="agenda" hint=text.agenda_hint() refusals let:ids>
                <textarea
                    id=ids.control
                    rows="5"
                    aria-describedby=ids.described_by
                    aria-invalid=move || ids.invalid.get().then_some("true")
                    prop:value=move || agenda.get()
                    on:input:target=move |event| {
                        agenda.try_set(event.target().value());
                    }
                ></textarea>
            </Field>
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>
                    {text.save()}
                </Button>
            </div>
        </form>
    }
}
