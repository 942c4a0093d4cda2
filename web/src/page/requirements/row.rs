//! One requirement: where it belongs, who decided that, and the form that decides it.

use super::form::DecideForm;
use super::requirements_shown::{self, RequirementsShownRequirementsNodes};
use super::{Disposition, RequirementToRemove, requirement_to_remove};
use crate::client;
use crate::state::{Load, place, session, toaster, tongue};
use crate::text::RequirementText;
use crate::text::failure::failure_text;
use crate::text::format::{capital, date};
use crate::ui::{Badge, Button, ConfirmDialog, Hue, Look};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One line of the table.
#[component]
pub fn Row(
    row: RequirementsShownRequirementsNodes,
    load: Load<requirements_shown::ResponseData>,
) -> impl IntoView {
    let (text, tongue, session) = (RequirementText::here(), tongue(), session());
    let at = place(row.community.as_ref().map(|one| one.id.as_str()), row.visibility);
    let may_work = move || session.can(Action::WorkRequirement, at);
    let hue = if row.disposition == Disposition::Undecided { Hue::Bad } else { Hue::Good };
    let by = row.decided_by.as_ref().map(|by| {
        view! { <a href=format!("/stakeholder/{}", by.id)>{by.name.clone()}</a>" " }
    });
    let on = row.decided_on.as_ref().map(|on| text.on(&date(on, tongue)));
    let nobody = match row.disposition {
        Disposition::Undecided => text.undecided(),
        _ => text.not_recorded(),
    };
    let nobody = (row.decided_by.is_none() && row.decided_on.is_none())
        .then(|| view! { <span class="muted">{nobody}</span> });
    let shared = StoredValue::new(row.clone());
    let tools = move || {
        may_work().then(|| {
            let row = shared.get_value();
            view! {
                <details class="disclosure">
                    <summary>{text.decide()}<span class="hidden">" "{row.text.clone()}</span></summary>
                    <DecideForm row=row.clone() load/>
                    <Removal row load/>
                </details>
            }
        })
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{row.text}</th>
            <td role="cell" data-label=text.implementation()>
                <a href=format!("/stakeholder/{}", row.implementation.id)>{row.implementation.name}</a>
            </td>
            <td role="cell" data-label=text.belongs()>
                <Badge text=capital(row.disposition.label(tongue)) hue/>
            </td>
            <td role="cell" data-label=text.decided()>{by}<span class="muted small">{on}</span>{nobody}</td>
            <td role="cell" data-label=text.note()>{row.note}</td>
            <td role="cell" data-label=text.decide()>{tools}</td>
        </tr>
    }
}

/// Takes a requirement away that was none; the history keeps it.
#[component]
fn Removal(
    row: RequirementsShownRequirementsNodes,
    load: Load<requirements_shown::ResponseData>,
) -> impl IntoView {
    let (text, tongue, toaster) = (RequirementText::here(), tongue(), toaster());
    let (id, version) = (StoredValue::new(row.id), row.version);
    let remove = Callback::new(move |()| {
        let input = requirement_to_remove::RemoveRequirementInput {
            id: id.get_value(),
            expected_version: version,
        };
        spawn_local(async move {
            let variables = requirement_to_remove::Variables { input };
            match client::send::<RequirementToRemove>(variables).await {
                Ok(_) => toaster.done(text.saved()),
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
            load.reload();
        });
    });
    let asking = RwSignal::new(false);
    view! {
        <Button look=Look::Quiet on_press=move |()| asking.set(true)>
            {text.remove()}<span class="hidden">": "{row.text}</span>
        </Button>
        <ConfirmDialog
            title=text.remove_title()
            message=text.remove_meaning()
            confirm=text.remove()
            look=Look::Danger
            open=asking
            on_confirm=remove
        />
    }
}
