//! What the page asks of the browser itself: its storage, its address, its console.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, Storage};

/// A preference kept in this browser; none when there is none or storage is barred.
pub fn preference(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a preference in this browser; where storage is barred it lasts as long as the page.
pub fn keep_preference(key: &str, value: &str) {
    if let Some(storage) = storage() {
        storage.set_item(key, value).ok();
    }
}

/// Forgets a preference.
pub fn forget_preference(key: &str) {
    if let Some(storage) = storage() {
        storage.remove_item(key).ok();
    }
}

/// Keeps a text for the next document of this tab.
pub fn bring_along(key: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        storage.set_item(key, text).ok();
    }
}

/// The text that the document before kept for this one; it is given once.
pub fn take_along(key: &str) -> Option<String> {
    let storage = window().session_storage().ok()??;
    let text = storage.get_item(key).ok()?;
    storage.remove_item(key).ok();
    text
}

/// The language that the browser prefers, such as `fr-CM`.
pub fn language() -> Option<String> {
    window().navigator().language()
}

/// The address's query when the page was opened, such as `?lang=fr`.
pub fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// Whether this document was loaded for a path.
pub fn was_loaded_for(path: &str) -> bool {
    let loaded = || {
        let entry = window().performance()?.get_entries_by_type("navigation").get(0);
        let name = js_sys::Reflect::get(&entry, &JsValue::from_str("name")).ok()?;
        web_sys::Url::new(&name.as_string()?).ok()
    };
    loaded().is_none_or(|loaded| loaded.pathname() == path)
}

/// Loads an address as if it had just been typed, in place of the present one.
pub fn load_anew(address: &str) {
    window().location().replace(address).ok();
}

/// The address's part after `#`, taken out of the address bar and of the history: for secrets.
pub fn take_hash() -> Option<String> {
    let location = window().location();
    let hash = location.hash().ok().filter(|hash| !hash.is_empty())?;
    let address = format!("{}{}", location.pathname().ok()?, location.search().ok()?);
    let history = window().history().ok()?;
    history.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
    Some(hash)
}

/// Shows a notice of the page that was there before the application.
pub fn reveal(id: &str) {
    if let Some(notice) = document().get_element_by_id(id) {
        notice.remove_attribute("hidden").ok();
    }
}

/// Puts the focus on an element without scrolling to it.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok();
    }
}

/// Goes back to the beginning of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls an element into sight, and no further than needed.
pub fn bring_into_sight(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Writes what went wrong to the console, for whoever looks into it.
pub fn report(problem: &str) {
    web_sys::console::error_1(&problem.into());
}

/// Asks a question that can only be answered by yes or no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Sets an attribute of the page's root, such as its language.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        root.set_attribute(name, value).ok();
    }
}

/// Removes an attribute of the page's root.
pub fn clear_root(name: &str) {
    if let Some(root) = document().document_element() {
        root.remove_attribute(name).ok();
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
