//! Moving cards: by mouse, by keyboard or by menu, all end here. A move that is possible is shown
//! at once and asked of the server; one that is not leaves the card where it was and says why.

use super::answer::pipeline_board;
use super::card::{Card, Column, find, moved};
use super::grip::{Grip, Key, Outcome};
use crate::form::stage_move::{Verdict, verdict};
use crate::page::stage_move::{MoveEnd, MoveRequest, Mover};
use crate::state::{Load, tongue};
use crate::text::BoardText;
use crate::text::format::capital;
use domain::engagement::{Missing, Stage};
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What stands in the way of a move.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocked {
    /// The engagement.
    pub id: String,
    /// Which move.
    pub title: String,
    /// What is missing; nothing when the stage machine has no such move.
    pub missing: Vec<Missing>,
}

/// Copied into every card and column.
#[derive(Clone, Copy)]
pub struct Hand {
    columns: Memo<Vec<Column>>,
    grip: RwSignal<Grip>,
    dragged: RwSignal<Option<String>>,
    hovered: RwSignal<Option<Stage>>,
    pending: RwSignal<Option<(String, Stage)>>,
    blocked: RwSignal<Option<Blocked>>,
    blocked_open: RwSignal<bool>,
    said: RwSignal<String>,
    mover: Mover,
    tongue: Tongue,
}

impl Hand {
    /// A hand over the loaded columns.
    pub fn new(loaded: Memo<Vec<Column>>, board: Load<pipeline_board::ResponseData>) -> Self {
        let pending = RwSignal::new(None::<(String, Stage)>);
        let said = RwSignal::new(String::new());
        let language = tongue();
        let on_end = Callback::new(move |end: MoveEnd| {
            let text = BoardText(language);
            let stage = |stage: Stage| capital(stage.label(language));
            match end {
                MoveEnd::Moved(request) => {
                    said.try_set(text.moved(&request.name, &stage(request.to)));
                }
                MoveEnd::Stayed(request) => {
                    pending.try_set(None);
                    said.try_set(text.not_moved(&request.name, &stage(request.from)));
                    focus_card(&request.id);
                }
            }
            board.reload();
        });
        let columns = Memo::new(move |_| match pending.get() {
            Some((id, to)) => loaded.with(|columns| moved(columns, &id, to)),
            None => loaded.get(),
        });
        // What the server tells replaces what was only hoped for.
        Effect::new(move |_| {
            loaded.track();
            if let Some((id, _)) = pending.try_update(Option::take).flatten() {
                focus_card(&id);
            }
        });
        Self {
            columns,
            grip: RwSignal::new(Grip::Resting),
            dragged: RwSignal::new(None),
            hovered: RwSignal::new(None),
            pending,
            blocked: RwSignal::new(None),
            blocked_open: RwSignal::new(false),
            said,
            mover: Mover::new(on_end),
            tongue: language,
        }
    }

    /// The columns with a move under way already made, followed.
    pub fn columns(self) -> Vec<Column> {
        self.columns.get()
    }

    /// What is said aloud, followed.
    pub fn said(self) -> String {
        self.said.get()
    }

    /// What makes the moves.
    pub fn mover(self) -> Mover {
        self.mover
    }

    /// What stands in the way of the move tried last, followed.
    pub fn blocked(self) -> Option<Blocked> {
        self.blocked.get()
    }

    /// Whether that is being shown.
    pub fn blocked_open(self) -> RwSignal<bool> {
        self.blocked_open
    }

    /// Whether a column is under a card in the hand, followed.
    pub fn is_over(self, stage: Stage) -> bool {
        self.hovered.get() == Some(stage) || self.grip.with(Grip::over) == Some(stage)
    }

    /// Whether this card is in the hand, followed.
    pub fn holds(self, id: &str) -> bool {
        self.grip.with(|grip| grip.carries(id))
            || self.dragged.with(|dragged| dragged.as_deref() == Some(id))
    }

    /// The mouse picks a card up.
    pub fn drag(self, id: &str) {
        self.dragged.try_set(Some(id.to_owned()));
    }

    /// The mouse carries the card over a column; whether there is a card to carry.
    pub fn hover(self, stage: Stage) -> bool {
        let carries = self.dragged.try_get_untracked().flatten().is_some();
        if carries && self.hovered.try_get_untracked().flatten() != Some(stage) {
            self.hovered.try_set(Some(stage));
        }
        carries
    }

    /// The mouse let go, over a column or elsewhere.
    pub fn drop(self, over: Option<Stage>) {
        self.hovered.try_set(None);
        let dragged = self.dragged.try_update(Option::take).flatten();
        if let (Some(id), Some(stage)) = (dragged, over) {
            self.attempt(&id, stage);
        }
    }

    /// A key was pressed on a card; whether it was the board's.
    pub fn press(self, name: &str, card: &Card) -> bool {
        let Some(key) = Key::parse(name) else {
            return false;
        };
        let stages: Vec<Stage> = self
            .columns
            .with_untracked(|columns| columns.iter().map(|column| column.stage).collect());
        let press = |grip: &mut Grip| grip.press(key, &card.id, card.stage, &stages);
        let outcome = self.grip.try_update(press).unwrap_or(Outcome::Ignored);
        self.tell(&outcome, card);
        if let Outcome::Dropped(stage) = outcome {
            self.attempt(&card.id, stage);
        }
        outcome != Outcome::Ignored
    }

    /// The focus left a card: when it was in the hand it goes back.
    pub fn release(self, card: &Card) {
        if self.grip.try_with_untracked(|grip| grip.carries(&card.id)) == Some(true)
            && let Some(outcome) = self.grip.try_update(Grip::release)
        {
            self.tell(&outcome, card);
        }
    }

    /// Tries to move a card: shows what is missing, or asks the server.
    pub fn attempt(self, id: &str, to: Stage) {
        let card = self.columns.with_untracked(|columns| find(columns, id).cloned());
        let Some(card) = card else { return };
        match verdict(card.stage, to, &card.allowed) {
            Verdict::Stay => {}
            Verdict::NotReachable => self.block(&card, to, Vec::new()),
            Verdict::Blocked(missing) => self.block(&card, to, missing),
            Verdict::Ask(_) => {
                self.pending.try_set(Some((card.id.clone(), to)));
                self.mover.start(MoveRequest {
                    id: card.id,
                    version: card.version,
                    from: card.stage,
                    to,
                    name: card.party.name,
                });
            }
        }
    }

    fn block(self, card: &Card, to: Stage, missing: Vec<Missing>) {
        let text = BoardText(self.tongue);
        let title = text.move_title(&card.party.name, &capital(to.label(self.tongue)));
        self.said
            .try_set(text.not_moved(&card.party.name, &capital(card.stage.label(self.tongue))));
        self.blocked.try_set(Some(Blocked { id: card.id.clone(), title, missing }));
        self.blocked_open.try_set(true);
    }

    fn tell(self, outcome: &Outcome, card: &Card) {
        let text = BoardText(self.tongue);
        let (name, label) = (&card.party.name, |stage: Stage| capital(stage.label(self.tongue)));
        let said = match outcome {
            Outcome::Ignored | Outcome::Dropped(_) => return,
            Outcome::PickedUp(stage) => text.picked_up(name, &label(*stage)),
            Outcome::PutBack(stage) => text.put_back(name, &label(*stage)),
            Outcome::Over(stage) => match verdict(card.stage, *stage, &card.allowed) {
                Verdict::NotReachable => text.over_closed(&label(*stage)),
                Verdict::Blocked(missing) => {
                    let missing: Vec<_> =
                        missing.iter().map(|item| item.label(self.tongue)).collect();
                    text.over_blocked(&label(*stage), &missing.join(", "))
                }
                Verdict::Stay | Verdict::Ask(_) => text.over(&label(*stage)),
            },
        };
        self.said.try_set(said);
    }
}

/// Puts the focus on a card where it stands now, once the page shows it.
fn focus_card(id: &str) {
    let id = format!("card-{id}");
    request_animation_frame(move || {
        let card = document().get_element_by_id(&id);
        if let Some(card) = card.and_then(|card| card.dyn_into::<web_sys::HtmlElement>().ok()) {
            card.focus().ok();
        }
    });
}
