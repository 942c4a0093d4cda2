//! Things to tick.

use leptos::prelude::*;

/// One thing of a group that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Option {
    /// Its code.
    pub code: String,
    /// Its word.
    pub label: String,
}

/// One thing to tick.
#[component]
pub fn Checkbox(
    /// What it means.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Ticks it or takes the tick away.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change:target=move |event| {
                    on_change.try_run(event.target().checked());
                }
            />
            <span>{label}</span>
        </label>
    }
}

/// Several things of which any number can be ticked.
#[component]
pub fn CheckGroup(
    /// What they have in common.
    #[prop(into)]
    legend: String,
    /// The things.
    options: Vec<Option>,
    /// The codes of those ticked.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Takes the codes of those ticked from now on, in the order of the things.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let codes: Vec<String> = options.iter().map(|option| option.code.clone()).collect();
    let boxes = options.into_iter().map(|option| {
        let codes = codes.clone();
        let code = option.code.clone();
        let checked = Signal::derive({
            let code = code.clone();
            move || chosen.with(|chosen| chosen.contains(&code))
        });
        let change = Callback::new(move |ticked: bool| {
            let Some(chosen) = chosen.try_get_untracked() else {
                return;
            };
            let is_ticked = |one: &&String| {
                if **one == code { ticked } else { chosen.contains(one) }
            };
            on_change.try_run(codes.iter().filter(is_ticked).cloned().collect());
        });
        view! { <Checkbox label=option.label checked on_change=change/> }
    });
    view! {
        <fieldset class="check-group">
            <legend>{legend}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
}
