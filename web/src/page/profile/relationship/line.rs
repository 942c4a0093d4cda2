//! One relationship on the page of one of its ends.

use super::group::{Row, Toward};
use crate::page::evidence::EvidenceList;
use crate::page::mark::{InferredMark, PracticeMark, StateMark, VisibilityMark};
use crate::page::term::{Terms, terms};
use crate::state::tongue;
use crate::text::{EvidenceText, ProfileText, RelationshipText, format};
use crate::ui::Disclosure;
use domain::relationship::RelationshipState;
use leptos::prelude::*;

/// What joins it with whom, since when, in which state; its evidence is one press away.
#[component]
pub fn Line(
    /// The relationship.
    toward: Toward,
) -> impl IntoView {
    let (text, tongue) = (ProfileText::here(), tongue());
    let label = toward.label(tongue);
    let row = toward.row;
    let time = format::span(row.valid_from.as_deref(), row.valid_to.as_deref(), tongue);
    let details: Vec<_> = terms(row_terms(&row), tongue)
        .into_iter()
        .map(|(label, value)| RelationshipText::here().term(label, &value))
        .collect();
    let count = i64::try_from(row.evidence.len()).unwrap_or(i64::MAX);
    let evidence: Vec<_> = row.evidence.into_iter().map(Into::into).collect();
    let proof = match count {
        0 => view! { <span class="muted">{EvidenceText::here().count(0)}</span> }.into_any(),
        count => view! {
            <Disclosure summary=move || EvidenceText::here().count(count)>
                <EvidenceList evidence/>
            </Disclosure>
        }
        .into_any(),
    };
    let is_settled = row.state == RelationshipState::Confirmed;
    view! {
        <li class="relationship" data-state=row.state.to_string()>
            <p class="relationship-line">
                <span class="relationship-kind">{label}</span>
                <a class="relationship-party" href=format!("/stakeholder/{}", toward.id)>{toward.name}</a>
                <span class="muted">{time}</span>
                {(!is_settled).then(|| view! { <StateMark state=row.state/> })}
                <InferredMark inferred=row.inferred/>
                <PracticeMark practice=row.practice/>
                <VisibilityMark visibility=row.visibility/>
            </p>
            {(!details.is_empty()).then(|| view! { <p class="small muted">{details.join(" · ")}</p> })}
            {row.note.map(|note| view! { <p class="small">{note}</p> })}
            <div class="relationship-foot small">
                {proof}
                <a href=format!("/relationship/{}", row.id)>{text.open()}</a>
            </div>
        </li>
    }
}

fn row_terms(row: &Row) -> Terms {
    Terms {
        role: row.role.clone(),
        topic: row.topic.clone(),
        constituency: row.constituency.clone(),
        voting: row.voting,
        cadence: row.cadence.clone(),
        last_heard: row.last_heard.clone(),
        amount: row.amount.zip(row.currency.clone()),
        share: (row.share_min, row.share_max),
        purpose: row.purpose,
        form: row.form,
        via: row.via.as_ref().map(|one| one.name.clone()),
        blocked_by: row.blocked_by.as_ref().map(|one| one.name.clone()),
        strength: row.strength,
        consent: None,
    }
}
