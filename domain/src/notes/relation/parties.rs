//! Who stands before a verb and who behind it: only names that surely belong to it.

mod words;

use super::Reading;
use crate::notes::date::{Setting, leads};
use crate::notes::token::{Form, Token, phrase_words};
use crate::notes::verb::{Order, Verb};
pub(super) use words::AND;
use words::{
    ASSURANCE_PHRASES, AUXILIARIES, DATINGS, DETERMINERS, FOLLOWERS, LABELS, MARKS, MODIFIERS, OF,
    OPENERS, PARTS, PLACINGS, PLAIN_DETERMINERS, PRESENTERS, RELATIVES, SURE, THAT,
};

/// The names behind a verb, as places of their tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) names: Vec<usize>,
    /// A name behind `in`, `au`, `en`.
    pub(super) place: Option<usize>,
    /// A name behind `via`.
    pub(super) via: Option<usize>,
}

/// Marks that join two names to one.
const DASHES: &[&str] = &["-", "–", "—"];
/// How far to look back for the beginning of brackets or of an apposition.
const BACK: usize = 14;

/// The names right before a verb, if they are surely its subject.
pub(super) fn before(clause: &[Token], verb: &Verb, floor: usize) -> Option<Vec<usize>> {
    let mut at = before_assurance(clause, verb.start, floor);
    if at > floor && clause[at - 1].is_of(RELATIVES) {
        at -= 1;
    }
    if at > floor + 1 && clause[at - 1].is(",") {
        at = before_aside(clause, at - 1, floor).or_else(|| {
            let begins_aside = at < verb.start || is_participle(clause, verb);
            begins_aside.then_some(at - 1)
        })?;
    }
    at = before_brackets(clause, at, floor);
    at = before_own_parts(clause, at, floor);
    let mut names = vec![name_before(clause, at, floor)?];
    at = names[0];
    let mut has_and = false;
    loop {
        let start = without_determiners(clause, at, floor);
        let and = (start > floor && clause[start - 1].is_of(AND)).then(|| start - 1);
        let comma = (start > floor && clause[start - 1].is(",") && has_and).then(|| start - 1);
        let Some(joint) = and.or(comma).filter(|_| !(and.is_some() && has_and)) else { break };
        let joint = match joint.checked_sub(1) {
            Some(earlier) if earlier > floor && clause[earlier].is(",") => earlier,
            _ => joint,
        };
        let Some(name) = name_before(clause, before_brackets(clause, joint, floor), floor) else {
            break;
        };
        has_and = true;
        names.push(name);
        at = name;
    }
    names.reverse();
    at = before_parts(clause, without_determiners(clause, at, floor), floor).unwrap_or(at);
    let start = without_determiners(clause, at, floor);
    if start == floor && floor > 0 {
        return of_two_verbs(clause, &names, verb);
    }
    opens(&clause[..start]).then_some(names)
}

/// Whether a subject may follow these tokens.
fn opens(before: &[Token]) -> bool {
    match before {
        [] => true,
        [.., verb, that] if that.is_of(THAT) => verb.is_of(SURE),
        [.., name, dash] if dash.is_of(DASHES) => name.entries().is_empty(),
        [.., last] if last.is_of(OPENERS) || last.is_of(MARKS) => true,
        _ => is_presented(before) || is_dating(before),
    }
}

/// `it is GIZ that`, `c'est la GIZ qui`.
fn is_presented(before: &[Token]) -> bool {
    let [.., it, is] = before else { return false };
    it.is_of(PRESENTERS) && is.is_of(&["is", "est", "sont", "was"])
}

fn is_part(token: &Token) -> bool {
    token.is_of(PARTS) || token.is_of(MODIFIERS)
}

/// `BEPHA's claims officers` are BEPHA: where the name ends, when only its parts follow it.
fn before_own_parts(clause: &[Token], at: usize, floor: usize) -> usize {
    let parts = clause[floor..at].iter().rev().take(4).take_while(|token| is_part(token)).count();
    let own = at - parts;
    let possessive = usize::from(own > floor && clause[own - 1].is_of(&["'s", "'", "’"]));
    let has_noun = clause[own..at].iter().any(|token| token.is_of(PARTS));
    let is_named = name_before(clause, own - possessive, floor).is_some();
    if has_noun && is_named { own - possessive } else { at }
}

/// `The maintenance of openIMIS` is openIMIS: where the parts before a name begin.
fn before_parts(clause: &[Token], name: usize, floor: usize) -> Option<usize> {
    let of = name.checked_sub(1).filter(|of| *of >= floor && clause[*of].is_of(OF))?;
    let parts = clause[floor..of].iter().rev().take(4).take_while(|token| is_part(token)).count();
    let has_noun = clause[of - parts..of].iter().any(|token| token.is_of(PARTS));
    has_noun.then_some(of - parts)
}

/// `In March 2025`: what stands before a subject tells when, and nothing else.
fn is_dating(before: &[Token]) -> bool {
    let is_number = before.last().is_some_and(|token| token.form == Form::Number);
    is_number && before.len() <= 5 && before[0].is_of(DATINGS)
}

/// `GIZ confirmed that it`: GIZ does what follows.
fn before_assurance(clause: &[Token], verb: usize, floor: usize) -> usize {
    let is_it = |start: &usize| {
        let words = phrase_words(&clause[*start..verb]);
        ASSURANCE_PHRASES.longest(words).is_some_and(|(length, _)| start + length == verb)
    };
    (floor.max(verb.saturating_sub(6))..verb).find(is_it).unwrap_or(verb)
}

/// Names between two verbs: the last one is the subject of the second, the rest are objects of the
/// first; a single one is both, if it is told more about.
fn of_two_verbs(clause: &[Token], names: &[usize], verb: &Verb) -> Option<Vec<usize>> {
    let last = *names.last()?;
    let is_relative = clause[last + 1..verb.start].iter().any(|token| token.is_of(RELATIVES));
    (names.len() > 1 || is_relative || is_participle(clause, verb)).then(|| vec![last])
}

/// Whether a verb stands in an aside behind its subject: `HIB, which is supported by GIZ,`.
pub(super) fn is_aside(clause: &[Token], verb: usize) -> bool {
    let before = |back: usize| verb.checked_sub(back).map(|place| &clause[place]);
    let is_comma = |token: Option<&Token>| token.is_some_and(|token| token.is(","));
    let is_relative = before(1).is_some_and(|token| token.is_of(RELATIVES));
    is_comma(before(1)) || is_relative && is_comma(before(2))
}

fn name_before(clause: &[Token], at: usize, floor: usize) -> Option<usize> {
    at.checked_sub(1).filter(|place| *place >= floor && !clause[*place].entries().is_empty())
}

fn without_determiners(clause: &[Token], at: usize, floor: usize) -> usize {
    let skipped = clause[floor..at].iter().rev().take_while(|token| token.is_of(PLAIN_DETERMINERS));
    at - skipped.count().min(3)
}

fn before_brackets(clause: &[Token], at: usize, floor: usize) -> usize {
    if at <= floor || !clause[at - 1].is(")") {
        return at;
    }
    (floor.max(at.saturating_sub(BACK))..at)
        .rev()
        .find(|place| clause[*place].is("("))
        .unwrap_or(at)
}

/// `GIZ, the German agency,` is GIZ: an aside in commas names nobody and is no list.
fn before_aside(clause: &[Token], comma: usize, floor: usize) -> Option<usize> {
    let opening = (floor.max(comma.saturating_sub(BACK))..comma)
        .rev()
        .find(|place| clause[*place].is(","))?;
    let aside = &clause[opening + 1..comma];
    let names_nobody = aside.iter().all(|token| token.entries().is_empty());
    (names_nobody && !aside.is_empty()).then_some(opening)
}

/// `, funded by`: a passive without its first word, which tells more of a name.
fn is_participle(clause: &[Token], verb: &Verb) -> bool {
    verb.meaning.order == Order::TargetFirst && !clause[verb.start].is_of(AUXILIARIES)
}

/// Whether a verb without a name before it goes on with the subject of the verb before.
pub(super) fn goes_on(clause: &[Token], floor: usize, verb: usize) -> bool {
    let is_joint = |token: &Token| {
        token.is_of(AND) || token.is(",") || token.is("it") || token.is_of(RELATIVES)
    };
    if floor == 0 || verb == 0 || verb > floor && !is_joint(&clause[verb - 1]) {
        return false;
    }
    verb == floor + 1 || clause[verb - 1].is_of(AND) || (verb > 1 && clause[verb - 2].is_of(AND))
}

/// The names right behind a verb, up to the next verb, if they are surely its object.
pub(super) fn after(
    clause: &[Token],
    verb: usize,
    next: Option<usize>,
    setting: Setting,
) -> Option<Listed> {
    let ceiling = next.unwrap_or(clause.len());
    let mut at = skip_bridge(clause, verb, ceiling);
    let mut names = Vec::new();
    loop {
        if clause.get(at).is_none_or(|token| token.entries().is_empty()) || at >= ceiling {
            break;
        }
        names.push(at);
        at = after_name(clause, at, ceiling);
        match after_joint(clause, at, ceiling) {
            Some(further) => at = further,
            None => break,
        }
    }
    let last = *names.last()?;
    at = after_name(clause, last, ceiling);
    if at == ceiling && names.len() > 1 && next.is_some() {
        names.pop();
    } else if !is_end(&clause[at..], setting) && at != ceiling {
        return None;
    }
    let place = place_after(clause, at, ceiling);
    Some(Listed { names, place, via: via_after(clause, at, ceiling) })
}

/// Where the name begins behind a verb: behind articles, and behind `the costs of maintenance of`.
fn skip_bridge(clause: &[Token], verb: usize, ceiling: usize) -> usize {
    let skip = |at: usize, skips: fn(&Token) -> bool| {
        at + clause[at..ceiling].iter().take(4).take_while(|token| skips(token)).count()
    };
    let mut at = skip(verb, |token| token.is_of(DETERMINERS));
    for _ in 0..2 {
        let parts = skip(at, is_part);
        let has_noun = clause[at..parts].iter().any(|token| token.is_of(PARTS));
        let is_of = clause[..ceiling].get(parts).is_some_and(|token| token.is_of(OF));
        if !has_noun || !is_of {
            break;
        }
        at = skip(parts + 1, |token| token.is_of(DETERMINERS));
    }
    skip(at, |token| token.is_of(MODIFIERS))
}

/// Behind the parts of a name: `openIMIS demo server`, `BEPHA's staff`.
fn after_parts(clause: &[Token], at: usize, ceiling: usize) -> usize {
    let possessive = clause[..ceiling].get(at).is_some_and(|token| token.is_of(&["'s", "'", "’"]));
    let own = at + usize::from(possessive);
    let parts =
        clause[own.min(ceiling)..ceiling].iter().take(4).take_while(|token| is_part(token)).count();
    let has_noun =
        clause[own.min(ceiling)..own.min(ceiling) + parts].iter().any(|token| token.is_of(PARTS));
    if has_noun { own + parts } else { at }
}

/// Where the next name of a list begins, if there is one.
fn after_joint(clause: &[Token], at: usize, ceiling: usize) -> Option<usize> {
    let mut next = at;
    while next < ceiling && next < at + 2 && (clause[next].is(",") || clause[next].is_of(AND)) {
        next += 1;
    }
    let start = next;
    let is_led = |token: &Token| token.is_of(DETERMINERS) || token.is_of(PLACINGS);
    while next < ceiling && next < start + 2 && is_led(&clause[next]) {
        next += 1;
    }
    let is_name = next < ceiling && !clause[next].entries().is_empty();
    (start > at && is_name).then_some(next)
}

fn after_name(clause: &[Token], name: usize, ceiling: usize) -> usize {
    after_brackets(clause, after_parts(clause, name + 1, ceiling), ceiling)
}

fn after_brackets(clause: &[Token], at: usize, ceiling: usize) -> usize {
    if at >= ceiling || !clause[at].is("(") {
        return at;
    }
    let end = ceiling.min(at + BACK);
    (at..end).find(|place| clause[*place].is(")")).map_or(at, |close| close + 1)
}

/// Whether what follows leaves the name whole: `funds openIMIS since` does, `funds openIMIS staff`
/// says something else.
fn is_end(rest: &[Token], setting: Setting) -> bool {
    match rest.first() {
        None => true,
        Some(token) if token.form == Form::Mark => !token.is("/"),
        Some(token) => token.is_of(FOLLOWERS) || token.form == Form::Hidden || leads(rest, setting),
    }
}

fn place_after(clause: &[Token], at: usize, ceiling: usize) -> Option<usize> {
    let preposition = clause.get(at).filter(|token| token.is_of(PLACINGS))?;
    let article =
        usize::from(clause.get(at + 1).is_some_and(|token| token.is_of(&["the", "la", "le"])));
    let place = at + 1 + article;
    let is_name =
        !preposition.word.is_empty() && place < ceiling && !clause[place].entries().is_empty();
    is_name.then_some(place)
}

fn via_after(clause: &[Token], at: usize, ceiling: usize) -> Option<usize> {
    let from = (at..ceiling.min(at + 8)).find(|place| {
        clause[*place].is_of(&["via", "through", "intermediaire", "travers", "biais"])
    })?;
    let rest = clause[from + 1..ceiling]
        .iter()
        .take(2)
        .take_while(|token| token.is_of(DETERMINERS))
        .count();
    let place = from + 1 + rest;
    (place < ceiling && !clause[place].entries().is_empty()).then_some(place)
}

/// Whether a clause is what somebody says: `Carl: GIZ funds it`.
pub(super) fn is_speech(reading: Reading<'_>, clause: &[Token]) -> bool {
    let Some(colon) = clause.iter().take(5).position(|token| token.is(":")) else { return false };
    let is_capital = |token: &Token| {
        let first = token.span.of(reading.text).chars().find(|c| c.is_alphabetic());
        first.is_some_and(char::is_uppercase)
    };
    let is_label = colon == 0 || clause[..colon].iter().any(|token| token.is_of(LABELS));
    let may_name = |token: &Token| {
        is_capital(token) || token.form == Form::Mark || !token.entries().is_empty()
    };
    !is_label && clause[..colon].iter().all(may_name)
}
