//! The import under way: what was pasted and decided, how the server understood it, and what came
//! of it.

use crate::client::{Failure, rest};
use crate::form::import::{Counts, Course, ImportRequest, Outcome, Preview};
use crate::state::session;
use crate::state::unsaved::guard_unsaved;
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copied into every step.
#[derive(Clone, Copy)]
pub struct Desk {
    request: RwSignal<ImportRequest>,
    preview: RwSignal<Option<Preview>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    outcome: RwSignal<Option<Outcome>>,
    round: StoredValue<u32>,
    imported: RwSignal<u32>,
}

impl Desk {
    /// Nothing pasted yet; for the person's own community when there is one.
    pub fn new() -> Self {
        let mut request = ImportRequest::new();
        let own = untrack(|| session().communities_for(Action::Import));
        request.community = own.into_iter().next().map(|one| one.community);
        let desk = Self {
            request: RwSignal::new(request),
            preview: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            outcome: RwSignal::new(None),
            round: StoredValue::new(0),
            imported: RwSignal::new(0),
        };
        guard_unsaved(Signal::derive(move || {
            desk.outcome.with(Option::is_none) && desk.preview.with(Option::is_some)
        }));
        desk
    }

    /// Looks at the request, followed.
    pub fn with<T>(self, look: impl FnOnce(&ImportRequest) -> T) -> T {
        self.request.with(look)
    }

    /// How the server understood the sheet, followed.
    pub fn with_preview<T>(self, look: impl FnOnce(&Preview) -> T) -> Option<T> {
        self.preview.with(|preview| preview.as_ref().map(look))
    }

    /// How many rows of each verdict, with what was decided, followed.
    pub fn counts(self) -> Counts {
        let decided =
            |preview: &Preview| self.with(|request| preview.counts_with(&request.decisions));
        self.with_preview(decided).unwrap_or_default()
    }

    /// What went wrong last, followed.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Whether an answer is awaited.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// What the import did, followed.
    pub fn outcome(self) -> Option<Outcome> {
        self.outcome.get()
    }

    /// How often something was imported or undone, followed: the list of imports follows it.
    pub fn imported(self) -> u32 {
        self.imported.get()
    }

    /// Changes the request and has it looked at again.
    pub fn change(self, change: impl FnOnce(&mut ImportRequest)) {
        self.request.try_update(change);
        let is_blank = self.request.try_with_untracked(|request| request.text.trim().is_empty());
        if is_blank == Some(false) {
            self.look();
        }
    }

    /// Takes up another text; what was decided about the former one is forgotten.
    pub fn take(self, text: String, file_name: Option<String>) {
        self.change(|request| request.replace_text(text, file_name));
    }

    /// Takes up what is being typed, without asking the server for each letter.
    pub fn type_in(self, text: String) {
        self.request.try_update(|request| request.replace_text(text, None));
    }

    /// Assigns a column to a field.
    pub fn assign(self, column: usize, field: Option<&str>) {
        let shown = self.preview.try_with_untracked(|preview| {
            preview.as_ref().map(|preview| preview.columns.clone()).unwrap_or_default()
        });
        self.change(|request| request.assign(&shown.unwrap_or_default(), column, field));
    }

    /// Keeps a person's word about a row; the server hears it on committing.
    pub fn decide(self, row: u32, decision: Option<(Course, Option<String>)>) {
        self.request.try_update(|request| request.decide(row, decision));
    }

    /// Asks what would become of the rows. A late answer is dropped.
    pub fn look(self) {
        let this = self.round.try_update_value(|round| {
            *round = round.wrapping_add(1);
            *round
        });
        let Some(request) = self.request.try_get_untracked() else {
            return;
        };
        self.busy.try_set(true);
        spawn_local(async move {
            let answer = rest::post::<Preview>("/import/preview", &request).await;
            if self.round.try_get_value() != this {
                return;
            }
            self.busy.try_set(false);
            match answer {
                Ok(preview) => {
                    self.failure.try_set(None);
                    self.preview.try_set(Some(preview));
                }
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    /// Records everything in one step, read as it was shown: the columns go along as they stand.
    pub fn commit(self) {
        let Some(mut request) = self.request.try_get_untracked() else {
            return;
        };
        if self.busy.try_get_untracked().unwrap_or(true) {
            return;
        }
        let fields =
            |preview: &Preview| preview.columns.iter().map(|column| column.field.clone()).collect();
        request.columns = self.preview.with_untracked(|preview| preview.as_ref().map(fields));
        self.busy.try_set(true);
        spawn_local(async move {
            let answer = rest::post::<Outcome>("/import/commit", &request).await;
            self.busy.try_set(false);
            match answer {
                Ok(outcome) => {
                    self.failure.try_set(None);
                    self.outcome.try_set(Some(outcome));
                    self.changed();
                }
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    /// Something was imported or undone.
    pub fn changed(self) {
        self.imported.try_update(|imported| *imported = imported.wrapping_add(1));
    }

    /// Clears the desk for another list; who keeps the records stays chosen.
    pub fn begin_again(self) {
        self.preview.try_set(None);
        self.failure.try_set(None);
        self.request.try_update(|request| {
            let community = request.community.take();
            *request = ImportRequest { community, ..ImportRequest::new() };
        });
        self.outcome.try_set(None);
    }
}
