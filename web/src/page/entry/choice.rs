//! Fields that are chosen from a list.

use super::{FormState, Need};
use crate::form::Field;
use crate::form::shape::{self, Shape};
use crate::state::tongue;
use crate::text::{FormText, ShellText, format::capital};
use crate::ui::{CheckGroup, Checkable, Checkbox, FieldIds};
use domain::vocabulary::Tongue;
use leptos::prelude::*;

/// Code and word of each choice, followed.
pub type Options = Signal<Vec<(String, String)>>;

fn words(options: shape::Options, tongue: Tongue) -> Vec<(String, String)> {
    let word = |(code, label): (&str, &str)| (code.to_owned(), capital(label));
    options(tongue).into_iter().map(word).collect()
}

fn whole_list(field: Field) -> Options {
    let shell = ShellText::here();
    let list = match field.shape() {
        Shape::Choice(options) => words(options, tongue()),
        Shape::Truth => vec![
            ("true".to_owned(), capital(shell.yes())),
            ("false".to_owned(), capital(shell.no())),
        ],
        _ => Vec::new(),
    };
    Signal::stored(list)
}

/// One of a list; the empty choice stands first unless something must be chosen and is.
#[component]
pub fn ChoiceEntry(
    state: FormState,
    field: Field,
    ids: FieldIds,
    options: Option<Options>,
    need: Need,
) -> impl IntoView {
    let options = options.unwrap_or_else(|| whole_list(field));
    let text = FormText::here();
    let nothing = match (field.shape(), need) {
        (Shape::Community, Need::Optional) => text.shared_registry(),
        (Shape::Account, Need::Optional) => text.nobody(),
        (_, Need::Required) => text.choose(),
        (_, Need::Optional) => text.not_recorded(),
    };
    let option = move |(code, word): (String, String)| {
        let chosen = {
            let code = code.clone();
            move || state.with(|form| form.text(field) == code)
        };
        view! { <option value=code prop:selected=chosen>{word}</option> }
    };
    view! {
        <select
            id=ids.control
            name=field.name()
            aria-describedby=ids.described_by
            aria-invalid=move || ids.invalid.get().then_some("true")
            on:change:target=move |event| state.set(field, event.target().value())
            on:blur=move |_| state.leave(field)
        >
            <option value="" prop:selected=move || state.with(|form| form.text(field).is_empty())>
                {nothing}
            </option>
            {move || options.get().into_iter().map(option).collect_view()}
        </select>
    }
}

/// Ticked or not.
#[component]
pub fn FlagEntry(state: FormState, field: Field) -> impl IntoView {
    let checked = Signal::derive(move || state.with(|form| form.truth(field) == Some(true)));
    let change =
        Callback::new(move |ticked: bool| state.set(field, if ticked { "true" } else { "" }));
    view! { <Checkbox label=field.label(tongue()) checked on_change=change/> }
}

/// Some of a list.
#[component]
pub fn ChoicesEntry(state: FormState, field: Field, words: shape::Options) -> impl IntoView {
    let tongue = tongue();
    let option =
        |(code, label): (&str, &str)| Checkable { code: code.to_owned(), label: capital(label) };
    let options = words(tongue).into_iter().map(option).collect();
    let chosen = Signal::derive(move || state.with(|form| form.lines(field).to_vec()));
    let change = Callback::new(move |codes: Vec<String>| state.set(field, codes));
    view! { <CheckGroup legend=field.label(tongue) options chosen on_change=change/> }
}
