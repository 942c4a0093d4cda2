//! The imports so far, each with what it did and the button that takes it back.

use super::desk::Desk;
use crate::client::{self, operations};
use crate::state::{load, place, session, toaster, tongue};
use crate::text::ImportText;
use crate::text::failure::{failure_text, refusal_text};
use crate::text::format::instant;
use crate::ui::{Badge, Button, ConfirmDialog, Loaded, Look};
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/import.graphql": ImportList, ImportUndoing);

type Import = import_list::ImportListImports;

/// Takes an import back by its id and says what came of it; `on_undone` runs when it worked.
pub fn undo_import(busy: RwSignal<bool>, on_undone: Callback<()>) -> Callback<String> {
    let (text, tongue, toaster) = (ImportText::here(), tongue(), toaster());
    Callback::new(move |id: String| {
        busy.try_set(true);
        spawn_local(async move {
            let input = import_undoing::UndoImportInput { id };
            let answer = client::send::<ImportUndoing>(import_undoing::Variables { input }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toaster.done(text.undone());
                    on_undone.try_run(());
                }
                Err(failure) => toaster.trouble(match failure.refusals.first() {
                    Some(refusal) => refusal_text(refusal, tongue),
                    None => failure_text(&failure, tongue),
                }),
            }
        });
    })
}

/// The list; it follows what is imported and undone above it.
#[component]
pub fn Earlier(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let load = load::<ImportList>(|| Some(import_list::Variables));
    Effect::new(move |before: Option<u32>| {
        let now = desk.imported();
        if before.is_some_and(|before| before != now) {
            load.reload();
        }
        now
    });
    let reload = Callback::new(move |()| load.reload());
    view! {
        <section class="section">
            <h2>{text.earlier()}</h2>
            <Loaded load let:data>
                {if data.imports.is_empty() {
                    view! { <p class="muted">{text.no_earlier()}</p> }.into_any()
                } else {
                    view! { <List imports=data.imports on_undone=reload/> }.into_any()
                }}
            </Loaded>
        </section>
    }
}

#[component]
fn List(imports: Vec<Import>, on_undone: Callback<()>) -> impl IntoView {
    let text = ImportText::here();
    let head = [text.when(), text.file(), text.who(), text.counts(), text.undo()];
    let head = head.into_iter().map(|title| view! { <th scope="col">{title}</th> });
    let line = |import| view! { <Line import on_undone/> };
    view! {
        <div class="table-wrap">
            <table class="table table-cards">
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{imports.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(import: Import, on_undone: Callback<()>) -> impl IntoView {
    let (text, tongue, session) = (ImportText::here(), tongue(), session());
    let at = place(Some(&import.community.id), Visibility::Community);
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let undoing = undo_import(busy, on_undone);
    let id = StoredValue::new(import.id.clone());
    let undo = Callback::new(move |()| undoing.run(id.get_value()));
    let ask = Callback::new(move |()| {
        open.try_set(true);
    });
    let undone = import.undone_at.is_some();
    let tools = move || {
        if undone {
            return Some(view! { <Badge text=text.was_undone()/> }.into_any());
        }
        session.can(Action::Import, at).then(|| {
            view! {
                <Button look=Look::Quiet busy on_press=ask>{text.undo()}</Button>
                <ConfirmDialog
                    title=text.undo_title()
                    message=text.undo_message()
                    confirm=text.undo()
                    look=Look::Danger
                    open
                    on_confirm=undo
                />
            }
            .into_any()
        })
    };
    let href = format!("/changes?import={}", import.id);
    let counts = format!("{} · {} · {}", import.created, import.matched, import.rejected);
    view! {
        <tr>
            <th scope="row"><a href=href>{instant(&import.at, tongue)}</a></th>
            <td data-label=text.file()>{import.file_name.unwrap_or_else(|| text.pasted().to_owned())}</td>
            <td data-label=text.who()>{import.actor.map(|actor| actor.display_name)}</td>
            <td data-label=text.counts()>{counts}</td>
            <td data-label=text.undo()>{tools}</td>
        </tr>
    }
}
