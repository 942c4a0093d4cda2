//! What a person has under their hands on the page of an engagement: the half-filled forms, which
//! part is being edited, and the version that was read. It outlives each reload of the record.

use super::record::{Engagement, came, engagement_shown, form, steps};
use crate::client::{Code, Failure, browser, clock};
use crate::form::engagement::{
    FACTS, PROPOSAL, check, check_action, check_decision, check_gain, check_interaction,
    check_steps,
};
use crate::form::evidence::Origin;
use crate::form::relationship::check_came;
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
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use std::future::Future;

/// Copied into every part of the page.
#[derive(Clone, Copy)]
pub struct Desk {
    id: StoredValue<String>,
    load: Load<engagement_shown::ResponseData>,
    version: RwSignal<i64>,
    /// The part of the page that the address has led to.
    led: StoredValue<String>,
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
    /// The decision being recorded.
    pub decision: FormState,
    /// What came of it, being recorded, and the source of its evidence.
    pub came: FormState,
    /// Where the evidence for that comes from.
    pub origin: RwSignal<Origin>,
    /// The steps of the onboarding, being written.
    pub steps: FormState,
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

impl Part {
    /// The id of its section.
    fn id(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Proposal => "proposal",
        }
    }
}

fn edited_at(anchor: &str) -> Option<(Part, Field)> {
    let name = anchor.strip_prefix("edit-")?;
    let find = |fields: &[Field]| fields.iter().copied().find(|field| field.name() == name);
    let facts = find(FACTS).map(|field| (Part::Facts, field));
    facts.or_else(|| find(PROPOSAL).map(|field| (Part::Proposal, field)))
}

/// Puts the focus on a field of a part, once it is there.
fn focus_in(part: Part, field: Option<Field>) {
    request_animation_frame(move || {
        if let Some(part) = document().get_element_by_id(part.id()) {
            browser::focus_control(&part, field.map(Field::name));
        }
    });
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
        let origin = RwSignal::new(Origin::Recorded);
        let check_facts = |form: &Form| check(form).err().unwrap_or_default();
        let desk = Self {
            id: StoredValue::new(id),
            load,
            version: RwSignal::new(0),
            led: StoredValue::new(String::new()),
            at: RwSignal::new(None),
            toaster: toaster(),
            tongue: tongue(),
            log: FormState::guarded(contact(), check_interaction),
            we_gain: FormState::guarded(Form::new(), check_gain),
            they_gain: FormState::guarded(Form::new(), check_gain),
            action: FormState::guarded(Form::new(), check_action),
            decision: FormState::guarded(Form::new(), |form| check_decision(form, clock::today())),
            came: FormState::guarded(came(None), move |form| check_came(form, origin.get())),
            origin,
            steps: FormState::guarded(Form::new(), check_steps),
            facts: FormState::guarded(Form::new(), check_facts),
            editing: RwSignal::new(None),
            newer: RwSignal::new(None),
        };
        for state in [desk.log, desk.we_gain, desk.they_gain, desk.action, desk.facts] {
            desk.watch(state);
        }
        for state in [desk.decision, desk.came, desk.steps] {
            desk.watch(state);
        }
        desk.follow_address();
        desk
    }

    /// Takes up the record as it was loaded. Facts that are being edited stay as typed; when the
    /// record has moved on, the difference is shown.
    pub fn take_up(self, engagement: &Engagement) {
        let (before, now) = (self.version.get_untracked(), engagement.version);
        self.version.set(now);
        self.at.set(Some(place(Some(&engagement.community.id), engagement.visibility)));
        // What the other forms begin with is known once the record is there.
        if before == 0 {
            self.came.begin(came(Some(engagement)));
            self.steps.begin(steps(engagement));
        }
        match self.editing.get_untracked() {
            Some(_) if before != now => self.newer.set(Some(engagement.clone())),
            Some(_) => {}
            None => self.facts.begin(form(engagement)),
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

    /// Starts editing a part, at one of its fields or at the first.
    pub fn edit(self, part: Part, field: Option<Field>) {
        self.editing.try_set(Some(part));
        focus_in(part, field);
    }

    /// Stops editing; what was typed is dropped.
    pub fn stop_editing(self) {
        self.facts.begin(self.facts.read());
        let part = self.editing.try_update(Option::take).flatten();
        self.newer.try_set(None);
        if let Some(part) = part {
            request_animation_frame(move || browser::focus(part.id()));
        }
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

    /// Goes to the part that the address names, such as `#gains`, once the record is there; opens the
    /// form at the field of `#edit-owner`, once it is known that the person may.
    fn follow_address(self) {
        let (location, navigate) = (use_location(), use_navigate());
        let may_work = self.may(Action::WorkEngagement);
        Effect::new(move |_| {
            let hash = location.hash.get().trim_start_matches('#').to_owned();
            if self.version.get() == 0 || self.led.with_value(|led| *led == hash) {
                return;
            }
            match edited_at(&hash) {
                Some(_) if !may_work.get() => return,
                Some((part, field)) => {
                    self.edit(part, Some(field));
                    // So that the same link leads there again.
                    let options =
                        NavigateOptions { replace: true, scroll: false, ..Default::default() };
                    navigate(&location.pathname.get_untracked(), options);
                }
                None if !hash.is_empty() => {
                    let id = hash.clone();
                    request_animation_frame(move || {
                        browser::unfold(&id);
                        browser::bring_into_sight(&id);
                        browser::focus(&id);
                    });
                }
                None => {}
            }
            self.led.set_value(hash);
        });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::stage_move::edit_anchor;

    /// An address opens the form that has the field, and no other part of the page does.
    #[test]
    fn addresses_open_forms() {
        let owner = edit_anchor(Field::Owner);
        assert_eq!(edited_at(&owner), Some((Part::Facts, Field::Owner)));
        let group = edit_anchor(Field::DecidingGroup);
        assert_eq!(edited_at(&group), Some((Part::Proposal, Field::DecidingGroup)));
        assert_eq!((edited_at("gains"), edited_at("edit-gains")), (None, None));
    }
}
