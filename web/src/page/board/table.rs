//! The board as a table: the same engagements, the same filters, the same moves.

use super::card::{Card, Column};
use super::hand::Hand;
use super::tile::MoveMenu;
use crate::client::clock;
use crate::page::due::{days_since, is_overdue};
use crate::state::{place, session, tongue};
use crate::text::format::{capital, date};
use crate::text::{BoardText, ShellText};
use crate::ui::{Badge, Hue};
use domain::policy::Action;
use domain::vocabulary::Word;
use leptos::prelude::*;

/// The table.
#[component]
pub fn BoardTable(shown: Memo<Vec<Column>>, hand: Hand, community: String) -> impl IntoView {
    let text = BoardText::here();
    let community = StoredValue::new(community);
    let row = move |card| view! { <Row card hand community/> };
    let rows = move || {
        let cards = shown.get().into_iter().flat_map(|column| column.cards);
        cards.map(row).collect_view()
    };
    let head = [
        text.partner(),
        text.objective(),
        text.stage(),
        text.since(),
        text.owner(),
        text.next(),
        text.due(),
        text.move_menu(),
    ];
    let head = head.into_iter().map(|title| view! { <th scope="col">{title}</th> });
    view! {
        <div class="table-wrap">
            <table class="table table-cards">
                <caption class="hidden">{text.title()}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(card: Card, hand: Hand, community: StoredValue<String>) -> impl IntoView {
    let (text, shell, tongue, session) =
        (BoardText::here(), ShellText::here(), tongue(), session());
    let today = clock::today();
    let at = community.with_value(|id| place(Some(id), card.visibility));
    let may_move = Signal::derive(move || session.can(Action::MoveEngagement, at));
    let days = text.days(days_since(&card.since, today));
    let late = is_overdue(card.due.as_deref(), today);
    let due = card.due.as_deref().map(|due| date(due, tongue));
    let owner = card.owner.as_ref().map_or(text.no_owner().to_owned(), |owner| owner.name.clone());
    let next = card.next_step.clone().unwrap_or_else(|| text.no_next().to_owned());
    let (held, href) = (StoredValue::new(card.clone()), format!("/engagement/{}", card.id));
    view! {
        <tr id=format!("card-{}", card.id) tabindex="-1">
            <th scope="row">
                <a href=href>{card.party.name.clone()}</a>
                {card.practice.then(|| view! { " "<Badge text=shell.practice() hue=Hue::Hatched/> })}
            </th>
            <td data-label=text.objective()>{capital(card.objective.label(tongue))}</td>
            <td data-label=text.stage()>{capital(card.stage.label(tongue))}</td>
            <td data-label=text.since()>{days}</td>
            <td data-label=text.owner()>{owner}</td>
            <td data-label=text.next()>{next}</td>
            <td data-label=text.due()>
                {due}
                {late.then(|| view! { " "<Badge text=text.overdue() hue=Hue::Bad/> })}
            </td>
            <td data-label=text.move_menu()>
                {move || may_move.get().then(|| view! { <MoveMenu card=held.get_value() hand/> })}
            </td>
        </tr>
    }
}
