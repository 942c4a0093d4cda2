//! Sentences that say what was decided.

use super::hedge::{Hedge, hedges};
use super::phrase::Phrases;
use super::span::Span;
use super::token::{Token, phrase_words};
use crate::text::LINE_LIMIT;
use std::sync::LazyLock;

/// How a sentence without a label begins that tells a decision.
#[rustfmt::skip]
const OPENINGS: &[((), &[&str])] = &[
    ((), &[
        "we|they|it|members|all|everybody was|were|have|has|- decided|agreed|resolved to|that|on",
        "the|- group|committee|board|meeting|participants|members has|have|- decided|agreed|resolved to|that|on",
        "it was|has been|is decided|agreed|resolved to|that", "decided|agreed to|that",
        "il a ete|est decide|convenu|arrete de|d'|que|qu'", "nous avons decide|convenu de|d'|que|qu'",
        "on a decide|convenu de|d'|que|qu'",
        "le|la|l' groupe|comite|conseil|reunion|bureau|equipe|assemblee a|- decide|convenu|arrete de|d'|que|qu'",
        "les participants|membres ont decide|convenu de|d'|que|qu'", "decide de|d'|que|qu'",
    ]),
];
/// What stands behind a label when nothing was decided.
#[rustfmt::skip]
const NOTHING: [&str; 18] = [
    "none", "nothing", "no", "pending", "postponed", "deferred", "needed", "awaited", "tbd", "tbc", "aucune",
    "aucun", "rien", "reportee", "reporte", "en", "neant", "ajournee",
];

static PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(OPENINGS));

/// What a sentence behind a label says was decided.
pub(super) fn labelled(text: &str, tokens: &[Token]) -> Option<String> {
    let first = tokens.iter().find(|token| !token.is_of(&["–", "-"]))?;
    let is_nothing = first.is_of(&NOTHING) && tokens.len() <= 4;
    (!is_nothing).then(|| words(text, tokens)).flatten()
}

/// What a sentence says was decided, in its own words. What others decided elsewhere, or are said to
/// have, is no decision of this meeting.
pub(super) fn told(text: &str, tokens: &[Token]) -> Option<String> {
    let opening = opening(tokens);
    let tokens = &tokens[opening..];
    let (length, _) = PHRASES.longest(phrase_words(tokens))?;
    let doubted = hedges(text, tokens).into_iter().any(|(at, _, hedge)| {
        let counts = matches!(hedge, Hedge::Hearsay | Hedge::Condition);
        counts || at < length
    });
    (!doubted).then(|| words(text, &tokens[length..])).flatten()
}

/// What stands before the first comma may tell when and why: `After a long debate,`.
fn opening(tokens: &[Token]) -> usize {
    let comma = tokens.iter().take(12).position(|token| token.is(","));
    let tells = |comma: &usize| tokens[..*comma].iter().all(|token| token.entries().is_empty());
    let begins = |place: usize| PHRASES.longest(phrase_words(&tokens[place..])).is_some();
    comma.filter(tells).map(|comma| comma + 1).filter(|place| begins(*place)).unwrap_or(0)
}

fn words(text: &str, tokens: &[Token]) -> Option<String> {
    let last = tokens.iter().rposition(|token| !token.is_of(&[".", ";", "!"]))?;
    if tokens[..=last].iter().any(|token| token.is("?")) {
        return None;
    }
    let span = Span { start: tokens.first()?.span.start, end: tokens[last].span.end };
    let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (words.chars().count() <= LINE_LIMIT).then_some(words)
}
