//! A text box that offers what it finds, by the WAI-ARIA combobox pattern: the focus stays in the
//! box, the arrow keys walk the list, Enter chooses, Escape closes. It does not search itself.

use super::id::fresh_id;
use crate::client::{Failure, browser};
use crate::state::tongue;
use crate::text::ShellText;
use crate::text::failure::failure_text;
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

/// What was found for the text in a box.
#[derive(Clone, Copy)]
pub struct Found {
    /// What can be chosen, best first. While a search is under way these are still the former text's.
    pub choices: Signal<Vec<Choice>>,
    /// Whether a search is under way.
    pub busy: Signal<bool>,
    /// Why nothing could be found out.
    pub failure: Signal<Option<Failure>>,
}

#[derive(Clone, Copy)]
struct Popup {
    found: Found,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// Enter was pressed before the answer came: it chooses from that answer.
    entered: RwSignal<bool>,
    typed: Signal<String>,
    on_choose: Callback<Choice>,
}

impl Popup {
    fn is_shown(self) -> bool {
        self.open.get() && !self.typed.with(|typed| typed.trim().is_empty())
    }

    /// The id of the choice that the arrows stand on.
    fn active_id(self, list: &str) -> Option<String> {
        let active = self.active.get().filter(|_| self.is_shown());
        active.map(|position| format!("{list}-{position}"))
    }

    fn type_on(self) {
        self.active.set(None);
        self.entered.set(false);
        self.open.set(true);
    }

    fn walk(self, key: &str) {
        self.open.set(true);
        if !self.found.busy.get_untracked() {
            let count = self.found.choices.with_untracked(Vec::len);
            self.active.update(|active| *active = step(*active, count, key));
        }
    }

    fn choose(self, position: usize) {
        let choice = self.found.choices.with_untracked(|choices| choices.get(position).cloned());
        if let Some(choice) = choice {
            self.close();
            self.on_choose.try_run(choice);
        }
    }

    fn close(self) {
        self.open.try_set(false);
        self.active.try_set(None);
    }

    /// Another list has come: no place in the former one counts, and Enter may be waiting for it.
    fn follow_answers(self) {
        Effect::new(move |_| {
            self.found.choices.track();
            self.active.set(None);
        });
        Effect::new(move |_| {
            if !self.found.busy.get() && self.entered.get_untracked() {
                self.entered.set(false);
                self.choose(0);
            }
        });
    }

    fn press(self, event: &KeyboardEvent) {
        let active = self.active.get_untracked();
        match (event.key().as_str(), active) {
            (key @ ("ArrowDown" | "ArrowUp"), _) => {
                event.prevent_default();
                self.walk(key);
            }
            // Without a choice made by the arrows, Enter takes the first: what was typed leads to it.
            ("Enter", active) if untrack(|| self.is_shown()) => {
                event.prevent_default();
                match active {
                    None if self.found.busy.get_untracked() => self.entered.set(true),
                    active => self.choose(active.unwrap_or(0)),
                }
            }
            ("Escape", _) if self.open.get_untracked() => {
                event.prevent_default();
                event.stop_propagation();
                self.entered.set(false);
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
    /// What the box is called among the controls of its form.
    #[prop(optional)]
    name: Option<&'static str>,
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
    #[prop(into)]
    typed: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_type: Callback<String>,
    /// What was found for it.
    found: Found,
    /// An example in the empty box.
    #[prop(optional, into)]
    placeholder: String,
    /// Takes what was chosen.
    #[prop(into)]
    on_choose: Callback<Choice>,
    /// Runs when the box is left.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// The box itself, for whoever must put the focus there.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let list = fresh_id("choices");
    let popup = Popup {
        found,
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        entered: RwSignal::new(false),
        typed,
        on_choose,
    };
    popup.follow_answers();
    let leave = move |_| {
        popup.close();
        if let Some(on_leave) = on_leave {
            on_leave.try_run(());
        }
    };
    let active_id = {
        let list = list.clone();
        move || popup.active_id(&list)
    };
    view! {
        <div class="combobox">
            <input
                id=id
                name=name
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
                    on_type.try_run(event.target().value());
                    popup.type_on();
                }
                on:keydown=move |event| popup.press(&event)
                on:blur=leave
            />
            <List popup list label/>
        </div>
    }
}

/// The list below the box, and how many there are, read out.
#[component]
fn List(popup: Popup, list: String, label: String) -> impl IntoView {
    let (text, tongue) = (ShellText::here(), tongue());
    let Found { choices, busy, failure } = popup.found;
    let scrolled = list.clone();
    Effect::new(move |_| {
        if let Some(position) = popup.active.get() {
            browser::bring_into_sight(&format!("{scrolled}-{position}"));
        }
    });
    let said = move || match (popup.is_shown(), busy.get(), failure.get()) {
        (false, ..) => String::new(),
        (true, true, _) => text.loading().to_owned(),
        (true, false, Some(failure)) => failure_text(&failure, tongue),
        (true, false, None) => text.results(choices.with(Vec::len)),
    };
    let nothing = move || {
        let line = match (busy.get(), failure.get()) {
            (true, _) => text.loading().to_owned(),
            (false, Some(failure)) => failure_text(&failure, tongue),
            (false, None) => text.nothing_found().to_owned(),
        };
        let is_empty = popup.is_shown() && choices.with(Vec::is_empty);
        is_empty.then(|| view! { <p class="combobox-nothing">{line}</p> })
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
    let options = move || choices.get().into_iter().enumerate().map(&option).collect_view();
    view! {
        <div class="combobox-popup" hidden=move || !popup.is_shown()>
            <ul
                id=list
                role="listbox"
                aria-label=label
                aria-busy=move || busy.get().then_some("true")
            >
                {options}
            </ul>
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
