//! One ladder: what it says in words, its rungs as a picture, and every step as a table.

use super::feedback_ladders::{
    FeedbackLaddersFeedbackPathLadders as LadderData,
    FeedbackLaddersFeedbackPathLaddersSilent as Silent,
    FeedbackLaddersFeedbackPathLaddersSteps as Step,
};
use crate::page::mark::{InferredMark, StateMark};
use crate::state::tongue;
use crate::text::{EvidenceText, FeedbackText, format};
use crate::ui::{Badge, Hue};
use domain::feedback::FeedbackSilence;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// One ladder, the core on top as in the picture that people have of it.
#[component]
pub fn Ladder(
    /// What it is made of.
    ladder: LadderData,
    /// Which of several it is.
    number: usize,
) -> impl IntoView {
    let text = FeedbackText::here();
    let name = |end: Option<&Step>, of: fn(&Step) -> &str| end.map(of).unwrap_or("").to_owned();
    let from = name(ladder.steps.first(), |step| &step.source.name);
    let to = name(ladder.steps.last(), |step| &step.target.name);
    let title = text.ladder(number, &from, &to);
    let id = format!("ladder-{number}");
    let proposed =
        ladder.proposed.then(|| view! { <Badge hue=Hue::Warning text=text.proposed()/> });
    let silent = ladder.silent.as_ref().map(|silent| silence(silent, &ladder.steps));
    let names: Vec<_> = ladder.rungs.iter().map(|rung| rung.name.as_str()).collect();
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let rungs = text.rungs(count, &names.join(", "));
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone() class="relationship-line">{title.clone()} {proposed}</h2>
            <p class="answer">{rungs} " " {silent}</p>
            <Picture steps=ladder.steps.clone() silent=ladder.silent.clone()/>
            <Steps steps=ladder.steps silent=ladder.silent caption=title/>
        </section>
    }
}

/// The sentence about the silent rung.
fn silence(silent: &Silent, steps: &[Step]) -> String {
    let (text, tongue) = (FeedbackText::here(), tongue());
    let who = &silent.stakeholder.name;
    let place = usize::try_from(silent.step - 1).ok();
    let heard = place.and_then(|place| steps.get(place)?.last_heard.clone());
    match silent.reason {
        FeedbackSilence::Blocked => text.blocked(who),
        FeedbackSilence::NotRecorded => text.unheard(who),
        FeedbackSilence::LongestAgo => {
            text.longest(who, &format::date(&heard.unwrap_or_default(), tongue))
        }
    }
}

fn is_silent(silent: Option<&Silent>, place: usize) -> bool {
    silent.is_some_and(|silent| usize::try_from(silent.step) == Ok(place + 1))
}

/// The rungs, the core on top; between two of them what is known of the step. It says nothing that
/// the table does not say.
#[component]
fn Picture(steps: Vec<Step>, silent: Option<Silent>) -> impl IntoView {
    let (text, tongue) = (FeedbackText::here(), tongue());
    let foot = steps.first().map(|step| (step.source.id.clone(), step.source.name.clone()));
    let last = steps.len().saturating_sub(1);
    let rows = steps.into_iter().enumerate().rev().map(|(place, step)| {
        let silent = silent.as_ref().filter(|silent| is_silent(Some(silent), place));
        let reason = silent.map(|silent| silent.reason);
        let mark = reason.map(|reason| {
            let says = text.pair(text.silent(), reason.label(tongue));
            view! { <Badge hue=Hue::Bad text=says/> }
        });
        let heard = step.last_heard.as_deref().map(|on| format::date(on, tongue));
        let heard = heard.unwrap_or_else(|| text.not_recorded().to_owned());
        let class = match reason {
            Some(FeedbackSilence::Blocked) => "rung-step rung-step-blocked",
            Some(_) => "rung-step rung-step-silent",
            None => "rung-step",
        };
        let is_core = (place == last).then(|| view! { <Badge text=text.core()/> });
        view! {
            <li class="rung">
                <a href=format!("/stakeholder/{}", step.target.id)>{step.target.name}</a>
                {is_core}
            </li>
            <li class=class>
                <span class="muted">{text.pair(text.last_heard(), &heard)}</span>
                {mark}
            </li>
        }
    });
    let foot = foot.map(|(id, name)| {
        view! {
            <li class="rung">
                <a href=format!("/stakeholder/{id}")>{name}</a>
                <Badge text=text.foot()/>
            </li>
        }
    });
    view! { <ol class="ladder" reversed>{rows.collect_view()} {foot}</ol> }
}

/// Every step, from below to above, each leading to its relationship and evidence.
#[component]
fn Steps(steps: Vec<Step>, silent: Option<Silent>, caption: String) -> impl IntoView {
    let text = FeedbackText::here();
    let heads = [
        text.steps(),
        text.from(),
        text.to(),
        text.cadence(),
        text.last_heard(),
        text.blocked_by(),
        text.proof(),
    ];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    let rows = steps.into_iter().enumerate().map(|(place, step)| {
        let silent = is_silent(silent.as_ref(), place);
        view! { <StepRow step place silent/> }
    });
    view! {
        <div class="table-wrap">
            <table class="table table-cards" role="table">
                <caption class="hidden">{text.table()} " · " {caption}</caption>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn StepRow(step: Step, place: usize, silent: bool) -> impl IntoView {
    let (text, tongue) = (FeedbackText::here(), tongue());
    let unknown = || text.not_recorded().to_owned();
    let heard = step.last_heard.as_deref().map_or_else(unknown, |on| format::date(on, tongue));
    let blocked = step.blocked_by.map(|who| {
        view! { <a href=format!("/stakeholder/{}", who.id)>{who.name}</a> }
    });
    let silent = silent.then(|| view! { <Badge hue=Hue::Bad text=text.silent()/> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" data-label=text.steps()>
                <span class="relationship-line">
                    <a href=format!("/relationship/{}", step.id)>{place + 1} ". " {step.source.name.clone()}</a>
                    <StateMark state=step.state/>
                    <InferredMark inferred=step.inferred/>
                    {silent}
                </span>
            </th>
            <td role="cell" data-label=text.from()>
                <a href=format!("/stakeholder/{}", step.source.id)>{step.source.name}</a>
            </td>
            <td role="cell" data-label=text.to()>
                <a href=format!("/stakeholder/{}", step.target.id)>{step.target.name}</a>
            </td>
            <td role="cell" data-label=text.cadence()>{step.cadence.unwrap_or_else(unknown)}</td>
            <td role="cell" data-label=text.last_heard()>{heard}</td>
            <td role="cell" data-label=text.blocked_by()>{blocked}</td>
            <td role="cell" data-label=text.proof() class="nowrap">
                {EvidenceText::here().count(step.evidence_count)}
            </td>
        </tr>
    }
}
