//! The network as a whole: who is well connected, what cannot be lost, and who belongs together.

mod answer;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, Visit};
use crate::state::{load, locale, url_query};
use crate::text::NetworkText;
use crate::ui::{Field, Loaded, PageTitle, WordSelect};
use answer::{Clusters, Ranking, Weak};
use domain::vocabulary::Word;
use leptos::prelude::*;

operations!("graphql/network.graphql": NetworkAnswer);

pub use network_answer::{
    CountedParts as Counted, NetworkAnswerNetworkClusters as Grouped,
    NetworkAnswerNetworkClustersClusters as Cluster, NetworkAnswerNetworkMeasures as Measured,
    NetworkAnswerNetworkMeasuresRankingNodes as Ranked, NetworkAnswerWeakPoints as WeakPoints,
    NetworkAnswerWeakPointsLinks as Link, NetworkAnswerWeakPointsPartners as Partner,
};

/// Where the address keeps the earlier day whose clusters are followed.
const SINCE: &str = "since";

/// The page of the address `/network?measure=&layer=&asOf=&since=&after=`.
#[component]
pub fn NetworkPage() -> impl IntoView {
    let (text, query, locale) = (NetworkText::here(), url_query(), locale());
    let load = load::<NetworkAnswer>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        let (layer, at, since) = (query.word("layer"), query.get("asOf"), query.get(SINCE));
        let measure = measure(query);
        Some(network_answer::Variables { measure, layer, at, since, locale, after })
    });
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Filters query/>
        <Loaded load let:data>
            <Ranking told=data.network_measures measure=measure(query)/>
            <Weak told=data.weak_points/>
            <Clusters told=data.network_clusters is_followed=query.get(SINCE).is_some()/>
        </Loaded>
    }
}

fn measure(query: UrlQuery) -> NetworkMeasure {
    query.word("measure").unwrap_or(NetworkMeasure::Betweenness)
}

/// Which measure, of which relationships, on which day.
#[component]
fn Filters(query: UrlQuery) -> impl IntoView {
    let text = NetworkText::here();
    let chosen = Signal::derive(move || Some(measure(query)));
    let choose = Callback::new(move |word: Option<NetworkMeasure>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("measure", code), ("after", None)]);
    });
    let layer = Signal::derive(move || query.word::<Layer>("layer"));
    let narrow = Callback::new(move |word: Option<Layer>| {
        let code = word.map(|word| word.code().to_owned());
        query.change(Visit::Step, &[("layer", code), ("after", None)]);
    });
    view! {
        <search class="what-if-choice" aria-label=text.title()>
            <WordSelect label=text.measure() value=chosen on_change=choose/>
            <WordSelect label=text.layer() none=text.every_layer() value=layer on_change=narrow/>
            <Day query key="asOf" label=text.at()/>
            <Day query key=SINCE label=text.clusters_since()/>
        </search>
    }
}

/// A day that the address keeps.
#[component]
fn Day(query: UrlQuery, key: &'static str, label: &'static str) -> impl IntoView {
    let day = move || query.get(key).unwrap_or_default();
    let date = move |day: String| {
        query.change(Visit::Step, &[(key, (!day.is_empty()).then_some(day)), ("after", None)]);
    };
    view! {
        <Field label let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=day
                on:change:target=move |event| date(event.target().value())
            />
        </Field>
    }
}
