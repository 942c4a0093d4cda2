//! Something that a form sends: whether it is under way, and what came back against it.

use crate::client::Failure;
use crate::state::tongue;
use crate::text::failure::{failure_text, refusal_text};
use domain::refusal::Refusal;
use domain::vocabulary::Tongue;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What becomes of what is sent.
#[derive(Clone, Copy)]
pub struct Sending {
    /// Whether an answer is awaited.
    pub busy: RwSignal<bool>,
    /// What the rules said, for the fields of the form.
    pub refusals: RwSignal<Vec<Refusal>>,
    trouble: RwSignal<Option<String>>,
    fields: &'static [&'static str],
    tongue: Tongue,
}

impl Sending {
    /// Nothing sent yet. Refusals of these fields are shown there, all others above the form.
    pub fn new(fields: &'static [&'static str]) -> Self {
        Self {
            busy: RwSignal::new(false),
            refusals: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            fields,
            tongue: tongue(),
        }
    }

    /// Sends, unless something is under way, and goes on with the answer when it is a good one.
    pub fn send<T: 'static>(
        self,
        work: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.busy.try_get_untracked().unwrap_or(true) {
            return;
        }
        self.busy.try_set(true);
        self.clear();
        spawn_local(async move {
            let answer = work.await;
            self.busy.try_set(false);
            match answer {
                Ok(answer) => done(answer),
                Err(failure) => self.refuse(&failure),
            }
        });
    }

    /// Shows what came back: refusals at their fields, anything else above the form.
    pub fn refuse(self, failure: &Failure) {
        let (here, elsewhere): (Vec<_>, Vec<_>) = failure
            .refusals
            .iter()
            .cloned()
            .partition(|refusal| self.fields.contains(&refusal.field.as_str()));
        let told: Vec<_> =
            elsewhere.iter().map(|refusal| refusal_text(refusal, self.tongue)).collect();
        match (here.is_empty(), told.is_empty()) {
            (_, false) => self.say(told.join(" ")),
            (true, true) => self.say(failure_text(failure, self.tongue)),
            (false, true) => {}
        }
        self.refusals.try_set(here);
    }

    /// Says something above the form.
    pub fn say(self, trouble: String) {
        self.trouble.try_set(Some(trouble));
    }

    fn clear(self) {
        self.refusals.try_set(Vec::new());
        self.trouble.try_set(None);
    }
}

/// What is wrong with the form as a whole.
#[component]
pub fn Trouble(
    /// What was sent.
    sending: Sending,
) -> impl IntoView {
    move || {
        sending
            .trouble
            .get()
            .map(|trouble| view! { <p class="notice notice-bad" role="alert">{trouble}</p> })
    }
}
