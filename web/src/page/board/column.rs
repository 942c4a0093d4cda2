//! The board as columns.

use super::card::{Card, Column, unlisted};
use super::hand::Hand;
use super::tile::Tile;
use crate::state::tongue;
use crate::text::BoardText;
use crate::text::format::{capital, number};
use crate::ui::Select;
use domain::engagement::Stage;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// Every stage as a column; on a narrow screen one at a time, chosen above it.
#[component]
pub fn Columns(shown: Memo<Vec<Column>>, hand: Hand, community: String) -> impl IntoView {
    let text = BoardText::here();
    let community = StoredValue::new(community);
    let chosen = RwSignal::new(None::<Stage>);
    let at_hand = Memo::new(move |_| {
        let filled = |columns: &Vec<Column>| {
            columns.iter().find(|column| !column.cards.is_empty()).map(|column| column.stage)
        };
        chosen.get().or_else(|| shown.with(filled))
    });
    let column = move |column| view! { <StageColumn column hand community at_hand/> };
    view! {
        <p id="board-keys" class="muted small">{text.keys_hint()}</p>
        <div class="board-stages"><StageChoice shown at_hand chosen/></div>
        <div class="board">{move || shown.get().into_iter().map(column).collect_view()}</div>
    }
}

/// Which column is shown where there is room for one alone.
#[component]
fn StageChoice(
    shown: Memo<Vec<Column>>,
    at_hand: Memo<Option<Stage>>,
    chosen: RwSignal<Option<Stage>>,
) -> impl IntoView {
    let (text, tongue) = (BoardText::here(), tongue());
    let options = Signal::derive(move || {
        let option = |column: &Column| {
            let word = capital(column.stage.label(tongue));
            (column.stage.code().to_owned(), text.stage_with(&word, &tally(column, text, tongue)))
        };
        shown.with(|columns| columns.iter().map(option).collect::<Vec<_>>())
    });
    let value = Signal::derive(move || {
        at_hand.get().map(|stage| stage.code().to_owned()).unwrap_or_default()
    });
    let choose = Callback::new(move |code: String| {
        chosen.try_set(Stage::parse(&code));
    });
    view! { <Select label=text.stage() options value on_change=choose/> }
}

/// How many there are; with a filter, how many of them pass it.
fn tally(column: &Column, text: BoardText, tongue: Tongue) -> String {
    let all = number(column.count, tongue);
    match column.passing.map(i64::try_from) {
        Some(Ok(passing)) => text.passing(&number(passing, tongue), &all),
        _ => all,
    }
}

#[component]
fn StageColumn(
    column: Column,
    hand: Hand,
    community: StoredValue<String>,
    at_hand: Memo<Option<Stage>>,
) -> impl IntoView {
    let (text, tongue) = (BoardText::here(), tongue());
    let stage = column.stage;
    let tally = tally(&column, text, tongue);
    let more = unlisted_of(&column);
    let heading = format!("stage-{}", stage.code());
    let labelled_by = heading.clone();
    let empty = column.cards.is_empty();
    let tile = |card: Card| view! { <Tile card hand community/> };
    view! {
        <section
            class="board-column"
            class:over=move || hand.is_over(stage)
            class:at-hand=move || at_hand.get() == Some(stage)
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
                <span class="muted">{tally}</span>
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
