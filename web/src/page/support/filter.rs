//! What is looked for.

use super::KEYS;
use crate::page::choice::{Choice, Pairs, goods};
use crate::state::query::{UrlQuery, Visit};
use crate::state::tongue;
use crate::text::format::capital;
use crate::text::{ShellText, SupportText};
use crate::ui::{Button, Look, WordSelect};
use domain::capability::{CapabilityLevel, ServiceKind};
use domain::country::Country;
use domain::language::Language;
use domain::text::fold;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The choices, as the address has them.
#[component]
pub fn Filters(query: UrlQuery) -> impl IntoView {
    let (text, tongue, goods) = (SupportText::here(), tongue(), goods());
    let countries = names(Country::all().map(|one| (one.code(), one.name(tongue))));
    let languages = names(Language::all().map(|one| (one.code(), one.name(tongue))));
    let level = |level: &CapabilityLevel| {
        let number = level.number().to_string();
        (number.clone(), format!("{number} · {}", level.label(tongue)))
    };
    let levels: Pairs = CapabilityLevel::ALL.iter().map(level).collect();
    let service = Signal::derive(move || query.word::<ServiceKind>("service"));
    let choose = Callback::new(move |word: Option<ServiceKind>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("service", code)]);
    });
    let clear = move |()| query.change(Visit::Step, &KEYS.map(|key| (key, None)));
    let is_filtered = move || KEYS.iter().any(|key| query.get(key).is_some());
    view! {
        <search class="filters" aria-label=text.filters()>
            <Choice query key="good" label=text.good() names=goods/>
            <Choice query key="country" label=text.country() names=Signal::stored(countries)/>
            <Choice query key="language" label=text.language() names=Signal::stored(languages)/>
            <WordSelect<ServiceKind> label=text.service() value=service none=capital(ShellText::here().any()) on_change=choose/>
            <Choice query key="level" label=text.level() names=Signal::stored(levels)/>
            {move || is_filtered().then(|| view! { <Button look=Look::Quiet on_press=clear>{text.clear()}</Button> })}
        </search>
    }
}

/// Codes with their names, in the order in which a reader looks for them.
fn names(all: impl Iterator<Item = (&'static str, &'static str)>) -> Pairs {
    let mut names: Pairs = all.map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
    names.sort_by_cached_key(|(_, name)| fold(name));
    names
}
