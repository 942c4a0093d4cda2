//! Two versions of one record compared, as wikis do it: line by line, each change with its way back.

mod fold;

use super::answer::page_of;
use super::difference::{Line, difference, label};
use super::entry::Undo;
use crate::client::operations;
use crate::page::missing::MissingPage;
use crate::page::query::CopyQuery;
use crate::state::query::Visit;
use crate::state::{Load, load, session, tongue, url_query};
use crate::text::format::{capital, instant};
use crate::text::{CompareText, HistoryText};
use crate::ui::{Glyph, LinkButton, Loaded, Look, PageTitle, Select};
use domain::line::LineState;
use domain::policy::Action;
use fold::{Told, fold};
use leptos::prelude::*;
use record_compared::{
    ChangeOperation, RecordComparedRecordDiff as Compared,
    RecordComparedRecordDiffLinesNodes as LineDiff,
    RecordComparedRecordDiffLinesNodesChange as LineChange, Version,
};

operations!("graphql/compare.graphql": RecordCompared);

/// The page of the address `/compare?record=&from=&to=`.
#[component]
pub fn ComparePage() -> impl IntoView {
    let query = url_query();
    let load = load::<RecordCompared>(move || {
        let id = query.get("record")?;
        Some(record_compared::Variables { id, from: query.get("from"), to: query.get("to") })
    });
    let has_record = Memo::new(move |_| query.get("record").is_some());
    view! {
        <Show when=move || has_record.get() fallback=MissingPage>
            <Loaded load let:data>
                <Head title=data.record_diff.title.clone() load/>
                <Choice versions=data.changes.nodes diff=data.record_diff.clone()/>
                <Lines diff=data.record_diff load/>
            </Loaded>
        </Show>
    }
}

#[component]
fn Head(title: String, load: Load<record_compared::ResponseData>) -> impl IntoView {
    let (text, query) = (CompareText::here(), url_query());
    let back = untrack(|| query.get("record")).and_then(|id| page_of(&id)).map(|href| {
        view! {
            <LinkButton href look=Look::Quiet glyph=Glyph::Left>{HistoryText::here().to_record()}</LinkButton>
        }
    });
    view! {
        <PageTitle title=text.title_of(&title)>
            <CopyQuery request=load.request()/>
            {back}
        </PageTitle>
        <h2 class="hidden">{text.key()}</h2>
        <ul class="diff diff-key">
            <li class="diff-in"><span aria-hidden="true">"+ "</span><ins>{text.was_added()}</ins></li>
            <li class="diff-out"><span aria-hidden="true">"− "</span><del>{text.was_removed()}</del></li>
        </ul>
    }
}

/// The two versions, to be chosen anew.
#[component]
fn Choice(versions: Vec<Version>, diff: Compared) -> impl IntoView {
    let (text, tongue, query) = (CompareText::here(), tongue(), url_query());
    let named = move |version: &Version| {
        let at = instant(&version.at, tongue);
        let by = version.actor.as_ref().map(|actor| HistoryText::here().by(&actor.display_name));
        (version.id.clone(), format!("{at} {}", by.unwrap_or_default()).trim().to_owned())
    };
    let listed: Vec<_> = versions.iter().map(named).collect();
    let first = (String::new(), text.before_first().to_owned());
    let from_options: Vec<_> = listed.iter().cloned().chain([first]).collect();
    let chosen = |version: Option<Version>| version.map(|one| one.id).unwrap_or_default();
    let (from, to) = (chosen(diff.from), chosen(diff.to));
    let choose = move |key: &'static str| {
        Callback::new(move |id: String| {
            query.change(Visit::Step, &[(key, (!id.is_empty()).then_some(id))]);
        })
    };
    view! {
        <search class="filters versions" aria-label=text.versions()>
            <Select label=text.from() options=Signal::stored(from_options) value=Signal::stored(from) on_change=choose("from")/>
            <Select label=text.to() options=Signal::stored(listed) value=Signal::stored(to) on_change=choose("to")/>
        </search>
    }
}

/// What differs, field by field.
#[component]
fn Lines(diff: Compared, load: Load<record_compared::ResponseData>) -> impl IntoView {
    let (text, tongue) = (CompareText::here(), tongue());
    let noun = diff.to.as_ref().map(|version| version.noun.clone()).unwrap_or_default();
    let total = diff.lines.total_count;
    let lines = diff.lines.nodes;
    if lines.is_empty() {
        return view! { <p class="muted">{text.alike()}</p> }.into_any();
    }
    let cut = i64::try_from(lines.len()).is_ok_and(|shown| shown < total);
    let mut fields: Vec<(String, Vec<LineDiff>)> = Vec::new();
    for line in lines {
        match fields.last_mut() {
            Some((field, known)) if *field == line.field => known.push(line),
            _ => fields.push((line.field.clone(), vec![line])),
        }
    }
    let field = move |(field, lines): (String, Vec<LineDiff>)| {
        let title = capital(&label(&noun, &field, tongue));
        let noun = noun.clone();
        let told = fold(lines).into_iter();
        let told = told.map(move |told| view! { <One told noun=noun.clone() load/> });
        view! {
            <section class="section">
                <h2>{title}</h2>
                <ul class="diff">{told.collect_view()}</ul>
            </section>
        }
    };
    view! {
        {fields.into_iter().map(field).collect_view()}
        {cut.then(|| view! { <p class="muted small">{text.read_on()}</p> })}
    }
    .into_any()
}

/// One line, or a gap between lines; the last of those that one change brought has the way back.
#[component]
fn One(told: Told, noun: String, load: Load<record_compared::ResponseData>) -> impl IntoView {
    let (text, tongue, session) = (CompareText::here(), tongue(), session());
    let (line, undo) = match told {
        Told::Gap(many) => {
            return view! { <li class="diff-same">"… "<span class="small">{text.gap(many)}</span></li> }
                .into_any();
        }
        Told::Line { line, undo } => (line, undo),
    };
    let said = worded(&noun, &line.field, &line.text, tongue);
    // Taking back that a record was recorded is no matter of a line.
    let is_told = |change: &LineChange| undo && change.operation != ChangeOperation::Create;
    let undo = line.change.filter(is_told).map(|change| {
        let on_undone = Callback::new(move |()| load.reload());
        move || {
            let (id, title) = (change.id.clone(), change.title.clone());
            session.can_somewhere(Action::Revert).then(|| view! { <Undo id title on_undone/> })
        }
    });
    match line.state {
        LineState::Added => view! {
            <li class="diff-in">
                <span aria-hidden="true">"+ "</span>
                <span class="hidden">{text.added()}": "</span>
                <ins>{said}</ins>
                {undo}
            </li>
        }
        .into_any(),
        LineState::Removed => view! {
            <li class="diff-out">
                <span aria-hidden="true">"− "</span>
                <span class="hidden">{text.removed()}": "</span>
                <del>{said}</del>
                {undo}
            </li>
        }
        .into_any(),
        LineState::Same => view! { <li class="diff-same">{said}</li> }.into_any(),
    }
}

/// A stored line as people read it.
fn worded(noun: &str, field: &str, text: &str, tongue: domain::vocabulary::Tongue) -> String {
    let lines = difference(noun, field, (None, Some(text)), tongue).into_iter();
    let said = lines.map(|line| match line {
        Line::In(said) | Line::Out(said) | Line::Same(said) => said,
    });
    said.collect::<Vec<_>>().join(", ")
}
