//! Choosing one of a list.

use super::field::Field;
use crate::state::tongue;
use crate::text::format::capital;
use domain::refusal::Refusal;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// A list of codes and words of which one is chosen; labelled, for filters and forms alike.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The field's name in GraphQL, where refusals may come back to.
    #[prop(optional)]
    field: &'static str,
    /// Code and word of each choice; an empty code is "none of them".
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The code of the present choice.
    #[prop(into)]
    value: Signal<String>,
    /// Chooses another.
    #[prop(into)]
    on_change: Callback<String>,
    /// More about it.
    #[prop(optional, into)]
    hint: String,
    /// The refusals of the form.
    #[prop(optional, into)]
    refusals: Signal<Vec<Refusal>>,
    /// Whether it must be chosen.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let choices = move || {
        let option = |(code, word): (String, String)| {
            let chosen = {
                let code = code.clone();
                move || value.get() == code
            };
            view! { <option value=code prop:selected=chosen>{word}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <Field label field hint refusals required let:ids>
            <select
                id=ids.control
                aria-describedby=ids.described_by
                aria-invalid=move || ids.invalid.get().then_some("true")
                aria-required=required.then_some("true")
                on:change:target=move |event| {
                    on_change.try_run(event.target().value());
                }
            >
                {choices}
            </select>
        </Field>
    }
}

/// A choice among closed words, shown in the reader's language.
#[component]
pub fn WordSelect<W>(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The field's name in GraphQL, where refusals may come back to.
    #[prop(optional)]
    field: &'static str,
    /// The words to choose from; all of the list unless given.
    #[prop(optional, into)]
    words: Option<Vec<W>>,
    /// What choosing none is called; without it one must be chosen.
    #[prop(optional, into)]
    none: Option<String>,
    /// The present choice.
    #[prop(into)]
    value: Signal<Option<W>>,
    /// Chooses another.
    #[prop(into)]
    on_change: Callback<Option<W>>,
    /// More about it.
    #[prop(optional, into)]
    hint: String,
    /// The refusals of the form.
    #[prop(optional, into)]
    refusals: Signal<Vec<Refusal>>,
    /// Whether it must be chosen.
    #[prop(optional)]
    required: bool,
) -> impl IntoView
where
    W: Word + Send + Sync,
{
    let tongue = tongue();
    let none = none.map(|none| (String::new(), none));
    let words = words.unwrap_or_else(|| W::ALL.to_vec());
    let words = words.into_iter().map(|word| (word.code().to_owned(), capital(word.label(tongue))));
    let options: Vec<_> = none.into_iter().chain(words).collect();
    let code =
        Signal::derive(move || value.get().map_or(String::new(), |word| word.code().to_owned()));
    let change = Callback::new(move |code: String| {
        on_change.try_run(W::parse(&code));
    });
    view! {
        <Select label field options=options value=code on_change=change hint refusals required/>
    }
}
