//! One line that logs a contact, or a pasted e-mail: what the form is filled with before Enter.

mod mail;
mod words;

use super::date::{Setting, Towards, closing, deadline, read as date};
use super::lexicon::{Lexicon, with_names};
use super::proposal::Party;
use super::relation::Reading;
use super::sentence::sentences;
use super::span::Span;
use super::token::{Form, Token, tokens};
use crate::engagement::{Channel, Direction};
use crate::identifier::StakeholderId;
use crate::interval::Precision;
use crate::refusal::{Refusal, RefusalCode};
use crate::stakeholder::StakeholderKind;
use crate::text::LINE_LIMIT;
use chrono::NaiveDate;

/// The longest text that is read as one contact, in characters: a pasted e-mail with its history.
pub const CONTACT_LIMIT: usize = 20_000;

/// Who `we` are, so that a pasted e-mail tells who wrote to whom.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ours<'a> {
    /// Stakeholders that are ourselves, such as the community's good and its desk.
    pub parties: &'a [StakeholderId],
    /// What follows the `@` of our addresses.
    pub domains: &'a [String],
}

/// A contact as far as a text tells it; what it does not tell stays open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// With whom, in the order of the text; the first is the likeliest.
    pub parties: Vec<Party>,
    /// How.
    pub channel: Option<Channel>,
    /// Which way.
    pub direction: Option<Direction>,
    /// When; the day of the setting when nothing else is said.
    pub on: Option<NaiveDate>,
    /// What was said.
    pub note: String,
    /// What comes next.
    pub next_step: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Reads a typed line or a pasted e-mail.
pub fn read(
    text: &str,
    lexicon: &Lexicon,
    setting: Setting,
    ours: Ours<'_>,
) -> Result<Contact, Refusal> {
    if text.chars().nth(CONTACT_LIMIT).is_some() {
        let limit = CONTACT_LIMIT.to_string();
        return Err(Refusal::new(RefusalCode::TooLong, "text").missing(limit));
    }
    let reading = Reading { text, lexicon, setting };
    Ok(mail::read(reading, ours).unwrap_or_else(|| typed(reading, ours)))
}

fn typed(reading: Reading<'_>, ours: Ours<'_>) -> Contact {
    let Reading { text, lexicon, setting } = reading;
    let whole = Span { start: 0, end: text.len() };
    let tokens = with_names(text, lexicon, tokens(text, whole));
    let how = words::how(&tokens);
    let parts = parts(&tokens);
    let next = parts.iter().enumerate().skip(1).position(|(_, part)| is_next_step(part, setting));
    let next = next.map(|place| place + 1);
    let told = &parts[..next.unwrap_or(parts.len())];
    let first = parts.first().copied().unwrap_or_default();
    let on = contact_day(first, setting);
    let opening = usize::from(parts.len() > 1 && says_only_how(first));
    let note = told.get(opening..).unwrap_or_default();
    let (next_step, due) = match next {
        Some(place) => next_step(text, &parts[place..], setting),
        None => (None, None),
    };
    Contact {
        parties: parties(reading, ours, &tokens),
        channel: how.map(|how| how.channel),
        direction: how.map(|how| direction(&tokens, how)),
        on: Some(on.unwrap_or(setting.day)),
        note: joined(text, note),
        next_step,
        due,
    }
}

/// Whoever called is named before the word, whoever was called behind it.
fn direction(tokens: &[Token], how: words::How) -> Direction {
    let is_named_before = tokens[..how.start].iter().any(|token| !token.entries().is_empty());
    match how.direction {
        Direction::Outgoing if is_named_before => Direction::Incoming,
        direction => direction,
    }
}

/// Everybody named who may be talked with, ourselves excepted.
fn parties(reading: Reading<'_>, ours: Ours<'_>, tokens: &[Token]) -> Vec<Party> {
    let is_talked_with = |place: &usize| {
        let known = reading.lexicon.known(*place);
        let is_ours = known.id.is_some_and(|id| ours.parties.contains(&id));
        let is_thing = matches!(
            known.kind,
            StakeholderKind::Place | StakeholderKind::GlobalGood | StakeholderKind::Implementation
        );
        !is_ours && !is_thing
    };
    let mut parties: Vec<Party> = Vec::new();
    for token in tokens {
        let entries: Vec<usize> = token.entries().iter().copied().filter(is_talked_with).collect();
        let is_new = parties
            .iter()
            .all(|party| party.candidates != reading.party(token, &entries).candidates);
        if !entries.is_empty() && is_new {
            parties.push(reading.party(token, &entries));
        }
    }
    parties
}

/// The parts of a line between commas, semicolons and full stops.
fn parts(tokens: &[Token]) -> Vec<&[Token]> {
    let mut parts = Vec::new();
    for sentence in sentences(tokens) {
        let is_comma = |token: &Token| {
            token.form == Form::Mark && token.is_of(&[",", ";", ".", "→", "–", "—", "!", "…"])
        };
        parts.extend(sentence.tokens.split(is_comma).filter(|part| !part.is_empty()));
    }
    parts
}

/// Whether a part tells what comes next: it begins with what is done then, or names a day to come.
fn is_next_step(part: &[Token], setting: Setting) -> bool {
    words::begins_next(part)
        || deadline(part, setting).is_some_and(|(at, _, _)| at + 1 < part.len() && at > 0)
}

/// `Appelé CHAI`: nothing that the other fields do not say.
fn says_only_how(part: &[Token]) -> bool {
    let is_known = |token: &Token| !token.entries().is_empty() || words::is_filler(token);
    let how = words::how(part);
    part.iter().enumerate().all(|(place, token)| {
        is_known(token) || how.is_some_and(|how| (how.start..how.end).contains(&place))
    })
}

/// The day that the first part names, unless it lies ahead.
fn contact_day(part: &[Token], setting: Setting) -> Option<NaiveDate> {
    let yesterday = part.iter().any(|token| token.is_of(&["yesterday", "hier"]));
    if yesterday {
        return setting.day.pred_opt();
    }
    (0..part.len()).find_map(|at| {
        let (_, found) = date(&part[at..], setting, Towards::Past)?;
        let is_day = found.precision == Precision::Day && found.date <= setting.day;
        is_day.then_some(found.date)
    })
}

fn next_step(
    text: &str,
    parts: &[&[Token]],
    setting: Setting,
) -> (Option<String>, Option<NaiveDate>) {
    let found = parts.iter().enumerate().find_map(|(place, part)| {
        let found = deadline(part, setting).or_else(|| closing(part, setting))?;
        Some((place, found))
    });
    let Some((place, (at, length, due))) = found else {
        return (Some(joined(text, parts)).filter(|step| !step.is_empty()), None);
    };
    let mut kept: Vec<&[Token]> = parts.to_vec();
    if at + length == kept[place].len() {
        kept[place] = &kept[place][..at];
    }
    kept.retain(|part| !part.is_empty());
    if let Some(first) = kept.first_mut() {
        *first = &first[words::next_label(first)..];
    }
    kept.retain(|part| !part.is_empty());
    (Some(joined(text, &kept)).filter(|step| !step.is_empty()), Some(due))
}

/// The words from the first part to the last, no longer than a line may be.
fn joined(text: &str, parts: &[&[Token]]) -> String {
    let first = parts.first().and_then(|part| part.first());
    let last = parts.last().and_then(|part| part.last());
    let (Some(first), Some(last)) = (first, last) else { return String::new() };
    shortened(first.span.to(last.span).of(text), LINE_LIMIT)
}

/// The first words of a text on one line, whole words only.
fn shortened(text: &str, limit: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + 1;
        if length > limit {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests;
