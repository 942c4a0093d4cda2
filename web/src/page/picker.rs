//! Finding records by name while somebody types.

use crate::client::{self, Failure, operations};
use crate::state::{locale, tongue};
use crate::text::format::capital;
use crate::ui::{Choice, Found};
use domain::country::Country;
use domain::vocabulary::{Tongue, Word};
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

operations!("graphql/picker.graphql": PickerSearch);

/// How long typing must pause before the server is asked.
const PAUSE: Duration = Duration::from_millis(150);
const MOST: i64 = 12;

/// Finds the choices for a text.
type Search = dyn Fn(String) -> LocalBoxFuture<'static, Result<Vec<Choice>, Failure>> + Send + Sync;

/// Follows the text typed and finds stakeholders by it; only of these kinds, unless there are none.
pub fn find_stakeholders(typed: Signal<String>, kinds: Vec<StakeholderKind>) -> Found {
    let (locale, tongue) = (locale(), tongue());
    let kinds = (!kinds.is_empty()).then_some(kinds);
    find(typed, move |text| {
        let variables =
            picker_search::Variables { text, kinds: kinds.clone(), locale, first: MOST };
        Box::pin(async move {
            let hits = client::send::<PickerSearch>(variables).await?.search;
            Ok(hits.into_iter().map(|hit| choice(hit, tongue)).collect())
        })
    })
}

/// Follows the text typed: whenever typing pauses, `search` is asked; only the answer to the last
/// text counts.
pub fn find(
    typed: Signal<String>,
    search: impl Fn(String) -> LocalBoxFuture<'static, Result<Vec<Choice>, Failure>>
    + Send
    + Sync
    + 'static,
) -> Found {
    let search: Arc<Search> = Arc::new(search);
    let (choices, busy) = (RwSignal::new(Vec::new()), RwSignal::new(false));
    let failure = RwSignal::new(None);
    let round = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let text = typed.get().trim().to_owned();
        let this = round.with_value(|round| round.wrapping_add(1));
        round.set_value(this);
        busy.set(!text.is_empty());
        if text.is_empty() {
            choices.set(Vec::new());
            return;
        }
        let is_last = move || round.try_get_value() == Some(this);
        let search = Arc::clone(&search);
        let ask = move || {
            spawn_local(async move {
                if !is_last() {
                    return;
                }
                let answer = search(text).await;
                if is_last() {
                    failure.try_set(answer.as_ref().err().cloned());
                    choices.try_set(answer.unwrap_or_default());
                    busy.try_set(false);
                }
            });
        };
        set_timeout(ask, PAUSE);
    });
    Found { choices: choices.into(), busy: busy.into(), failure: failure.into() }
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
