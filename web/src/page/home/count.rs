//! How much is recorded; each number leads to its rows where there is a list of them.

use super::home_overview::HomeOverviewDashboard;
use super::{HomeCommunity, due, home_community};
use crate::state::session::Membership;
use crate::state::{load, session, tongue};
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
    let overdue = dashboard.overdue;
    let working = move || {
        session.is_signed_in().then(|| {
            let href = match overdue {
                0 => None,
                1..=due::ROWS => Some(format!("#{}", due::OVERDUE)),
                _ => Some("/pipeline?due=overdue&view=table".to_owned()),
            };
            let own = session.memberships().into_iter().map(|own| view! { <Engagements own/> });
            view! {
                {own.collect_view()}
                <Tile value=overdue word=text.overdue_count() href/>
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="counts">
            <h2 id="counts">{text.counts()}</h2>
            <ul class="tiles">
                <Tile value=dashboard.stakeholders word=text.stakeholders() href="/directory".to_owned()/>
                <Tile value=dashboard.relationships word=text.relationships() href="/relationships".to_owned()/>
                {working}
                <Tile value=dashboard.single_source word=text.thin() href="/relationships?sources=1".to_owned()/>
                {kinds.collect_view()}
            </ul>
            <p><a href="/unknowns">{text.unknowns()}</a></p>
        </section>
    }
}

/// The engagements of one's own community, of which the board shows one at a time.
#[component]
fn Engagements(own: Membership) -> impl IntoView {
    let text = HomeText::here();
    let (community, name) = (own.community.clone(), own.name);
    let load = load::<HomeCommunity>(move || {
        Some(home_community::Variables { community: own.community.clone() })
    });
    move || {
        let value = load.with(|data| data.dashboard.engagements)?;
        let href = format!("/pipeline?community={community}&view=table");
        Some(view! { <Tile value word=text.engagements_of(&name) href/> })
    }
}

/// One number with its word.
#[component]
fn Tile(
    value: i64,
    #[prop(into)] word: String,
    #[prop(into)] href: Option<String>,
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
