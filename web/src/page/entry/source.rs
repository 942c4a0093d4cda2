//! The field that points to a recorded source.

use super::FormState;
use super::party::Chips;
use crate::client::operations;
use crate::form::{Field, Link};
use crate::state::{load, tongue};
use crate::text::FormText;
use crate::text::format::date;
use crate::ui::{Choice, Combobox, FieldIds};
use domain::vocabulary::Word;
use leptos::prelude::*;
use std::time::Duration;

operations!("graphql/entry.graphql": EntrySources);

/// How long typing must pause before the server is asked.
const PAUSE: Duration = Duration::from_millis(150);

/// A recorded source, found by its title.
#[component]
pub fn SourceEntry(state: FormState, field: Field, ids: FieldIds) -> impl IntoView {
    let tongue = tongue();
    let typed = RwSignal::new(String::new());
    let settled = paused(typed);
    let found = load::<EntrySources>(move || {
        let text = settled.get();
        (!text.trim().is_empty()).then_some(entry_sources::Variables { text })
    });
    let choices = Signal::derive(move || {
        let sources = found.data().map(|data| data.sources.nodes).unwrap_or_default();
        let choice = |source: entry_sources::EntrySourcesSourcesNodes| {
            let published = source.published_on.map(|day| format!(", {}", date(&day, tongue)));
            Choice {
                id: source.id,
                label: source.title,
                detail: format!("{}{}", source.kind.label(tongue), published.unwrap_or_default()),
            }
        };
        sources.into_iter().map(choice).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |choice: Choice| {
        typed.try_set(String::new());
        state.set(field, Some(Link { id: choice.id, name: choice.label, kind: None }));
    });
    let busy = Signal::derive(move || found.is_busy() || typed.get() != settled.get());
    let is_open = Memo::new(move |_| state.with(|form| form.links(field).is_empty()));
    let label = field.label(tongue);
    let placeholder = FormText::here().find_source();
    let control = ids.control.clone();
    let picker = move || {
        let ids = ids.clone();
        is_open.get().then(|| {
            view! {
                <Combobox
                    label
                    id=ids.control
                    described_by=ids.described_by
                    invalid=ids.invalid
                    typed
                    choices
                    busy
                    placeholder
                    on_choose=choose
                />
            }
        })
    };
    view! {
        <Chips state field control/>
        {picker}
    }
}

/// A text that follows what is typed, once the typing pauses.
fn paused(typed: RwSignal<String>) -> RwSignal<String> {
    let settled = RwSignal::new(String::new());
    let mut settle = debounce(PAUSE, move |text: String| {
        settled.try_set(text);
    });
    Effect::new(move |_| settle(typed.get()));
    settled
}
