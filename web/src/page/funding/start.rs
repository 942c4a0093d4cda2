//! Nobody is chosen yet: who depends the most on few, kind by kind.

use super::funding_starts::{
    FundingStartsFundingRanking as Found, FundingStartsFundingRankingRankingNodes as Ranked,
};
use super::{FundingStarts, ROWS, funding_starts, share};
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale};
use crate::text::FundingText;
use crate::ui::{Empty, LinkButton, Loaded, Pager, WordSelect};
use domain::stakeholder::StakeholderKind;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Everybody of one kind whose funding is recorded, whoever depends the most on few first; each leads to
/// who pays.
#[component]
pub fn Start(
    /// The address, which tells the kind and the page.
    query: UrlQuery,
) -> impl IntoView {
    let (text, locale) = (FundingText::here(), locale());
    let kind = move || query.word("kind").unwrap_or(StakeholderKind::GlobalGood);
    let load = load::<FundingStarts>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        Some(funding_starts::Variables { kind: kind(), locale, first: ROWS, after })
    });
    let chosen = Signal::derive(move || Some(kind()));
    let choose = Callback::new(move |word: Option<StakeholderKind>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("kind", code), ("after", None)]);
    });
    view! {
        <section class="section" aria-labelledby="depending">
            <h2 id="depending">{text.depending()}</h2>
            <WordSelect label=text.kind() value=chosen on_change=choose/>
            <Loaded load let:data>
                <Ranking found=data.funding_ranking/>
            </Loaded>
        </section>
    }
}

/// The table, and how many are in it not, since nothing of their money is recorded.
#[component]
fn Ranking(found: Found) -> impl IntoView {
    let text = FundingText::here();
    let missing = text.unrecorded(found.unrecorded_count);
    let rows = found.ranking.nodes;
    if rows.is_empty() {
        return view! {
            <Empty title=text.starts_none()>
                <p>{missing}</p>
                <LinkButton href="/relationship/new?kind=FUNDS">{text.add()}</LinkButton>
            </Empty>
        }
        .into_any();
    }
    let page = found.ranking.page_info;
    let next = page.end_cursor.filter(|_| page.has_next_page);
    let head = [text.receiver(), text.funders(), text.top_one()];
    let head = head.map(|title| view! { <th scope="col" role="columnheader">{title}</th> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.depending()}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head.collect_view()}</tr>
                </thead>
                <tbody role="rowgroup">
                    {rows.into_iter().map(|told| view! { <Row told/> }).collect_view()}
                </tbody>
            </table>
        </div>
        <p class="small muted">{missing}</p>
        <Pager next/>
    }
    .into_any()
}

#[component]
fn Row(told: Ranked) -> impl IntoView {
    let text = FundingText::here();
    let part = told.top_one.map(|it| share(it.min, it.max));
    let href = format!("/funding?of={}", told.stakeholder.id);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.receiver()>
                <a href=href>{told.stakeholder.name}</a>
            </th>
            <td role="cell" data-label=text.funders()>{told.funder_count}</td>
            <td role="cell" data-label=text.top_one()>
                {part.unwrap_or_else(|| text.unknown().to_owned())}
            </td>
        </tr>
    }
}
