//! One relationship in a sentence that leads to it, and so to its evidence.

use super::Tie;
use crate::page::mark::StateMark;
use crate::state::tongue;
use crate::text::LossText;
use domain::relationship::RelationshipState;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Who does what to whom, through whom.
pub fn words(tie: &Tie) -> String {
    let kind = tie.kind.label(tongue());
    let through = tie.via.as_ref().map(|via| LossText::here().through(&via.name));
    let through = through.map(|words| format!(" {words}")).unwrap_or_default();
    format!("{} {kind} {}{through}", tie.source.name, tie.target.name)
}

/// Some relationships, each a link; nothing when there are none.
#[component]
pub fn Ties(
    /// Which.
    ties: Vec<Tie>,
) -> impl IntoView {
    let line = |tie: Tie| {
        let is_settled = tie.state == RelationshipState::Confirmed;
        view! {
            <li>
                <a href=format!("/relationship/{}", tie.id)>{words(&tie)}</a>
                {(!is_settled).then(|| view! { " " <StateMark state=tie.state/> })}
            </li>
        }
    };
    (!ties.is_empty())
        .then(|| view! { <ul class="ties small">{ties.into_iter().map(line).collect_view()}</ul> })
}
