//! What a person has under their hands on the page of an engagement: the half-filled forms, which
//! part is being edited, and the version that was read. It outlives each reload of the record.

use super::record::{Engagement, engagement_shown, form};
use crate::client::{Code, Failure, clock};
use crate::form::engagement::{check, check_action, check_gain, check_interaction};
use crate::form::{Field, Form};
use crate::page::entry::{FormState, is_stale};
use crate::state::{Load, Toaster, place, session, toaster, tongue};
use crate::text::EngagementText;
use crate::text::failure::{failure_text, refusal_text};
use domain::engagement::{Channel, Direction, GainSide};
use domain::policy::{Action, Place};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use wasm_bindgen::JsCast;

/// Copied into every part of the page.
#[derive(Clone, Copy)]
pub struct Desk {
    id: StoredValue<String>,
    load: Load<engagement_shown::ResponseData>,
    version: RwSignal<i64>,
    arrived: StoredValue<bool>,
    at: RwSignal<Option<Place>>,
    toaster: Toaster,
    tongue: Tongue,
    /// The contact being logged.
    pub log: FormState,
    /// What we gain, being added.
    pub we_gain: FormState,
    /// What they gain, being added.
    pub they_gain: FormState,
    /// The action being added.
    pub action: FormState,
    /// The facts and the proposal being edited.
    pub facts: FormState,
    /// Which part is being edited.
    pub editing: RwSignal<Option<Part>>,
    /// The record as somebody else has left it while the facts were being edited.
    pub newer: RwSignal<Option<Engagement>>,
}

/// A part of the page that turns into a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The facts.
    Facts,
    /// The proposal and who decides.
    Proposal,
}

/// An empty log entry: today, and by telephone from us, as most are.
fn contact() -> Form {
    Form::new()
        .with(Field::HappenedOn, clock::today().to_string())
        .with(Field::Channel, Channel::Call.code())
        .with(Field::Direction, Direction::Outgoing.code())
}

impl Desk {
    /// An empty desk for an engagement.
    pub fn new(id: String, load: Load<engagement_shown::ResponseData>) -> Self {
        let check_facts = |form: &Form| check(form).err().unwrap_or_default();
        let desk = Self {
            id: StoredValue::new(id),
            load,
            version: RwSignal::new(0),
            arrived: StoredValue::new(false),
            at: RwSignal::new(None),
            toaster: toaster(),
            tongue: tongue(),
            log: FormState::guarded(contact(), check_interaction),
            we_gain: FormState::guarded(Form::new(), check_gain),
            they_gain: FormState::guarded(Form::new(), check_gain),
            action: FormState::guarded(Form::new(), check_action),
            facts: FormState::guarded(Form::new(), check_facts),
            editing: RwSignal::new(None),
            newer: RwSignal::new(None),
        };
        for state in [desk.log, desk.we_gain, desk.they_gain, desk.action, desk.facts] {
            desk.watch(state);
        }
        desk
    }

    /// Takes up the record as it was loaded. Facts that are being edited stay as typed; when the
    /// record has moved on, the difference is shown.
    pub fn take_up(self, engagement: &Engagement) {
        let (before, now) = (self.version.get_untracked(), engagement.version);
        self.version.set(now);
        self.at.set(Some(place(Some(&engagement.community.id), engagement.visibility)));
        match self.editing.get_untracked() {
            Some(_) if before != now => self.newer.set(Some(engagement.clone())),
            Some(_) => {}
            None => self.facts.begin(form(engagement)),
        }
    }

    /// On the first showing: goes to the part that the address names, such as `#gains`.
    pub fn arrive(self) {
        if self.arrived.try_update_value(|arrived| std::mem::replace(arrived, true)) != Some(false)
        {
            return;
        }
        let part = location_hash().filter(|hash| !hash.is_empty());
        let part = part.and_then(|hash| document().get_element_by_id(&hash));
        if let Some(part) = part.and_then(|part| part.dyn_into::<web_sys::HtmlElement>().ok()) {
            part.scroll_into_view();
            part.focus().ok();
        }
    }

    /// The engagement's id.
    pub fn id(self) -> String {
        self.id.try_get_value().unwrap_or_default()
    }

    /// The version that was read last.
    pub fn version(self) -> i64 {
        self.version.try_get_untracked().unwrap_or_default()
    }

    /// Whether the person may do this here, followed.
    pub fn may(self, action: Action) -> Signal<bool> {
        let session = session();
        Signal::derive(move || self.at.get().is_some_and(|at| session.can(action, at)))
    }

    /// The form in which a side's gain is typed.
    pub fn gain(self, side: GainSide) -> FormState {
        match side {
            GainSide::WeGain => self.we_gain,
            GainSide::TheyGain => self.they_gain,
        }
    }

    /// Starts editing a part.
    pub fn edit(self, part: Part) {
        self.editing.try_set(Some(part));
    }

    /// Stops editing; what was typed is dropped.
    pub fn stop_editing(self) {
        self.facts.begin(self.facts.read());
        self.editing.try_set(None);
        self.newer.try_set(None);
    }

    /// Sends one of the forms, empties it and loads the record again.
    pub fn send<T: 'static, F>(
        self,
        state: FormState,
        request: impl FnOnce(Form) -> F,
        done: impl FnOnce() + 'static,
    ) where
        F: Future<Output = Result<T, Failure>> + 'static,
    {
        state.send(request, move |_: T| {
            done();
            self.load.reload();
        });
    }

    /// Does something that has no form, and says what came of it.
    pub fn act<T: 'static>(self, request: impl Future<Output = Result<T, Failure>> + 'static) {
        let text = EngagementText(self.tongue);
        spawn_local(async move {
            match request.await {
                Ok(_) => self.toaster.done(text.done()),
                Err(failure) => self.say(&failure),
            }
            self.load.reload();
        });
    }

    /// Empties the log form after an entry.
    pub fn clear_log(self) {
        self.log.begin(contact());
        self.toaster.done(EngagementText(self.tongue).logged());
    }

    /// Loads the record again.
    pub fn reload(self) {
        self.load.reload();
    }

    /// Whenever a form hears that its version is old, the record is loaded again.
    fn watch(self, state: FormState) {
        state.on_stale(move || {
            if self.editing.get_untracked().is_none() {
                self.toaster.trouble(EngagementText(self.tongue).reload_first());
            }
            self.load.reload();
        });
    }

    fn say(self, failure: &Failure) {
        let text = match failure.refusals.first() {
            _ if is_stale(failure) => EngagementText(self.tongue).reload_first().to_owned(),
            Some(refusal) if failure.code != Code::Internal => refusal_text(refusal, self.tongue),
            _ => failure_text(failure, self.tongue),
        };
        self.toaster.trouble(text);
    }
}
