//! Who pays: how much depends on few, and the ways along which money comes, as a picture and a table.

mod start;
mod ways;
mod weak;

use crate::client::operations;
use crate::page::picker::find_stakeholders;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{Visit, address};
use crate::state::{load, locale, tongue, url_query};
use crate::text::{FundingText, format};
use crate::ui::{Choice, Combobox, Field, LinkButton, Loaded, PageTitle};
use funding_answer::{
    FundingAnswerFundingConcentration as Concentration,
    FundingAnswerFundingConcentrationFunders as Funder,
};
use leptos::prelude::*;
use start::Start;
use ways::Ways;
use weak::Weak;

operations!("graphql/funding.graphql": FundingAnswer, FundingStarts);

/// How many ways stand on one page.
const ROWS: i64 = 20;

/// The page of the address `/funding?of=&kind=&after=`.
#[component]
pub fn FundingPage() -> impl IntoView {
    let (text, query, locale) = (FundingText::here(), url_query(), locale());
    let load = load::<FundingAnswer>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        query.get("of").map(|id| funding_answer::Variables { id, locale, first: ROWS, after })
    });
    let typed = RwSignal::new(String::new());
    let found = find_stakeholders(typed.into(), Vec::new());
    let choose = Callback::new(move |choice: Choice| {
        typed.set(String::new());
        query.change(Visit::Step, &[("of", Some(choice.id)), ("after", None)]);
    });
    let is_chosen = Memo::new(move |_| query.get("of").is_some());
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <search class="what-if-choice" aria-label=text.of()>
            <Field label=text.of() let:ids>
                <Combobox
                    label=text.of()
                    name="of"
                    id=ids.control
                    described_by=ids.described_by
                    typed
                    on_type=move |text: String| typed.set(text)
                    found
                    placeholder=text.find()
                    on_choose=choose
                />
            </Field>
        </search>
        <Show when=move || is_chosen.get() fallback=move || view! { <Start query/> }>
            <Loaded load let:data>
                <Measured told=data.funding_concentration/>
                <Weak found=data.weak_points/>
                <Ways found=data.funding_paths/>
            </Loaded>
        </Show>
    }
}

/// Who pays which share, and what that means; unknown stays unknown.
#[component]
fn Measured(told: Concentration) -> impl IntoView {
    let text = FundingText::here();
    let who: Vec<_> = told.funders.iter().map(|one| one.stakeholder.id.clone()).collect();
    let ask = address("/what-if", &[("who", Some(&who.join(",")))]);
    let ask =
        (!who.is_empty()).then(|| view! { <LinkButton href=ask>{text.what_if()}</LinkButton> });
    let figures = [
        (text.top_one(), told.top_one.map(|it| share(it.min, it.max))),
        (text.top_three(), told.top_three.map(|it| share(it.min, it.max))),
        (text.hhi(), told.hhi.map(|it| between(it.min, it.max, ""))),
    ];
    let figures = figures.map(|(label, value)| {
        view! { <dt>{label}</dt> <dd>{value.unwrap_or_else(|| text.unknown().to_owned())}</dd> }
    });
    let row = |one: Funder| {
        let part = one.share.map(|it| share(it.min, it.max));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" data-label=text.funder()>
                    <a href=format!("/stakeholder/{}", one.stakeholder.id)>{one.stakeholder.name}</a>
                </th>
                <td role="cell" data-label=text.share()>
                    {part.unwrap_or_else(|| text.unknown().to_owned())}
                </td>
            </tr>
        }
    };
    let funders = (!told.funders.is_empty()).then(|| {
        view! {
            <dl class="facts">{figures.collect_view()}</dl>
            <div class="table-wrap">
                <table class="table table-cards" role="table">
                    <caption class="hidden">{text.measures()}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{text.funder()}</th>
                            <th scope="col" role="columnheader">{text.share()}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{told.funders.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <div class="headline">
            <p class="headline-sentence">{told.sentence}</p>
            {ask}
        </div>
        <section class="section" aria-labelledby="measures">
            <h2 id="measures">
                <a href=format!("/stakeholder/{}", told.stakeholder.id)>{told.stakeholder.name}</a>
                ": "
                {text.measures()}
            </h2>
            {funders}
        </section>
    }
}

/// A share in whole percent.
fn share(low: f64, high: f64) -> String {
    between(low, high, if tongue() == domain::vocabulary::Tongue::Fr { "\u{a0}%" } else { "%" })
}

/// One figure, or the two that it lies between.
fn between(low: f64, high: f64, unit: &str) -> String {
    let (low, high) = (format!("{low:.0}{unit}"), format!("{high:.0}{unit}"));
    if low == high { low } else { FundingText::here().between(&low, &high) }
}

/// An amount of money; none where it is not recorded.
fn amount(amount: Option<f64>, currency: Option<&str>) -> Option<String> {
    Some(format::money(amount?, currency?, tongue()))
}
