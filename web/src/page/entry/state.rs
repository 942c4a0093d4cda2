//! A form on the page: what was typed, what the rules say of it, and how sending it went.

use super::is_stale;
use crate::client::Failure;
use crate::form::{Attempt, Entry, Field, Form};
use crate::state::unsaved::guard_unsaved;
use domain::refusal::Refusal;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use wasm_bindgen::JsCast;

/// The state of one form; copied into every control of it.
#[derive(Clone, Copy)]
pub struct FormState {
    form: RwSignal<Form>,
    read: RwSignal<Form>,
    attempt: RwSignal<Attempt>,
    rules: Memo<Vec<Refusal>>,
    sent: RwSignal<Sent>,
}

/// How sending went.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sent {
    /// Not sent, or changed since.
    #[default]
    Not,
    /// Under way.
    UnderWay,
    /// It failed; refusals stand at their fields.
    Failed(Failure),
}

impl FormState {
    /// A form as it was read, or as it begins, with the rules that it is checked by.
    pub fn new(read: Form, check: impl Fn(&Form) -> Vec<Refusal> + Send + Sync + 'static) -> Self {
        let form = RwSignal::new(read.clone());
        Self {
            form,
            read: RwSignal::new(read),
            attempt: RwSignal::new(Attempt::new()),
            rules: Memo::new(move |_| form.with(&check)),
            sent: RwSignal::new(Sent::Not),
        }
    }

    /// The same, and the page asks before what was typed is lost.
    pub fn guarded(
        read: Form,
        check: impl Fn(&Form) -> Vec<Refusal> + Send + Sync + 'static,
    ) -> Self {
        let state = Self::new(read, check);
        guard_unsaved(Signal::derive(move || {
            state.form.with(|form| state.read.with(|read| form != read))
        }));
        state
    }

    /// Looks at what was typed, followed.
    pub fn with<T>(self, look: impl FnOnce(&Form) -> T) -> T {
        self.form.with(look)
    }

    /// Looks at what was typed at this moment, without following it.
    pub fn with_untracked<T>(self, look: impl FnOnce(&Form) -> T) -> T {
        self.form.with_untracked(look)
    }

    /// What was typed, at this moment.
    pub fn now(self) -> Form {
        self.form.try_get_untracked().unwrap_or_default()
    }

    /// The form as it was read.
    pub fn read(self) -> Form {
        self.read.try_get_untracked().unwrap_or_default()
    }

    /// Fills a field; what the server said about it no longer holds.
    pub fn set(self, field: Field, entry: impl Into<Entry>) {
        self.form.try_update(|form| form.set(field, entry));
        self.attempt.try_update(|attempt| attempt.edit(field));
    }

    /// Fills a field from outside, such as from the address: it counts as read, not as typed.
    pub fn preset(self, field: Field, entry: impl Into<Entry>) {
        let entry = entry.into();
        self.read.try_update(|form| form.set(field, entry.clone()));
        self.form.try_update(|form| form.set(field, entry));
    }

    /// Puts another form in place, for example one made of this one and a newer record.
    pub fn replace(self, form: Form) {
        self.form.try_set(form);
    }

    /// Starts again from a record as it is now.
    pub fn begin(self, read: Form) {
        self.read.try_set(read.clone());
        self.form.try_set(read);
        self.attempt.try_set(Attempt::new());
        self.sent.try_set(Sent::Not);
    }

    /// Takes a newer record as what this form is compared with, and keeps what was typed.
    pub fn rebase(self, read: Form) {
        self.read.try_set(read);
        self.sent.try_set(Sent::Not);
    }

    /// The person left a field.
    pub fn leave(self, field: Field) {
        self.attempt.try_update(|attempt| attempt.leave(field));
    }

    /// What to say at a field, in the name that its control goes by.
    pub fn refusals(self, field: Field) -> Signal<Vec<Refusal>> {
        let named = move |refusal: Refusal| Refusal { field: field.name().to_owned(), ..refusal };
        Signal::derive(move || {
            let said =
                self.rules.with(|rules| self.attempt.with(|attempt| attempt.at(field, rules)));
            said.into_iter().map(named).collect()
        })
    }

    /// What the server said about no field that is shown.
    pub fn elsewhere(self, fields: &[Field]) -> Vec<Refusal> {
        self.attempt.with(|attempt| attempt.elsewhere(fields))
    }

    /// How sending went, followed.
    pub fn sent(self) -> Sent {
        self.sent.get()
    }

    /// Whether an answer is awaited.
    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.sent.with(|sent| *sent == Sent::UnderWay))
    }

    /// Sends the form when the rules have nothing against it; otherwise the first field that they
    /// object to takes the focus. `request` makes the call out of what was typed.
    pub fn send<T, F>(self, request: impl FnOnce(Form) -> F, done: impl FnOnce(T) + 'static)
    where
        T: 'static,
        F: Future<Output = Result<T, Failure>> + 'static,
    {
        if self.sent.try_get_untracked().is_none_or(|sent| sent == Sent::UnderWay) {
            return;
        }
        self.attempt.try_update(Attempt::send);
        if self.rules.try_with_untracked(|rules| !rules.is_empty()).unwrap_or(true) {
            self.sent.try_set(Sent::Not);
            focus_first_refused();
            return;
        }
        self.sent.try_set(Sent::UnderWay);
        let answer = request(self.now());
        spawn_local(async move {
            match answer.await {
                Ok(answer) => {
                    // Who has left the page meanwhile is not taken elsewhere.
                    let Some(saved) = self.form.try_get_untracked() else {
                        return;
                    };
                    // What is saved is not unsaved any more: leaving the page does not ask.
                    self.read.try_set(saved);
                    self.sent.try_set(Sent::Not);
                    done(answer);
                }
                Err(failure) => self.fail(failure),
            }
        });
    }

    /// Runs whenever the server says that somebody else changed the record first.
    pub fn on_stale(self, run: impl Fn() + 'static) {
        Effect::new(move |_| {
            if let Sent::Failed(failure) = self.sent()
                && is_stale(&failure)
            {
                run();
            }
        });
    }

    fn fail(self, failure: Failure) {
        self.attempt.try_update(|attempt| attempt.refuse(failure.refusals.clone()));
        let at_fields = !failure.refusals.is_empty();
        self.sent.try_set(Sent::Failed(failure));
        if at_fields {
            focus_first_refused();
        }
    }
}

/// Puts the focus on the first control that something is said about, once the page shows it.
fn focus_first_refused() {
    request_animation_frame(|| {
        let found = document().query_selector("form [aria-invalid=\"true\"]");
        if let Ok(Some(control)) = found
            && let Ok(control) = control.dyn_into::<web_sys::HtmlElement>()
        {
            control.focus().ok();
        }
    });
}
