//! Finding stakeholders by name while somebody types.

use crate::client::{self, operations};
use crate::state::{locale, tongue};
use crate::text::format::capital;
use crate::ui::Choice;
use domain::country::Country;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

operations!("graphql/picker.graphql": PickerSearch);

/// What was found for the text typed so far.
#[derive(Clone, Copy)]
pub struct Found {
    /// The stakeholders, best first.
    pub choices: Signal<Vec<Choice>>,
    /// Whether a search is under way.
    pub busy: Signal<bool>,
}

/// How long typing must pause before the server is asked.
const PAUSE: Duration = Duration::from_millis(150);
const MOST: i64 = 12;

/// Follows the text typed and finds stakeholders by it; only of these kinds, unless there are none.
pub fn find_stakeholders(typed: Signal<String>, kinds: Vec<StakeholderKind>) -> Found {
    let (locale, tongue) = (locale(), tongue());
    let (choices, busy) = (RwSignal::new(Vec::new()), RwSignal::new(false));
    let round = StoredValue::new(0_u32);
    let kinds = StoredValue::new((!kinds.is_empty()).then_some(kinds));
    Effect::new(move |_| {
        let text = typed.get().trim().to_owned();
        let this = round.with_value(|round| round.wrapping_add(1));
        round.set_value(this);
        if text.is_empty() {
            choices.set(Vec::new());
            busy.set(false);
            return;
        }
        busy.set(true);
        let ask = move || {
            spawn_local(async move {
                let is_last = move || round.try_get_value() == Some(this);
                let Some(kinds) = kinds.try_get_value().filter(|_| is_last()) else {
                    return;
                };
                let variables = picker_search::Variables { text, kinds, locale, first: MOST };
                let answer = client::send::<PickerSearch>(variables).await;
                if is_last() {
                    // A failed search finds nothing; typing on asks again.
                    let hits = answer.map(|data| data.search).unwrap_or_default();
                    choices.try_set(hits.into_iter().map(|hit| choice(hit, tongue)).collect());
                    busy.try_set(false);
                }
            });
        };
        set_timeout(ask, PAUSE);
    });
    Found { choices: choices.into(), busy: busy.into() }
}

fn choice(hit: picker_search::PickerSearchSearch, tongue: Tongue) -> Choice {
    let found = hit.stakeholder;
    let kind = capital(found.kind.label(tongue));
    let country = found.country.as_deref().and_then(Country::find);
    // The name that matched tells why somebody of another name is offered.
    let other = hit.matched_name.filter(|matched| *matched != found.name);
    let parts = [other, Some(kind), country.map(|country| country.name(tongue).to_owned())];
    let detail: Vec<_> = parts.into_iter().flatten().collect();
    Choice { id: found.id, label: found.name, detail: detail.join(" · ") }
}
