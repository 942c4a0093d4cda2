//! The imports so far, each with what it did and the button that takes it back.

use super::desk::Desk;
use super::undo::UndoImport;
use crate::client::operations;
use crate::state::{load, place, session, tongue};
use crate::text::ImportText;
use crate::text::format::instant;
use crate::ui::{Badge, Loaded, Look};
use domain::policy::Action;
use leptos::prelude::*;

operations!("graphql/import.graphql": ImportList);

type Import = import_list::ImportListImportsNodes;

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
                {if data.imports.nodes.is_empty() {
                    view! { <p class="muted">{text.no_earlier()}</p> }.into_any()
                } else {
                    view! { <List imports=data.imports.nodes on_undone=reload/> }.into_any()
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
    let id = StoredValue::new(import.id.clone());
    let undone = import.undone_at.is_some();
    let tools = move || {
        if undone {
            return Some(view! { <Badge text=text.was_undone()/> }.into_any());
        }
        session.can(Action::Import, at).then(|| {
            view! { <UndoImport id=id.get_value() look=Look::Quiet on_undone/> }.into_any()
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
