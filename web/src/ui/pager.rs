//! The way through a long list, page by page.

use super::icon::{Glyph, Icon};
use crate::client::browser;
use crate::state::paging::Trail;
use crate::state::query::{Visit, url_query};
use crate::text::ShellText;
use leptos::prelude::*;

/// The key of the address that holds the way so far.
const KEY: &str = "after";

/// Leads to the next and the previous page; nothing when there is only one.
#[component]
pub fn Pager(
    /// The cursor at the end of this page, when another follows.
    next: Option<String>,
) -> impl IntoView {
    let text = ShellText::here();
    let query = url_query();
    let trail = Memo::new(move |_| Trail::parse(query.get(KEY).as_deref()));
    let is_last = next.is_none();
    let is_first = move || trail.with(|trail| trail.previous().is_none());
    let go = move |way: Option<String>| {
        if let Some(way) = way {
            query.change(Visit::Step, &[(KEY, Some(way))]);
            browser::scroll_to_top();
        }
    };
    let back = move |_| go(trail.try_get_untracked().and_then(|trail| trail.previous()));
    let onward = move |_| {
        let trail = trail.try_get_untracked();
        go(trail.zip(next.as_ref()).map(|(trail, cursor)| trail.next(cursor)));
    };
    view! {
        <nav class="pager" aria-label=text.pages() hidden=move || is_last && is_first()>
            <button class="button" type="button" disabled=is_first on:click=back>
                <Icon glyph=Glyph::Left/>
                {text.previous()}
            </button>
            <span class="pager-page">{move || text.page(trail.with(Trail::page))}</span>
            <button class="button" type="button" disabled=is_last on:click=onward>
                {text.next()}
                <Icon glyph=Glyph::Right/>
            </button>
        </nav>
    }
}
