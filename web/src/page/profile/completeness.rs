//! How complete the record is: how many of the facts that matter are recorded, and where to record the
//! others.

use super::profile_facts::ProfileFactsStakeholderCompleteness as Told;
use crate::state::tongue;
use crate::text::format::capital;
use crate::text::{CompletenessText, ProfileText};
use crate::ui::Disclosure;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// A line that opens into what is missing, why each matters, and the form that records it.
#[component]
pub fn Completeness(
    /// What is recorded and what is not.
    told: Told,
) -> impl IntoView {
    let (text, tongue) = (CompletenessText::here(), tongue());
    let share = text.share(told.recorded, told.asked);
    let missing = told.missing.into_iter().map(move |lack| {
        let word = capital(lack.field.label(tongue));
        view! { <dt><a href=lack.form>{word}</a></dt> <dd>{lack.why}</dd> }
    });
    let missing: Vec<_> = missing.collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <Disclosure summary=move || ProfileText::here().missing()>
                <dl>{missing}</dl>
            </Disclosure>
        }
    });
    view! {
        <section class="section" aria-labelledby="completeness">
            <h2 id="completeness">{ProfileText::here().completeness()}</h2>
            <p>{share}</p>
            {missing}
        </section>
    }
}
