//! The keys of the map. They work only while it has the focus, so that they take no key from a reader
//! of the page.

use super::command::{Command, Turn};
use super::heading::Heading;

/// How much closer one press looks.
pub const ZOOM: f32 = 1.3;

/// A key as the browser names it, with the modifiers that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press<'a> {
    /// The key's name, such as `ArrowLeft` or `f`.
    pub key: &'a str,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Control, Alt or Meta was held: then the key is the browser's.
    pub chord: bool,
}

/// What a key asks for; none for keys that are not the map's, which the browser then handles.
pub fn command(press: Press<'_>) -> Option<Command> {
    if press.chord {
        return None;
    }
    let turn = if press.shift { Turn::Previous } else { Turn::Next };
    Some(match press.key {
        "ArrowLeft" => Command::Go(Heading::Left),
        "ArrowRight" => Command::Go(Heading::Right),
        "ArrowUp" => Command::Go(Heading::Up),
        "ArrowDown" => Command::Go(Heading::Down),
        "n" | "N" => Command::TurnNode(turn),
        "e" | "E" => Command::TurnEdge(turn),
        "f" | "F" => Command::Refocus,
        "Enter" => Command::Inspect,
        "+" | "=" => Command::Zoom(ZOOM, None),
        "-" | "_" => Command::Zoom(1.0 / ZOOM, None),
        "0" => Command::Fit,
        "Escape" => Command::Select(None),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &str, shift: bool, expected: Option<Command>) {
        assert_eq!(command(Press { key, shift, chord: false }), expected, "{key}");
        assert_eq!(command(Press { key, shift, chord: true }), None, "chord {key}");
    }

    /// Keys ask for what the help says; all others, and all chords, are left to the browser.
    #[test]
    fn keys_ask_for_what_the_help_says() {
        check("ArrowUp", false, Some(Command::Go(Heading::Up)));
        check("n", false, Some(Command::TurnNode(Turn::Next)));
        check("E", true, Some(Command::TurnEdge(Turn::Previous)));
        check("Escape", false, Some(Command::Select(None)));
        for key in ["Tab", "a", "PageDown", "F5"] {
            check(key, false, None);
        }
    }
}
