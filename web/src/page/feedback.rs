//! The feedback ladder: of every good how far its users are, of one the ladders themselves.

mod distance;
mod ladder;

use crate::client::operations;
use crate::page::query::CopyQuery;
use crate::state::paging::Trail;
use crate::state::query::{UrlQuery, address};
use crate::state::{load, locale, session, url_query};
use crate::text::FeedbackText;
use crate::ui::{Empty, LinkButton, Loaded, PageTitle};
use distance::Distances;
use domain::policy::Action;
use feedback_ladders::{
    FeedbackLaddersFeedbackPath, FeedbackLaddersFeedbackPathBreaks, FeedbackLaddersStakeholder,
};
use ladder::Ladder;
use leptos::prelude::*;

operations!("graphql/feedback.graphql": FeedbackDistances, FeedbackLadders);

/// The page of the address `/feedback?of=`.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let query = url_query();
    let one = Memo::new(move |_| query.get("of"));
    move || match one.get() {
        Some(id) => view! { <One id/> }.into_any(),
        None => view! { <All query/> }.into_any(),
    }
}

/// How far the users of every good are.
#[component]
fn All(query: UrlQuery) -> impl IntoView {
    let (text, locale) = (FeedbackText::here(), locale());
    let load = load::<FeedbackDistances>(move || {
        let after = Trail::parse(query.get("after").as_deref()).after();
        Some(feedback_distances::Variables { locale, after })
    });
    view! {
        <PageTitle title=text.title()>
            <CopyQuery request=load.request()/>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Loaded load let:data>
            <Distances page=data.feedback_distances/>
        </Loaded>
    }
}

/// The ladders of one good or implementation.
#[component]
fn One(id: String) -> impl IntoView {
    let (text, locale) = (FeedbackText::here(), locale());
    let load = load::<FeedbackLadders>(move || {
        Some(feedback_ladders::Variables { id: id.clone(), locale })
    });
    let title = Signal::derive(move || {
        let of = load.with(|data| data.feedback_path.of.name.clone());
        of.map_or(text.title().to_owned(), |of| format!("{} · {of}", text.title()))
    });
    view! {
        <PageTitle title=title>
            <CopyQuery request=load.request()/>
            <LinkButton href="/feedback">{text.all()}</LinkButton>
        </PageTitle>
        <p class="page-lead">{text.lead()}</p>
        <Loaded load let:data>
            <Ladders path=data.feedback_path/>
            <Others of=data.stakeholder/>
        </Loaded>
    }
}

#[component]
fn Ladders(path: FeedbackLaddersFeedbackPath) -> impl IntoView {
    let text = FeedbackText::here();
    let found = text.found(path.ladder_count);
    let more = (!path.complete).then(|| view! { <p class="muted">{text.more()}</p> });
    let ladders = path.ladders.into_iter().zip(1..);
    let ladders = ladders.map(|(ladder, number)| view! { <Ladder ladder number/> }).collect_view();
    let broken = (path.break_count > 0).then(
        || view! { <Breaks of=path.of.name breaks=path.breaks none=path.ladder_count == 0/> },
    );
    view! {
        <p class="muted found" role="status">{found}</p>
        {ladders}
        {more}
        {broken}
    }
}

/// Between whom feedback breaks off, each with the form that would mend it.
#[component]
fn Breaks(of: String, breaks: Vec<FeedbackLaddersFeedbackPathBreaks>, none: bool) -> impl IntoView {
    let text = FeedbackText::here();
    let title = if none { text.none(&of) } else { text.breaks().to_owned() };
    let session = session();
    let lines = breaks.into_iter().map(move |at| {
        let from = at.from.as_ref().map(|from| from.name.clone());
        let to = at.to.as_ref().map(|to| to.name.clone());
        let says = match (from, to) {
            (Some(from), Some(to)) => text.broken(&from, &to),
            (Some(from), None) => text.broken(&from, text.not_recorded()),
            _ => text.nobody().to_owned(),
        };
        let ends = (at.from.map(|from| from.id), at.to.map(|to| to.id));
        let href = address(
            "/relationship/new",
            &[("source", ends.0.as_deref()), ("target", ends.1.as_deref())],
        );
        let offer = move || {
            let may = session.can_somewhere(Action::ProposeRelationship);
            let href = href.clone();
            may.then(|| view! { <LinkButton href=href>{text.add()}</LinkButton> })
        };
        view! { <p class="relationship-line"><span>{says}</span> {offer}</p> }
    });
    let lines = lines.collect_view();
    view! { <Empty title=title>{lines}</Empty> }
}

/// From a good to its implementations, and back.
#[component]
fn Others(of: Option<FeedbackLaddersStakeholder>) -> impl IntoView {
    let text = FeedbackText::here();
    let rows = of.map(|of| of.relationships.nodes).unwrap_or_default();
    if rows.is_empty() {
        return None;
    }
    let here = untrack(|| url_query().get("of"));
    let link = |row: feedback_ladders::FeedbackLaddersStakeholderRelationshipsNodes| {
        let is_good = here.as_deref() == Some(row.target.id.as_str());
        let (id, name) = match is_good {
            true => (row.source.id, row.source.name),
            false => (row.target.id, format!("{} ({})", row.target.name, text.whole())),
        };
        view! { <li><a href=address("/feedback", &[("of", Some(&id))])>{name}</a></li> }
    };
    let links = rows.into_iter().map(link).collect_view();
    Some(view! {
        <section class="section" aria-labelledby="ladder-of">
            <h2 id="ladder-of">{text.of()}</h2>
            <ul>{links}</ul>
        </section>
    })
}
