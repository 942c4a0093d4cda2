//! Lines that say who was at a meeting, and who was excused.

use super::proposal::{Attendance, Attendee, Party, Presence};
use super::relation::Reading;
use super::section::{Section, label};
use super::span::Span;
use super::token::{Form, Token};
use crate::stakeholder::StakeholderKind;

/// The most that one line may name.
const MOST: usize = 200;
/// A name has no more words, and no more bytes.
const WORDS: usize = 8;
const LENGTH: usize = 120;
/// Words that say that nobody is named.
const NOBODY: [&str; 8] = ["none", "nobody", "tbc", "tbd", "aucun", "aucune", "personne", "neant"];
/// What a name may stand behind.
const ARTICLES: [&str; 5] = ["the", "le", "la", "les", "l'"];
const AND: [&str; 3] = ["and", "et", "&"];

/// Everybody whom a labelled line names; a second label within it (`; excused: C`) begins another list.
pub(super) fn read(reading: Reading<'_>, tokens: &[Token], presence: Presence) -> Vec<Attendance> {
    let mut lists = vec![Attendance { presence, attendees: Vec::new() }];
    let mut at = 0;
    while at < tokens.len() {
        let end = entry_end(tokens, at);
        if let Some(attendee) = attendee(reading, &tokens[at..end])
            && let Some(list) = lists.last_mut()
            && list.attendees.len() < MOST
        {
            list.attendees.push(attendee);
        }
        at = end + 1;
        let label = tokens.get(at..).and_then(|rest| label(rest).or_else(|| apology(rest)));
        match label {
            Some((Section::Present, length)) => {
                lists.push(Attendance { presence: Presence::Present, attendees: Vec::new() });
                at += length;
            }
            Some((Section::Excused, length)) => {
                lists.push(Attendance { presence: Presence::Excused, attendees: Vec::new() });
                at += length;
            }
            _ => {}
        }
    }
    lists.retain(|list| !list.attendees.is_empty());
    lists
}

/// `apologies from C` within a list needs no colon.
fn apology(tokens: &[Token]) -> Option<(Section, usize)> {
    let words: [&[&str]; 4] =
        [&["apologies", "from"], &["regrets", "from"], &["excuses", "de"], &["excused"]];
    let begins = |words: &&[&str]| {
        words.len() < tokens.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word))
    };
    words.into_iter().find(begins).map(|words| (Section::Excused, words.len()))
}

/// Where the name that begins here ends: at a comma, a semicolon, an `and`, outside brackets; at a
/// full stop only before another label.
fn entry_end(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(start) {
        let is_stop = token.is(".") && label(&tokens[place + 1..]).is_some();
        match token.word.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            "," | ";" if depth == 0 => return place,
            _ if depth == 0 && (is_stop || token.is_of(&AND)) => return place,
            _ => {}
        }
    }
    tokens.len()
}

fn attendee(reading: Reading<'_>, tokens: &[Token]) -> Option<Attendee> {
    let last = tokens.iter().rposition(|token| !token.is_of(&[".", ":"]))?;
    let tokens = &tokens[..=last];
    let is_mark = |token: &Token| token.is_of(&["(", "/", "–", "—", "-", "["]);
    let parting = tokens.iter().position(is_mark).unwrap_or(tokens.len());
    let organization = tokens.get(parting + 1..).unwrap_or_default();
    let organization = organization.split(|token| token.is_of(&[")", "]", "/"])).next();
    Some(Attendee {
        party: party(reading, &tokens[..parting])?,
        organization: organization.and_then(|tokens| party(reading, tokens)),
    })
}

/// A name, known or not; what does not begin with a capital is none.
fn party(reading: Reading<'_>, tokens: &[Token]) -> Option<Party> {
    let article = usize::from(tokens.len() > 1 && tokens[0].is_of(&ARTICLES));
    let tokens = &tokens[article..];
    let (first, last) = (tokens.first()?, tokens.last()?);
    let span = Span { start: first.span.start, end: last.span.end };
    let is_person_or_body =
        |place: &usize| reading.lexicon.known(*place).kind != StakeholderKind::Place;
    if let [name] = tokens
        && name.entries().iter().any(is_person_or_body)
    {
        let entries: Vec<usize> =
            name.entries().iter().copied().filter(is_person_or_body).collect();
        return Some(reading.party(name, &entries));
    }
    let text = span.of(reading.text);
    let text = text.trim_start_matches('@');
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    let is_nobody = first.is_of(&NOBODY)
        || first.form == Form::Hidden
        || tokens.iter().any(|token| token.is("?"));
    let is_name = begins && !is_nobody && tokens.len() <= WORDS && text.len() <= LENGTH;
    is_name.then(|| Party {
        text: text.to_owned(),
        span: Span { start: span.end - text.len(), ..span },
        candidates: Vec::new(),
        country: None,
    })
}
