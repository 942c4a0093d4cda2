//! Which needs and offers are shown.

use super::{NeedSide, NeedStatus, ServiceKind};
use crate::page::choice::{Choice, Pairs};
use crate::state::query::{UrlQuery, Visit};
use crate::state::tongue;
use crate::text::format::capital;
use crate::text::{NeedText, ShellText};
use crate::ui::{Field, LinkButton, WordSelect};
use domain::country::Country;
use domain::language::Language;
use domain::text::fold;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The choices, as the address has them.
#[component]
pub fn Filters(query: UrlQuery) -> impl IntoView {
    let (text, tongue) = (NeedText::here(), tongue());
    let any = || capital(ShellText::here().any());
    let countries = names(Country::all().map(|one| (one.code(), one.name(tongue))));
    let languages = names(Language::all().map(|one| (one.code(), one.name(tongue))));
    let side = Signal::derive(move || query.word::<NeedSide>("side"));
    let service = Signal::derive(move || query.word::<ServiceKind>("service"));
    let status = Signal::derive(move || query.word::<NeedStatus>("status"));
    let of_one = move || {
        query.get("party").map(|_| view! { <LinkButton href="/needs">{text.of_one()}</LinkButton> })
    };
    view! {
        <search class="filters" aria-label=text.filters()>
            <WordSelect<NeedSide> label=text.side() value=side none=any() on_change=chooses(query, "side")/>
            <WordSelect<ServiceKind> label=text.which_service() value=service none=any() on_change=chooses(query, "service")/>
            <WordSelect<NeedStatus> label=text.status() value=status none=any() on_change=chooses(query, "status")/>
            <Choice query key="country" label=text.country() names=Signal::stored(countries)/>
            <Choice query key="language" label=text.language() names=Signal::stored(languages)/>
            <Field label=text.search() let:ids>
                <input
                    id=ids.control
                    type="search"
                    placeholder=text.search_hint()
                    aria-describedby=ids.described_by
                    prop:value=move || query.get("q").unwrap_or_default()
                    on:input:target=move |event| {
                        let words = Some(event.target().value()).filter(|words| !words.is_empty());
                        query.change(Visit::Replace, &[("q", words), ("after", None)]);
                    }
                />
            </Field>
            {of_one}
        </search>
    }
}

/// Writes a chosen word into the address, and goes back to the first page.
fn chooses<W: Word + Send + Sync>(query: UrlQuery, key: &'static str) -> Callback<Option<W>> {
    Callback::new(move |word: Option<W>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[(key, code), ("after", None)]);
    })
}

/// Codes with their names, in the order in which a reader looks for them.
fn names(all: impl Iterator<Item = (&'static str, &'static str)>) -> Pairs {
    let mut names: Pairs = all.map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
    names.sort_by_cached_key(|(_, name)| fold(name));
    names
}
