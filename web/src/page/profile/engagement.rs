//! Where the visible conversations with a stakeholder stand.

use super::profile_facts::ProfileFactsStakeholderEngagementsNodes;
use crate::page::mark::{PracticeMark, VisibilityMark};
use crate::state::{session, tongue};
use crate::text::{ProfileText, format};
use crate::ui::{Badge, Glyph, LinkButton};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The conversations, and the way to a new one; nothing for visitors who may see none.
#[component]
pub fn Engagements(
    /// The stakeholder's id.
    party: String,
    /// Its engagements.
    engagements: Vec<ProfileFactsStakeholderEngagementsNodes>,
) -> impl IntoView {
    let text = ProfileText::here();
    let session = session();
    let is_empty = engagements.is_empty();
    let add = move || {
        let may = !session.communities_for(Action::WorkEngagement).is_empty();
        let href = format!("/engagement/new?party={party}");
        may.then(
            || view! { <LinkButton href glyph=Glyph::Add>{text.add_engagement()}</LinkButton> },
        )
    };
    let lines =
        engagements.into_iter().map(|engagement| view! { <Line engagement/> }).collect_view();
    let list = match is_empty {
        true => view! { <p class="muted">{text.engagements_none()}</p> }.into_any(),
        false => view! { <ul class="list">{lines}</ul> }.into_any(),
    };
    view! {
        <section
            class="section"
            aria-labelledby="engagements"
            hidden=move || is_empty && !session.is_signed_in()
        >
            <h2 id="engagements">{text.engagements()}</h2>
            {list}
            {add}
        </section>
    }
}

#[component]
fn Line(engagement: ProfileFactsStakeholderEngagementsNodes) -> impl IntoView {
    let (text, tongue) = (ProfileText::here(), tongue());
    let objective = format::capital(engagement.objective.label(tongue));
    let since = text.since(&format::date(&engagement.stage_since, tongue));
    let due = engagement.next_step_due.map(|due| text.due(&format::date(&due, tongue)));
    let next = engagement.next_step.map(|step| {
        view! {
            <p class="small">
                <span class="muted">{text.next_step()}</span>
                " "
                {step}
                " "
                {due}
            </p>
        }
    });
    view! {
        <li>
            <p class="relationship-line">
                <a href=format!("/engagement/{}", engagement.id)>{objective}</a>
                <Badge text=engagement.stage.label(tongue)/>
                <PracticeMark practice=engagement.practice/>
                <VisibilityMark visibility=engagement.visibility/>
            </p>
            {next}
            <p class="relationship-line small muted">
                <span>{engagement.community.name}</span>
                <span>{since}</span>
                <span>{engagement.owner.map(|owner| owner.display_name)}</span>
            </p>
        </li>
    }
}
