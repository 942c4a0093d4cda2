//! How much is recorded; each number leads to its rows where there is a list of them.

use super::home_overview::HomeOverviewDashboard;
use crate::state::{session, tongue};
use crate::text::kind::kind_plural;
use crate::text::{HomeText, format};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The counts of what this visitor may see.
#[component]
pub fn Counts(
    /// The counts.
    dashboard: HomeOverviewDashboard,
) -> impl IntoView {
    let (text, tongue) = (HomeText::here(), tongue());
    let session = session();
    let kinds = dashboard.by_kind.into_iter().filter(|one| one.count > 0).map(|one| {
        let href = format!("/directory?kind={}", one.kind.code());
        view! { <Tile value=one.count word=kind_plural(one.kind, tongue) href/> }
    });
    let working = move || {
        session.is_signed_in().then(|| {
            view! {
                <Tile value=dashboard.engagements word=text.engagements() href="/pipeline"/>
                <Tile value=dashboard.overdue word=text.overdue_count()/>
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="counts">
            <h2 id="counts">{text.counts()}</h2>
            <ul class="tiles">
                <Tile value=dashboard.stakeholders word=text.stakeholders() href="/directory"/>
                <Tile value=dashboard.relationships word=text.relationships()/>
                {working}
                <Tile value=dashboard.without_evidence word=text.thin()/>
                {kinds.collect_view()}
            </ul>
        </section>
    }
}

/// One number with its word.
#[component]
fn Tile(
    value: i64,
    #[prop(into)] word: String,
    #[prop(optional, into)] href: Option<String>,
) -> impl IntoView {
    let number = view! { <span class="tile-number">{format::number(value, tongue())}</span> };
    let tile = match href {
        Some(href) => {
            view! { <a class="tile" href=href>{number} <span>{word}</span></a> }.into_any()
        }
        None => view! { <div class="tile">{number} <span>{word}</span></div> }.into_any(),
    };
    view! { <li>{tile}</li> }
}
