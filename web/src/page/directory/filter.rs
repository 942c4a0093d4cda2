//! What narrows the directory down.

use crate::client::words::{OrganizationType, Stage, StakeholderKind};
use crate::state::query::{UrlQuery, Visit};
use crate::state::{session, tongue};
use crate::text::{DirectoryText, ShellText};
use crate::ui::{Button, Checkbox, Field, Look, Select, WordSelect};
use domain::country::Country;
use domain::language::Language;
use domain::text::fold;
use domain::vocabulary::Word;
use leptos::prelude::*;
use std::time::Duration;

/// How long typing must pause before the list follows.
const PAUSE: Duration = Duration::from_millis(250);

/// The search box and the filters, as the address has them.
#[component]
pub fn Filters(
    /// The address's query.
    query: UrlQuery,
    /// The keys that clearing takes out.
    keys: &'static [&'static str],
) -> impl IntoView {
    let (text, tongue) = (DirectoryText::here(), tongue());
    let session = session();
    let countries = names(Country::all().map(|one| (one.code(), one.name(tongue))));
    let languages = names(Language::all().map(|one| (one.code(), one.name(tongue))));
    let stage = move || {
        let stage = view! { <WordFilter<Stage> query key="stage" label=text.stage()/> };
        session.is_signed_in().then_some(stage)
    };
    let organization_type = move || {
        let kind = query.word::<StakeholderKind>("kind");
        let fits = kind.is_none_or(|kind| kind == StakeholderKind::Organization);
        let filter = view! {
            <WordFilter<OrganizationType> query key="type" label=text.organization_type()/>
        };
        fits.then_some(filter)
    };
    let clear = move || {
        let changes: Vec<_> = keys.iter().chain(&["after"]).map(|key| (*key, None)).collect();
        query.change(Visit::Step, &changes);
    };
    let is_filtered = move || keys.iter().any(|key| query.get(key).is_some());
    view! {
        <search class="filters" aria-label=text.filters()>
            <SearchBox query/>
            <WordFilter<StakeholderKind> query key="kind" label=text.kind()/>
            {organization_type}
            <CodeFilter query key="country" label=text.country() names=countries/>
            <CodeFilter query key="language" label=text.language() names=languages/>
            {stage}
            <div class="filters-flags">
                <FlagFilter query key="unresolved" label=text.unresolved()/>
                <FlagFilter query key="archived" label=text.archived()/>
            </div>
            {move || {
                is_filtered()
                    .then(|| view! { <Button look=Look::Quiet on_press=move |()| clear()>{text.clear()}</Button> })
            }}
        </search>
    }
}

/// The box whose text the list follows, once typing pauses.
#[component]
fn SearchBox(query: UrlQuery) -> impl IntoView {
    let text = DirectoryText::here();
    let asked = RwSignal::new(untrack(|| query.get("q")).unwrap_or_default());
    let typed = RwSignal::new(asked.get_untracked());
    // The address may change by going back; what is being typed must not be overwritten by it.
    Effect::new(move |_| {
        let present = query.get("q").unwrap_or_default();
        if present != asked.get_untracked() {
            asked.set(present.clone());
            typed.set(present);
        }
    });
    let follow = move |now: String| {
        typed.set(now.clone());
        let wait = move || {
            if typed.try_get_untracked().as_ref() == Some(&now) {
                asked.set(now.trim().to_owned());
                query
                    .change(Visit::Replace, &[("q", Some(now.trim().to_owned())), ("after", None)]);
            }
        };
        set_timeout(wait, PAUSE);
    };
    view! {
        <Field label=text.search() let:ids>
            <input
                id=ids.control
                type="search"
                autocomplete="off"
                prop:value=move || typed.get()
                on:input:target=move |event| follow(event.target().value())
            />
        </Field>
    }
}

/// A filter by one closed word. An address with several of them keeps them until one is chosen.
#[component]
fn WordFilter<W>(
    query: UrlQuery,
    key: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] marker: std::marker::PhantomData<W>,
) -> impl IntoView
where
    W: Word + Send + Sync,
{
    let _ = marker;
    let value = Signal::derive(move || query.words::<W>(key).first().copied());
    let change = Callback::new(move |word: Option<W>| {
        narrow(query, key, word.map(|word| word.code().to_owned()))
    });
    view! { <WordSelect label value none=ShellText::here().any() on_change=change/> }
}

/// A filter by the code of a country or language.
#[component]
fn CodeFilter(
    query: UrlQuery,
    key: &'static str,
    #[prop(into)] label: String,
    names: Vec<(String, String)>,
) -> impl IntoView {
    let mut options = vec![(String::new(), ShellText::here().any().to_owned())];
    options.extend(names);
    let value = Signal::derive(move || query.get(key).unwrap_or_default());
    let change = Callback::new(move |code: String| narrow(query, key, Some(code)));
    view! { <Select label options value on_change=change/> }
}

/// A filter that is on or off.
#[component]
fn FlagFilter(query: UrlQuery, key: &'static str, #[prop(into)] label: String) -> impl IntoView {
    let checked = Signal::derive(move || query.get(key).as_deref() == Some("true"));
    let change = Callback::new(move |on: bool| narrow(query, key, on.then(|| "true".to_owned())));
    view! { <Checkbox label checked on_change=change/> }
}

/// A filter starts the list from its beginning; another kind forgets the type of organization.
fn narrow(query: UrlQuery, key: &'static str, value: Option<String>) {
    let mut changes = vec![(key, value), ("after", None)];
    if key == "kind" {
        changes.push(("type", None));
    }
    query.change(Visit::Step, &changes);
}

/// Codes with their names, in the order in which a reader looks for them.
fn names(all: impl Iterator<Item = (&'static str, &'static str)>) -> Vec<(String, String)> {
    let mut names: Vec<_> = all.map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
    names.sort_by_cached_key(|(_, name)| fold(name));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::vocabulary::Tongue;

    /// Accents do not send a country to the end of the list.
    #[test]
    fn names_are_sorted_as_read() {
        let sorted = names(Country::all().map(|one| (one.code(), one.name(Tongue::Fr))));
        let position = |code: &str| sorted.iter().position(|(one, _)| one == code);
        assert!(position("EG") < position("ES"), "Égypte before Espagne");
    }
}
