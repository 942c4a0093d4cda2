//! A page of the part that is not loaded: its address is loaded anew, and the start script fetches
//! the part that has it.

use super::missing::MissingPage;
use crate::client::browser;
use leptos::prelude::*;

/// Stands in for every page of the other part.
///
/// When this very address brought the document here, loading it again would go round in circles:
/// then there is no such page.
#[component]
pub fn Elsewhere() -> impl IntoView {
    if browser::is_first_address() {
        return MissingPage().into_any();
    }
    browser::load_anew();
    ().into_any()
}
