//! The proposal, as link, file name or text, and the group that decides about it.

use super::desk::{Desk, Part};
use super::fact::PartForm;
use super::record::Engagement;
use crate::form::Field;
use crate::form::engagement::PROPOSAL;
use crate::state::tongue;
use crate::text::EngagementText;
use crate::ui::{Button, Glyph, Look};
use domain::policy::Action;
use leptos::prelude::*;

/// The proposal, or its form.
#[component]
pub fn Proposal(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let may_work = desk.may(Action::WorkEngagement);
    let edit = Callback::new(move |()| desk.edit(Part::Proposal, None));
    let shared = StoredValue::new(engagement);
    let body = move || match desk.editing.get() {
        Some(Part::Proposal) => view! { <PartForm desk fields=PROPOSAL/> }.into_any(),
        _ => view! { <Recorded engagement=shared.get_value()/> }.into_any(),
    };
    let tools = move || {
        (may_work.get() && desk.editing.get().is_none()).then(|| {
            view! { <Button look=Look::Quiet glyph=Glyph::Edit on_press=edit>{text.edit()}</Button> }
        })
    };
    view! {
        <section class="section panel" id="proposal" tabindex="-1">
            <div class="section-head"><h2>{text.proposal()}</h2> {tools}</div>
            {body}
        </section>
    }
}

#[component]
fn Recorded(engagement: Engagement) -> impl IntoView {
    let text = EngagementText::here();
    let url = engagement.proposal_url.map(|url| {
        let shown = url.clone();
        view! { <p><a href=url rel="noopener noreferrer" target="_blank">{shown}</a></p> }
    });
    let file = engagement
        .proposal_file
        .map(|file| view! { <p><span class="muted">{text.file()}": "</span><span class="mono">{file}</span></p> });
    let written = engagement.proposal_text.map(|words| view! { <p class="prose">{words}</p> });
    let nothing = url.is_none() && file.is_none() && written.is_none();
    let group = match engagement.deciding_group {
        Some(group) => {
            let href = format!("/stakeholder/{}", group.party.id);
            view! { <p><span class="muted">{text.who_decides()}</span><a href=href>{group.party.name}</a></p> }
                .into_any()
        }
        None if engagement.no_deciding_group => {
            view! { <p>{Field::NoDecidingGroup.label(tongue())}</p> }.into_any()
        }
        None => view! { <p class="muted">{text.no_deciding_group()}</p> }.into_any(),
    };
    view! {
        {nothing.then(|| view! { <p class="muted">{text.no_proposal()}</p> })}
        {url}
        {file}
        {written}
        {group}
    }
}
