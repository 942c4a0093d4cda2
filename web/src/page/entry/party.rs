//! Fields that point to stakeholders: what is typed is searched for, what is chosen stands as a
//! chip that can be taken away.

use super::FormState;
use crate::form::shape::Shape;
use crate::form::{Field, Link};
use crate::page::picker::find_stakeholders;
use crate::state::tongue;
use crate::text::{FormText, ShellText};
use crate::ui::{Choice, Combobox, FieldIds, Glyph, Icon};
use domain::identifier::{Noun, parse};
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// A stakeholder, or several, as a field.
#[component]
pub fn PartyEntry(
    state: FormState,
    field: Field,
    ids: FieldIds,
    kinds: &'static [StakeholderKind],
) -> impl IntoView {
    let many = matches!(field.shape(), Shape::Parties(_));
    let typed = search_text(state, field);
    let wanted = if kinds.len() < StakeholderKind::ALL.len() { kinds.to_vec() } else { Vec::new() };
    let found = find_stakeholders(typed, wanted);
    let choose = Callback::new(move |choice: Choice| {
        let mut links = if many { state.now().links(field).to_vec() } else { Vec::new() };
        if !links.iter().any(|known| known.id == choice.id) {
            links.push(link(choice));
        }
        state.set(field, links);
    });
    let is_open = Memo::new(move |_| many || state.with(|form| form.links(field).is_empty()));
    let label = field.label(tongue());
    let placeholder = FormText::here().find();
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

/// What is typed in the search box of a field.
pub(super) fn search_text(state: FormState, field: Field) -> Signal<String> {
    state.watch_search(field);
    Signal::derive(move || state.with(|form| form.typed(field).to_owned()))
}

/// What was chosen, each with a button that takes it away. Where the search box has made room for the
/// one choice there can be, the label points to its button instead.
#[component]
pub(super) fn Chips(state: FormState, field: Field, control: String) -> impl IntoView {
    let shell = ShellText::here();
    let tongue = tongue();
    let links = Memo::new(move |_| state.with(|form| form.links(field).to_vec()));
    let single = !matches!(field.shape(), Shape::Parties(_));
    let chip = move |link: Link| {
        let button = single.then(|| control.clone());
        let id = link.id.clone();
        let remove = move |_| {
            let mut links = state.now().links(field).to_vec();
            links.retain(|known| known.id != id);
            state.set(field, links);
        };
        let kind =
            link.kind.map(|kind| view! { <span class="chip-kind">{kind.label(tongue)}</span> });
        view! {
            <li class="chip">
                <span>{link.name.clone()}</span>
                {kind}
                <button
                    id=button
                    class="chip-remove"
                    type="button"
                    aria-label=shell.remove(&link.name)
                    on:click=remove
                >
                    <Icon glyph=Glyph::Close/>
                </button>
            </li>
        }
    };
    move || {
        let links = links.get();
        (!links.is_empty())
            .then(|| view! { <ul class="chips">{links.into_iter().map(&chip).collect_view()}</ul> })
    }
}

/// The choice as a record that the form points to; a stakeholder's id tells what it is.
fn link(choice: Choice) -> Link {
    let kind = match parse(&choice.id) {
        Some((Noun::Stakeholder(kind), _)) => Some(kind),
        _ => None,
    };
    Link { id: choice.id, name: choice.label, kind }
}
