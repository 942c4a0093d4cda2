//! One change: what, when, by whom, the lines that went out and came in, and the way back.

use super::answer::{Change, ChangeReversal, change_list, change_reversal, page_of, standing};
use super::difference::{Line, difference, label, record_label};
use super::name::Names;
use crate::client;
use crate::state::{place, session, toaster, tongue};
use crate::text::failure::{failure_text, refusal_text};
use crate::text::format::{capital, instant};
use crate::text::{CompareText, HistoryText, change_noun};
use crate::ui::{Badge, Button, ConfirmDialog, Look};
use domain::policy::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

type FieldChange = change_list::ChangeListChangesNodesFields;

/// One entry of the history.
#[component]
pub fn ChangeEntry(
    /// The change.
    change: Change,
    /// Runs once it was taken back.
    #[prop(into)]
    on_undone: Callback<()>,
) -> impl IntoView {
    let (text, tongue, session) = (HistoryText::here(), tongue(), session());
    let operation = match change.operation {
        change_list::ChangeOperation::Create => text.created(),
        change_list::ChangeOperation::Delete => text.deleted(),
        _ => text.updated(),
    };
    let noun = change_noun(&change.noun, tongue).unwrap_or_default();
    let by = change.actor.as_ref();
    let by = by.map_or(text.by_another().to_owned(), |actor| text.by(&actor.display_name));
    let at = change.node.as_ref().and_then(standing);
    let may_undo = Signal::derive(move || match &at {
        Some(at) => session.can(Action::Revert, place(at.community.as_deref(), at.visibility)),
        None => session.can_somewhere(Action::Revert),
    });
    let import = change.import.as_ref().map(|import| {
        let href = format!("/changes?import={import}");
        view! { <a class="small" href=href>{text.part_of_import()}</a> }
    });
    let title = change.title.clone();
    let head = match change.node.as_ref().and_then(|node| page_of(&node.id)) {
        Some(href) => view! { <a href=href>{title.clone()}</a> }.into_any(),
        None => view! { <span>{title.clone()}</span> }.into_any(),
    };
    let compare = change.node.as_ref().map(|node| {
        let href = format!("/compare?record={}&from={}", node.id, change.id);
        view! { <a class="small" href=href>{CompareText::here().with_now()}</a> }
    });
    let id = change.id.clone();
    // That an import happened is taken back with everything it brought, on the page of imports;
    // communities and accounts are the operator's.
    let stands_alone = !matches!(change.noun.as_str(), "import" | "community" | "account");
    let undo = move || {
        let (id, title) = (id.clone(), title.clone());
        (stands_alone && may_undo.get()).then(|| view! { <Undo id title on_undone/> })
    };
    view! {
        <li class="change">
            <p class="change-head">
                <strong>{head}</strong>
                " "
                <span class="muted">{noun}</span>
                " "
                <Badge text=operation/>
                " "
                {import}
            </p>
            <p class="muted small">{instant(&change.at, tongue)}" "{by}</p>
            {compare}
            <Differences noun=change.noun fields=change.fields/>
            {undo}
        </li>
    }
}

/// The fields of a change, each with its lines.
#[component]
fn Differences(noun: String, fields: Vec<FieldChange>) -> impl IntoView {
    let (text, tongue) = (HistoryText::here(), tongue());
    if fields.is_empty() {
        return view! { <p class="muted small">{text.no_fields()}</p> }.into_any();
    }
    let line = move |line: Line| match line {
        Line::Out(said) => view! {
            <li class="diff-out">
                <span aria-hidden="true">"− "</span>
                <span class="hidden">{text.taken_out()}": "</span>
                <del><Said said/></del>
            </li>
        }
        .into_any(),
        Line::In(said) => view! {
            <li class="diff-in">
                <span aria-hidden="true">"+ "</span>
                <span class="hidden">{text.put_in()}": "</span>
                <ins><Said said/></ins>
            </li>
        }
        .into_any(),
        Line::Same(said) => view! { <li class="diff-same"><Said said/></li> }.into_any(),
    };
    let field = move |field: FieldChange| {
        let values = (field.before.as_deref(), field.after.as_deref());
        let lines = difference(&noun, &field.field, values, tongue);
        view! {
            <dt>{capital(&label(&noun, &field.field, tongue))}</dt>
            <dd><ul class="diff">{lines.into_iter().map(line).collect_view()}</ul></dd>
        }
    };
    view! { <dl class="change-fields">{fields.into_iter().map(field).collect_view()}</dl> }
        .into_any()
}

/// One line; a record goes by its name and is a link to its page. What one may not see, and what
/// has no name, goes by what it is.
#[component]
fn Said(said: String) -> impl IntoView {
    let (names, tongue) = (Names::here(), tongue());
    move || {
        let name = names.of(&said).or_else(|| record_label(&said, tongue));
        match (page_of(&said), name) {
            (Some(href), Some(name)) => view! { <a href=href>{name}</a> }.into_any(),
            (_, name) => view! { <span>{name.unwrap_or_else(|| said.clone())}</span> }.into_any(),
        }
    }
}

/// The button that takes a change back, after a question.
#[component]
pub fn Undo(
    /// The id of the change.
    id: String,
    /// What was changed.
    title: String,
    /// Runs once it was taken back.
    on_undone: Callback<()>,
) -> impl IntoView {
    let (text, tongue, toaster) = (HistoryText::here(), tongue(), toaster());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let ask = Callback::new(move |()| {
        open.try_set(true);
    });
    let label = text.undo_label(&title);
    let id = StoredValue::new(id);
    let undo = Callback::new(move |()| {
        busy.try_set(true);
        spawn_local(async move {
            let input =
                change_reversal::RevertChangeInput { id: id.try_get_value().unwrap_or_default() };
            let answer = client::send::<ChangeReversal>(change_reversal::Variables { input }).await;
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
    });
    view! {
        <div class="actions">
            <Button look=Look::Quiet busy on_press=ask>
                {text.undo()}
                <span class="hidden">" "{title}</span>
            </Button>
        </div>
        <ConfirmDialog
            title=label
            message=text.undo_message()
            confirm=text.undo()
            look=Look::Danger
            open
            on_confirm=undo
        />
    }
}
