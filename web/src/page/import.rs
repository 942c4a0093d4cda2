//! Bringing in a list: paste or drop, assign the columns, see what becomes of each row, commit in
//! one step, undo with one button.

mod column;
mod desk;
mod earlier;
mod outcome;
mod paste;
mod row;
mod undo;

use crate::page::entry::Gate;
use crate::page::export::ExportFiles;
use crate::state::session;
use crate::text::{ExportText, ImportText};
use crate::ui::PageTitle;
use desk::Desk;
use domain::policy::Action;
use leptos::prelude::*;

/// The page of the address `/import`.
#[component]
pub fn ImportPage() -> impl IntoView {
    let (text, session) = (ImportText::here(), session());
    let allowed = Signal::derive(move || session.can_somewhere(Action::Import));
    view! {
        <PageTitle title=text.title()/>
        <Gate allowed><Steps/></Gate>
    }
}

#[component]
fn Steps() -> impl IntoView {
    let text = ImportText::here();
    let desk = Desk::new();
    let done = Memo::new(move |_| desk.outcome());
    let steps = move || match done.get() {
        Some(outcome) => view! { <outcome::Done outcome desk/> }.into_any(),
        None => view! {
            <p class="page-lead">{text.intro()}</p>
            <paste::Paste desk/>
            <column::Columns desk/>
            <row::Rows desk/>
        }
        .into_any(),
    };
    view! {
        {steps}
        <section class="section" aria-labelledby="own-files">
            <h2 id="own-files">{ExportText::here().own_files()}</h2>
            <ExportFiles/>
        </section>
        <earlier::Earlier desk/>
    }
}
