//! Whether leaving would lose something typed: whatever takes the page away asks first.

use super::language::Language;
use crate::client::browser;
use crate::text::ShellText;
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Knows the forms on the page that hold something unsaved.
#[derive(Clone, Copy)]
pub struct Unsaved(RwSignal<Vec<Signal<bool>>>);

/// The page's watch over what is unsaved.
pub fn unsaved() -> Unsaved {
    use_context::<Unsaved>().unwrap_or_else(|| Unsaved(RwSignal::new(Vec::new())))
}

/// Has the page ask before a form is lost: call it in the form with whether it holds changes.
pub fn guard_unsaved(changed: Signal<bool>) {
    let Unsaved(forms) = unsaved();
    forms.try_update_untracked(|forms| {
        forms.retain(|form| form.try_get_untracked().is_some());
        forms.push(changed);
    });
}

impl Unsaved {
    /// Starts to watch over the page: before it is closed or reloaded the browser asks, before a
    /// link is followed the page does.
    pub fn start(language: Language) -> Self {
        let unsaved = Self(RwSignal::new(Vec::new()));
        let handle = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.is_any() {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
        unsaved.watch_links(language);
        unsaved
    }

    /// Whether the page may be taken away: nothing is unsaved, or the person answers yes.
    pub fn may_leave(self, question: &str) -> bool {
        !self.is_any() || browser::confirm(question)
    }

    fn is_any(self) -> bool {
        let check = |form: &Signal<bool>| form.try_get_untracked().unwrap_or(false);
        self.0.try_with_untracked(|forms| forms.iter().any(check)).unwrap_or(false)
    }

    /// Asks on the way down to the link, before the router has seen the press.
    fn watch_links(self, language: Language) {
        let listener = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            let question = ShellText(language.present()).leave_unsaved();
            if leads_away(&event) && !self.may_leave(question) {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        let target = document();
        let handler = listener.as_ref().unchecked_ref();
        target.add_event_listener_with_callback_and_bool("click", handler, true).ok();
        // The application lives as long as the page does.
        listener.forget();
    }
}

/// Whether a press follows a link in this tab.
fn leads_away(event: &MouseEvent) -> bool {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = element.and_then(|element| element.closest("a[href]").ok().flatten());
    is_plain
        && link.is_some_and(|link| {
            let stays = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
            !stays && !link.has_attribute("target")
        })
}
