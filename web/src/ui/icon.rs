//! Small pictures beside words; never without a word, so they are hidden from readers aloud.

use leptos::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// Three lines.
    Menu,
    /// A cross.
    Close,
    /// An arrow head down.
    Down,
    /// An arrow head up.
    Up,
    /// An arrow head to the left.
    Left,
    /// An arrow head to the right.
    Right,
    /// A plus.
    Add,
    /// A pencil.
    Edit,
    /// A triangle that warns.
    Alert,
    /// Three joined points.
    Map,
    /// A clock.
    History,
    /// An arrow out of a frame.
    Outside,
    /// A head and shoulders.
    Person,
    /// A half-filled circle.
    Contrast,
    /// An arrow down onto a line.
    Download,
    /// A sheet before another.
    Copy,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Menu => "M2 4h12M2 8h12M2 12h12",
            Self::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Self::Down => "M3.5 6 8 10.5 12.5 6",
            Self::Up => "M3.5 10 8 5.5 12.5 10",
            Self::Left => "M10 3.5 5.5 8l4.5 4.5",
            Self::Right => "M6 3.5 10.5 8 6 12.5",
            Self::Add => "M8 3v10M3 8h10",
            Self::Edit => "M3 13l.7-3L11 2.7 13.3 5 6 12.3 3 13zM9.5 4.2l2.3 2.3",
            Self::Alert => "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3",
            Self::Map => {
                "M4 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.8 4.6l4.3 1M4.5 6l1 4M10.7 7.5l-3.3 3"
            }
            Self::History => "M8 2a6 6 0 1 1-5.6 3.9M2 2.5V6h3.5M8 4.5V8l2.5 1.5",
            Self::Outside => "M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9v4.5h-9v-9H7",
            Self::Person => {
                "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.5 14c.4-2.8 2.6-4 5.5-4s5.1 1.2 5.5 4"
            }
            Self::Download => "M8 2.5V10M4.5 6.5 8 10l3.5-3.5M3 13.5h10",
            Self::Copy => "M6 6h7.5v7.5H6zM3.5 10h-1V2.5H10v1",
            Self::Contrast => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M10 3v10M12 4.5v7",
        }
    }
}

/// A small picture in the colour and size of the text beside it.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=glyph.path()></path>
        </svg>
    }
}
