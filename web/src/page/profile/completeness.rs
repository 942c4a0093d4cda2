//! How complete the record is: how many of the facts that matter are recorded, and where to record the
//! others.

use super::profile_facts::ProfileFactsStakeholderCompleteness as Told;
use crate::text::ProfileText;
use crate::text::format::capital;
use crate::ui::Disclosure;
use leptos::prelude::*;

/// A line that opens into why what is missing matters; each leads to the form that records it.
#[component]
pub fn Completeness(
    /// What is recorded and what is not.
    told: Told,
) -> impl IntoView {
    let text = ProfileText::here();
    let missing = told.missing.into_iter();
    let missing: Vec<_> = missing
        .map(|lack| view! { <dt><a href=lack.form>{capital(&lack.name)}</a></dt> <dd>{lack.why}</dd> })
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <Disclosure summary=move || text.missing()>
                <dl>{missing}</dl>
            </Disclosure>
        }
    });
    view! {
        <section class="section" aria-labelledby="completeness">
            <h2 id="completeness">{text.completeness()}</h2>
            <p>{text.recorded(told.recorded, told.asked)}</p>
            {missing}
        </section>
    }
}
