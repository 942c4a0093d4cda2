//! The word of a closed list that a person's own word stands for.

use crate::text::fold;
use crate::vocabulary::{Tongue, Word};

/// The word of a closed list that a text names by its code or by its label in either language.
pub(super) fn read_word<W: Word>(text: &str) -> Option<W> {
    let folded = fold(text);
    W::ALL.iter().copied().find(|word| {
        let names = [word.code(), word.label(Tongue::En), word.label(Tongue::Fr)];
        names.iter().any(|name| fold(name) == folded)
    })
}

/// As `read_word`, also inflected and by the names that people use instead.
pub(super) fn read_other<W: Word>(text: &str, others: &[(W, &[&str])]) -> Option<W> {
    let folded = fold(text);
    let by_name = |same: &dyn Fn(&str) -> bool| {
        let named = others.iter().find(|(_, names)| names.iter().any(|name| same(name)));
        named.map(|(word, _)| *word)
    };
    let stem = stem(&folded);
    read_word(text)
        .or_else(|| by_name(&|name| name == folded))
        .or_else(|| read_inflected(&stem))
        .or_else(|| by_name(&|name| self::stem(name) == stem))
}

/// The word of a closed list one of whose names has this stem.
fn read_inflected<W: Word>(wanted: &str) -> Option<W> {
    W::ALL.iter().copied().find(|word| {
        let names = [word.code(), word.label(Tongue::En), word.label(Tongue::Fr)];
        !wanted.is_empty() && names.iter().any(|name| stem(&fold(name)) == wanted)
    })
}

/// A folded text without the endings of the plural and of the feminine, word by word, so that
/// `multilaterales` and `multilateraux` meet `multilateral`.
fn stem(folded: &str) -> String {
    let words: Vec<_> = folded.split(' ').map(stem_of_word).collect();
    words.join(" ")
}

fn stem_of_word(word: &str) -> String {
    if word.len() < 4 {
        return word.strip_suffix('s').unwrap_or(word).to_owned();
    }
    if let Some(start) = word.strip_suffix("aux") {
        return format!("{start}al");
    }
    if let Some(start) = word.strip_suffix("ies") {
        return format!("{start}y");
    }
    word.strip_suffix('s').unwrap_or(word).trim_end_matches('e').to_owned()
}
