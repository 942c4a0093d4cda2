//! What changed lately, anywhere or in one community, one record or one import.

use crate::client::operations;
use crate::page::history::{ChangeFeed, FeedFilter};
use crate::state::query::Visit;
use crate::state::{UrlQuery, load, url_query};
use crate::text::{HistoryText, ShellText};
use crate::ui::{Field, Glyph, Icon, PageTitle, Select};
use leptos::prelude::*;

operations!("graphql/board.graphql": PipelineCommunities);

/// The page of the address `/changes?community=&since=&node=&import=`.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let (text, query) = (HistoryText::here(), url_query());
    let filter = Signal::derive(move || filter(query));
    view! {
        <PageTitle title=text.title()/>
        <p class="page-lead">{text.intro()}</p>
        <div class="filters" role="search">
            <CommunityFilter/>
            <SinceFilter/>
            <Pin key="node" label=text.of_record()/>
            <Pin key="import" label=text.of_import()/>
        </div>
        <ChangeFeed filter/>
    }
}

fn filter(query: UrlQuery) -> FeedFilter {
    FeedFilter {
        node: query.get("node"),
        community: query.get("community"),
        import: query.get("import"),
        since: query.get("since"),
    }
}

/// Changes a filter and goes back to the first page.
fn narrow(query: UrlQuery, key: &str, value: Option<String>) {
    query.change(Visit::Step, &[(key, value), ("after", None)]);
}

/// The community of the address, or all of them.
#[component]
pub fn CommunityFilter() -> impl IntoView {
    let (text, query) = (HistoryText::here(), url_query());
    let known = load::<PipelineCommunities>(|| Some(pipeline_communities::Variables));
    let options = Signal::derive(move || {
        let data = known.data().map(|data| data.communities).unwrap_or_default();
        let all = [(String::new(), text.everywhere().to_owned())];
        all.into_iter().chain(data.into_iter().map(|one| (one.id, one.name))).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || query.get("community").unwrap_or_default());
    let change = Callback::new(move |id: String| narrow(query, "community", Some(id)));
    view! { <Select label=text.community() options value on_change=change/> }
}

#[component]
fn SinceFilter() -> impl IntoView {
    let (text, query) = (HistoryText::here(), url_query());
    view! {
        <Field label=text.since() let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=move || query.get("since").unwrap_or_default()
                on:change:target=move |event| narrow(query, "since", Some(event.target().value()))
            />
        </Field>
    }
}

/// A filter that came by a link, and can only be taken away.
#[component]
fn Pin(key: &'static str, label: &'static str) -> impl IntoView {
    let (shell, query) = (ShellText::here(), url_query());
    move || {
        query.get(key).map(|_| {
            view! {
                <span class="chip">
                    <span>{label}</span>
                    <button
                        class="chip-remove"
                        type="button"
                        aria-label=shell.remove(label)
                        on:click=move |_| narrow(query, key, None)
                    >
                        <Icon glyph=Glyph::Close/>
                    </button>
                </span>
            }
        })
    }
}
