//! What the page asks of the browser itself: its storage, its address, its console.

use leptos::prelude::{document, set_timeout, window};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
    Storage, Url,
};

/// How long a file may take to be kept: some browsers ask where to first.
const KEEPING: Duration = Duration::from_secs(60);

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

/// The text that the document before kept for this one; it is given once.
pub fn take_along(key: &str) -> Option<String> {
    let storage = window().session_storage().ok()??;
    let text = storage.get_item(key).ok()?;
    storage.remove_item(key).ok();
    text
}

/// Keeps a text in this tab, for as long as the tab is open.
pub fn keep_in_tab(key: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        storage.set_item(key, text).ok();
    }
}

/// A text that was kept in this tab.
pub fn kept_in_tab(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// The language that the browser prefers, such as `fr-CM`.
pub fn language() -> Option<String> {
    window().navigator().language()
}

/// The address's query when the page was opened, such as `?lang=fr`.
pub fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The page's address as it stands in the address bar, without the host.
pub fn address() -> String {
    let location = window().location();
    let parts = [location.pathname(), location.search(), location.hash()];
    parts.into_iter().filter_map(Result::ok).collect()
}

/// Loads this page anew.
#[cfg(feature = "account")]
pub fn reload() {
    window().location().reload().ok();
}

/// Whether this document was loaded by going back or forward in the history.
pub fn came_back() -> bool {
    loading("type").as_deref() == Some("back_forward")
}

/// What the browser tells of how this document was loaded.
pub fn loading(what: &str) -> Option<String> {
    let entry = window().performance()?.get_entries_by_type("navigation").get(0);
    js_sys::Reflect::get(&entry, &JsValue::from_str(what)).ok()?.as_string()
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

/// Puts the focus on the first control within an element, or on the one of this name; where there is
/// none, on the element itself.
pub fn focus_control(within: &Element, name: Option<&str>) {
    let named = name.map(|name| format!("[name=\"{name}\"]"));
    let selectors = named.as_deref().into_iter().chain(["input, select, textarea"]);
    let found = selectors.filter_map(|selector| within.query_selector(selector).ok().flatten());
    let target = found.chain([within.clone()]).next();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        target.focus().ok();
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

/// Opens the form that a part of the page keeps folded away, if it has one.
pub fn unfold(id: &str) {
    let part = document().get_element_by_id(id);
    let folded = part.and_then(|part| part.query_selector("details:has(form)").ok().flatten());
    if let Some(folded) = folded {
        folded.set_attribute("open", "").ok();
    }
}

/// Where this page comes from, such as `https://partners.example.org`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// A text as a part of an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Puts a text on the clipboard; whether the browser let us.
pub async fn copy(text: &str) -> bool {
    // Elsewhere there is no clipboard at all, and asking for it is an error.
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}

/// Hands a file to the browser to keep, as if a link to it had been followed.
pub fn keep_file(name: &str, bytes: &[u8]) -> Option<()> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let file = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let address = Url::create_object_url_with_blob(&file).ok()?;
    let link = document().create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&address)), KEEPING);
    Some(())
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
