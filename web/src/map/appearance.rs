//! What everything looks like, told apart without colour.
//!
//! Each word has a channel of its own, so any combination can be read: a stakeholder's kind is the
//! [`Shape`] of its disc; a relationship's layer is the [`Ornament`] along its line, its state is the
//! body of that [`Line`], its direction the heads at its ends, and its kind a word or [`mark`] upon it.
//! Colour only repeats the layer.

mod line;
mod mark;
mod ornament;
mod shape;

pub use line::{Line, Look, SAMPLE, sample};
pub use mark::mark;
pub use ornament::Ornament;
pub use shape::Shape;

use super::compared::Compared;
use domain::relationship::Layer;
use domain::vocabulary::Word;

/// A colour by its purpose; the style sheet says which, in light and in dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// What everything is drawn upon.
    Surface,
    /// Names.
    Text,
    /// Words on lines.
    Quiet,
    /// The inside of a disc.
    Disc,
    /// The rim of a disc.
    Rim,
    /// The inside of the disc in focus.
    Focus,
    /// What is selected, or under the pointer.
    Selected,
    /// Beneath the line of what became of a relationship between two days.
    Compared(Compared),
    /// The lines of a layer.
    Layer(Layer),
}

impl Ink {
    /// Every ink, for reading the style sheet once.
    pub fn all() -> impl Iterator<Item = Self> {
        let plain = [
            Self::Surface,
            Self::Text,
            Self::Quiet,
            Self::Disc,
            Self::Rim,
            Self::Focus,
            Self::Selected,
        ];
        let compared = Compared::ALL.into_iter().map(Self::Compared);
        plain.into_iter().chain(compared).chain(Layer::ALL.iter().copied().map(Self::Layer))
    }

    /// The custom property of the style sheet that holds this colour.
    pub fn property(self) -> &'static str {
        match self {
            Self::Surface => "--map-surface",
            Self::Text => "--map-text",
            Self::Quiet => "--map-quiet",
            Self::Disc => "--map-disc",
            Self::Rim => "--map-rim",
            Self::Focus => "--map-focus",
            Self::Selected => "--map-selected",
            Self::Compared(Compared::Added) => "--map-added",
            Self::Compared(Compared::Ended) => "--map-ended",
            Self::Compared(Compared::Changed) => "--map-changed",
            Self::Compared(Compared::Undated) => "--map-undated",
            Self::Layer(Layer::Money) => "--map-money",
            Self::Layer(Layer::Delivery) => "--map-delivery",
            Self::Layer(Layer::Governance) => "--map-governance",
            Self::Layer(Layer::Affiliation) => "--map-affiliation",
            Self::Layer(Layer::Knowledge) => "--map-knowledge",
            Self::Layer(Layer::Advocacy) => "--map-advocacy",
            Self::Layer(Layer::Technical) => "--map-technical",
            Self::Layer(Layer::Place) => "--map-place",
            Self::Layer(Layer::Life) => "--map-life",
            Self::Layer(Layer::Other) => "--map-other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every ink has a colour of its own, and the style sheet gives each one for light and for dark.
    #[test]
    fn the_style_sheet_has_every_ink() {
        let sheet = include_str!("../../style/map-ink.css");
        let inks: Vec<&str> = Ink::all().map(Ink::property).collect();
        for (place, property) in inks.iter().enumerate() {
            assert!(!inks[..place].contains(property), "{property} twice");
            assert!(sheet.contains(&format!("{property}: light-dark(")), "{property} is missing");
        }
    }
}
