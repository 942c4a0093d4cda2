//! Fields that are typed.

use super::FormState;
use crate::form::Field;
use crate::form::shape::Shape;
use crate::state::tongue;
use crate::ui::{FieldIds, fresh_id};
use domain::country::Country;
use domain::language::Language;
use domain::relationship::CURRENCIES;
use domain::vocabulary::Tongue;
use leptos::prelude::*;

/// What one line is for, which tells the browser how to help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Any text.
    Line,
    /// A web address.
    Url,
    /// A day, from the browser's calendar.
    Day,
    /// Digits, such as a year or an amount.
    Digits,
    /// A country, with the list of names.
    Country,
    /// A language, with the list of names.
    Language,
    /// A currency, with the list of codes.
    Currency,
}

impl TextKind {
    fn input(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Url => ("text", Some("url")),
            Self::Day => ("date", None),
            Self::Digits => ("text", Some("numeric")),
            _ => ("text", None),
        }
    }

    fn suggestions(self, tongue: Tongue) -> Vec<&'static str> {
        match self {
            Self::Country => Country::all().map(|country| country.name(tongue)).collect(),
            Self::Language => Language::all().map(|language| language.name(tongue)).collect(),
            Self::Currency => CURRENCIES.to_vec(),
            _ => Vec::new(),
        }
    }
}

/// How much may be typed: somewhat more than is allowed, so that the rule says why it is too much
/// instead of letters getting lost.
fn longest(field: Field) -> Option<String> {
    match field.shape() {
        Shape::Line(limit) | Shape::Paragraph(limit) => Some((2 * limit).to_string()),
        _ => None,
    }
}

/// One line.
#[component]
pub fn TextEntry(state: FormState, field: Field, ids: FieldIds, kind: TextKind) -> impl IntoView {
    let (input, mode) = kind.input();
    let suggestions = kind.suggestions(tongue());
    let list = (!suggestions.is_empty()).then(|| fresh_id("suggestions"));
    let datalist = list.clone().map(|list| {
        let option = |word: &'static str| view! { <option value=word></option> };
        view! { <datalist id=list>{suggestions.into_iter().map(option).collect_view()}</datalist> }
    });
    view! {
        <input
            id=ids.control
            type=input
            inputmode=mode
            name=field.name()
            list=list
            autocomplete="off"
            maxlength=longest(field)
            aria-describedby=ids.described_by
            aria-invalid=move || ids.invalid.get().then_some("true")
            prop:value=move || state.with(|form| form.text(field).to_owned())
            on:input:target=move |event| state.set(field, event.target().value())
            on:blur=move |_| state.leave(field)
        />
        {datalist}
    }
}

/// Several lines.
#[component]
pub fn AreaEntry(state: FormState, field: Field, ids: FieldIds) -> impl IntoView {
    view! {
        <textarea
            id=ids.control
            name=field.name()
            rows="4"
            maxlength=longest(field)
            aria-describedby=ids.described_by
            aria-invalid=move || ids.invalid.get().then_some("true")
            prop:value=move || state.with(|form| form.text(field).to_owned())
            on:input:target=move |event| state.set(field, event.target().value())
            on:blur=move |_| state.leave(field)
        ></textarea>
    }
}

/// A list, one item a line, so that a list copied from elsewhere can be pasted.
#[component]
pub fn ListEntry(state: FormState, field: Field, ids: FieldIds) -> impl IntoView {
    let lines = |text: String| text.split('\n').map(str::to_owned).collect::<Vec<_>>();
    view! {
        <textarea
            id=ids.control
            name=field.name()
            rows="3"
            aria-describedby=ids.described_by
            aria-invalid=move || ids.invalid.get().then_some("true")
            prop:value=move || state.with(|form| form.lines(field).join("\n"))
            on:input:target=move |event| state.set(field, lines(event.target().value()))
            on:blur=move |_| state.leave(field)
        ></textarea>
    }
}
