//! Two days compared: what came, ended and changed between them, each on its evidence.

mod list;

use super::query::CopyQuery;
use crate::client::operations;
use crate::state::query::Visit;
use crate::state::{UrlQuery, load, locale, tongue, url_query};
use crate::text::{DiffText, ShellText, format};
use crate::ui::{Empty, Field, LinkButton, Loaded, PageTitle, Select};
use chrono::NaiveDate;
use leptos::prelude::*;
use list::{EngagementRows, Rows, Sign};

operations!("graphql/diff.graphql": DaysCompared, DiffSources);

/// The page of the address `/diff?from=&to=&source=&focus=`.
#[component]
pub fn DiffPage() -> impl IntoView {
    let (text, query, locale) = (DiffText::here(), url_query(), locale());
    let load = load::<DaysCompared>(move || variables(query, locale));
    let is_asked = Memo::new(move |_| variables(query, locale).is_some());
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <search class="filters" aria-label=text.filters()>
            <Day query key="from" label=text.from()/>
            <Day query key="to" label=text.to()/>
            <SourceFilter query/>
        </search>
        <Show when=move || is_asked.get() fallback=move || view! { <Documents/> }>
            <Loaded load let:data>
                <Answer diff=data.graph_diff query/>
            </Loaded>
        </Show>
    }
}

fn variables(query: UrlQuery, locale: Locale) -> Option<days_compared::Variables> {
    let day = |key: &str| query.get(key)?.parse::<NaiveDate>().ok();
    let (from, to) = (day("from")?, day("to")?);
    let scope = days_compared::DiffScope {
        focus: query.get("focus"),
        depth: query.get("depth").and_then(|depth| depth.parse().ok()).unwrap_or(1),
        kinds: None,
        layers: None,
        source: query.get("source"),
    };
    Some(days_compared::Variables {
        from: from.to_string(),
        to: to.to_string(),
        scope: Some(scope),
        locale,
    })
}

#[component]
fn Day(query: UrlQuery, key: &'static str, label: &'static str) -> impl IntoView {
    let value = move || query.get(key).unwrap_or_default();
    let change = move |day: String| {
        query.change(Visit::Step, &[(key, (!day.is_empty()).then_some(day))]);
    };
    view! {
        <Field label let:ids>
            <input
                id=ids.control
                type="date"
                aria-describedby=ids.described_by
                prop:value=value
                on:change:target=move |event| change(event.target().value())
            />
        </Field>
    }
}

#[component]
fn SourceFilter(query: UrlQuery) -> impl IntoView {
    let known = load::<DiffSources>(|| Some(diff_sources::Variables));
    let options = Signal::derive(move || {
        let rows = known.data().map(|data| data.sources.nodes).unwrap_or_default();
        let any = [(String::new(), ShellText::here().any().to_owned())];
        any.into_iter().chain(rows.into_iter().map(|row| (row.id, row.title))).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || query.get("source").unwrap_or_default());
    let change = Callback::new(move |id: String| {
        query.change(Visit::Step, &[("source", (!id.is_empty()).then_some(id))]);
    });
    view! { <Select label=DiffText::here().source() options value on_change=change/> }
}

/// The dated sources, each with the comparison that says what it added.
#[component]
fn Documents() -> impl IntoView {
    let (text, tongue) = (DiffText::here(), tongue());
    let known = load::<DiffSources>(|| Some(diff_sources::Variables));
    let item = move |row: diff_sources::DiffSourcesSourcesNodes| {
        let published = row.published_on.as_deref()?;
        let point = domain::interval::DatePoint::parse(published, "").ok()?;
        let (from, to) = (point.first().pred_opt()?, point.last());
        let href = format!("/diff?from={from}&to={to}&source={}", row.id);
        let said = text.on_day(&row.title, &format::date(published, tongue));
        Some(view! { <li class="question"><a href=href>{said}</a></li> })
    };
    view! {
        <section class="section" aria-labelledby="diff-documents">
            <h2 id="diff-documents">{text.documents()}</h2>
            <p>{text.choose()}</p>
            <Loaded load=known let:data>
                {
                    let items: Vec<_> = data.sources.nodes.into_iter().filter_map(item).collect();
                    match items.is_empty() {
                        true => view! { <p class="muted">{text.documents_none()}</p> }.into_any(),
                        false => view! { <ul class="questions">{items}</ul> }.into_any(),
                    }
                }
            </Loaded>
        </section>
    }
}

/// The answer in words, then each list.
#[component]
fn Answer(diff: days_compared::DaysComparedGraphDiff, query: UrlQuery) -> impl IntoView {
    let text = DiffText::here();
    let (added, ended) = (diff.added.total_count, diff.ended.total_count);
    let (changed, undated) = (diff.changed.total_count, diff.undated.total_count);
    let engagements = diff.engagements.total_count;
    let nothing = [added, ended, changed, engagements].into_iter().all(|count| count == 0);
    let given = |key: &str| untrack(|| query.get(key));
    let on_map = given("focus").zip(given("from")).zip(given("to"));
    let on_map = on_map.map(|((focus, from), to)| {
        let href = format!("/map?focus={focus}&from={from}&asOf={to}");
        view! { <LinkButton href>{text.on_map()}</LinkButton> }
    });
    view! {
        <p class="answer" role="status"><strong>{text.summary(added, ended, changed, engagements)}</strong></p>
        {(undated > 0).then(|| view! { <p class="muted">{text.undated_summary(undated)}</p> })}
        <div class="actions">{on_map}</div>
        {nothing.then(|| view! { <Empty title=text.nothing()><p>{text.nothing_next()}</p></Empty> })}
        <Rows sign=Sign::Added total=added rows=diff.added.nodes.into_iter().filter_map(|one| one.relationship).collect()/>
        <Rows sign=Sign::Ended total=ended rows=diff.ended.nodes.into_iter().filter_map(|one| one.relationship).collect()/>
        <Rows sign=Sign::Changed total=changed rows=diff.changed.nodes.into_iter().filter_map(|one| one.relationship).collect()/>
        <EngagementRows total=engagements rows=diff.engagements.nodes/>
        <Rows sign=Sign::Undated total=undated rows=diff.undated.nodes.into_iter().filter_map(|one| one.relationship).collect()/>
    }
}
