//! The button that takes the practice data away.

use crate::client::{self, operations};
use crate::state::{place, session, toaster, tongue};
use crate::text::BoardText;
use crate::text::failure::failure_text;
use crate::ui::{Button, ConfirmDialog, Look};
use domain::policy::Action;
use domain::stakeholder::Visibility;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/board.graphql": PracticeToRemove);

/// Removes a community's practice data, after a question; only for those who may.
#[component]
pub fn PracticeRemoval(
    /// Whose.
    #[prop(into)]
    community: String,
    /// Runs with the number of records that are gone.
    #[prop(into)]
    on_removed: Callback<i64>,
) -> impl IntoView {
    let (text, tongue, session, toaster) = (BoardText::here(), tongue(), session(), toaster());
    let at = place(Some(&community), Visibility::Community);
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let ask = Callback::new(move |()| {
        open.try_set(true);
    });
    let community = StoredValue::new(community);
    let remove = Callback::new(move |()| {
        busy.try_set(true);
        spawn_local(async move {
            let community = community.try_get_value().unwrap_or_default();
            let input = practice_to_remove::RemovePracticeDataInput { community };
            let answer =
                client::send::<PracticeToRemove>(practice_to_remove::Variables { input }).await;
            busy.try_set(false);
            match answer {
                Ok(data) => {
                    let removed = data.remove_practice_data.removed;
                    toaster.done(text.removed(removed));
                    on_removed.try_run(removed);
                }
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
        });
    });
    move || {
        session.can(Action::RemovePractice, at).then(|| {
            view! {
                <div class="actions practice-removal">
                    <Button look=Look::Quiet busy on_press=ask>{text.practice_button()}</Button>
                </div>
                <ConfirmDialog
                    title=text.practice_title()
                    message=text.practice_message()
                    confirm=text.practice_confirm()
                    look=Look::Danger
                    open
                    on_confirm=remove
                />
            }
        })
    }
}
