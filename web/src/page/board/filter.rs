//! The filters of the board; they live in the address.

use super::card::{Filter, NOBODY, Owner, Person};
use crate::client::clock;
use crate::state::query::Visit;
use crate::state::{UrlQuery, url_query};
use crate::text::BoardText;
use crate::ui::{Checkbox, Field, Segmented, Select, WordSelect};
use domain::engagement::Objective;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The value of the due filter for what should have been done before today.
const OVERDUE: &str = "overdue";

/// What the address narrows the board to, followed.
pub fn filter(query: UrlQuery) -> Filter {
    Filter {
        objective: query.word("objective"),
        owner: Owner::parse(query.get("owner").as_deref()),
        due_before: (query.get("due").as_deref() == Some(OVERDUE)).then(clock::today),
        text: query.get("q").unwrap_or_default(),
    }
}

/// Takes every filter out of the address.
pub fn clear(query: UrlQuery) {
    let none = ["objective", "owner", "due", "q"].map(|key| (key, None));
    query.change(Visit::Step, &none);
}

/// Community, objective, owner, text and what is overdue; and whether columns or a table show them.
#[component]
pub fn Filters(
    /// Id and name of each community.
    communities: Signal<Vec<(String, String)>>,
    /// The one that is shown.
    community: Memo<Option<String>>,
    /// Everybody who is in charge of something on the board.
    owners: RwSignal<Vec<Person>>,
) -> impl IntoView {
    let (text, query) = (BoardText::here(), url_query());
    let change = move |key: &'static str| {
        Callback::new(move |value: String| query.change(Visit::Step, &[(key, Some(value))]))
    };
    let chosen = Signal::derive(move || community.get().unwrap_or_default());
    let objective = Signal::derive(move || query.word::<Objective>("objective"));
    let choose_objective = Callback::new(move |word: Option<Objective>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("objective", code)]);
    });
    let is_overdue = Signal::derive(move || query.get("due").as_deref() == Some(OVERDUE));
    let choose_overdue = Callback::new(move |only: bool| {
        query.change(Visit::Step, &[("due", only.then(|| OVERDUE.to_owned()))]);
    });
    let views = vec![
        (String::new(), text.as_board().to_owned()),
        ("table".to_owned(), text.as_table().to_owned()),
    ];
    let view = Signal::derive(move || query.get("view").unwrap_or_default());
    view! {
        <div class="filters" role="search">
            <Select label=text.community() options=communities value=chosen on_change=change("community")/>
            <WordSelect label=text.objective() none=text.any_objective() value=objective on_change=choose_objective/>
            <OwnerFilter owners on_change=change("owner")/>
            <TextFilter/>
            <Checkbox label=text.only_overdue() checked=is_overdue on_change=choose_overdue/>
            <Segmented label=text.view() choices=views value=view on_change=change("view")/>
        </div>
    }
}

#[component]
fn OwnerFilter(owners: RwSignal<Vec<Person>>, on_change: Callback<String>) -> impl IntoView {
    let (text, query) = (BoardText::here(), url_query());
    let options = Signal::derive(move || {
        let fixed = [
            (String::new(), text.anybody().to_owned()),
            (NOBODY.to_owned(), text.nobody().to_owned()),
        ];
        let known = owners.get().into_iter().map(|person| (person.id, person.name));
        fixed.into_iter().chain(known).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || query.get("owner").unwrap_or_default());
    view! { <Select label=text.owner() options value on_change/> }
}

/// The typed text follows into the address without a step of its own for each letter.
#[component]
fn TextFilter() -> impl IntoView {
    let (text, query) = (BoardText::here(), url_query());
    view! {
        <Field label=text.text() let:ids>
            <input
                id=ids.control
                type="search"
                placeholder=text.text_hint()
                aria-describedby=ids.described_by
                prop:value=move || query.get("q").unwrap_or_default()
                on:input:target=move |event| {
                    query.change(Visit::Replace, &[("q", Some(event.target().value()))]);
                }
            />
        </Field>
    }
}
