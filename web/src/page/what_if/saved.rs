//! Scenarios that are kept under a title: the list, and the form that adds what is shown.

use super::line::Line;
use super::{KEPT, SavedViewKind, SavedViewVisibility, WHO};
use crate::client::{self, operations};
use crate::page::sending::{Sending, Trouble};
use crate::state::query::{UrlQuery, address};
use crate::state::{load, session, toaster};
use crate::text::SavedViewText;
use crate::ui::{Button, Disclosure, Loaded, Look, Purpose, Select, TextField, WordSelect};
use domain::policy::Action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

operations!("graphql/saved_view.graphql": SavedViewList, SavedViewSave);

pub type Row = saved_view_list::SavedViewListSavedViewsNodes;

/// The saved scenarios, for whoever may find some; and the form, for whoever may save.
#[component]
pub fn Saved(
    /// The address, which keeps the scenario that is shown.
    query: UrlQuery,
) -> impl IntoView {
    let session = session();
    move || session.is_signed_in().then(|| view! { <Shelf query/> })
}

#[component]
fn Shelf(query: UrlQuery) -> impl IntoView {
    let (text, session) = (SavedViewText::here(), session());
    let load = load::<SavedViewList>(|| Some(saved_view_list::Variables));
    let changed = Callback::new(move |()| load.reload());
    let may_save = Memo::new(move |_| {
        query.get(WHO).is_some() && !session.communities_for(Action::SaveView).is_empty()
    });
    view! {
        <section class="section" aria-labelledby="saved">
            <h2 id="saved">{text.title()}</h2>
            <Loaded load let:data>
                {
                    let more = data.saved_views.total_count - count(&data.saved_views.nodes);
                    view! {
                        <List rows=data.saved_views.nodes changed/>
                        {(more > 0).then(|| view! { <p class="muted">{text.more(more)}</p> })}
                    }
                }
            </Loaded>
            <Show when=move || may_save.get()>
                <Disclosure summary=move || text.save_title()>
                    <Save query changed/>
                </Disclosure>
            </Show>
        </section>
    }
}

fn count(rows: &[Row]) -> i64 {
    i64::try_from(rows.len()).unwrap_or_default()
}

#[component]
fn List(rows: Vec<Row>, changed: Callback<()>) -> impl IntoView {
    let text = SavedViewText::here();
    if rows.is_empty() {
        return view! { <p class="muted">{text.none()}</p> }.into_any();
    }
    let head = [text.name(), text.by(), text.finds(), text.tools()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    let line = |row: Row| view! { <Line row changed/> };
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.title()}</caption>
                <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The form that keeps what the address shows.
#[component]
fn Save(query: UrlQuery, changed: Callback<()>) -> impl IntoView {
    let (text, session, toaster) = (SavedViewText::here(), session(), toaster());
    let title = RwSignal::new(String::new());
    let visibility = RwSignal::new(SavedViewVisibility::Community);
    let chosen = RwSignal::new(None::<String>);
    let homes = Memo::new(move |_| {
        let homes = session.communities_for(Action::SaveView).into_iter();
        homes.map(|one| (one.community, one.name)).collect::<Vec<_>>()
    });
    let home = Signal::derive(move || {
        let first = || homes.with(|homes| homes.first().map(|(id, _)| id.clone()));
        chosen.get().or_else(first).unwrap_or_default()
    });
    let sending = Sending::new(&["title", "visibility", "community"]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let input = saved_view_save::SaveViewInput {
            community: home.get_untracked(),
            kind: SavedViewKind::WhatIf,
            title: title.get_untracked(),
            query: untrack(|| kept(query)),
            visibility: visibility.get_untracked(),
        };
        let work = client::send::<SavedViewSave>(saved_view_save::Variables { input });
        sending.send(work, move |_| {
            title.try_set(String::new());
            toaster.done(text.saved());
            changed.try_run(());
        });
    };
    let choose = Callback::new(move |id: String| {
        chosen.try_set(Some(id));
    });
    let share = Callback::new(move |word: Option<SavedViewVisibility>| {
        visibility.try_update(|now| *now = word.unwrap_or(*now));
    });
    let whose = move || {
        (homes.with(Vec::len) > 1).then(|| {
            view! {
                <Select
                    label=text.community()
                    field="community"
                    options=homes
                    value=home
                    on_change=choose
                    refusals=sending.refusals
                />
            }
        })
    };
    view! {
        <form class="form account-form" on:submit=submit>
            <Trouble sending/>
            <TextField
                label=text.name()
                field="title"
                hint=text.name_hint()
                value=title
                refusals=sending.refusals
                required=true
            />
            {whose}
            <WordSelect<SavedViewVisibility>
                label=text.finds()
                field="visibility"
                value=Signal::derive(move || Some(visibility.get()))
                on_change=share
                refusals=sending.refusals
            />
            <div class="actions">
                <Button look=Look::Primary purpose=Purpose::Submit busy=sending.busy>
                    {text.save()}
                </Button>
            </div>
        </form>
    }
}

/// What of the address is kept, followed: the scenarios and nothing of how they are looked at.
fn kept(query: UrlQuery) -> String {
    let values = KEPT.map(|key| (key, query.get(key)));
    let pairs: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_deref())).collect();
    address("", &pairs)
}
