//! The outreach plan: whom a community approaches, grouped by what it wants to reach, and how its
//! conversations go.

mod funnel;
mod plan;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::Visit;
use crate::state::{load, locale, session, url_query};
use crate::text::OutreachText;
use crate::ui::{FailureNotice, Loaded, Loading, PageTitle, Select, WordSelect};
use domain::engagement::OPEN;
use domain::vocabulary::Word;
use funnel::Funnel;
use leptos::prelude::*;
use plan::Plan;

operations!("graphql/outreach.graphql": OutreachCommunities, OutreachFunnel, OutreachPlan);

/// How many rows a page has.
const ROWS: i64 = 50;

/// The page of the address `/outreach?community=&objective=`.
#[component]
pub fn OutreachPage() -> impl IntoView {
    let (text, query, session) = (OutreachText::here(), url_query(), session());
    let known = load::<OutreachCommunities>(|| Some(outreach_communities::Variables));
    let communities = Signal::derive(move || {
        let data = known.data().map(|data| data.communities).unwrap_or_default();
        data.into_iter().map(|one| (one.id, one.name)).collect::<Vec<_>>()
    });
    // Without a community in the address: one's own, else the first.
    let community = Memo::new(move |_| {
        let own = || session.memberships().into_iter().next().map(|one| one.community);
        let first = || communities.get().into_iter().next().map(|(id, _)| id);
        query.get("community").or_else(own).or_else(first)
    });
    let chosen = Signal::derive(move || community.get().unwrap_or_default());
    let choose = Callback::new(move |id: String| {
        query.change(Visit::Step, &[("community", Some(id)), ("after", None)]);
    });
    let objective = Signal::derive(move || query.word::<Objective>("objective"));
    let choose_objective = Callback::new(move |word: Option<Objective>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("objective", code), ("after", None)]);
    });
    view! {
        <PageTitle title=text.title()/>
        <p class="page-lead">{text.lead()}</p>
        <div class="filters" role="search">
            <Select label=text.community() options=communities value=chosen on_change=choose/>
            <WordSelect label=text.objective() none=text.any_objective() value=objective on_change=choose_objective/>
        </div>
        {move || match community.get() {
            Some(community) => view! { <OutreachOf community/> }.into_any(),
            None => match known.failure() {
                Some(failure) => view! { <FailureNotice failure/> }.into_any(),
                None => view! { <Loading/> }.into_any(),
            },
        }}
    }
}

#[component]
fn OutreachOf(community: String) -> impl IntoView {
    let (query, locale) = (url_query(), locale());
    let whose = StoredValue::new(community);
    let plan = load::<OutreachPlan>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let filter = outreach_plan::EngagementFilter {
            community: Some(whose.get_value()),
            stages: Some(OPEN.iter().copied().chain([Stage::Dormant]).collect()),
            objectives: query.word::<Objective>("objective").map(|word| vec![word]),
            party: None,
            owner: None,
            has_owner: None,
            has_entry_point: None,
            due_by: None,
            text: None,
            practice: None,
        };
        Some(outreach_plan::Variables { filter, first: ROWS, after, locale })
    });
    let funnel = load::<OutreachFunnel>(move || {
        Some(outreach_funnel::Variables { community: whose.get_value(), locale })
    });
    view! {
        <div class="actions"><CopyQuery request=plan.request()/></div>
        <Loaded load=plan let:data><Plan engagements=data.engagements/></Loaded>
        <Loaded load=funnel let:data><Funnel funnel=data.engagement_funnel/></Loaded>
    }
}
