//! What is due, stuck, changed and unclear; for a visitor who is not signed in, what is recorded
//! and where to start.

mod count;
mod due;
mod pipeline;
mod recent;
mod start;
mod stuck;

use crate::client::{clock, operations};
use crate::state::session::Phase;
use crate::state::{load, locale, session};
use crate::text::HomeText;
use crate::ui::{Loaded, PageTitle};
use chrono::Days;
use count::Counts;
use domain::engagement::OPEN;
use due::Due;
use leptos::prelude::*;
use pipeline::Pipeline;
use recent::{Recent, Unclear};
use start::Start;
use stuck::Stuck;

operations!("graphql/home.graphql": HomeCommunity, HomeOverview, HomeWork);

/// How many days ahead a due date is shown.
const AHEAD: Days = Days::new(7);

/// The first page.
#[component]
pub fn HomePage() -> impl IntoView {
    let text = HomeText::here();
    let (session, locale) = (session(), locale());
    let load = load::<HomeOverview>(move || Some(home_overview::Variables { locale }));
    let is_visitor = move || session.phase() == Phase::Anonymous;
    let lead = move || is_visitor().then(|| view! { <p class="page-lead">{text.lead()}</p> });
    let work = move || session.is_signed_in().then(|| view! { <Work/> });
    let start = move || is_visitor().then(|| view! { <Start/> });
    view! {
        <PageTitle title=text.title()/>
        {lead}
        {work}
        {start}
        <Loaded load let:data>
            <Counts dashboard=data.dashboard.clone()/>
            <Pipeline stages=data.dashboard.by_stage/>
            <div class="columns">
                <Recent changes=data.changes.nodes/>
                <Unclear total=data.stakeholders.total_count stakeholders=data.stakeholders.nodes/>
            </div>
        </Loaded>
    }
}

/// What members have to do.
#[component]
fn Work() -> impl IntoView {
    let locale = locale();
    let today = clock::today();
    let load = load::<HomeWork>(move || {
        let due = today.checked_add_days(AHEAD).unwrap_or(today);
        let before: Vec<_> =
            OPEN.iter().copied().take_while(|stage| *stage != Stage::Active).collect();
        Some(home_work::Variables {
            locale,
            due: due.to_string(),
            open: Some(OPEN.to_vec()),
            before: Some(before),
            first: due::ROWS,
        })
    });
    view! {
        <Loaded load let:data>
            <div class="columns">
                <Due
                    today
                    engagements=data.engagements.nodes
                    actions=data.actions.nodes
                    total=data.engagements.total_count + data.actions.total_count
                />
                <Stuck today engagements=data.stuck.nodes/>
            </div>
        </Loaded>
    }
}
