//! Where a sentence ends.

use super::token::{Form, Token};

/// One sentence: its tokens, and whether it asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) is_question: bool,
}

/// Words whose full stop ends no sentence, in English and French.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "dr", "mr", "mrs", "ms", "prof", "st", "mt", "vs", "approx", "etc", "eg", "ie", "cf", "no", "nr", "inc",
    "ltd", "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mme",
    "mlle", "mm", "env", "ex", "janv", "fevr", "avr", "juil", "tel", "ext", "art",
];

/// Words that a question begins with, in English and French. `who` is no question when it is a name.
#[rustfmt::skip]
const INTERROGATIVES: &[&str] = &[
    "who", "what", "which", "how", "why", "where", "when", "whose", "whom", "does", "do", "did", "is", "are",
    "was", "were", "has", "have", "can", "could", "will", "would", "should", "shall", "may", "qui", "que",
    "qu'", "quel", "quelle", "quels", "quelles", "comment", "pourquoi", "ou", "quand", "combien", "est",
    "sont",
];

/// The sentences of a piece, in order; marks at their ends belong to them.
pub(super) fn sentences(tokens: &[Token]) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for place in 0..tokens.len() {
        if place + 1 == tokens.len() || ends(tokens, place) {
            let tokens = &tokens[start..=place];
            sentences.push(Sentence { tokens, is_question: asks(tokens) });
            start = place + 1;
        }
    }
    sentences
}

fn ends(tokens: &[Token], place: usize) -> bool {
    let (token, next) = (&tokens[place], &tokens[place + 1]);
    let is_stop = |token: &Token| token.is_of(&[".", "!", "?", "…"]);
    if token.form != Form::Mark || is_stop(next) {
        return false;
    }
    match token.word.as_str() {
        "!" | "?" | "…" | ";" => true,
        "." => {
            let before = place.checked_sub(1).map(|before| &tokens[before]);
            let is_short = before.is_some_and(|before| {
                before.form == Form::Word
                    && (before.word.len() == 1 || ABBREVIATIONS.contains(&before.word.as_str()))
            });
            next.span.start > token.span.end && !is_short
        }
        _ => false,
    }
}

fn asks(tokens: &[Token]) -> bool {
    let begins = tokens.iter().find(|token| token.form != Form::Mark);
    let is_marked = tokens.iter().rev().take(3).any(|token| token.is("?"));
    is_marked || begins.is_some_and(|token| token.is_of(INTERROGATIVES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::token::name_tokens;

    fn check(text: &str, expected: &[bool]) {
        let tokens = name_tokens(text);
        let found: Vec<_> = sentences(&tokens).iter().map(|found| found.is_question).collect();
        assert_eq!(found, expected, "{text}");
    }

    /// Sentences end at their marks, not at abbreviations, dates or numbers; questions are known by
    /// their mark or by their first word.
    #[test]
    fn sentences_end() {
        check("GIZ pays. Who else? Nobody!", &[false, true, false]);
        check("Dr. Who came on 16.09.2020, e.g. late.", &[false]);
        check("J. from Jan. to Feb. 2024", &[false]);
        check("Which of them pays", &[true]);
        check("Wait... GIZ pays ; SDC too", &[false, false, false]);
        check("", &[]);
    }
}
