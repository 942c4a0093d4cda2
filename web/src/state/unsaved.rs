//! Whether leaving would lose something typed: whatever takes the page away asks first.

use super::language::Language;
use crate::client::browser;
use crate::text::ShellText;
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Knows the forms on the page that hold something unsaved, and where the page is.
#[derive(Clone, Copy)]
pub struct Unsaved {
    forms: RwSignal<Vec<Signal<bool>>>,
    here: StoredValue<String>,
}

/// The page's watch over what is unsaved.
pub fn unsaved() -> Unsaved {
    use_context::<Unsaved>().unwrap_or_else(Unsaved::new)
}

/// Has the page ask before a form is lost: call it in the form with whether it holds changes.
pub fn guard_unsaved(changed: Signal<bool>) {
    unsaved().forms.try_update_untracked(|forms| {
        forms.retain(|form| form.try_get_untracked().is_some());
        forms.push(changed);
    });
}

/// Leads to another page of ours; asks first when that would lose something.
pub fn guarded_navigation() -> impl Fn(&str) + Clone + Send + Sync {
    let (unsaved, navigate, text) = (unsaved(), use_navigate(), ShellText::here());
    move |address: &str| {
        if unsaved.may_leave(text.leave_unsaved()) {
            navigate(address, Default::default());
        }
    }
}

impl Unsaved {
    fn new() -> Self {
        Self { forms: RwSignal::new(Vec::new()), here: StoredValue::new(String::new()) }
    }

    /// Starts to watch over the page: before it is closed or reloaded the browser asks, before a
    /// link is followed or the browser goes back, the page does. Before the router starts, whose
    /// own listeners come after these.
    pub fn start(language: Language) -> Self {
        let unsaved = Self::new();
        let handle = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.is_any() {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
        unsaved.watch_history(language);
        unsaved.watch_links(language);
        unsaved
    }

    /// Keeps up with the address of the page; to be called below the router.
    pub fn follow_address(self) {
        let location = use_location();
        Effect::new(move |_| {
            let (path, search) = (location.pathname.get(), location.search.get());
            let query = if search.is_empty() { search } else { format!("?{search}") };
            self.here.set_value(format!("{path}{query}{}", location.hash.get()));
        });
    }

    /// Whether the page may be taken away: nothing is unsaved, or the person answers yes. After a yes
    /// nobody asks again.
    pub fn may_leave(self, question: &str) -> bool {
        let may = !self.is_any() || browser::confirm(question);
        if may {
            self.forms.try_update_untracked(Vec::clear);
        }
        may
    }

    /// Whether anything is unsaved.
    pub fn is_any(self) -> bool {
        let check = |form: &Signal<bool>| form.try_get_untracked().unwrap_or(false);
        self.forms.try_with_untracked(|forms| forms.iter().any(check)).unwrap_or(false)
    }

    /// The browser has gone to another entry of its history when it tells so: who stays is put back.
    fn watch_history(self, language: Language) {
        let handle = window_event_listener(ev::popstate, move |event| {
            let here = self.here.try_get_value().unwrap_or_default();
            let question = ShellText(language.present()).leave_unsaved();
            if is_elsewhere(&here, &browser::address()) && !self.may_leave(question) {
                event.stop_immediate_propagation();
                if let Ok(history) = window().history() {
                    history.push_state_with_url(&JsValue::NULL, "", Some(&here)).ok();
                }
            }
        });
        on_cleanup(move || handle.remove());
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

/// Whether a press follows a link in this tab to another page.
fn leads_away(event: &MouseEvent) -> bool {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = element.and_then(|element| element.closest("a[href]").ok().flatten());
    is_plain
        && link.is_some_and(|link| {
            let href = link.get_attribute("href").unwrap_or_default();
            let stays = link.has_attribute("target") || link.has_attribute("download");
            !stays && is_elsewhere(&browser::address(), &href)
        })
}

/// Whether an address is another page than this one, and not only another part of it.
fn is_elsewhere(here: &str, address: &str) -> bool {
    let page = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
    let (here, there) = (page(here), page(address));
    !there.is_empty() && there != here
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another part of the page is no other page; another query is.
    #[test]
    fn parts_are_not_elsewhere() {
        for (address, expected) in [
            ("#facts", false),
            ("/engagement/eng_1#facts", false),
            ("/engagement/eng_1?a=b", true),
            ("/directory", true),
            ("https://example.org", true),
        ] {
            assert_eq!(is_elsewhere("/engagement/eng_1#gains", address), expected, "{address}");
        }
    }
}
