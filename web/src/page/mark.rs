//! Marks beside a record: what one must know before one relies on it.

use crate::state::tongue;
use crate::text::ShellText;
use crate::ui::{Badge, Hue};
use domain::relationship::RelationshipState;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Says who may see a record that not everybody may.
#[component]
pub fn VisibilityMark(
    /// Who may see it.
    visibility: Visibility,
) -> impl IntoView {
    let tongue = tongue();
    match visibility {
        Visibility::Public => None,
        Visibility::Community => Some(view! { <Badge text=visibility.label(tongue)/> }),
        Visibility::Restricted => {
            Some(view! { <Badge hue=Hue::Warning text=visibility.label(tongue)/> })
        }
    }
}

/// Says that a record is there for practice and is no fact.
#[component]
pub fn PracticeMark(
    /// Whether it is.
    practice: bool,
) -> impl IntoView {
    practice.then(|| view! { <Badge hue=Hue::Hatched text=ShellText::here().practice()/> })
}

/// Says that something was concluded from a source rather than said in it.
#[component]
pub fn InferredMark(
    /// Whether it was.
    inferred: bool,
) -> impl IntoView {
    let text = ShellText::here();
    inferred.then(|| {
        view! { <Badge hue=Hue::Hatched text=text.inferred() title=text.inferred_why()/> }
    })
}

/// Says that it is not clear who or what this is.
#[component]
pub fn UnresolvedMark(
    /// Whether it is unclear.
    unresolved: bool,
) -> impl IntoView {
    unresolved.then(|| view! { <Badge hue=Hue::Warning text=ShellText::here().unresolved()/> })
}

/// Says that a record was put away.
#[component]
pub fn ArchivedMark(
    /// Whether it was.
    archived: bool,
) -> impl IntoView {
    archived.then(|| view! { <Badge text=ShellText::here().archived()/> })
}

/// Says how far a relationship is settled.
#[component]
pub fn StateMark(
    /// Its state.
    state: RelationshipState,
) -> impl IntoView {
    let hue = match state {
        RelationshipState::Confirmed => Hue::Good,
        RelationshipState::Proposed => Hue::Warning,
        RelationshipState::Disputed => Hue::Bad,
        RelationshipState::Ended | RelationshipState::Retracted => Hue::Plain,
    };
    view! { <Badge hue text=state.label(tongue())/> }
}
