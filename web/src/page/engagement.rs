//! One engagement: where it stands, what each side gains, what was said, what is next, and where it
//! can go from here.

mod commitment;
mod contact;
mod decision;
mod desk;
mod fact;
mod ledger;
mod moves;
mod onboarding;
mod past;
mod proposal;
mod record;
mod task;

use crate::page::due::days_since;
use crate::page::missing::MissingPage;
use crate::state::{load, locale, tongue};
use crate::text::format::{capital, date};
use crate::text::{EngagementText, ShellText};
use crate::ui::{Badge, Hue, LoadedPage, PageTitle};
use desk::Desk;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use record::{Engagement, EngagementShown, engagement, engagement_shown};

/// The page of the address `/engagement/:id`.
#[component]
pub fn EngagementPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    move || view! { <OneEngagement id=id.get()/> }
}

/// What is typed lives in the desk, outside what is loaded, so that a reload takes nothing away.
#[component]
fn OneEngagement(id: String) -> impl IntoView {
    let variables = engagement_shown::Variables { id: id.clone(), locale: locale() };
    let load = load::<EngagementShown>(move || Some(variables.clone()));
    let desk = Desk::new(id, load);
    view! {
        <LoadedPage load let:data>
            {match engagement(data) {
                Some(engagement) => view! { <Shown engagement desk/> }.into_any(),
                None => view! { <MissingPage/> }.into_any(),
            }}
        </LoadedPage>
    }
}

#[component]
fn Shown(engagement: Engagement, desk: Desk) -> impl IntoView {
    desk.take_up(&engagement);
    let text = EngagementText::here();
    let why = engagement.why.clone();
    let shared = StoredValue::new(engagement);
    let part = move || shared.get_value();
    view! {
        <Heading engagement=part()/>
        <p class="engagement-why">{why}</p>
        <div class="columns">
            <div class="stack">
                <ledger::Ledger engagement=part() desk/>
                <contact::Contacts engagement=part() desk/>
                <proposal::Proposal engagement=part() desk/>
                <decision::Decision engagement=part() desk/>
                <commitment::Commitments engagement=part() desk/>
                <onboarding::Onboarding engagement=part() desk/>
                <task::Tasks engagement=part() desk/>
                <past::Past engagement=part()/>
            </div>
            <aside class="stack engagement-side" aria-label=text.facts()>
                <moves::Moves engagement=part() desk/>
                <fact::NextStep engagement=part()/>
                <fact::Facts engagement=part() desk/>
            </aside>
        </div>
    }
}

/// With whom and for what, and how it stands.
#[component]
fn Heading(engagement: Engagement) -> impl IntoView {
    let (text, shell, tongue) = (EngagementText::here(), ShellText::here(), tongue());
    let objective = engagement.objective.label(tongue);
    let days = days_since(&engagement.stage_since, crate::client::clock::today());
    let since = date(&engagement.stage_since, tongue);
    let stage = text.in_stage(&capital(engagement.stage.label(tongue)), &since, days);
    let practice =
        engagement.practice.then(|| view! { <Badge text=shell.practice() hue=Hue::Hatched/> });
    let visibility = (engagement.visibility != Visibility::Public)
        .then(|| view! { <Badge text=engagement.visibility.label(tongue)/> });
    let party = engagement.party.party;
    view! {
        <PageTitle title=text.title(&party.name, objective)>
            <Badge text=stage hue=Hue::Good/>
            {practice}
            {visibility}
        </PageTitle>
        <p>
            <a href=format!("/stakeholder/{}", party.id)>{party.name.clone()}</a>
            <span class="muted">" · "{party.kind.label(tongue)}" · "</span>
            <a href=format!("/pipeline?community={}", engagement.community.id)>{engagement.community.name}</a>
        </p>
    }
}
