//! A proposal as both pages show it: the sentence, what it says, and what a manager makes of it.

mod edit;

use crate::client::{self, operations};
use crate::page::sending::{Sending, Trouble};
use crate::state::{Toaster, place, session, toaster, tongue};
use crate::text::MeetingText;
use crate::text::format::{capital, date};
use crate::ui::{Badge, Button, Dialog, Hue, Look, Purpose, TextField};
use domain::policy::Action;
use domain::stakeholder::Visibility as Seen;
use domain::vocabulary::{Tongue, Word};
use edit::EditForm;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/review.graphql": ProposalAccept, ProposalReject);

/// A record by id and name.
pub type Named = (String, String);

/// A proposal, whichever page has read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its id.
    pub id: String,
    /// The version that was read.
    pub version: i64,
    /// What kind of thing it proposes.
    pub kind: ProposalKind,
    /// What became of it.
    pub state: ProposalState,
    /// Whose managers decide.
    pub community: String,
    /// Who may see it.
    pub visibility: Seen,
    /// The sentence.
    pub quote: String,
    /// Of which kind the relationship is.
    pub kinds: Vec<RelationshipKind>,
    /// From whom, as far as it is certain.
    pub source: Vec<Named>,
    /// To whom.
    pub target: Vec<Named>,
    /// Since when.
    pub valid_from: Option<String>,
    /// Until when.
    pub valid_to: Option<String>,
    /// What an engagement is for.
    pub objective: Option<Objective>,
    /// What is to be done or was decided.
    pub text: Option<String>,
    /// Who is to do it.
    pub owner: Option<String>,
    /// By when.
    pub due_on: Option<String>,
    /// Who was there.
    pub attendees: Vec<String>,
    /// What has to be said before it is accepted.
    pub missing: Vec<String>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// The address of what was recorded when it was accepted.
    pub result: Option<String>,
}

/// The fields that the questions ask for; what else is refused is said above them.
const FIELDS: [&str; 9] =
    ["kind", "source", "target", "relationship", "validFrom", "validTo", "text", "dueOn", "reason"];

/// How many of those who were there are asked for; there may be more.
const ATTENDEES: usize = 20;

impl Shown {
    /// Whether something of it can be corrected before it is accepted.
    pub fn is_editable(&self) -> bool {
        !matches!(self.kind, ProposalKind::Correction | ProposalKind::Attendance)
    }
}

/// Which question is asked about a proposal.
#[derive(Clone, Copy)]
pub struct Hands {
    /// Whether it is being corrected.
    pub editing: RwSignal<bool>,
    /// Whether the reason is being asked for.
    pub rejecting: RwSignal<bool>,
    /// Whether an answer is awaited.
    pub sending: Sending,
    /// Where it is said what came of it.
    pub toaster: Toaster,
    /// In which language.
    pub tongue: Tongue,
    changed: Callback<()>,
}

impl Hands {
    /// Nothing is asked yet; `changed` runs when something was decided.
    pub fn new(changed: Callback<()>) -> Self {
        let sending = Sending::new(&FIELDS);
        let no = || RwSignal::new(false);
        let (toaster, tongue) = (toaster(), tongue());
        Self { editing: no(), rejecting: no(), sending, toaster, tongue, changed }
    }

    /// Accepts it as it is, or asks for what is missing.
    pub fn accept(self, shown: &Shown) {
        match shown.missing.is_empty() {
            true => self.send(input(shown)),
            false => self.editing.set(true),
        }
    }

    fn send(self, input: proposal_accept::AcceptProposalInput) {
        let (toaster, text) = (self.toaster, MeetingText(self.tongue));
        let work = client::send::<ProposalAccept>(proposal_accept::Variables { input });
        self.sending.send(work, move |_| {
            self.editing.try_set(false);
            toaster.done(text.accepted());
            self.changed.try_run(());
        });
    }

    fn reject(self, id: String, version: i64, reason: String) {
        let (toaster, text) = (self.toaster, MeetingText(self.tongue));
        let variables = proposal_reject::Variables { id, version, reason };
        let work = client::send::<ProposalReject>(variables);
        self.sending.send(work, move |_| {
            self.rejecting.try_set(false);
            toaster.done(text.rejected());
            self.changed.try_run(());
        });
    }
}

/// Accepts a proposal as it is.
fn input(shown: &Shown) -> proposal_accept::AcceptProposalInput {
    proposal_accept::AcceptProposalInput {
        id: shown.id.clone(),
        expected_version: shown.version,
        kind: None,
        source: None,
        target: None,
        via: None,
        valid_from: None,
        valid_to: None,
        relationship: None,
        objective: None,
        stage: None,
        text: None,
        owner: None,
        due_on: None,
        visibility: None,
    }
}

fn attendees(names: &[String]) -> String {
    let more = if names.len() < ATTENDEES { "" } else { ", …" };
    format!("{}{more}", names.join(", "))
}

/// What a proposal says, in one line.
pub fn says(shown: &Shown, tongue: Tongue) -> String {
    let text = MeetingText(tongue);
    let names = |all: &[Named]| {
        let names: Vec<_> = all.iter().map(|(_, name)| name.as_str()).collect();
        names.join(text.or())
    };
    let kinds: Vec<_> = shown.kinds.iter().map(|kind| kind.label(tongue)).collect();
    let dated = |label: &str, on: &Option<String>| {
        on.as_deref().map(|on| format!("{label} {}", date(on, tongue)))
    };
    let parts = [
        Some(names(&shown.source)),
        Some(kinds.join(text.or())),
        shown.objective.map(|objective| objective.label(tongue).to_owned()),
        Some(names(&shown.target)),
        shown.owner.clone(),
        shown.text.clone(),
        Some(attendees(&shown.attendees)),
        dated(text.from(), &shown.valid_from),
        dated(text.until(), &shown.valid_to),
        dated(text.due(), &shown.due_on),
    ];
    let said: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

/// The sentence, what it says, and the buttons for whoever decides.
#[component]
pub fn Card(
    /// The proposal.
    shown: Shown,
    /// What is asked about it.
    hands: Hands,
) -> impl IntoView {
    let (text, tongue, session) = (MeetingText::here(), tongue(), session());
    let stands = place(Some(&shown.community), shown.visibility);
    let is_open = shown.state == ProposalState::Open;
    let decides = move || is_open && session.can(Action::DecideProposal, stands);
    let hue = match shown.state {
        ProposalState::Open => Hue::Plain,
        ProposalState::Accepted => Hue::Good,
        ProposalState::Rejected => Hue::Bad,
    };
    let kind = capital(shown.kind.label(tongue));
    let said = says(&shown, tongue);
    let reason =
        shown.reason.clone().map(|why| view! { <p class="muted small">{text.because(&why)}</p> });
    let result = shown.result.clone().map(|href| view! { <a href=href>{text.recorded()}</a> });
    let kept = StoredValue::new(shown.clone());
    view! {
        <blockquote class="proposal-quote"><p>{shown.quote.clone()}</p></blockquote>
        <p class="relationship-line">
            <Badge text=kind/>
            <span>{said}</span>
            {(!is_open).then(|| view! { <Badge text=shown.state.label(tongue) hue/> })}
            {result}
        </p>
        {reason}
        <Trouble sending=hands.sending/>
        <Show when=decides>
            <Decision shown=kept.get_value() hands/>
        </Show>
    }
}

#[component]
fn Decision(shown: Shown, hands: Hands) -> impl IntoView {
    let text = MeetingText::here();
    let quote = StoredValue::new(shown.quote.clone());
    let is_editable = shown.is_editable();
    let kept = StoredValue::new(shown);
    let about = move || view! { <span class="hidden">": "{quote.get_value()}</span> };
    let edit = is_editable.then(|| {
        view! {
            <Button busy=hands.sending.busy on_press=move |()| hands.editing.set(true)>
                {text.edit()}{about()}
            </Button>
        }
    });
    view! {
        <div class="actions">
            <Button
                look=Look::Primary
                busy=hands.sending.busy
                on_press=move |()| hands.accept(&kept.get_value())
            >
                {text.accept()}{about()}
            </Button>
            {edit}
            <Button busy=hands.sending.busy on_press=move |()| hands.rejecting.set(true)>
                {text.reject()}{about()}
            </Button>
        </div>
        <Dialog title=text.edit_title() open=hands.editing>
            <EditForm shown=kept.get_value() hands/>
        </Dialog>
        <Dialog title=text.reject_title() open=hands.rejecting>
            <RejectForm shown=kept.get_value() hands/>
        </Dialog>
    }
}

#[component]
fn RejectForm(shown: Shown, hands: Hands) -> impl IntoView {
    let text = MeetingText::here();
    let reason = RwSignal::new(String::new());
    let (id, version) = (StoredValue::new(shown.id), shown.version);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        hands.reject(id.get_value(), version, reason.get_untracked());
    };
    view! {
        <form class="form" on:submit=submit>
            <Trouble sending=hands.sending/>
            <TextField
                label=text.reason()
                field="reason"
                hint=text.reason_hint()
                value=reason
                refusals=hands.sending.refusals
                required=true
            />
            <div class="actions">
                <Button look=Look::Danger purpose=Purpose::Submit busy=hands.sending.busy>
                    {text.reject()}
                </Button>
            </div>
        </form>
    }
}
