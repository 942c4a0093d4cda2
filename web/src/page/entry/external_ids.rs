//! The field that holds ids in other registries.

use super::FormState;
use crate::form::Field;
use crate::state::tongue;
use crate::text::{FormText, ShellText};
use crate::ui::{Button, FieldIds, Glyph, Icon};
use domain::stakeholder::{ExternalId, Registry};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Registry and id, one pair a row.
#[component]
pub fn ExternalIdsEntry(state: FormState, field: Field, ids: FieldIds) -> impl IntoView {
    let text = FormText::here();
    let count = Memo::new(move |_| state.with(|form| form.external_ids(field).len()));
    let add = Callback::new(move |()| {
        edit(state, field, |ids| {
            ids.push(ExternalId { registry: Registry::Ror, value: String::new() })
        });
    });
    let first = ids.control.clone();
    let rows = move || {
        let control = |position: usize| match position {
            0 => first.clone(),
            _ => format!("{first}-{position}"),
        };
        let row = |position| view! { <Row state field position id=control(position)/> };
        (0..count.get()).map(row).collect_view()
    };
    view! {
        <div class="rows">{rows}</div>
        <Button glyph=Glyph::Add on_press=add>{text.add_id()}</Button>
    }
}

#[component]
fn Row(state: FormState, field: Field, position: usize, id: String) -> impl IntoView {
    let (tongue, text, shell) = (tongue(), FormText::here(), ShellText::here());
    let now = move || state.with(|form| form.external_ids(field).get(position).cloned());
    let option = move |registry: &Registry| {
        let registry = *registry;
        let chosen = move || now().is_some_and(|id| id.registry == registry);
        view! { <option value=registry.code() prop:selected=chosen>{registry.label(tongue)}</option> }
    };
    let choose = move |code: String| {
        if let Some(registry) = Registry::parse(&code) {
            edit(state, field, |ids| change(ids, position, |id| id.registry = registry));
        }
    };
    let remove = move |_| {
        edit(state, field, |ids| {
            if position < ids.len() {
                ids.remove(position);
            }
        });
    };
    view! {
        <div class="row">
            <select aria-label=text.registry() on:change:target=move |event| choose(event.target().value())>
                {Registry::ALL.iter().map(option).collect_view()}
            </select>
            <input
                id=id
                type="text"
                aria-label=text.id_there()
                prop:value=move || now().map(|id| id.value).unwrap_or_default()
                on:input:target=move |event| {
                    let value = event.target().value();
                    edit(state, field, |ids| change(ids, position, |id| id.value = value));
                }
                on:blur=move |_| state.leave(field)
            />
            <button class="chip-remove" type="button" aria-label=shell.remove(text.id_there()) on:click=remove>
                <Icon glyph=Glyph::Close/>
            </button>
        </div>
    }
}

fn edit(state: FormState, field: Field, edit: impl FnOnce(&mut Vec<ExternalId>)) {
    let mut ids = state.now().external_ids(field).to_vec();
    edit(&mut ids);
    state.set(field, ids);
}

fn change(ids: &mut [ExternalId], position: usize, change: impl FnOnce(&mut ExternalId)) {
    if let Some(id) = ids.get_mut(position) {
        change(id);
    }
}
