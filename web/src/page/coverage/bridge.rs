//! How far those who work in English and those who work in French have to do with each other.

use super::coverage_bridge::CoverageBridgeBridgeScore as Score;
use super::{CoverageBridge, coverage_bridge};
use crate::page::query::CopyQuery;
use crate::state::{load, locale, tongue};
use crate::text::CoverageText;
use crate::text::format::percent;
use crate::ui::Loaded;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The bridge between the two languages, in words and with what it rests on.
#[component]
pub fn Bridge() -> impl IntoView {
    let (text, locale) = (CoverageText::here(), locale());
    let load = load::<CoverageBridge>(move || Some(coverage_bridge::Variables { locale }));
    view! {
        <section class="section" aria-labelledby="bridge">
            <h2 id="bridge">{text.bridge()}</h2>
            <CopyQuery request=load.request()/>
            <Loaded load let:data>
                <Told score=data.bridge_score/>
            </Loaded>
        </section>
    }
}

#[component]
fn Told(score: Score) -> impl IntoView {
    let (text, tongue) = (CoverageText::here(), tongue());
    let lead = match (score.score, score.expected) {
        (Some(share), Some(expected)) => {
            text.crossing(&percent(share, tongue), score.known, &percent(expected, tongue))
        }
        _ => text.too_few(score.known),
    };
    let parties = text.parties(score.parties_one, score.parties_other, score.parties_both);
    let unknown = text.bridge_unknown(score.parties_unknown, score.unknown);
    let rows = score.relationships.nodes.into_iter().map(|row| {
        let said = format!("{} {} {}", row.source.name, row.kind.label(tongue), row.target.name);
        view! {
            <li class="relationship-line">
                <a href=format!("/relationship/{}", row.id)>{said}</a>
            </li>
        }
    });
    view! {
        <p class="answer"><strong>{lead}</strong>" "{parties}</p>
        <p class="muted">{unknown}</p>
        <ul class="list">{rows.collect_view()}</ul>
    }
}
