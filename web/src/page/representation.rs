//! Who sits where: seats with those that are vacant, governance side by side, and overlaps.

mod chart;
mod governance;
mod overlap;
mod seats;

use crate::client::operations;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, url_query};
use crate::text::RepresentationText;
use crate::ui::{Segmented, Select};
use governance::Governance;
use leptos::prelude::*;
use overlap::Overlap;
use seats::Seats;

operations!(
    "graphql/representation.graphql": RepresentationRows, ComparableGoods, GovernanceCompared,
        GroupsOverlapping
);

/// The page of the address `/representation?view=&type=&good=&constituency=&vacant=&goods=`.
#[component]
pub fn RepresentationPage() -> impl IntoView {
    let query = url_query();
    let shown = Memo::new(move |_| query.get("view").unwrap_or_default());
    move || match shown.get().as_str() {
        "governance" => view! { <Governance query/> }.into_any(),
        "overlap" => view! { <Overlap query/> }.into_any(),
        _ => view! { <Seats query/> }.into_any(),
    }
}

/// The switch between the three views, which keeps the good.
#[component]
fn Views(query: UrlQuery) -> impl IntoView {
    let text = RepresentationText::here();
    let choices =
        [("seats", text.seats()), ("governance", text.governance()), ("overlap", text.overlap())];
    let choices = choices.map(|(code, word)| (code.to_owned(), word.to_owned())).to_vec();
    let value = Signal::derive(move || query.get("view").unwrap_or("seats".to_owned()));
    let change = Callback::new(move |view: String| {
        let view = (view != "seats").then_some(view);
        query.change(Visit::Step, &[("view", view), ("after", None)]);
    });
    view! { <Segmented label=text.view() choices value on_change=change/> }
}

/// The choice of a good among those recorded.
#[component]
fn GoodFilter(query: UrlQuery) -> impl IntoView {
    let (text, locale) = (RepresentationText::here(), locale());
    let goods = load::<ComparableGoods>(move || Some(comparable_goods::Variables { locale }));
    let options = Signal::derive(move || {
        let found = goods.with(|data| {
            let nodes = data.global_goods.nodes.iter();
            nodes.map(|good| (good.id.clone(), good.name.clone())).collect::<Vec<_>>()
        });
        let mut options = vec![(String::new(), text.any_good().to_owned())];
        options.extend(found.unwrap_or_default());
        options
    });
    let value = Signal::derive(move || query.get("good").unwrap_or_default());
    let change = Callback::new(move |good: String| {
        query.change(Visit::Step, &[("good", Some(good)), ("after", None)]);
    });
    view! { <Select label=text.good() options value on_change=change/> }
}
