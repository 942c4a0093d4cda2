//! Taking an import back: asked first; and when somebody has touched records of it since then,
//! asked once more, naming them, whether all the others go.

use crate::client::{self, Code, Failure, operations};
use crate::page::address::record_address;
use crate::state::{toaster, tongue};
use crate::text::failure::{failure_text, refusal_text};
use crate::text::{ImportText, ShellText};
use crate::ui::{Button, ConfirmDialog, Dialog, Look};
use domain::refusal::Refusal;
use leptos::prelude::*;
use leptos::task::spawn_local;

operations!("graphql/import.graphql": ImportUndoing);

/// The button and its two questions; `on_undone` runs when it worked.
#[component]
pub fn UndoImport(
    /// Which import.
    #[prop(into)]
    id: String,
    /// How much the button stands out.
    look: Look,
    /// Runs when it is undone.
    on_undone: Callback<()>,
) -> impl IntoView {
    let text = ImportText::here();
    let undoing = Undoing {
        id: StoredValue::new(id),
        busy: RwSignal::new(false),
        asking: RwSignal::new(false),
        touched: RwSignal::new(Vec::new()),
        keeping: RwSignal::new(false),
    };
    let ask = Callback::new(move |()| {
        undoing.asking.try_set(true);
    });
    let undo = undoing.undo(Touched::StandInTheWay, on_undone);
    let keep = undoing.undo(Touched::Stay, on_undone);
    view! {
        <Button look busy=undoing.busy on_press=ask>{text.undo()}</Button>
        <ConfirmDialog
            title=text.undo_title()
            message=text.undo_message()
            confirm=text.undo()
            look=Look::Danger
            open=undoing.asking
            on_confirm=undo
        />
        <Dialog title=text.touched_title() open=undoing.keeping>
            <Keeping undoing keep/>
        </Dialog>
    }
}

/// What becomes of the records that somebody has touched since.
#[derive(Clone, Copy, PartialEq)]
enum Touched {
    StandInTheWay,
    Stay,
}

#[derive(Clone, Copy)]
struct Undoing {
    id: StoredValue<String>,
    busy: RwSignal<bool>,
    asking: RwSignal<bool>,
    touched: RwSignal<Vec<Refusal>>,
    keeping: RwSignal<bool>,
}

impl Undoing {
    fn undo(self, touched: Touched, on_undone: Callback<()>) -> Callback<()> {
        let (text, tongue, toaster) = (ImportText::here(), tongue(), toaster());
        Callback::new(move |()| {
            let Some(id) = self.id.try_get_value() else { return };
            self.busy.try_set(true);
            spawn_local(async move {
                let keep_touched = touched == Touched::Stay;
                let input = import_undoing::UndoImportInput { id, keep_touched };
                let variables = import_undoing::Variables { input };
                let answer = client::send::<ImportUndoing>(variables).await;
                self.busy.try_set(false);
                match answer {
                    Ok(data) => {
                        toaster.done(match data.undo_import.kept {
                            0 => text.undone().to_owned(),
                            kept => text.undone_but(kept),
                        });
                        on_undone.try_run(());
                    }
                    Err(failure) if touched == Touched::StandInTheWay && names(&failure) => {
                        self.touched.try_set(failure.refusals);
                        self.keeping.try_set(true);
                    }
                    Err(failure) => toaster.trouble(match failure.refusals.first() {
                        Some(refusal) => refusal_text(refusal, tongue),
                        None => failure_text(&failure, tongue),
                    }),
                }
            });
        })
    }
}

/// Whether the failure names records that stand in the way.
fn names(failure: &Failure) -> bool {
    failure.code == Code::Conflict
        && failure.refusals.iter().any(|refusal| !refusal.missing.is_empty())
}

/// What stands in the way, and the second choice.
#[component]
fn Keeping(undoing: Undoing, keep: Callback<()>) -> impl IntoView {
    let text = ImportText::here();
    let close = move || {
        undoing.keeping.try_set(false);
    };
    let cancel = Callback::new(move |()| close());
    let answer = Callback::new(move |()| {
        close();
        keep.try_run(());
    });
    let touched = move || {
        let line = |refusal| view! { <li>{line(refusal)}</li> };
        undoing.touched.get().into_iter().map(line).collect_view()
    };
    view! {
        <p>{text.touched_message()}</p>
        <ul class="touched">{touched}</ul>
        <div class="actions">
            <Button on_press=cancel>{ShellText::here().cancel()}</Button>
            <Button look=Look::Danger on_press=answer>{text.undo_others()}</Button>
        </div>
    }
}

/// A record that stands in the way: its name, leading to it where it has a page, and why.
fn line(refusal: Refusal) -> impl IntoView {
    let (text, tongue) = (ImportText::here(), tongue());
    let why = refusal.label(tongue);
    let mut missing = refusal.missing.into_iter();
    let name = missing.next().unwrap_or_else(|| text.hidden_record().to_owned());
    let name = match missing.next().and_then(|id| record_address(&id)) {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    view! { {name} " " <span class="muted">{why}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::refusal::RefusalCode;

    /// The second question is asked only about records that are named.
    #[test]
    fn named_records_are_asked_about() {
        let refusal = Refusal::new(RefusalCode::LaterChange, "id");
        let failure = |refusal, code| Failure { refusals: vec![refusal], ..Failure::of(code) };
        assert!(!names(&failure(refusal.clone(), Code::Conflict)));
        let named = refusal.missing("Alpha").missing("org_1");
        assert!(names(&failure(named.clone(), Code::Conflict)));
        assert!(!names(&failure(named, Code::BadUserInput)));
    }
}
