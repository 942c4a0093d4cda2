//! What the import did, where to see it, and the button that takes it back.

use super::desk::Desk;
use super::undo::UndoImport;
use crate::form::import::Outcome;
use crate::text::ImportText;
use crate::ui::{Button, LinkButton, Look};
use leptos::html;
use leptos::prelude::*;

/// The last step.
#[component]
pub fn Done(outcome: Outcome, desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            heading.focus().ok();
        }
    });
    let undone = RwSignal::new(false);
    let on_undone = Callback::new(move |()| {
        undone.try_set(true);
        desk.changed();
    });
    let id = outcome.import.clone();
    let again = Callback::new(move |()| desk.begin_again());
    let said = text.outcome(outcome.created, outcome.matched, outcome.rejected);
    let created = format!("/changes?import={}", outcome.import);
    let ways = move || match undone.get() {
        true => view! { <p>{text.undone()}</p> }.into_any(),
        false => view! {
            <LinkButton href=created.clone() look=Look::Primary>{text.see_created()}</LinkButton>
            <LinkButton href="/directory">{text.directory()}</LinkButton>
            <UndoImport id=id.clone() look=Look::Danger on_undone/>
        }
        .into_any(),
    };
    view! {
        <section class="section panel">
            <h2 tabindex="-1" node_ref=heading>{text.step_done()}</h2>
            <p role="status">{said}</p>
            <div class="actions">
                {ways}
                <Button on_press=again>{text.another()}</Button>
            </div>
        </section>
    }
}
