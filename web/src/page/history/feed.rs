//! A list of changes, newest first, page by page.

use super::answer::{ChangeList, change_list};
use super::entry::ChangeEntry;
use super::name::Names;
use crate::state::paging::Trail;
use crate::state::{load, url_query};
use crate::text::HistoryText;
use crate::ui::{Empty, Loaded, Pager};
use leptos::prelude::*;

/// Which changes to list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedFilter {
    /// Only of this record.
    pub node: Option<String>,
    /// Only of records that this community keeps.
    pub community: Option<String>,
    /// Only of this import.
    pub import: Option<String>,
    /// Only since this day.
    pub since: Option<String>,
}

/// The changes that pass a filter; the page lives in the address.
#[component]
pub fn ChangeFeed(
    /// Which ones.
    #[prop(into)]
    filter: Signal<FeedFilter>,
) -> impl IntoView {
    let (text, query) = (HistoryText::here(), url_query());
    let load = load::<ChangeList>(move || {
        let filter = filter.get();
        Some(change_list::Variables {
            filter: Some(change_list::ChangeFilter {
                node: filter.node,
                community: filter.community,
                import: filter.import,
                since: filter.since.map(|day| format!("{day}T00:00:00Z")),
            }),
            after: Trail::parse(query.get("after").as_deref()).after(),
        })
    });
    Names::follow(load);
    let reload = Callback::new(move |()| load.reload());
    view! {
        <Loaded load let:data>
            {
                let next = data.changes.page_info.end_cursor.filter(|_| data.changes.page_info.has_next_page);
                let changes = data.changes.nodes;
                if changes.is_empty() {
                    view! { <Empty title=text.empty_title()><p>{text.empty_next()}</p></Empty> }.into_any()
                } else {
                    let entry = |change| view! { <ChangeEntry change on_undone=reload/> };
                    view! {
                        <ol class="changes">{changes.into_iter().map(entry).collect_view()}</ol>
                        <Pager next/>
                    }
                    .into_any()
                }
            }
        </Loaded>
    }
}
