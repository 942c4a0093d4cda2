//! Who leaves, how, and when.

use super::{LossMode, ids, what_if_answer};
use crate::page::picker::find_stakeholders;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{Load, tongue};
use crate::text::LossText;
use crate::text::format::capital;
use crate::ui::{Choice, Combobox, Field, Glyph, Icon, Segmented};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Chosen partners as chips, and a box to find more by typing.
#[component]
pub fn People(
    /// The address that keeps them.
    query: UrlQuery,
    /// The key under which it does.
    key: &'static str,
    /// What they are chosen for.
    label: &'static str,
    /// The answer about them, which knows their names.
    load: Load<what_if_answer::ResponseData>,
) -> impl IntoView {
    let text = LossText::here();
    let typed = RwSignal::new(String::new());
    let found = find_stakeholders(typed.into(), Vec::new());
    let keep = move |chosen: Vec<String>| {
        query.change(Visit::Step, &[(key, Some(chosen.join(","))), ("after", None)]);
    };
    let choose = Callback::new(move |choice: Choice| {
        typed.set(String::new());
        let mut chosen = untrack(|| ids(query, key));
        chosen.push(choice.id);
        keep(chosen);
    });
    let name = move |id: &str| {
        let named = |data: &what_if_answer::ResponseData| {
            let all = data.simulate_loss.stakeholders.iter();
            all.filter(|one| one.id == id).map(|one| one.name.clone()).next()
        };
        load.with(named).flatten()
    };
    let chip = move |id: String| {
        // Until the answer is there, nobody knows the name.
        let name = name(&id).unwrap_or_else(|| "…".to_owned());
        let remove = move |_| {
            let mut chosen = untrack(|| ids(query, key));
            chosen.retain(|known| *known != id);
            keep(chosen);
        };
        view! {
            <li class="chip">
                <span>{name.clone()}</span>
                <button class="chip-remove" type="button" aria-label=text.stays_away(&name) on:click=remove>
                    <Icon glyph=Glyph::Close/>
                </button>
            </li>
        }
    };
    let chips = move || {
        let chosen = ids(query, key);
        (!chosen.is_empty())
            .then(|| view! { <ul class="chips">{chosen.into_iter().map(chip).collect_view()}</ul> })
    };
    view! {
        <div class="what-if-people">
            {chips}
            <Field label let:ids>
                <Combobox
                    label
                    name=key
                    id=ids.control
                    described_by=ids.described_by
                    typed
                    on_type=move |text: String| typed.set(text)
                    found
                    placeholder=text.find()
                    on_choose=choose
                />
            </Field>
        </div>
    }
}

/// How they leave, and on which day.
#[component]
pub fn Manner(
    /// The address that keeps it.
    query: UrlQuery,
) -> impl IntoView {
    let (text, tongue) = (LossText::here(), tongue());
    let modes = [LossMode::Leaves, LossMode::StopsFunding];
    let choices = modes.map(|mode| (mode.code().to_owned(), capital(mode.label(tongue))));
    let value =
        Signal::derive(move || query.word("mode").unwrap_or(LossMode::Leaves).code().to_owned());
    let change = Callback::new(move |code: String| {
        let mode = Some(code).filter(|code| code != LossMode::Leaves.code());
        query.change(Visit::Step, &[("mode", mode), ("after", None)]);
    });
    let day = move || query.get("at").unwrap_or_default();
    let choose = move |day: String| {
        query.change(Visit::Step, &[("at", Some(day)), ("after", None)]);
    };
    view! {
        <Segmented label=text.mode() choices=choices.into() value on_change=change/>
        <Field label=text.at() hint=text.at_hint() let:ids>
            <input
                id=ids.control
                type="date"
                name="at"
                aria-describedby=ids.described_by
                prop:value=day
                on:change:target=move |event| choose(event.target().value())
            />
        </Field>
    }
}
