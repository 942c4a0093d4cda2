//! Who is hit, the hardest first, with every reason and the relationships that it rests on.

use super::tie::Ties;
use super::{Hit, LossSeverity};
use crate::state::tongue;
use crate::text::LossText;
use crate::text::format::capital;
use crate::ui::{Badge, Hue};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The ranked list.
#[component]
pub fn Ranked(
    /// Who is hit, in order.
    hits: Vec<Hit>,
) -> impl IntoView {
    let item = |hit: Hit| view! { <Item hit/> };
    view! { <ol class="hits">{hits.into_iter().map(item).collect_view()}</ol> }
}

/// How hard somebody is hit, in words.
#[component]
pub fn SeverityMark(
    /// How hard.
    severity: LossSeverity,
) -> impl IntoView {
    let hue = match severity {
        LossSeverity::LeftWithNone => Hue::Bad,
        LossSeverity::LosesPart => Hue::Warning,
        LossSeverity::AtRisk => Hue::Plain,
    };
    view! { <Badge hue text=severity.label(tongue())/> }
}

#[component]
fn Item(hit: Hit) -> impl IntoView {
    let (text, tongue) = (LossText::here(), tongue());
    let id = hit.stakeholder.id;
    let causes = hit.causes.into_iter().map(|cause| {
        let reason = capital(cause.reason.label(tongue));
        let told = text.cause(&reason, cause.lost, cause.recorded);
        view! {
            <li>
                <span class="cause">{told}</span>
                <Ties ties=cause.relationships/>
            </li>
        }
    });
    let because = (!hit.because.is_empty()).then(|| {
        view! { <p class="small muted">{text.because()}</p> <Ties ties=hit.because/> }
    });
    let remaining = (!hit.remaining.is_empty()).then(|| {
        view! { <p class="small muted">{text.remaining()}</p> <Ties ties=hit.remaining/> }
    });
    let pays = (hit.funders > 0).then(|| {
        view! { <a class="small" href=format!("/funding?of={id}")>{text.who_pays()}</a> }
    });
    view! {
        <li class="hit">
            <p class="hit-line">
                <a href=format!("/stakeholder/{id}")>{hit.stakeholder.name}</a>
                <SeverityMark severity=hit.severity/>
                {pays}
            </p>
            <p>{hit.sentence}</p>
            <ul class="causes">{causes.collect_view()}</ul>
            {because}
            {remaining}
        </li>
    }
}
