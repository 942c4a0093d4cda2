//! Who asks, whom they want to meet, and how ways are ranked.

use super::{
    COUNTRY, IntroductionAskers, IntroductionParty, IntroductionRanking, KIND, NOBODY,
    OrganizationType, StakeholderKind, TO, TYPE, US, introduction_askers, introduction_party, us,
};
use crate::page::picker::find_stakeholders;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, session, tongue};
use crate::text::IntroductionText;
use crate::ui::{Checkbox, Choice, Combobox, Field, Glyph, Icon, Select, WordSelect};
use domain::country::Country;
use domain::text::fold;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// One end of the ways: a chip with the name, or a box to find somebody by typing.
#[component]
pub fn End(
    /// The address that keeps it.
    query: UrlQuery,
    /// The key under which it does.
    key: &'static str,
    /// What it is.
    label: &'static str,
) -> impl IntoView {
    let (text, locale) = (IntroductionText::here(), locale());
    let (session, typed) = (session(), RwSignal::new(String::new()));
    let found = find_stakeholders(typed.into(), Vec::new());
    let choose = Callback::new(move |choice: Choice| {
        typed.set(String::new());
        // So that the link shows the same to somebody of another community.
        let asking = untrack(|| if key == TO { us(query, session) } else { query.get(US) });
        query.change(Visit::Step, &[(key, Some(choice.id)), (US, asking)]);
    });
    let party = load::<IntroductionParty>(move || {
        query.get(key).map(|id| introduction_party::Variables { id, locale })
    });
    let chip = move || {
        let id = query.get(key)?;
        let named = party.with(|data| data.stakeholder.clone()).flatten();
        // Until the answer is there, nobody knows the name.
        let name =
            named.filter(|named| named.id == id).map_or("…".to_owned(), |named| named.name);
        let remove = move |_| query.change(Visit::Step, &[(key, None)]);
        Some(view! {
            <ul class="chips">
                <li class="chip">
                    <span>{name.clone()}</span>
                    <button class="chip-remove" type="button" aria-label=text.without(&name) on:click=remove>
                        <Icon glyph=Glyph::Close/>
                    </button>
                </li>
            </ul>
        })
    };
    view! {
        <div class="what-if-people">
            {chip}
            <Field label let:ids>
                <Combobox
                    label
                    name=key
                    id=ids.control
                    described_by=ids.described_by
                    typed
                    on_type=move |text: String| typed.set(text)
                    found
                    placeholder=text.find()
                    on_choose=choose
                />
            </Field>
        </div>
    }
}

/// The communities whose own parties may ask.
#[component]
pub fn Askers(
    /// The address that keeps it.
    query: UrlQuery,
) -> impl IntoView {
    let (text, session) = (IntroductionText::here(), session());
    let askers = load::<IntroductionAskers>(|| Some(introduction_askers::Variables));
    let options = Signal::derive(move || {
        let found = askers.with(|data| {
            let rows = data.communities.iter();
            rows.map(|row| (row.id.clone(), text.us_of(&row.name))).collect::<Vec<_>>()
        });
        let none = [(NOBODY.to_owned(), text.nobody().to_owned())];
        none.into_iter().chain(found.unwrap_or_default()).collect()
    });
    let value = Signal::derive(move || us(query, session).unwrap_or_else(|| NOBODY.to_owned()));
    let change = Callback::new(move |id: String| query.change(Visit::Step, &[(US, Some(id))]));
    view! { <Select label=text.us() options value on_change=change/> }
}

/// Of whom anybody would do: a kind, a type of organizations, a country; all that is chosen holds.
#[component]
pub fn Class(
    /// The address that keeps it.
    query: UrlQuery,
) -> impl IntoView {
    let (text, tongue) = (IntroductionText::here(), tongue());
    let kind = Signal::derive(move || query.word::<StakeholderKind>(KIND));
    let of_kind = Callback::new(move |word: Option<StakeholderKind>| {
        query.change(Visit::Step, &[(KIND, word.map(|word| word.code().to_owned()))]);
    });
    let class = Signal::derive(move || query.word::<OrganizationType>(TYPE));
    let of_class = Callback::new(move |word: Option<OrganizationType>| {
        query.change(Visit::Step, &[(TYPE, word.map(|word| word.code().to_owned()))]);
    });
    let mut countries: Vec<(String, String)> =
        Country::all().map(|one| (one.code().to_owned(), one.name(tongue).to_owned())).collect();
    countries.sort_by_cached_key(|(_, name)| fold(name));
    countries.insert(0, (String::new(), text.anywhere().to_owned()));
    let country = Signal::derive(move || query.get(COUNTRY).unwrap_or_default());
    let in_country = Callback::new(move |code: String| {
        let code = Some(code).filter(|code| !code.is_empty());
        query.change(Visit::Step, &[(COUNTRY, code)]);
    });
    view! {
        <WordSelect label=text.any_of_kind() none=text.nobody() value=kind on_change=of_kind/>
        <WordSelect label=text.any_of() none=text.nobody() value=class on_change=of_class/>
        <Select
            label=text.any_in()
            options=Signal::stored(countries)
            value=country
            on_change=in_country
        />
    }
}

/// What comes first, and whether proposals are told in any case.
#[component]
pub fn Manner(
    /// The address that keeps it.
    query: UrlQuery,
) -> impl IntoView {
    let text = IntroductionText::here();
    let ranking = Signal::derive(move || {
        Some(query.word("ranking").unwrap_or(IntroductionRanking::Cheapest))
    });
    let rank = Callback::new(move |word: Option<IntroductionRanking>| {
        let word = word.filter(|word| *word != IntroductionRanking::Cheapest);
        query.change(Visit::Step, &[("ranking", word.map(|word| word.code().to_owned()))]);
    });
    let proposed = Signal::derive(move || query.get("proposed").is_some());
    let also = Callback::new(move |ticked: bool| {
        query.change(Visit::Step, &[("proposed", ticked.then(|| "1".to_owned()))]);
    });
    view! {
        <WordSelect label=text.ranking() value=ranking on_change=rank/>
        <Checkbox label=text.also_proposed() checked=proposed on_change=also/>
    }
}

/// The day on which what joins people must hold.
#[component]
pub fn Day(
    /// The address that keeps it.
    query: UrlQuery,
) -> impl IntoView {
    let text = IntroductionText::here();
    let day = move || query.get("asOf").unwrap_or_default();
    let choose = move |day: String| query.change(Visit::Step, &[("asOf", Some(day))]);
    view! {
        <Field label=text.at() hint=text.at_hint() let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=day
                on:change:target=move |event| choose(event.target().value())
            />
        </Field>
    }
}
