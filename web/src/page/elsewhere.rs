//! A page of the part that is not loaded: its address is loaded anew, and the start script fetches
//! the part that has it.

use super::missing::MissingPage;
use crate::client::browser;
use crate::state::toaster;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::Url;

/// Stands in for every page of the other part.
///
/// When this very address brought the document here, loading it again would go round in circles:
/// then there is no such page.
#[component]
pub fn Elsewhere() -> impl IntoView {
    // The router builds a page before it writes the page's address into the history.
    let location = use_location();
    let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
    if was_loaded_for(&path) {
        return MissingPage().into_any();
    }
    let query = if search.is_empty() { search } else { format!("?{search}") };
    let address = format!("{path}{query}{}", location.hash.get_untracked());
    toaster().hand_over();
    // In place of the present entry of the history, as if the link had led there at once.
    window().location().replace(&address).ok();
    ().into_any()
}

/// Whether this document was loaded for a path.
fn was_loaded_for(path: &str) -> bool {
    let loaded = browser::loading("name").and_then(|name| Url::new(&name).ok());
    loaded.is_none_or(|loaded| loaded.pathname() == path)
}
