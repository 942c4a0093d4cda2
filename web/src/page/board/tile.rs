//! One card of the board.

use super::card::Card;
use super::hand::Hand;
use crate::client::clock;
use crate::form::stage_move::{Verdict, verdict};
use crate::page::due::{days_since, is_overdue};
use crate::state::{place, session, tongue};
use crate::text::format::{capital, date};
use crate::text::{BoardText, ShellText};
use crate::ui::{Badge, Hue};
use domain::engagement::Stage;
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// A card: focusable, draggable, carried by keys, with a menu for whoever uses neither.
#[component]
pub fn Tile(card: Card, hand: Hand, community: StoredValue<String>) -> impl IntoView {
    let (session, navigate) = (session(), use_navigate());
    let at = community.with_value(|id| place(Some(id), card.visibility));
    let may_move = Signal::derive(move || session.can(Action::MoveEngagement, at));
    let href = format!("/engagement/{}", card.id);
    let held = StoredValue::new(card.clone());
    let drag = move |event: DragEvent| {
        held.try_with_value(|card| {
            if let Some(transfer) = event.data_transfer() {
                transfer.set_data("text/plain", &card.id).ok();
            }
            hand.drag(&card.id);
        });
    };
    let press = {
        let href = href.clone();
        move |event: KeyboardEvent| {
            // Keys on the link or the menu inside the card are theirs.
            if event.target() != event.current_target() {
                return;
            }
            let taken = may_move.try_get_untracked() == Some(true)
                && held.try_with_value(|card| hand.press(&event.key(), card)) == Some(true);
            if taken {
                event.prevent_default();
            } else if event.key() == "Enter" {
                navigate(&href, Default::default());
            }
        }
    };
    let (id, name) = (card.id.clone(), card.party.name.clone());
    view! {
        <li>
            <div
                class="card"
                class:held=move || hand.holds(&id)
                id=format!("card-{}", card.id)
                tabindex="0"
                role="group"
                aria-label=name
                aria-describedby="board-keys"
                draggable=move || if may_move.get() { "true" } else { "false" }
                on:dragstart=drag
                on:dragend=move |_| hand.drop(None)
                on:keydown=press
                // A card that is taken off the page while it has the focus loses it too late to ask.
                on:blur=move |_| {
                    held.try_with_value(|card| hand.release(card));
                }
            >
                <TileText card=card.clone() href/>
                {move || may_move.get().then(|| view! { <MoveMenu card=held.get_value() hand/> })}
            </div>
        </li>
    }
}

#[component]
fn TileText(card: Card, href: String) -> impl IntoView {
    let (text, shell, tongue) = (BoardText::here(), ShellText::here(), tongue());
    let today = clock::today();
    let days = text.in_stage(days_since(&card.since, today));
    let late = is_overdue(card.due.as_deref(), today);
    let due = card.due.map(|due| date(&due, tongue));
    let owed: Vec<_> = card.debt.iter().map(|item| item.label(tongue)).collect();
    let owed = (!owed.is_empty())
        .then(|| view! { <p class="card-owed small">{text.owes(&owed.join(", "))}</p> });
    let owner = match card.owner {
        Some(owner) => view! { <span>{owner.name}</span> }.into_any(),
        None => view! { <span class="muted">{text.no_owner()}</span> }.into_any(),
    };
    let next = match card.next_step {
        Some(step) => view! { <p class="card-next">{step}</p> }.into_any(),
        None => view! { <p class="card-next muted">{text.no_next()}</p> }.into_any(),
    };
    view! {
        <a class="card-party" href=href draggable="false">{card.party.name}</a>
        <p class="card-objective">{capital(card.objective.label(tongue))}</p>
        {next}
        {owed}
        <p class="card-foot small">
            {due.map(|due| view! { <span class:late=late>{text.due()}" "{due}</span> })}
            {late.then(|| view! { <Badge text=text.overdue() hue=Hue::Bad/> })}
            {owner}
            <span class="muted">{days}</span>
            {card.practice.then(|| view! { <Badge text=shell.practice() hue=Hue::Hatched/> })}
        </p>
    }
}

/// The moves of a card as a menu: also for touch and for voice.
#[component]
pub fn MoveMenu(card: Card, hand: Hand) -> impl IntoView {
    let text = BoardText::here();
    let open = RwSignal::new(false);
    let label = text.move_label(&card.party.name);
    let ways = StoredValue::new(card);
    let menu = move || {
        open.get().then(|| {
            let card = ways.get_value();
            let way =
                |(to, _): &(Stage, Vec<_>)| view! { <Way card=card.clone() to=*to hand open/> };
            view! { <ul class="card-ways">{card.allowed.iter().map(way).collect_view()}</ul> }
        })
    };
    view! {
        <div class="card-menu">
            <button
                class="button button-quiet small"
                type="button"
                aria-label=label
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| {
                    open.try_update(|open| *open = !*open);
                }
            >
                {text.move_menu()}
            </button>
            {menu}
        </div>
    }
}

#[component]
fn Way(card: Card, to: Stage, hand: Hand, open: RwSignal<bool>) -> impl IntoView {
    let (text, tongue) = (BoardText::here(), tongue());
    let blocked = matches!(verdict(card.stage, to, &card.allowed), Verdict::Blocked(_));
    let choose = move |_| {
        open.try_set(false);
        hand.attempt(&card.id, to);
    };
    view! {
        <li>
            <button class="button button-quiet" type="button" on:click=choose>
                {capital(to.label(tongue))}
                {blocked.then(|| view! { " "<span class="muted small">"("{text.blocked_title()}")"</span> })}
            </button>
        </li>
    }
}
