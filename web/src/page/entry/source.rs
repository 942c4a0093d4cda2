//! The field that points to a recorded source.

use super::FormState;
use super::party::{Chips, search_text};
use crate::client::{self, operations};
use crate::form::{Field, Link};
use crate::page::picker::find;
use crate::state::tongue;
use crate::text::FormText;
use crate::text::format::date;
use crate::ui::{Choice, Combobox, FieldIds};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

operations!("graphql/entry.graphql": EntrySources);

/// A recorded source, found by its title.
#[component]
pub fn SourceEntry(state: FormState, field: Field, ids: FieldIds) -> impl IntoView {
    let tongue = tongue();
    let typed = search_text(state, field);
    let found = find(typed, move |text| {
        Box::pin(async move {
            let answer = client::send::<EntrySources>(entry_sources::Variables { text }).await?;
            Ok(answer.sources.nodes.into_iter().map(|source| choice(source, tongue)).collect())
        })
    });
    let choose = Callback::new(move |choice: Choice| {
        state.set(field, Some(Link { id: choice.id, name: choice.label, kind: None }));
    });
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
                    name=field.name()
                    id=ids.control
                    described_by=ids.described_by
                    invalid=ids.invalid
                    typed
                    on_type=move |text| state.type_in(field, text)
                    found
                    placeholder
                    on_choose=choose
                    on_leave=move |()| state.leave(field)
                />
            }
        })
    };
    view! {
        <Chips state field control/>
        {picker}
    }
}

fn choice(source: entry_sources::EntrySourcesSourcesNodes, tongue: Tongue) -> Choice {
    let published = source.published_on.map(|day| format!(", {}", date(&day, tongue)));
    let detail = format!("{}{}", source.kind.label(tongue), published.unwrap_or_default());
    Choice { id: source.id, label: source.title, detail }
}
