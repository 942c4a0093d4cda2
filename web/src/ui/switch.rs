//! A choice of one among few, all in sight.

use super::id::fresh_id;
use leptos::prelude::*;

/// A row of radio buttons that looks like one control.
#[component]
pub fn Segmented(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The choices: code and word.
    choices: Vec<(String, String)>,
    /// The code of the present choice.
    #[prop(into)]
    value: Signal<String>,
    /// Chooses another.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let name = fresh_id("segmented");
    let parts = choices.into_iter().map(|(code, word)| {
        let chosen = {
            let code = code.clone();
            move || value.get() == code
        };
        let choose = {
            let code = code.clone();
            move |_| {
                on_change.try_run(code.clone());
            }
        };
        view! {
            <label class="segmented-part">
                <input type="radio" name=name.clone() value=code prop:checked=chosen on:change=choose/>
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segmented">
            <legend class="hidden">{label}</legend>
            {parts.collect_view()}
        </fieldset>
    }
}
