//! The ways along which money comes, as a picture and as a table.

use super::amount;
use super::funding_answer::{
    FundingAnswerFundingPaths as Found, FundingAnswerFundingPathsPathsNodes as Way,
    FundingAnswerFundingPathsPathsNodesRelationships as Step,
};
use crate::chart::flow::{Flow, Line, Party, Standing};
use crate::page::mark::StateMark;
use crate::text::FundingText;
use crate::ui::{Empty, LinkButton, Pager};
use domain::relationship::RelationshipState;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// All ways, or what to do when there is none.
#[component]
pub fn Ways(
    /// What was found.
    found: Found,
) -> impl IntoView {
    let text = FundingText::here();
    let ways = found.paths.nodes;
    if ways.is_empty() {
        return view! {
            <Empty title=text.no_ways()>
                <LinkButton href="/relationship/new?kind=FUNDS">{text.add()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let next = found.paths.page_info.end_cursor.filter(|_| found.paths.page_info.has_next_page);
    let (parties, lines) = picture(&ways);
    let keys = [text.key_confirmed(), text.key_proposed(), text.key_thick()];
    let cut = found.truncated.then(|| view! { <p class="notice">{text.cut()}</p> });
    let rows = ways.into_iter().map(|way| view! { <Row way/> });
    view! {
        <section class="section" aria-labelledby="ways">
            <h2 id="ways">{text.picture()}</h2>
            <Flow label=text.picture_label() parties lines/>
            <ul class="flow-key small muted">
                {keys.map(|key| view! { <li>{key}</li> }).collect_view()}
            </ul>
        </section>
        <section class="section" aria-labelledby="ways-table">
            <h2 id="ways-table">{text.table()}</h2>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.table()}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{text.way()}</th>
                            <th scope="col" role="columnheader">{text.state()}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows.collect_view()}</tbody>
                </table>
            </div>
            {cut}
            <Pager next/>
        </section>
    }
    .into_any()
}

/// One way: who pays whom, through whom, each step leading to its relationship.
#[component]
fn Row(way: Way) -> impl IntoView {
    let text = FundingText::here();
    let state = way.state;
    let steps = way.relationships.into_iter().map(|step| {
        let href = format!("/relationship/{}", step.id);
        view! { <li><a href=href>{words(&step)}</a></li> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.way()>
                <ol class="way">{steps.collect_view()}</ol>
            </th>
            <td role="cell" data-label=text.state()><StateMark state/></td>
        </tr>
    }
}

/// Who pays through whom to whom, and how much.
fn words(step: &Step) -> String {
    let stops: Vec<_> = stops(step).into_iter().map(|(_, name)| name.as_str()).collect();
    let paid = amount(step.amount, step.currency.as_deref());
    let paid = paid.map(|paid| format!(" ({paid})")).unwrap_or_default();
    format!("{}{paid}", stops.join(" → "))
}

/// The id and name of who pays, of whom it goes through, and of who is paid.
fn stops(step: &Step) -> Vec<(&String, &String)> {
    let via = step.via.as_ref().map(|via| (&via.id, &via.name));
    let ends = [(&step.source.id, &step.source.name), (&step.target.id, &step.target.name)];
    [Some(ends[0]), via, Some(ends[1])].into_iter().flatten().collect()
}

/// Everybody on a way, with a line for each step; as thick as its amount where all recorded amounts
/// are of one currency.
fn picture(ways: &[Way]) -> (Vec<Party>, Vec<Line>) {
    let steps: Vec<&Step> = ways.iter().flat_map(|way| &way.relationships).collect();
    let mut currencies: Vec<_> = steps.iter().filter_map(|step| step.currency.as_deref()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let most = steps.iter().filter_map(|step| step.amount).fold(0.0, f64::max);
    let weight = |amount: Option<f64>| {
        amount.filter(|_| currencies.len() == 1 && most > 0.0).map(|amount| amount / most)
    };
    let mut parties: Vec<Party> = Vec::new();
    let mut lines: BTreeMap<(String, String, String), Line> = BTreeMap::new();
    for step in steps {
        let stops = stops(step);
        for (id, name) in &stops {
            if !parties.iter().any(|known| known.id == **id) {
                parties.push(Party { id: (*id).clone(), name: (*name).clone(), leaves: false });
            }
        }
        let standing = match step.state {
            RelationshipState::Confirmed => Standing::Stays,
            _ => Standing::AtRisk,
        };
        for pair in stops.windows(2) {
            let (from, to) = (pair[0].0.clone(), pair[1].0.clone());
            let (weight, title) = (weight(step.amount), words(step));
            let key = (step.id.clone(), from.clone(), to.clone());
            lines.insert(key, Line { from, to, standing, weight, title });
        }
    }
    (parties, lines.into_values().collect())
}
