//! Where the engagement can go from here, and what each way still asks for.

use super::desk::Desk;
use super::record::Engagement;
use crate::form::stage_move::{Verdict, verdict};
use crate::page::stage_move::{MissingList, MoveDialog, MoveRequest, Mover};
use crate::state::tongue;
use crate::text::EngagementText;
use crate::text::format::{capital, date};
use crate::ui::{Button, Look};
use domain::engagement::{Missing, OPEN, Stage};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Every move of the stage machine from here, what it owes, and the dialog of those that ask.
#[component]
pub fn Moves(engagement: Engagement, desk: Desk) -> impl IntoView {
    let text = EngagementText::here();
    let mover = Mover::new(Callback::new(move |_| desk.reload()));
    let (id, from) = (engagement.id.clone(), engagement.stage);
    let request = MoveRequest {
        id: id.clone(),
        version: engagement.version,
        from,
        to: from,
        name: engagement.party.party.name.clone(),
    };
    let allowed: Vec<(Stage, Vec<Missing>)> =
        engagement.allowed_transitions.into_iter().map(|way| (way.to, way.missing)).collect();
    let way = |to: &Stage| {
        let request = MoveRequest { to: *to, ..request.clone() };
        view! { <Way request verdict=verdict(from, *to, &allowed) desk mover/> }
    };
    let (back, on): (Vec<Stage>, Vec<Stage>) =
        allowed.iter().map(|(to, _)| *to).partition(|to| is_back(from, *to));
    let ways = on.iter().map(way).collect_view();
    let backwards = (!back.is_empty()).then(|| {
        let ways = back.iter().map(way).collect_view();
        view! {
            <details class="disclosure">
                <summary>{text.step_back()}</summary>
                <ul class="ways">{ways}</ul>
            </details>
        }
    });
    let none = allowed.is_empty().then(|| view! { <p class="muted">{text.no_moves()}</p> });
    let tongue = tongue();
    let suggested = engagement.suggested_move.map(|suggested| {
        let stage = capital(suggested.to.label(tongue));
        let day = date(&suggested.day, tongue);
        let words = text.suggestion(&stage, suggested.reason.label(tongue), &day);
        view! { <div class="notice"><h3>{text.suggested()}</h3><p>{words}</p></div> }
    });
    let debt = (!engagement.debt.is_empty()).then(|| {
        view! {
            <div class="notice">
                <h3>{text.debt()}</h3>
                <p>{text.debt_hint()}</p>
                <MissingList id items=engagement.debt/>
            </div>
        }
    });
    view! {
        <section class="section panel" id="moves" tabindex="-1">
            <h2>{text.moves()}</h2>
            {suggested}
            {debt}
            <ul class="ways">{ways}</ul>
            {backwards}
            {none}
            <MoveDialog mover/>
        </section>
    }
}

/// Whether a move leads to an earlier stage of the conversation.
fn is_back(from: Stage, to: Stage) -> bool {
    let position = |stage: Stage| OPEN.iter().position(|known| *known == stage);
    position(to).zip(position(from)).is_some_and(|(to, from)| to < from)
}

#[component]
fn Way(request: MoveRequest, verdict: Verdict, desk: Desk, mover: Mover) -> impl IntoView {
    let (text, tongue) = (EngagementText::here(), tongue());
    let may_move = desk.may(Action::MoveEngagement);
    let stage = capital(request.to.label(tongue));
    let id = request.id.clone();
    let body = match verdict {
        Verdict::Blocked(items) => view! {
            <p class="small muted">{text.missing()}</p>
            <MissingList id items/>
        }
        .into_any(),
        _ => {
            let request = StoredValue::new(request);
            let press = Callback::new(move |()| mover.start(request.get_value()));
            let to = stage.clone();
            let button = move || {
                let to = to.clone();
                may_move.get().then(|| {
                    view! {
                        <Button look=Look::Plain on_press=press>
                            {text.move_now()}
                            <span class="hidden">" → "{to}</span>
                        </Button>
                    }
                })
            };
            view! { {button} }.into_any()
        }
    };
    view! {
        <li class="way">
            <span class="way-stage">{stage}</span>
            {body}
        </li>
    }
}
