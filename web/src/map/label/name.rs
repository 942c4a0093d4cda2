//! What a disc is called, and how wide words are.

use crate::map::scene::Node;

/// A name as it is written: one line, or two.
pub type Lines = Vec<String>;

/// The forms of a name, the fullest first. A name that is too long for a line gives way to its acronym,
/// or goes on in a second line; what it has in common with the focus, which stands next to it, goes
/// first where letters are short.
pub fn forms(node: &Node, focus: &Node, letters: usize) -> Vec<Lines> {
    if node.name.chars().count() <= letters {
        return vec![vec![node.name.clone()]];
    }
    if let Some(acronym) = &node.acronym {
        return vec![vec![acronym.clone()]];
    }
    let own = own_part(&node.name, &focus.name);
    let two = in_two(&node.name, letters).or_else(|| in_two(&own, letters));
    let full = two.unwrap_or_else(|| begun(&own, letters));
    vec![full, vec![cut(&own, letters)]]
}

/// The name without the whole name of the focus before it.
fn own_part(name: &str, focus: &str) -> String {
    match name.strip_prefix(focus).and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) if !rest.trim().is_empty() => format!("…{}", rest.trim()),
        _ => name.to_owned(),
    }
}

/// The text in one line, or in two of about the same length, where that is enough.
fn in_two(text: &str, letters: usize) -> Option<Lines> {
    let length = |line: &str| line.chars().count();
    if length(text) <= letters {
        return Some(vec![text.to_owned()]);
    }
    let splits = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let longest = |(one, other): &(&str, &str)| length(one).max(length(other));
    let (one, other) = splits.min_by_key(longest).filter(|split| longest(split) <= letters)?;
    Some(vec![one.to_owned(), other.to_owned()])
}

/// The beginning of a text that is too long for two lines.
fn begun(text: &str, letters: usize) -> Lines {
    let fits = |(at, _): &(usize, &str)| text[..*at].chars().count() <= letters;
    match text.match_indices(' ').take_while(fits).last() {
        Some((at, _)) => vec![text[..at].to_owned(), cut(&text[at + 1..], letters)],
        None => vec![cut(text, letters)],
    }
}

/// The beginning of a text in one line, cut between words where that keeps half of the line.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(letters.saturating_sub(1)).collect();
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

    /// Long names give way to acronyms, go on in a second line, and are cut between words at last.
    #[test]
    fn long_names_are_shortened() {
        let focus = Node { name: "openIMIS".into(), ..node("good_a", 0) };
        let check = |name: &str, acronym: Option<&str>, expected: &[&str]| {
            let node =
                Node { name: name.into(), acronym: acronym.map(Into::into), ..node("org_a", 1) };
            let forms = forms(&node, &focus, 16).into_iter().map(|lines| lines.join("/"));
            assert_eq!(forms.collect::<Vec<_>>(), expected);
        };
        check("Gavi", Some("GA"), &["Gavi"]);
        check("World Health Organization", Some("WHO"), &["WHO"]);
        check("openIMIS Cameroon", None, &["openIMIS/Cameroon", "…Cameroon"]);
        check("openIMIS coordination desk", None, &["…coordination/desk", "…coordination…"]);
        check("Ministry of Health of Somewhere", None, &["Ministry of/Health of…", "Ministry of…"]);
        check(
            "Donaudampfschifffahrtsgesellschaft",
            None,
            &["Donaudampfschif…", "Donaudampfschif…"],
        );
    }
}
