//! One saved scenario: a link to it, and what can be done with it.

use super::SavedViewVisibility;
use super::saved::Row;
use crate::client::{self, browser, operations};
use crate::page::sending::{Sending, Trouble};
use crate::state::session::place;
use crate::state::{session, toaster, tongue};
use crate::text::failure::failure_text;
use crate::text::format::capital;
use crate::text::{SavedViewText, ShellText};
use crate::ui::{Button, ConfirmDialog, Dialog, Look, Purpose, TextField, WordSelect};
use domain::policy::Action;
use domain::stakeholder::Visibility;
use domain::vocabulary::Word;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/saved_view.graphql": SavedViewUpdate, SavedViewRemove);

/// The row of a saved scenario.
#[component]
pub fn Line(
    /// Which.
    row: Row,
    /// Runs when it has changed.
    changed: Callback<()>,
) -> impl IntoView {
    let (text, tongue, session) = (SavedViewText::here(), tongue(), session());
    let href = format!("/what-if?{}", row.query);
    let stands = place(Some(&row.community.id), Visibility::Community);
    let (link, kept) = (href.clone(), StoredValue::new(row.clone()));
    let works = move || {
        session.can(Action::SaveView, stands).then(|| {
            let row = kept.get_value();
            view! { <Edit row=row.clone() changed/> <Remove row changed/> }
        })
    };
    let finds = match row.visibility {
        SavedViewVisibility::Community => row.community.name,
        SavedViewVisibility::Private => capital(row.visibility.label(tongue)),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.name()>
                <a href=href>{row.title.clone()}</a>
            </th>
            <td role="cell" data-label=text.by()>
                {row.owner.map_or_else(|| text.nobody().to_owned(), |owner| owner.display_name)}
            </td>
            <td role="cell" data-label=text.finds()>{finds}</td>
            <td role="cell" data-label=text.tools()>
                <div class="row-tools">
                    <CopyLink title=row.title link/>
                    {works}
                </div>
            </td>
        </tr>
    }
}

/// Puts the address on the clipboard, whole.
#[component]
fn CopyLink(title: String, link: String) -> impl IntoView {
    let (text, shell, toaster) = (SavedViewText::here(), ShellText::here(), toaster());
    let link = StoredValue::new(link);
    let copy = Callback::new(move |()| {
        let Some(link) = link.try_get_value() else { return };
        spawn_local(async move {
            match browser::copy(&format!("{}{link}", browser::origin())).await {
                true => toaster.done(text.copied()),
                false => toaster.trouble(shell.not_copied()),
            }
        });
    });
    view! {
        <Button on_press=copy>
            <span aria-hidden="true">{text.copy()}</span>
            <span class="hidden">{text.copy_of(&title)}</span>
        </Button>
    }
}

/// The button and the dialog that names it anew.
#[component]
fn Edit(row: Row, changed: Callback<()>) -> impl IntoView {
    let text = SavedViewText::here();
    let (open, label) = (RwSignal::new(false), text.edit_of(&row.title));
    let row = StoredValue::new(row);
    let press = Callback::new(move |()| {
        open.try_set(true);
    });
    view! {
        <Button on_press=press>
            <span aria-hidden="true">{text.edit()}</span>
            <span class="hidden">{label}</span>
        </Button>
        <Dialog title=text.edit_title() open>
            <Rename row=row.get_value() changed open/>
        </Dialog>
    }
}

#[component]
fn Rename(row: Row, changed: Callback<()>, open: RwSignal<bool>) -> impl IntoView {
    let (text, toaster) = (SavedViewText::here(), toaster());
    let (title, visibility) = (RwSignal::new(row.title), RwSignal::new(row.visibility));
    let (id, expected_version) = (row.id, row.version);
    let sending = Sending::new(&["title", "visibility"]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let input = saved_view_update::UpdateViewInput {
            id: id.clone(),
            expected_version,
            title: Some(title.get_untracked()),
            visibility: Some(visibility.get_untracked()),
        };
        let work = client::send::<SavedViewUpdate>(saved_view_update::Variables { input });
        sending.send(work, move |_| {
            open.try_set(false);
            toaster.done(text.changed());
            changed.try_run(());
        });
    };
    let share = Callback::new(move |word: Option<SavedViewVisibility>| {
        visibility.try_update(|now| *now = word.unwrap_or(*now));
    });
    view! {
        <form class="form" on:submit=submit>
            <Trouble sending/>
            <TextField
                label=text.name()
                field="title"
                value=title
                refusals=sending.refusals
                required=true
            />
            <WordSelect<SavedViewVisibility>
                label=text.finds()
                field="visibility"
                value=Signal::derive(move || Some(visibility.get()))
                on_change=share
                refusals=sending.refusals
            />
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>
                    {text.keep()}
                </Button>
            </div>
        </form>
    }
}

/// The button and its question.
#[component]
fn Remove(row: Row, changed: Callback<()>) -> impl IntoView {
    let (text, tongue, toaster) = (SavedViewText::here(), tongue(), toaster());
    let (asking, busy) = (RwSignal::new(false), RwSignal::new(false));
    let label = text.remove_of(&row.title);
    let (id, expected_version) = (StoredValue::new(row.id), row.version);
    let ask = Callback::new(move |()| {
        asking.try_set(true);
    });
    let remove = Callback::new(move |()| {
        let Some(id) = id.try_get_value() else { return };
        busy.try_set(true);
        spawn_local(async move {
            let input = saved_view_remove::RemoveViewInput { id, expected_version };
            let variables = saved_view_remove::Variables { input };
            let answer = client::send::<SavedViewRemove>(variables).await;
            busy.try_set(false);
            match answer {
                Ok(_) => toaster.done(text.removed()),
                Err(failure) => toaster.trouble(failure_text(&failure, tongue)),
            }
            changed.try_run(());
        });
    });
    view! {
        <Button busy on_press=ask>
            <span aria-hidden="true">{text.remove()}</span>
            <span class="hidden">{label}</span>
        </Button>
        <ConfirmDialog
            title=text.remove_title()
            message=text.remove_message()
            confirm=text.remove()
            look=Look::Danger
            open=asking
            on_confirm=remove
        />
    }
}
