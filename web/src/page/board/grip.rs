//! Moving cards without a mouse: Space picks a card up, the arrows carry it over the columns, Space
//! puts it down, Escape puts it back. Pure; the board says aloud what comes out of it.

use domain::engagement::Stage;

/// Whether a card is being carried by the keyboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Grip {
    /// No card is.
    #[default]
    Resting,
    /// This card is.
    Carrying {
        /// The engagement.
        card: String,
        /// Where it was picked up.
        from: Stage,
        /// Over which column it is.
        over: Stage,
    },
}

/// A key that means something to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Picks up and puts down.
    Space,
    /// Also puts down, while a card is carried.
    Enter,
    /// To the column before.
    Back,
    /// To the column after.
    Forth,
    /// Puts it back.
    Escape,
}

/// What a key has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: the key is not the board's.
    Ignored,
    /// The card was picked up in this column.
    PickedUp(Stage),
    /// The card is over this column.
    Over(Stage),
    /// The card was put down in another column: the move is to be tried.
    Dropped(Stage),
    /// The card is back where it was.
    PutBack(Stage),
}

impl Key {
    /// Reads the name that the browser gives to a key.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            " " | "Spacebar" => Self::Space,
            "Enter" => Self::Enter,
            "ArrowLeft" | "ArrowUp" => Self::Back,
            "ArrowRight" | "ArrowDown" => Self::Forth,
            "Escape" => Self::Escape,
            _ => return None,
        })
    }
}

impl Grip {
    /// The column that the carried card is over.
    pub fn over(&self) -> Option<Stage> {
        match self {
            Self::Resting => None,
            Self::Carrying { over, .. } => Some(*over),
        }
    }

    /// Whether this card is the carried one.
    pub fn carries(&self, id: &str) -> bool {
        matches!(self, Self::Carrying { card, .. } if card == id)
    }

    /// A key was pressed on a card that stands in a column; `stages` are the columns in order.
    pub fn press(&mut self, key: Key, id: &str, stage: Stage, stages: &[Stage]) -> Outcome {
        let Self::Carrying { from, over, .. } = self else {
            if key != Key::Space {
                return Outcome::Ignored;
            }
            *self = Self::Carrying { card: id.to_owned(), from: stage, over: stage };
            return Outcome::PickedUp(stage);
        };
        match key {
            Key::Back | Key::Forth => {
                *over = neighbour(stages, *over, key);
                Outcome::Over(*over)
            }
            Key::Space | Key::Enter => {
                let (from, over) = (*from, *over);
                *self = Self::Resting;
                if from == over { Outcome::PutBack(from) } else { Outcome::Dropped(over) }
            }
            Key::Escape => {
                let from = *from;
                *self = Self::Resting;
                Outcome::PutBack(from)
            }
        }
    }

    /// The focus left the carried card: it goes back where it was.
    pub fn release(&mut self) -> Outcome {
        match std::mem::take(self) {
            Self::Resting => Outcome::Ignored,
            Self::Carrying { from, .. } => Outcome::PutBack(from),
        }
    }
}

fn neighbour(stages: &[Stage], stage: Stage, key: Key) -> Stage {
    let Some(position) = stages.iter().position(|known| *known == stage) else {
        return stage;
    };
    let next = match key {
        Key::Back => position.checked_sub(1),
        _ => Some(position + 1),
    };
    next.and_then(|position| stages.get(position).copied()).unwrap_or(stage)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGES: &[Stage] = &[Stage::Identified, Stage::Qualified, Stage::Contacted];

    fn press(grip: &mut Grip, names: &[&str]) -> Vec<Outcome> {
        let press = |name: &&str| {
            let key = Key::parse(name).unwrap();
            grip.press(key, "eng_1", Stage::Qualified, STAGES)
        };
        names.iter().map(press).collect()
    }

    /// Space, arrow, Space moves a card; the arrows stop at the first and the last column.
    #[test]
    fn a_card_is_carried() {
        let mut grip = Grip::default();
        let outcomes = press(&mut grip, &[" ", "ArrowRight", "ArrowRight", " "]);
        assert_eq!(
            outcomes,
            [
                Outcome::PickedUp(Stage::Qualified),
                Outcome::Over(Stage::Contacted),
                Outcome::Over(Stage::Contacted),
                Outcome::Dropped(Stage::Contacted),
            ]
        );
        assert_eq!(grip, Grip::Resting);
    }

    /// Escape, dropping in place, or leaving the card puts it back.
    #[test]
    fn a_card_can_be_put_back() {
        let mut grip = Grip::default();
        let back = Outcome::PutBack(Stage::Qualified);
        assert_eq!(press(&mut grip, &[" ", "ArrowLeft", "Escape"]).pop(), Some(back.clone()));
        assert_eq!(press(&mut grip, &[" ", "Enter"]).pop(), Some(back.clone()));
        press(&mut grip, &[" ", "ArrowLeft"]);
        assert!(grip.carries("eng_1") && grip.over() == Some(Stage::Identified));
        assert_eq!(grip.release(), back);
        assert_eq!(grip.release(), Outcome::Ignored);
    }

    /// Without a card in hand, only Space belongs to the board: Enter opens, arrows scroll.
    #[test]
    fn other_keys_are_left_alone() {
        let mut grip = Grip::default();
        let outcomes = press(&mut grip, &["Enter", "ArrowLeft", "Escape"]);
        assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Ignored));
        assert_eq!(Key::parse("Tab"), None);
    }
}
