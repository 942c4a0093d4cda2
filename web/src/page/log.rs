//! One line, or a pasted e-mail, that logs a contact: it is read while it is typed, what it was taken for
//! can be put right, and Enter logs it.

use crate::client::{self, operations};
use crate::form::engagement::{INTERACTION, check_interaction};
use crate::form::{Field, Form};
use crate::page::entry::{Entries, Entry, FormState, FormTrouble, Gate, Need};
use crate::state::query::address;
use crate::state::{Load, load, locale, session, toaster, tongue, url_query};
use crate::text::LogText;
use crate::ui::{self, Button, Empty, FailureNotice, LinkButton, Look, PageTitle, Purpose, Select};
use contact_read::{ContactReadReadContact as Reading, ResponseData};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Textarea;
use leptos::prelude::*;
use std::time::Duration;

operations!("graphql/log.graphql": ContactRead, ContactToLog);

/// How long typing must pause before the line is read.
const PAUSE: Duration = Duration::from_millis(300);

/// The page of the address `/log?community=`.
#[component]
pub fn LogPage() -> impl IntoView {
    let (text, session) = (LogText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::WorkEngagement));
    view! {
        <PageTitle title=text.title()/>
        <p class="page-lead">{text.lead()}</p>
        <Gate allowed><LineForm/></Gate>
    }
}

/// What is being logged; copied into every part of the page.
#[derive(Clone, Copy)]
struct Draft {
    community: RwSignal<String>,
    typed: RwSignal<String>,
    asked: RwSignal<String>,
    round: StoredValue<u32>,
    reading: Load<ResponseData>,
    state: FormState,
    engagement: RwSignal<String>,
    /// Where the last one was logged.
    logged: RwSignal<Option<String>>,
}

impl Draft {
    fn new() -> Self {
        let (query, session, locale) = (url_query(), session(), locale());
        let own = untrack(|| session.communities_for(Action::WorkEngagement));
        let first = own.into_iter().next().map(|one| one.community);
        let community = untrack(|| query.get("community")).or(first).unwrap_or_default();
        let (community, asked) = (RwSignal::new(community), RwSignal::new(String::new()));
        let reading = load::<ContactRead>(move || {
            let (community, text) = (community.get(), asked.get());
            (!text.is_empty()).then_some(contact_read::Variables { community, text, locale })
        });
        let draft = Self {
            community,
            typed: RwSignal::new(String::new()),
            asked,
            round: StoredValue::new(0),
            reading,
            state: FormState::guarded(Form::new(), check_interaction),
            engagement: RwSignal::new(String::new()),
            logged: RwSignal::new(None),
        };
        Effect::new(move |_| draft.take_up());
        draft
    }

    /// Fills the form with what the line was taken for.
    fn take_up(self) {
        let Some(reading) = self.reading.data().map(|data| data.read_contact) else { return };
        if self.asked.with_untracked(String::is_empty) {
            return;
        }
        let first = reading.engagements.first().map(|row| row.id.clone());
        self.engagement.set(first.unwrap_or_default());
        self.state.begin(filled(&reading));
    }

    /// Takes what was typed; when typing pauses, it is read.
    fn type_line(self, text: String) {
        self.typed.set(text);
        let this = self.round.with_value(|round| round.wrapping_add(1));
        self.round.set_value(this);
        let ask = move || {
            if self.round.try_get_value() == Some(this) {
                self.read_now();
            }
        };
        set_timeout(ask, PAUSE);
    }

    fn read_now(self) {
        let text = self.typed.try_get_untracked().unwrap_or_default().trim().to_owned();
        self.asked.try_set(text);
    }

    /// Whether what is shown is what the line says now.
    fn is_current(self) -> bool {
        let typed = self.typed.try_get_untracked().unwrap_or_default();
        let asked = self.asked.try_get_untracked().unwrap_or_default();
        !asked.is_empty() && typed.trim() == asked && !untrack(|| self.reading.is_busy())
    }

    /// Logs what is shown, or reads the line first when it is not what is shown.
    fn confirm(self, done: Callback<()>) {
        let reading = untrack(|| self.reading.data()).map(|data| data.read_contact);
        let chosen = self.engagement.get_untracked();
        let row = reading
            .and_then(|reading| reading.engagements.into_iter().find(|row| row.id == chosen));
        let Some(row) = row.filter(|_| self.is_current()) else {
            return self.read_now();
        };
        self.state.send(
            move |form| client::send::<ContactToLog>(variables(&row.id, row.version, &form)),
            move |data: contact_to_log::ResponseData| {
                self.logged.try_set(Some(data.log_interaction.engagement.id));
                self.state.begin(Form::new());
                self.typed.try_set(String::new());
                self.asked.try_set(String::new());
                done.try_run(());
            },
        );
    }
}

/// What the line was taken for, as the form has it.
fn filled(reading: &Reading) -> Form {
    Form::new()
        .with(Field::HappenedOn, reading.happened_on.clone())
        .with(Field::Channel, reading.channel.map(|word| word.code().to_owned()))
        .with(Field::Direction, reading.direction.map(|word| word.code().to_owned()))
        .with(Field::Remark, reading.note.as_str())
        .with(Field::NextStep, reading.next_step.clone())
        .with(Field::NextStepDue, reading.next_step_due.clone())
}

/// Channel and direction were chosen, or the rules would not have let the form through.
fn variables(engagement: &str, version: i64, form: &Form) -> contact_to_log::Variables {
    let given = |field| Some(form.text(field).trim().to_owned()).filter(|text| !text.is_empty());
    contact_to_log::Variables {
        input: contact_to_log::LogInteractionInput {
            engagement: engagement.to_owned(),
            happened_on: form.text(Field::HappenedOn).to_owned(),
            channel: form.word(Field::Channel).unwrap_or(Channel::Other),
            direction: form.word(Field::Direction).unwrap_or(Direction::Mutual),
            note: form.text(Field::Remark).to_owned(),
            next_step: given(Field::NextStep),
            next_step_due: given(Field::NextStepDue),
            expected_version: Some(version),
        },
    }
}

/// The line, and under it what it was taken for.
#[component]
fn LineForm() -> impl IntoView {
    let (text, session, toaster) = (LogText::here(), session(), toaster());
    let (draft, line) = (Draft::new(), NodeRef::<Textarea>::new());
    let communities = Signal::derive(move || {
        let own = session.communities_for(Action::WorkEngagement).into_iter();
        own.map(|one| (one.community, one.name)).collect::<Vec<_>>()
    });
    let done = Callback::new(move |()| {
        toaster.done(text.logged());
        if let Some(line) = line.get_untracked() {
            line.focus().ok();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        draft.confirm(done);
    };
    let press = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            draft.confirm(done);
        }
    };
    let choose = Callback::new(move |id: String| draft.community.set(id));
    let many = move || communities.with(|all| all.len() > 1);
    view! {
        <form class="form" aria-label=text.title() novalidate=true on:submit=submit>
            {move || many().then(|| view! {
                <Select label=text.community() options=communities value=draft.community on_change=choose/>
            })}
            <ui::Field label=text.line() hint=text.line_hint() let:ids>
                <textarea
                    node_ref=line
                    id=ids.control
                    class="input"
                    rows="3"
                    aria-describedby=ids.described_by
                    prop:value=draft.typed
                    on:input:target=move |event| draft.type_line(event.target().value())
                    on:keydown=press
                ></textarea>
            </ui::Field>
            <Understood draft/>
            {move || draft.logged.get().map(|id| view! {
                <p><a href=format!("/engagement/{id}")>{text.see()}</a></p>
            })}
        </form>
    }
}

/// What the line was taken for; what keeps it from being logged, and what to do then.
#[component]
fn Understood(draft: Draft) -> impl IntoView {
    let shown = move || draft.asked.with(|asked| !asked.is_empty());
    let failed = move || draft.reading.failure().map(|failure| view! { <FailureNotice failure/> });
    let reading = move || draft.reading.data().map(|data| data.read_contact);
    view! {
        <Show when=shown>
            <section class="section" aria-live="polite" aria-label=LogText::here().understood()>
                {failed}
                {move || reading().map(|reading| match reading.engagements.is_empty() {
                    true => view! { <Nowhere reading community=draft.community/> }.into_any(),
                    false => view! { <Filled reading draft/> }.into_any(),
                })}
            </section>
        </Show>
    }
}

/// Whom the line names, when there is no conversation to log it in.
#[component]
fn Nowhere(reading: Reading, community: RwSignal<String>) -> impl IntoView {
    let text = LogText::here();
    let who = reading.parties.into_iter().flat_map(|party| party.candidates).next();
    match who {
        None => view! { <p class="notice">{text.nobody()}</p> }.into_any(),
        Some(who) => {
            let community = community.get_untracked();
            let pairs = [("party", Some(who.id.as_str())), ("community", Some(&*community))];
            let href = address("/engagement/new", &pairs);
            view! {
                <Empty title=text.no_conversation(&who.name)>
                    <LinkButton href>{text.open_one()}</LinkButton>
                </Empty>
            }
            .into_any()
        }
    }
}

/// The form as the line fills it.
#[component]
fn Filled(reading: Reading, draft: Draft) -> impl IntoView {
    let (text, tongue) = (LogText::here(), tongue());
    let options = reading.engagements.iter().map(|row| {
        let about = [row.objective.label(tongue), row.stage.label(tongue)].join(", ");
        (row.id.clone(), format!("{} ({about})", row.party.name))
    });
    let options = Signal::stored(options.collect::<Vec<_>>());
    let choose = Callback::new(move |id: String| draft.engagement.set(id));
    let state = draft.state;
    view! {
        <h2>{text.understood()}</h2>
        <Select label=text.conversation() options value=draft.engagement on_change=choose/>
        <div class="log-line">
            <Entries
                state
                fields=&[Field::HappenedOn, Field::Channel, Field::Direction]
                needed=&[Field::HappenedOn, Field::Channel, Field::Direction]
            />
            <Entry state field=Field::NextStepDue/>
        </div>
        <Entry state field=Field::Remark need=Need::Required/>
        <Entry state field=Field::NextStep/>
        <FormTrouble state fields=INTERACTION.to_vec()/>
        <div class="actions">
            <Button look=Look::Primary purpose=Purpose::Submit busy=state.busy()>{text.save()}</Button>
        </div>
    }
}
