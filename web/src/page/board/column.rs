//! The board as columns.

use super::card::{Card, Column, unlisted};
use super::hand::Hand;
use super::tile::Tile;
use crate::state::tongue;
use crate::text::BoardText;
use crate::text::format::{capital, number};
use domain::vocabulary::Word;
use leptos::prelude::*;

/// Every stage as a column; on a narrow screen they stand below each other.
#[component]
pub fn Columns(shown: Memo<Vec<Column>>, hand: Hand, community: String) -> impl IntoView {
    let text = BoardText::here();
    let community = StoredValue::new(community);
    let column = move |column| view! { <StageColumn column hand community/> };
    view! {
        <p id="board-keys" class="muted small">{text.keys_hint()}</p>
        <div class="board">{move || shown.get().into_iter().map(column).collect_view()}</div>
    }
}

#[component]
fn StageColumn(column: Column, hand: Hand, community: StoredValue<String>) -> impl IntoView {
    let (text, tongue) = (BoardText::here(), tongue());
    let stage = column.stage;
    let more = unlisted_of(&column);
    let heading = format!("stage-{}", stage.code());
    let labelled_by = heading.clone();
    let empty = column.cards.is_empty();
    let tile = |card: Card| view! { <Tile card hand community/> };
    view! {
        <section
            class="board-column"
            class:over=move || hand.is_over(stage)
            aria-labelledby=labelled_by
            on:dragover=move |event| {
                if hand.hover(stage) {
                    event.prevent_default();
                }
            }
            on:drop=move |event| {
                event.prevent_default();
                hand.drop(Some(stage));
            }
        >
            <h2 id=heading class="board-stage">
                {capital(stage.label(tongue))}
                " "
                <span class="muted">{number(column.count, tongue)}</span>
            </h2>
            <ul class="board-cards">{column.cards.into_iter().map(tile).collect_view()}</ul>
            {empty.then(|| view! { <p class="muted small">{text.column_empty()}</p> })}
            {(more > 0).then(|| view! { <p class="muted small">{text.unlisted(more)}</p> })}
        </section>
    }
}

/// A filtered column does not say how many it leaves out: the filter does.
fn unlisted_of(column: &Column) -> i64 {
    const LISTED: usize = 200;
    if column.cards.len() >= LISTED { unlisted(column) } else { 0 }
}
