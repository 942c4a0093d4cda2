//! How the engagement came to where it is: its stages so far, and what it rests on.

use super::record::{Engagement, engagement_shown};
use crate::state::tongue;
use crate::text::format::{capital, instant};
use crate::text::{EngagementText, ShellText};
use crate::ui::{Badge, Glyph, Hue, LinkButton, Look};
use domain::vocabulary::Word;
use leptos::prelude::*;

type Step = engagement_shown::EngagementShownNodeOnEngagementTransitions;
type Evidence = engagement_shown::EngagementShownNodeOnEngagementEvidence;

/// Stages so far, evidence, and the way to every change.
#[component]
pub fn Past(engagement: Engagement) -> impl IntoView {
    let text = EngagementText::here();
    let step = |step| view! { <StepLine step/> };
    let steps = engagement.transitions.into_iter().map(step).collect_view();
    let evidence = (!engagement.evidence.is_empty()).then(|| {
        let line = |evidence| view! { <EvidenceLine evidence/> };
        let lines = engagement.evidence.into_iter().map(line).collect_view();
        view! { <h3>{text.evidence()}</h3><ul class="plain">{lines}</ul> }
    });
    let href = format!("/changes?node={}", engagement.id);
    view! {
        <section class="section panel" id="past">
            <h2>{text.history()}</h2>
            <ol class="steps">{steps}</ol>
            {evidence}
            <div class="actions">
                <LinkButton href look=Look::Quiet glyph=Glyph::History>{text.full_history()}</LinkButton>
            </div>
        </section>
    }
}

#[component]
fn StepLine(step: Step) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let to = capital(step.to.label(tongue));
    let from = step.from.map_or(capital(text.opened()), |from| capital(from.label(tongue)));
    let by = step.by.map(|by| text.by(&by.display_name));
    view! {
        <li>
            <strong>{text.step(&from, &to)}</strong>
            <span class="muted small">{instant(&step.at, tongue)}" "{by}</span>
            {step.note.map(|note| view! { <p>{note}</p> })}
        </li>
    }
}

#[component]
fn EvidenceLine(evidence: Evidence) -> impl IntoView {
    let (shell, tongue) = (ShellText::here(), tongue());
    let source = evidence.source;
    let title = match source.url {
        Some(url) => {
            view! { <a href=url rel="noopener noreferrer" target="_blank">{source.title}</a> }
                .into_any()
        }
        None => view! { <span>{source.title}</span> }.into_any(),
    };
    let inferred = evidence.inferred.then(|| {
        view! { <Badge text=shell.inferred() title=shell.inferred_why().to_owned() hue=Hue::Hatched/> }
    });
    view! {
        <li>
            <Badge text=evidence.stance.label(tongue)/>
            " "
            {title}
            {evidence.locator.map(|locator| view! { <span class="muted">", "{locator}</span> })}
            " "
            {inferred}
            {evidence.note.map(|note| view! { <p class="small">{note}</p> })}
        </li>
    }
}
