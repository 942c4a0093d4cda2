//! The second step: what each column means, as guessed and as corrected, and what to assume where
//! a row does not say.

use super::desk::Desk;
use crate::form::import::Column;
use crate::state::tongue;
use crate::text::ImportText;
use crate::text::format::capital;
use crate::ui::WordSelect;
use domain::sheet::{CapabilityColumn, RelationshipColumn, StakeholderColumn, Table};
use domain::stakeholder::{OrganizationType, StakeholderKind};
use domain::vocabulary::{Tongue, Word};
use leptos::html;
use leptos::prelude::*;

/// The step; nothing before something was looked at.
#[component]
pub fn Columns(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let columns = Memo::new(move |_| desk.with_preview(|preview| preview.columns.clone()));
    let table = Memo::new(move |_| desk.with(|request| request.sheet));
    let entries = move || {
        let columns = columns.get().unwrap_or_default();
        let entry = |(position, column)| {
            view! { <ColumnEntry desk position column table=table.get()/> }
        };
        columns.into_iter().enumerate().map(entry).collect_view()
    };
    let shown = Memo::new(move |_| columns.with(Option::is_some));
    let heading = NodeRef::<html::H2>::new();
    // The first answer leads the eye and the reader from the pasted cells to what they mean.
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            heading.focus().ok();
        }
    });
    move || {
        shown.get().then(|| {
            view! {
                <section class="section panel">
                    <h2 tabindex="-1" node_ref=heading>{text.step_columns()}</h2>
                    <div class="table-wrap">
                        <table class="table table-cards">
                            <thead>
                                <tr>
                                    <th scope="col">{text.column()}</th>
                                    <th scope="col">{text.meaning()}</th>
                                </tr>
                            </thead>
                            <tbody>{entries}</tbody>
                        </table>
                    </div>
                    {move || (table.get() == Table::Stakeholders).then(|| view! { <Defaults desk/> })}
                </section>
            }
        })
    }
}

/// The code and word of every column of a table.
pub fn meanings(table: Table, tongue: Tongue) -> Vec<(&'static str, &'static str)> {
    fn words<W: Word>(tongue: Tongue) -> Vec<(&'static str, &'static str)> {
        W::ALL.iter().map(|word| (word.code(), word.label(tongue))).collect()
    }
    match table {
        Table::Stakeholders => words::<StakeholderColumn>(tongue),
        Table::Relationships => words::<RelationshipColumn>(tongue),
        Table::Capabilities => words::<CapabilityColumn>(tongue),
    }
}

#[component]
fn ColumnEntry(desk: Desk, position: usize, column: Column, table: Table) -> impl IntoView {
    let (text, tongue) = (ImportText::here(), tongue());
    let heading = match column.heading.trim() {
        "" => text.unnamed(position + 1),
        heading => heading.to_owned(),
    };
    let assigned = column.field.unwrap_or_default();
    let option = |(code, word): (&'static str, &'static str)| {
        view! { <option value=code selected=code == assigned>{capital(word)}</option> }
    };
    let options = meanings(table, tongue).into_iter().map(option).collect_view();
    let label = text.column_means(&heading);
    view! {
        <tr>
            <th scope="row">{heading}</th>
            <td data-label=text.meaning()>
                <select
                    aria-label=label
                    on:change:target=move |event| {
                        let code = event.target().value();
                        desk.assign(position, Some(code.as_str()).filter(|code| !code.is_empty()));
                    }
                >
                    <option value="" selected=assigned.is_empty()>{text.left_out()}</option>
                    {options}
                </select>
            </td>
        </tr>
    }
}

/// What to take where a row says nothing: the kind, and the type of an organization.
#[component]
fn Defaults(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let default = move |field: &'static str| {
        desk.with(|request| {
            request.defaults.as_ref().and_then(|defaults| defaults.get(field)).cloned()
        })
    };
    let kind =
        Signal::derive(move || default("kind").and_then(|code| StakeholderKind::parse(&code)));
    let choose_kind = Callback::new(move |kind: Option<StakeholderKind>| {
        desk.change(|request| request.default_to("kind", kind.map_or("", Word::code)));
    });
    let organization = Signal::derive(move || {
        default("organizationType").and_then(|code| OrganizationType::parse(&code))
    });
    let choose_organization = Callback::new(move |word: Option<OrganizationType>| {
        desk.change(|request| request.default_to("organizationType", word.map_or("", Word::code)));
    });
    view! {
        <fieldset class="form-part">
            <legend>{text.defaults()}</legend>
            <div class="filters">
                <WordSelect label=text.default_kind() none=text.no_default() value=kind on_change=choose_kind/>
                <WordSelect
                    label=text.default_type()
                    none=text.no_default()
                    value=organization
                    on_change=choose_organization
                />
            </div>
        </fieldset>
    }
}
