//! A form on the page: what was typed, what the rules say of it, and how sending it went.

use super::is_stale;
use crate::client::Failure;
use crate::form::{Attempt, Entry, Field, Form};
use crate::state::unsaved::guard_unsaved;
use domain::refusal::{Refusal, RefusalCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
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
    /// The fields whose search box is on the page.
    searched: RwSignal<BTreeSet<Field>>,
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
        let searched = RwSignal::new(BTreeSet::new());
        let rules = move |form: &Form| {
            let on_page = |field: &Field| searched.with(|fields| fields.contains(field));
            let unchosen: Vec<Field> = form.unchosen().filter(on_page).collect();
            with_unchosen(check(form), &unchosen)
        };
        Self {
            form,
            read: RwSignal::new(read),
            attempt: RwSignal::new(Attempt::new()),
            rules: Memo::new(move |_| form.with(&rules)),
            sent: RwSignal::new(Sent::Not),
            searched,
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

    /// Takes the text typed in search of a record.
    pub fn type_in(self, field: Field, text: String) {
        self.form.try_update(|form| form.type_in(field, text));
        self.attempt.try_update(|attempt| attempt.edit(field));
    }

    /// Has the text typed in a field's search box refused as long as nothing is chosen for it; as
    /// long as the component that calls this is on the page.
    pub fn watch_search(self, field: Field) {
        self.searched.try_update(|fields| fields.insert(field));
        on_cleanup(move || {
            self.searched.try_update(|fields| fields.remove(&field));
        });
    }

    /// Whether nothing was typed that the form as it was read does not hold.
    pub fn is_unchanged(self, fields: &[Field]) -> bool {
        let now = self.now();
        now.unchosen().next().is_none() && now.changes(&self.read(), fields).is_empty()
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

/// What the rules say, and that something must be chosen where only a text is typed; that such a field
/// is empty goes without saying then.
fn with_unchosen(rules: Vec<Refusal>, unchosen: &[Field]) -> Vec<Refusal> {
    let is_told = |refusal: &Refusal| {
        refusal.code == RefusalCode::Required
            && unchosen.iter().any(|field| field.name() == refusal.field)
    };
    let mut refusals: Vec<Refusal> = rules.into_iter().filter(|one| !is_told(one)).collect();
    let told = unchosen.iter().map(|field| Refusal::new(RefusalCode::NotChosen, field.name()));
    refusals.extend(told);
    refusals
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A text without a choice is refused at its field, instead of the field being called empty.
    #[test]
    fn typed_is_not_chosen() {
        let rule = |field: Field| Refusal::new(RefusalCode::Required, field.name());
        let rules = vec![rule(Field::Source), rule(Field::Target)];
        let told = with_unchosen(rules, &[Field::Target]);
        let chosen = Refusal::new(RefusalCode::NotChosen, "target");
        assert_eq!(told, [rule(Field::Source), chosen]);
    }
}
