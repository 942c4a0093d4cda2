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

/// As `read_word`, also in the plural and by the names that people use instead.
pub(super) fn read_other<W: Word>(text: &str, others: &[(W, &[&str])]) -> Option<W> {
    let folded = fold(text);
    let singular = folded.strip_suffix('s').unwrap_or(&folded);
    let named = |names: &&[&str]| names.iter().any(|name| *name == folded || *name == singular);
    read_word(text)
        .or_else(|| read_word(singular))
        .or_else(|| others.iter().find(|(_, names)| named(names)).map(|(word, _)| *word))
}
