//! What a disc is called, and how wide words are.

use crate::map::scene::Node;

/// What a disc is called: its name, or its acronym where the name is too long, or its beginning.
pub fn short(node: &Node, letters: usize) -> String {
    if node.name.chars().count() <= letters {
        return node.name.clone();
    }
    if let Some(acronym) = &node.acronym {
        return acronym.clone();
    }
    let beginning: String = node.name.chars().take(letters.saturating_sub(1)).collect();
    let words = beginning.rsplit_once(' ').map_or(beginning.as_str(), |(words, _)| words);
    let kept = if words.chars().count() * 2 >= letters { words } else { &beginning };
    format!("{}…", kept.trim_end())
}

/// Tells how wide words are.
pub trait Measure {
    /// The width in pixels, in the font of the map.
    fn width(&self, text: &str) -> f32;
}

/// Measures without a font. Layouts use this, so that they do not depend on the fonts installed.
#[derive(Clone, Copy, Debug)]
pub struct Estimate;

impl Measure for Estimate {
    fn width(&self, text: &str) -> f32 {
        let width = |letter: char| match letter {
            'i' | 'j' | 'l' | 'I' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '-' | '\'' => 4.0,
            'm' | 'w' | 'M' | 'W' | '…' => 10.5,
            letter if letter.is_uppercase() => 8.5,
            _ => 6.8,
        };
        text.chars().map(width).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::sample::node;

    /// Long names give way to acronyms, and are cut between words without one.
    #[test]
    fn long_names_are_shortened() {
        let check = |name: &str, acronym: Option<&str>, expected: &str| {
            let node =
                Node { name: name.into(), acronym: acronym.map(Into::into), ..node("org_a", 1) };
            assert_eq!(short(&node, 16), expected);
        };
        check("Gavi", Some("GA"), "Gavi");
        check("World Health Organization", Some("WHO"), "WHO");
        check("Ministry of Health of Somewhere", None, "Ministry of…");
        check("Donaudampfschifffahrtsgesellschaft", None, "Donaudampfschif…");
    }
}
