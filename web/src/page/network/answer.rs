//! The ranking, the single points of failure, and the clusters.

use super::{
    Cluster, Counted, Grouped, Link, Measured, NetworkMeasure, Partner, Ranked, WeakPoints,
};
use crate::state::{tongue, url_query};
use crate::text::{NetworkText, format};
use crate::ui::{Empty, LinkButton, Pager};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// Who is well connected, the greatest figure first.
#[component]
pub fn Ranking(
    /// What was reckoned.
    told: Measured,
    /// In which way.
    measure: NetworkMeasure,
) -> impl IntoView {
    let (text, tongue) = (NetworkText::here(), tongue());
    let counts = text.counted(
        &format::number(told.stakeholder_count, tongue),
        &format::number(told.relationship_count, tongue),
    );
    let bound =
        (told.error_bound > 0.0).then(|| text.within(&thousandths(told.error_bound, tongue)));
    let next = told.ranking.page_info.end_cursor.filter(|_| told.ranking.page_info.has_next_page);
    let nodes = told.ranking.nodes;
    let first: Vec<_> = nodes.iter().take(3).map(|row| row.stakeholder.name.as_str()).collect();
    let lead =
        (url_query().get("after").is_none() && !first.is_empty()).then(|| text.first(&first));
    let table = match nodes.is_empty() {
        true => view! {
            <Empty title=text.nobody()>
                <LinkButton href="/relationship/new">{text.add()}</LinkButton>
            </Empty>
        }
        .into_any(),
        false => view! { <Table nodes measure/> }.into_any(),
    };
    view! {
        <div class="headline">
            {lead.map(|lead| view! { <p class="headline-sentence">{lead}</p> })}
            <p>{told.explanation}</p>
            <p class="muted" role="status">{counts} " " {bound}</p>
        </div>
        <section class="section" aria-labelledby="ranking">
            <h2 id="ranking">{text.ranking()}</h2>
            {table}
            <Pager next/>
        </section>
    }
}

#[component]
fn Table(nodes: Vec<Ranked>, measure: NetworkMeasure) -> impl IntoView {
    let text = NetworkText::here();
    let name = format::capital(measure.label(tongue()));
    let label = name.clone();
    let none = match measure {
        NetworkMeasure::Strength => text.unrecorded(),
        _ => text.undefined(),
    };
    let row = move |row: Ranked| {
        let value = row.value.map(|value| figure(measure, value));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" data-label=text.who()>
                    <a href=format!("/stakeholder/{}", row.stakeholder.id)>{row.stakeholder.name}</a>
                </th>
                <td role="cell" data-label=label.clone()>
                    {value.unwrap_or_else(|| none.to_owned())}
                </td>
                <td role="cell" data-label=text.rests_on()>{ties(row.relationships)}</td>
            </tr>
        }
    };
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.ranking()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{text.who()}</th>
                        <th scope="col" role="columnheader">{name}</th>
                        <th scope="col" role="columnheader">{text.rests_on()}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{nodes.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// Links to relationships.
fn ties(rows: Vec<Counted>) -> impl IntoView {
    let tongue = tongue();
    let item = |row: Counted| {
        let says = format!("{} {} {}", row.source.name, row.kind.label(tongue), row.target.name);
        view! { <li><a href=format!("/relationship/{}", row.id)>{says}</a></li> }
    };
    view! { <ul class="ties">{rows.into_iter().map(item).collect_view()}</ul> }
}

/// Whose loss would cut others off, and whom.
#[component]
pub fn Weak(
    /// What was found.
    told: WeakPoints,
) -> impl IntoView {
    let text = NetworkText::here();
    let item = |row: Partner| {
        let names: Vec<_> = row.cut_off.iter().map(|one| one.name.as_str()).collect();
        let more = row.cut_off_count - i64::try_from(names.len()).unwrap_or(row.cut_off_count);
        let says = text.cuts_off(&names.join(", "), more);
        view! {
            <li>
                <p class="hit-line">
                    <a href=format!("/stakeholder/{}", row.stakeholder.id)>{row.stakeholder.name}</a>
                </p>
                <p>{says}</p>
                {ties(row.relationships)}
            </li>
        }
    };
    let link = |row: Link| {
        let names: Vec<_> = row.cut_off.iter().map(|one| one.name.as_str()).collect();
        let more = row.cut_off_count - i64::try_from(names.len()).unwrap_or(row.cut_off_count);
        let says = text.cuts_off(&names.join(", "), more);
        view! { <li>{ties(vec![row.relationship])} <p>{says}</p></li> }
    };
    let links = (!told.links.is_empty()).then(|| {
        view! {
            <h3>{text.weak_links()}</h3>
            <ol class="hits">{told.links.into_iter().map(link).collect_view()}</ol>
        }
    });
    let none = told.partners.is_empty().then(|| view! { <p>{text.no_weak()}</p> });
    view! {
        <section class="section" aria-labelledby="weak">
            <h2 id="weak">{text.weak()}</h2>
            {none}
            <ol class="hits">{told.partners.into_iter().map(item).collect_view()}</ol>
            {links}
        </section>
    }
}

/// Who belongs together.
#[component]
pub fn Clusters(
    /// What was found.
    told: Grouped,
    /// Whether clusters are followed from an earlier day.
    is_followed: bool,
) -> impl IntoView {
    let text = NetworkText::here();
    let item = |row: Cluster| {
        let followed = is_followed.then(|| match row.continues {
            Some(earlier) => text.goes_on(row.label, &earlier.name),
            None => text.is_new(row.label),
        });
        let others = row.members.iter().skip(1).map(|one| one.name.as_str());
        let others = others.collect::<Vec<_>>().join(", ");
        let href = format!("/map?focus={}", row.around.id);
        view! {
            <li>
                <a href=href>{text.around(&row.around.name)}</a>
                <p>{text.members(row.size, &others)}</p>
                {followed.map(|words| view! { <p class="muted">{words}</p> })}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="clusters">
            <h2 id="clusters">{text.clusters()}</h2>
            <p class="muted">{text.clusters_by()}</p>
            <ol class="hits">{told.clusters.into_iter().map(item).collect_view()}</ol>
        </section>
    }
}

/// A figure as its measure is written: counts whole, shares in thousandths.
fn figure(measure: NetworkMeasure, value: f64) -> String {
    let tongue = tongue();
    match measure {
        NetworkMeasure::Degree | NetworkMeasure::Strength | NetworkMeasure::CoreNumber => {
            format::number(whole(value), tongue)
        }
        NetworkMeasure::Betweenness | NetworkMeasure::Closeness | NetworkMeasure::PageRank => {
            thousandths(value, tongue)
        }
    }
}

/// A figure between 0 and 1 with three decimals; what is too small for them is not told as nothing.
fn thousandths(value: f64, tongue: Tongue) -> String {
    let all = whole(value * 1_000.0);
    if all == 0 && value > 0.0 {
        return format!("< {}", thousandths(0.001, tongue));
    }
    let mark = match tongue {
        Tongue::En => '.',
        Tongue::Fr => ',',
    };
    format!("{}{mark}{:03}", all / 1_000, all % 1_000)
}

#[expect(clippy::cast_possible_truncation, reason = "figures are far below the greatest integer")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}
