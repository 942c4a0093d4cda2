//! A text box that offers what it finds, by the WAI-ARIA combobox pattern: the focus stays in the
//! box, the arrow keys walk the list, Enter chooses, Escape closes. It does not search itself.

use super::id::fresh_id;
use crate::client::browser;
use crate::text::ShellText;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What tells it from others of the same name.
    pub detail: String,
}

#[derive(Clone, Copy)]
struct Popup {
    choices: Signal<Vec<Choice>>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    typed: RwSignal<String>,
    on_choose: Callback<Choice>,
}

impl Popup {
    fn is_shown(self) -> bool {
        self.open.get() && !self.typed.with(|typed| typed.trim().is_empty())
    }

    fn walk(self, key: &str) {
        let count = self.choices.with_untracked(Vec::len);
        self.open.set(true);
        self.active.update(|active| *active = step(*active, count, key));
    }

    fn choose(self, position: usize) {
        let choice = self.choices.with_untracked(|choices| choices.get(position).cloned());
        self.close();
        if let Some(choice) = choice {
            self.on_choose.try_run(choice);
        }
    }

    fn close(self) {
        self.open.try_set(false);
        self.active.try_set(None);
    }

    fn press(self, event: &KeyboardEvent) {
        let active = self.active.get_untracked();
        match (event.key().as_str(), active) {
            (key @ ("ArrowDown" | "ArrowUp"), _) => {
                event.prevent_default();
                self.walk(key);
            }
            // Without a choice made by the arrows, Enter takes the first: what was typed leads to it.
            ("Enter", active) if self.open.get_untracked() => {
                event.prevent_default();
                self.choose(active.unwrap_or(0));
            }
            ("Escape", _) if self.open.get_untracked() => {
                event.prevent_default();
                event.stop_propagation();
                self.close();
            }
            _ => {}
        }
    }
}

/// The position after an arrow key: round and round, starting at either end.
fn step(active: Option<usize>, count: usize, key: &str) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (key, active) {
        ("ArrowDown", Some(position)) if position < last => position + 1,
        ("ArrowDown", _) => 0,
        (_, Some(position)) if position > 0 => position - 1,
        _ => last,
    })
}

/// A text box with a list of what was found.
#[component]
pub fn Combobox(
    /// Its accessible name.
    #[prop(into)]
    label: String,
    /// The id of the text box, when a visible label points to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// The ids of what describes it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Whether a refusal came back to it.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// What is typed; whoever searches follows it.
    typed: RwSignal<String>,
    /// What was found for it.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Whether it is still being searched for.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// An example in the empty box.
    #[prop(optional, into)]
    placeholder: String,
    /// Takes what was chosen.
    #[prop(into)]
    on_choose: Callback<Choice>,
    /// The box itself, for whoever must put the focus there.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let list = fresh_id("choices");
    let popup = Popup {
        choices,
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        typed,
        on_choose,
    };
    let active_id = {
        let list = list.clone();
        move || {
            popup
                .active
                .get()
                .filter(|_| popup.is_shown())
                .map(|position| format!("{list}-{position}"))
        }
    };
    view! {
        <div class="combobox">
            <input
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=placeholder
                aria-label=label.clone()
                aria-autocomplete="list"
                aria-expanded=move || if popup.is_shown() { "true" } else { "false" }
                aria-controls=list.clone()
                aria-activedescendant=active_id
                aria-describedby=described_by
                aria-invalid=move || invalid.get().then_some("true")
                node_ref=node_ref
                prop:value=move || typed.get()
                on:input:target=move |event| {
                    typed.set(event.target().value());
                    popup.active.set(None);
                    popup.open.set(true);
                }
                on:keydown=move |event| popup.press(&event)
                on:blur=move |_| popup.close()
            />
            <Found popup list label busy/>
        </div>
    }
}

/// The list below the box, and how many there are, read out.
#[component]
fn Found(popup: Popup, list: String, label: String, busy: Signal<bool>) -> impl IntoView {
    let text = ShellText::here();
    let scrolled = list.clone();
    Effect::new(move |_| {
        if let Some(position) = popup.active.get() {
            browser::bring_into_sight(&format!("{scrolled}-{position}"));
        }
    });
    let said = move || match (popup.is_shown(), busy.get()) {
        (false, _) => String::new(),
        (true, true) => text.loading().to_owned(),
        (true, false) => text.results(popup.choices.with(Vec::len)),
    };
    let nothing = move || {
        let is_empty = popup.is_shown() && !busy.get() && popup.choices.with(Vec::is_empty);
        is_empty.then(|| view! { <p class="combobox-nothing">{text.nothing_found()}</p> })
    };
    let prefix = list.clone();
    let option = move |(position, choice): (usize, Choice)| {
        // The press must not take the focus from the box, or the list would close before the click.
        let hold = |event: MouseEvent| event.prevent_default();
        view! {
            <li
                id=format!("{prefix}-{position}")
                role="option"
                aria-selected=move || if popup.active.get() == Some(position) { "true" } else { "false" }
                on:mousedown=hold
                on:click=move |_| popup.choose(position)
            >
                <span class="combobox-label">{choice.label}</span>
                <span class="combobox-detail">{choice.detail}</span>
            </li>
        }
    };
    let options = move || popup.choices.get().into_iter().enumerate().map(&option).collect_view();
    view! {
        <div class="combobox-popup" hidden=move || !popup.is_shown()>
            <ul id=list role="listbox" aria-label=label>{options}</ul>
            {nothing}
        </div>
        <span class="hidden" role="status">{said}</span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The arrows walk round the list, starting at either end; an empty list has no position.
    #[test]
    fn arrows_walk_round() {
        for (active, key, expected) in [
            (None, "ArrowDown", Some(0)),
            (Some(2), "ArrowDown", Some(0)),
            (Some(0), "ArrowDown", Some(1)),
            (None, "ArrowUp", Some(2)),
            (Some(0), "ArrowUp", Some(2)),
            (Some(2), "ArrowUp", Some(1)),
        ] {
            assert_eq!(step(active, 3, key), expected);
        }
        assert_eq!(step(None, 0, "ArrowDown"), None);
    }
}
