//! What if they leave: who is hit, how hard, and why; as a sentence, a ranked list, a picture and a
//! table, and beside other scenarios. All of it stands in the address, and can be kept under a title.

mod answer;
mod beside;
mod chooser;
mod drawn;
mod headline;
mod line;
mod list;
mod saved;
mod start;
mod table;
mod tie;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::UrlQuery;
use crate::state::{load, locale, url_query};
use crate::text::LossText;
use crate::ui::{Disclosure, Loaded, PageTitle};
use answer::Answer;
use beside::{Beside, Others};
use chooser::{Manner, People};
use leptos::prelude::*;
use saved::Saved;
use start::Start;

operations!("graphql/what_if.graphql": WhatIfAnswer, WhatIfStarts);

pub use what_if_answer::{
    TieParts as Tie, WhatIfAnswerSimulateLoss as Loss, WhatIfAnswerSimulateLossHitsNodes as Hit,
};

/// Where the address keeps who leaves, and who leaves in the scenarios beside it.
const WHO: &str = "who";
const OTHERS: [&str; 3] = ["or", "or2", "or3"];
/// What of the address is the scenarios.
const KEPT: [&str; 6] = [WHO, OTHERS[0], OTHERS[1], OTHERS[2], "mode", "at"];

/// The page of the address `/what-if?who=&mode=&at=&or=&or2=&or3=`.
#[component]
pub fn WhatIfPage() -> impl IntoView {
    let (text, query, locale) = (LossText::here(), url_query(), locale());
    let asked = move |key: &'static str| {
        let after = move || Trail::parse(query.get("after").as_deref()).after();
        load::<WhatIfAnswer>(move || {
            let after = (key == WHO).then(after).flatten();
            variables(query, key, locale, after)
        })
    };
    let (load, others) = (asked(WHO), OTHERS.map(asked));
    let is_chosen = Memo::new(move |_| !ids(query, WHO).is_empty());
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <search class="what-if-choice" aria-label=text.who()>
            <People query key=WHO label=text.who() load/>
            <Manner query/>
        </search>
        <Show when=move || is_chosen.get() fallback=|| view! { <Start/> }>
            <Loaded load let:data>
                <Answer loss=data.simulate_loss query/>
            </Loaded>
            <section class="section">
                <Disclosure summary=move || text.compare()>
                    <Others query others/>
                </Disclosure>
            </section>
        </Show>
        <Show when=move || is_chosen.get()>
            <Beside query here=load others/>
        </Show>
        <Saved query/>
    }
}

/// The ids that the address keeps under a key, followed.
fn ids(query: UrlQuery, key: &str) -> Vec<String> {
    let text = query.get(key).unwrap_or_default();
    let mut ids: Vec<String> = Vec::new();
    for id in text.split(',').filter(|id| !id.is_empty()) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

fn variables(
    query: UrlQuery,
    key: &str,
    locale: Locale,
    after: Option<String>,
) -> Option<what_if_answer::Variables> {
    let who = ids(query, key);
    let mode = query.word("mode").unwrap_or(LossMode::Leaves);
    let at = query.get("at");
    (!who.is_empty()).then_some(what_if_answer::Variables { who, mode, at, locale, after })
}
