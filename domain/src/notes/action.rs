//! Lines and sentences that say what somebody is to do.

use super::date::{closing, deadline};
use super::hedge::hedges;
use super::phrase::Phrases;
use super::proposal::{Party, ProposedAction};
use super::relation::Reading;
use super::span::Span;
use super::token::{Form, Token, phrase_words};
use super::verb::verbs;
use crate::stakeholder::StakeholderKind;
use crate::text::LINE_LIMIT;
use std::sync::LazyLock;

/// Words that say that nothing is to be done.
const NOTHING: [&str; 9] =
    ["none", "nothing", "n", "nil", "aucune", "aucun", "rien", "neant", "tbd"];
/// Between an owner and what they are to do; these belong to neither.
const TO: [&str; 10] = ["to", "will", "shall", "must", "doit", "doivent", "devra", "va", ":", "–"];
/// What a name may stand behind.
const ARTICLES: [&str; 4] = ["the", "la", "le", "l'"];
/// Words by which somebody takes something upon themselves.
#[rustfmt::skip]
const PROMISES: &[((), &[&str])] = &[
    ((), &[
        "to", "will", "'ll", "is|are to", "is|are going to",
        "agreed|agrees|undertook|undertakes|promised|volunteered to", "takes care of", "took on to", "va|vont",
        "se charge|chargera de|d'", "s' occupe|occupera de|d'", "s' engage a", "s' est engage a",
        "a accepte|promis de|d'",
    ]),
];

static PROMISE_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(PROMISES));

/// What a labelled line says is to be done; owner and deadline may stand within the label.
pub(super) fn labelled(
    reading: Reading<'_>,
    label: &[Token],
    tokens: &[Token],
) -> Option<ProposedAction> {
    let tokens = without_stop(tokens);
    let is_nothing = tokens.first()?.is_of(&NOTHING) && tokens.len() <= 3;
    let has_words = tokens.iter().any(|token| matches!(token.form, Form::Word | Form::Name(_)));
    if is_nothing || !has_words || tokens.iter().any(|token| token.is("?")) {
        return None;
    }
    let (owner, start) = match leading_owner(reading, tokens).or_else(|| promised(reading, tokens))
    {
        Some((owner, start)) => (Some(owner), start),
        None => (None, 0),
    };
    let (trailing, end) = match trailing_owner(reading, tokens).filter(|_| owner.is_none()) {
        Some((trailing, end)) => (Some(trailing), end),
        None => (None, tokens.len()),
    };
    let of_label = || label.iter().find_map(|token| owner_of(reading, token));
    let owner = owner.or(trailing).or_else(of_label);
    let found = action(reading, tokens.get(start..end)?, owner)?;
    let due = found.due.or_else(|| deadline(label, reading.setting).map(|(_, _, day)| day));
    Some(ProposedAction { due, ..found })
}

/// A sentence without a label is an action when somebody known takes something upon themselves by a
/// day: `CHAI will send it by Friday`, `CHAI pays for it and will send it by Friday`.
pub(super) fn implied(reading: Reading<'_>, tokens: &[Token]) -> Option<ProposedAction> {
    let tokens = without_stop(tokens);
    let article = usize::from(tokens.first()?.is_of(&ARTICLES));
    let owner = owner_of(reading, tokens.get(article)?)?;
    let promise = |start: usize| promise(&tokens[start..]).map(|length| (start, length));
    let is_and = |place: &usize| tokens[*place].is_of(&["and", "et"]);
    let further = || (article + 1..tokens.len()).filter(is_and).find_map(|and| promise(and + 1));
    let (start, length) = promise(article + 1).or_else(further)?;
    let rest = tokens.get(start + length..)?;
    let (at, _, _) = deadline(rest, reading.setting)?;
    let is_lasting = rest[at].is_of(&["until", "jusqu'"]);
    if is_lasting || at == 0 || !hedges(reading.text, &tokens[start..]).is_empty() {
        return None;
    }
    action(reading, rest, Some(owner))
}

/// How many words of a promise these tokens begin with, unless they say a relationship; a French
/// future is a promise and what is done at once.
fn promise(tokens: &[Token]) -> Option<usize> {
    let is_relation = verbs(tokens).first().is_some_and(|verb| verb.start == 0);
    let length = match PROMISE_PHRASES.longest(phrase_words(tokens)) {
        Some((length, _)) => Some(length),
        None => tokens.first().filter(|token| is_future(token)).map(|_| 0),
    };
    length.filter(|_| !is_relation)
}

/// Who takes it upon themselves, where a label stands before: `CHAI se charge de relancer`.
fn promised(reading: Reading<'_>, tokens: &[Token]) -> Option<(Party, usize)> {
    let article = usize::from(tokens.first()?.is_of(&ARTICLES));
    let owner = owner_of(reading, tokens.get(article)?)?;
    let length = promise(tokens.get(article + 1..)?).filter(|length| *length > 0)?;
    Some((owner, article + 1 + length))
}

fn action(reading: Reading<'_>, tokens: &[Token], owner: Option<Party>) -> Option<ProposedAction> {
    let due = deadline(tokens, reading.setting).or_else(|| closing(tokens, reading.setting));
    let end = match due {
        Some((at, length, _)) if at > 0 && at + length == tokens.len() => at,
        _ => tokens.len(),
    };
    let comma = usize::from(end > 1 && tokens[end - 1].is_of(&[",", "–", "-", "("]));
    let (first, last) = (tokens.first()?, tokens.get(end - comma - 1)?);
    let text = Span { start: first.span.start, end: last.span.end }.of(reading.text);
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (text.chars().count() <= LINE_LIMIT).then_some(ProposedAction {
        text,
        owner,
        due: due.map(|(_, _, day)| day),
    })
}

/// Who stands first (`CHAI to send`, `CHAI : envoyer`), and where what they do begins.
fn leading_owner(reading: Reading<'_>, tokens: &[Token]) -> Option<(Party, usize)> {
    let article = usize::from(tokens.len() > 1 && tokens[0].is_of(&ARTICLES));
    let tokens = &tokens[article..];
    let first = tokens.first()?;
    let is_marked = reading.text[first.span.start..].starts_with('@');
    if let Some(owner) = owner_of(reading, first) {
        let next = tokens.get(1);
        let is_led = next.is_some_and(|token| token.is_of(&TO) || token.is("-"));
        let is_verb = is_marked || next.is_some_and(is_future);
        return (is_led || is_verb).then(|| (owner, article + 1 + usize::from(is_led)));
    }
    let skipped = usize::from(first.is("@"));
    let words = tokens[skipped..].iter().take(4).take_while(|token| is_capital(reading, token));
    let count = words.count();
    let next = tokens.get(skipped + count)?;
    let is_led = next.is_of(&TO);
    if count == 0 || !(is_led || is_future(next)) {
        return None;
    }
    let span = tokens[skipped].span.to(tokens[skipped + count - 1].span);
    let text = span.of(reading.text).to_owned();
    let owner = Party { text, span, candidates: Vec::new(), country: None };
    Some((owner, article + skipped + count + usize::from(is_led)))
}

/// Who stands last, in brackets or behind an arrow, and where what they do ends.
fn trailing_owner(reading: Reading<'_>, tokens: &[Token]) -> Option<(Party, usize)> {
    let last = tokens.len().checked_sub(1)?;
    let in_brackets = last >= 2 && tokens[last].is(")") && tokens[last - 2].is("(");
    let name = if in_brackets { last - 1 } else { last };
    let owner = owner_of(reading, tokens.get(name)?)?;
    let before = name.checked_sub(1)?;
    let is_arrow = tokens[before].is_of(&["→", "–", "—"]);
    let is_dashed = tokens[before].is(">") && before > 0 && tokens[before - 1].is("-");
    match (in_brackets, is_arrow, is_dashed) {
        (true, _, _) => Some((owner, last - 2)),
        (_, true, _) => Some((owner, before)),
        (_, _, true) => Some((owner, before - 1)),
        _ => None,
    }
}

/// Whoever is named, except a place: nothing is done by it.
fn owner_of(reading: Reading<'_>, token: &Token) -> Option<Party> {
    let is_able = |place: &usize| {
        let kind = reading.lexicon.known(*place).kind;
        !matches!(kind, StakeholderKind::Place | StakeholderKind::GlobalGood)
    };
    let entries: Vec<usize> = token.entries().iter().copied().filter(is_able).collect();
    (!entries.is_empty()).then(|| reading.party(token, &entries))
}

fn is_capital(reading: Reading<'_>, token: &Token) -> bool {
    let first = token.span.of(reading.text).chars().next();
    token.form == Form::Word && first.is_some_and(char::is_uppercase)
}

/// A French verb in the future: enverra, prépareront.
fn is_future(token: &Token) -> bool {
    let ends = token.word.ends_with("ra") || token.word.ends_with("ront");
    token.form == Form::Word && token.word.len() > 3 && ends
}

fn without_stop(tokens: &[Token]) -> &[Token] {
    let end = tokens.iter().rposition(|token| !token.is_of(&[".", ";", "!"]));
    &tokens[..end.map_or(0, |end| end + 1)]
}
