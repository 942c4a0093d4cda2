//! The import under way: what was pasted and decided, how the server understood it, and what came
//! of it.

use crate::client::{Failure, rest};
use crate::form::import::{Counts, Course, ImportRequest, Outcome, Preview};
use crate::state::language::locale;
use crate::state::session;
use crate::state::unsaved::guard_unsaved;
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copied into every step.
#[derive(Clone, Copy)]
pub struct Desk {
    request: RwSignal<ImportRequest>,
    looked: RwSignal<Option<Looked>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    outcome: RwSignal<Option<Outcome>>,
    round: StoredValue<u32>,
    imported: RwSignal<u32>,
}

/// What was asked and how the server understood it: what is recorded is what was looked at.
struct Looked {
    request: ImportRequest,
    preview: Preview,
}

impl Desk {
    /// Nothing pasted yet; for the person's own community when there is one.
    pub fn new() -> Self {
        let mut request = ImportRequest::new(locale());
        let own = untrack(|| session().communities_for(Action::Import));
        request.community = own.into_iter().next().map(|one| one.community);
        let desk = Self {
            request: RwSignal::new(request),
            looked: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            outcome: RwSignal::new(None),
            round: StoredValue::new(0),
            imported: RwSignal::new(0),
        };
        guard_unsaved(Signal::derive(move || {
            let is_blank = desk.with(|request| request.text.trim().is_empty());
            desk.outcome.with(Option::is_none) && !is_blank
        }));
        desk
    }

    /// Looks at the request, followed.
    pub fn with<T>(self, look: impl FnOnce(&ImportRequest) -> T) -> T {
        self.request.with(look)
    }

    /// How the server understood the sheet, followed.
    pub fn with_preview<T>(self, look: impl FnOnce(&Preview) -> T) -> Option<T> {
        self.looked.with(|looked| looked.as_ref().map(|looked| look(&looked.preview)))
    }

    /// Whether what is shown answers to the sheet as it now stands, followed.
    pub fn is_current(self) -> bool {
        self.looked.with(|looked| {
            let same = |looked: &Looked| self.with(|now| now.reads_as(&looked.request));
            looked.as_ref().is_some_and(same)
        })
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

    /// Takes up what is being typed, without asking the server for each letter. What was shown of the
    /// former text goes, also when it is only on its way.
    pub fn type_in(self, text: String) {
        self.next_round();
        self.busy.try_set(false);
        self.looked.try_set(None);
        self.request.try_update(|request| request.replace_text(text, None));
    }

    /// Assigns a column to a field.
    pub fn assign(self, column: usize, field: Option<&str>) {
        let shown = untrack(|| self.with_preview(|preview| preview.columns.clone()));
        self.change(|request| request.assign(&shown.unwrap_or_default(), column, field));
    }

    /// Keeps a person's word about a row; the server hears it on committing.
    pub fn decide(self, row: u32, decision: Option<(Course, Option<String>)>) {
        self.request.try_update(|request| request.decide(row, decision));
    }

    /// Asks what would become of the rows. A late answer is dropped.
    pub fn look(self) {
        let this = self.next_round();
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
                    self.looked.try_set(Some(Looked { request, preview }));
                }
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    fn next_round(self) -> Option<u32> {
        self.round.try_update_value(|round| {
            *round = round.wrapping_add(1);
            *round
        })
    }

    /// What was looked at, with the columns as they were shown and what was decided since.
    fn to_commit(self) -> Option<ImportRequest> {
        let decisions = self.request.try_with_untracked(|request| request.decisions.clone())?;
        self.looked.try_with_untracked(|looked| {
            let Looked { request, preview } = looked.as_ref()?;
            let columns = preview.columns.iter().map(|column| column.field.clone()).collect();
            Some(ImportRequest { decisions, columns: Some(columns), ..request.clone() })
        })?
    }

    /// Records everything in one step, exactly as it was shown.
    pub fn commit(self) {
        let Some(request) = self.to_commit().filter(|_| untrack(|| self.is_current())) else {
            return;
        };
        if self.busy.try_get_untracked().unwrap_or(true) {
            return;
        }
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
        self.looked.try_set(None);
        self.failure.try_set(None);
        self.request.try_update(|request| {
            let community = request.community.take();
            *request = ImportRequest { community, ..ImportRequest::new(request.locale) };
        });
        self.outcome.try_set(None);
    }
}
