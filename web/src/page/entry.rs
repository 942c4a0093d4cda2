//! Forms on the page: one component draws any field by what it holds, one state knows what was
//! typed, what the rules say, and what the server answered.

mod choice;
mod conflict;
mod external_ids;
mod foot;
mod gate;
mod party;
mod people;
mod prefill;
mod source;
mod state;
mod text;
mod visibility;
mod written;

pub use choice::Options;
pub use conflict::ConflictPanel;
pub use foot::{FormFoot, FormTrouble, is_stale};
pub use gate::Gate;
pub use people::members_of;
pub use prefill::prefill;
pub use state::{FormState, Sent};
pub use visibility::{KeeperEntry, VisibilityEntry};
pub(crate) use written::written;

use crate::form::Field;
use crate::form::shape::Shape;
use crate::ui;
use choice::{ChoiceEntry, ChoicesEntry, FlagEntry};
use external_ids::ExternalIdsEntry;
use leptos::prelude::*;
use party::PartyEntry;
use source::SourceEntry;
use text::{AreaEntry, ListEntry, TextEntry, TextKind};

/// Whether a field must be filled in; said in its label, and enforced by the rules alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    /// It may stay empty.
    #[default]
    Optional,
    /// It may not.
    Required,
}

/// One field of a form, drawn by what it holds.
#[component]
pub fn Entry(
    /// The form it belongs to.
    state: FormState,
    /// Which field.
    field: Field,
    /// What it is called here, when that is more than its label says.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it must be filled in.
    #[prop(optional)]
    need: Need,
    /// Code and word of each choice, when they are other than the whole closed list.
    #[prop(optional, into)]
    options: Option<Options>,
) -> impl IntoView {
    let tongue = crate::state::tongue();
    let label = label.unwrap_or_else(|| field.label(tongue).to_owned());
    let hint = field.help(tongue).unwrap_or_default();
    let refusals = state.refusals(field);
    let required = need == Need::Required;
    let control = move |ids: ui::FieldIds| match field.shape() {
        Shape::Line(_) => view! { <TextEntry state field ids kind=TextKind::Line/> }.into_any(),
        Shape::Url => view! { <TextEntry state field ids kind=TextKind::Url/> }.into_any(),
        Shape::Day => view! { <TextEntry state field ids kind=TextKind::Day/> }.into_any(),
        Shape::PartialDate | Shape::Whole(..) | Shape::Amount => {
            view! { <TextEntry state field ids kind=TextKind::Digits/> }.into_any()
        }
        Shape::Country => view! { <TextEntry state field ids kind=TextKind::Country/> }.into_any(),
        Shape::Language => {
            view! { <TextEntry state field ids kind=TextKind::Language/> }.into_any()
        }
        Shape::Currency => {
            view! { <TextEntry state field ids kind=TextKind::Currency/> }.into_any()
        }
        Shape::Paragraph(_) => view! { <AreaEntry state field ids/> }.into_any(),
        Shape::Lines | Shape::Countries | Shape::Languages => {
            view! { <ListEntry state field ids/> }.into_any()
        }
        Shape::Truth | Shape::Choice(_) | Shape::Account | Shape::Community => {
            view! { <ChoiceEntry state field ids options need/> }.into_any()
        }
        Shape::Party(kinds) | Shape::Parties(kinds) => {
            view! { <PartyEntry state field ids kinds/> }.into_any()
        }
        Shape::Source => view! { <SourceEntry state field ids/> }.into_any(),
        Shape::ExternalIds => view! { <ExternalIdsEntry state field ids/> }.into_any(),
        Shape::Flag | Shape::Choices(_) => ().into_any(),
    };
    match field.shape() {
        Shape::Flag => view! { <FlagEntry state field/> }.into_any(),
        Shape::Choices(words) => view! { <ChoicesEntry state field words/> }.into_any(),
        _ => view! {
            <ui::Field label field=field.name() hint refusals required let:ids>
                {control(ids)}
            </ui::Field>
        }
        .into_any(),
    }
}

/// Some fields of a form, in order; `needed` are those that must be filled in.
#[component]
pub fn Entries(
    /// The form they belong to.
    state: FormState,
    /// Which fields.
    fields: &'static [Field],
    /// Those that must be filled in.
    #[prop(optional)]
    needed: &'static [Field],
) -> impl IntoView {
    fields
        .iter()
        .map(|field| view! { <Entry state field=*field need=Need::of(*field, needed)/> })
        .collect_view()
}

impl Need {
    /// Whether the field is among those that must be filled in.
    pub fn of(field: Field, needed: &[Field]) -> Self {
        if needed.contains(&field) { Self::Required } else { Self::Optional }
    }
}
