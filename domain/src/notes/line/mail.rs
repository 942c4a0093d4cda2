//! A pasted e-mail: its headers, or the line by which programs quote one, in English and French.

use super::{Contact, LINE_LIMIT, Ours, parties, shortened};
use crate::engagement::{Channel, Direction};
use crate::interval::Precision;
use crate::notes::date::{Towards, read as date};
use crate::notes::lexicon::with_names;
use crate::notes::proposal::Party;
use crate::notes::relation::Reading;
use crate::notes::span::Span;
use crate::notes::token::{Token, name_tokens, tokens};
use crate::text::fold;
use chrono::NaiveDate;

/// The headers that tell who wrote to whom, when and what about, by their folded names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Header {
    From,
    To,
    Date,
    Subject,
    Other,
}

const HEADERS: [(&str, Header); 18] = [
    ("from", Header::From),
    ("de", Header::From),
    ("expediteur", Header::From),
    ("to", Header::To),
    ("a", Header::To),
    ("destinataire", Header::To),
    ("cc", Header::Other),
    ("copie", Header::Other),
    ("copie a", Header::Other),
    ("bcc", Header::Other),
    ("reply to", Header::Other),
    ("repondre a", Header::Other),
    ("date", Header::Date),
    ("sent", Header::Date),
    ("envoye", Header::Date),
    ("envoye le", Header::Date),
    ("subject", Header::Subject),
    ("objet", Header::Subject),
];

/// Lines before which a message ends and what it answers begins, folded.
const HISTORY: [&str; 6] = [
    "original message",
    "message dorigine",
    "forwarded message",
    "message transfere",
    "begin forwarded message",
    "debut du message transfere",
];

/// How much of a message goes into the note, in characters.
const FIRST_WORDS: usize = 240;

#[derive(Default)]
struct Mail {
    from: Option<Span>,
    to: Option<Span>,
    date: Option<Span>,
    subject: Option<Span>,
    body: usize,
}

/// The contact that a pasted e-mail tells; none when the text is no e-mail.
pub(super) fn read(reading: Reading<'_>, ours: Ours<'_>) -> Option<Contact> {
    let text = reading.text;
    if let Some(mail) = headers(text) {
        let on = mail.date.and_then(|span| day(reading, span));
        let (direction, parties) = correspondents(reading, ours, mail.from, mail.to);
        let subject = mail.subject.map(|span| span.of(text)).unwrap_or_default();
        return Some(contact(
            reading,
            direction,
            parties,
            on,
            note(subject, message(text, mail.body)),
        ));
    }
    let lines = lines(text);
    let (place, intro) =
        lines.iter().enumerate().find(|(_, line)| is_introduction(line.of(text)))?;
    let on = day(reading, *intro);
    let above = Span { start: 0, end: intro.start }.of(text).trim();
    let (direction, parties) = correspondents(reading, ours, Some(*intro), None);
    if above.is_empty() {
        let body = lines.get(place + 1).map_or(text.len(), |line| line.start);
        return Some(contact(reading, direction, parties, on, note("", &quoted(text, body))));
    }
    let answered = match direction {
        Some(Direction::Outgoing) => Direction::Incoming,
        _ => Direction::Outgoing,
    };
    Some(contact(reading, Some(answered), parties, None, note("", message(text, 0))))
}

fn contact(
    reading: Reading<'_>,
    direction: Option<Direction>,
    parties: Vec<Party>,
    on: Option<NaiveDate>,
    note: String,
) -> Contact {
    Contact {
        parties,
        channel: Some(Channel::Email),
        direction,
        on: Some(on.unwrap_or(reading.setting.day)),
        note,
        next_step: None,
        due: None,
    }
}

/// The lines of a text without their ends.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        lines.push(Span { start, end: start + line.trim_end().len() });
        start += line.len();
    }
    lines
}

/// The headers that a text begins with: at least two, one of which says who wrote.
fn headers(text: &str) -> Option<Mail> {
    let mut mail = Mail::default();
    let mut count = 0;
    for line in lines(text) {
        let written = line.of(text);
        match header(written) {
            Some((header, value)) => {
                let value = Some(Span { start: line.end - value.len(), end: line.end });
                count += 1;
                match header {
                    Header::From => mail.from = mail.from.or(value),
                    Header::To => mail.to = mail.to.or(value),
                    Header::Date => mail.date = mail.date.or(value),
                    Header::Subject => mail.subject = mail.subject.or(value),
                    Header::Other => {}
                }
            }
            None if count == 0 && written.trim().is_empty() => {}
            None if written.starts_with([' ', '\t']) && count > 0 => {}
            None => break,
        }
        mail.body = line.end;
    }
    (count >= 2 && mail.from.is_some()).then_some(mail)
}

fn header(line: &str) -> Option<(Header, &str)> {
    let (name, value) = line.split_once(':').filter(|(name, _)| name.len() <= 30)?;
    let name = fold(name);
    let header = HEADERS.iter().find(|(known, _)| *known == name).map(|(_, header)| *header)?;
    Some((header, value.trim()))
}

/// `On 3 March 2026 at 10:02, X wrote:`, `Le 3 mars 2026 à 10:02, X a écrit :`.
fn is_introduction(line: &str) -> bool {
    let line = line.trim();
    let begins = line.starts_with("On ") || line.starts_with("Le ");
    let folded = if begins && line.len() <= 300 { fold(line) } else { String::new() };
    line.ends_with(':') && (folded.ends_with(" wrote") || folded.ends_with(" a ecrit"))
}

/// What the writer wrote, up to what it answers.
fn message(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let mut end = rest.len();
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let written = line.trim();
        let folded = if written.len() <= 80 { fold(written) } else { String::new() };
        let is_history = HISTORY.iter().any(|mark| folded.ends_with(mark));
        let is_second = at > 0 && matches!(header(written), Some((Header::From, _)));
        if written.starts_with('>')
            || is_history
            || is_second
            || is_introduction(written)
            || written == "--"
        {
            end = at;
            break;
        }
        at += line.len();
    }
    &rest[..end]
}

/// A message that is quoted as a whole, without the marks.
fn quoted(text: &str, start: usize) -> String {
    let rest = text.get(start..).unwrap_or_default();
    let lines = rest.lines().map(|line| line.trim().strip_prefix('>').unwrap_or(line));
    let first: Vec<_> = lines.collect();
    message(&first.join("\n"), 0).to_owned()
}

fn note(subject: &str, message: &str) -> String {
    let first = shortened(message, FIRST_WORDS);
    match (subject.trim(), first.as_str()) {
        ("", first) => first.to_owned(),
        (subject, "") => shortened(subject, LINE_LIMIT),
        (subject, first) => shortened(&format!("{subject} – {first}"), LINE_LIMIT),
    }
}

fn day(reading: Reading<'_>, span: Span) -> Option<NaiveDate> {
    let tokens = tokens(reading.text, span);
    (0..tokens.len()).find_map(|at| {
        let (length, found) = date(&tokens[at..], reading.setting, Towards::Past)?;
        let is_whole = tokens[at].word.starts_with(|c: char| c.is_ascii_digit()) || length >= 3;
        (found.precision == Precision::Day && is_whole).then_some(found.date)
    })
}

/// Who wrote to whom: from us when we wrote, to us when somebody else did.
fn correspondents(
    reading: Reading<'_>,
    ours: Ours<'_>,
    from: Option<Span>,
    to: Option<Span>,
) -> (Option<Direction>, Vec<Party>) {
    let is_ours = |span: Span| {
        let own = |place: usize| {
            let id = reading.lexicon.known(place).id;
            id.is_some_and(|id| ours.parties.contains(&id))
        };
        let named = named(reading, span);
        named.iter().flat_map(|token| token.entries()).any(|place| own(*place))
            || domains(span.of(reading.text))
                .any(|domain| ours.domains.iter().any(|own| own.eq_ignore_ascii_case(domain)))
    };
    let people =
        |span: Option<Span>| span.map(|span| people(reading, ours, span)).unwrap_or_default();
    match from {
        Some(span) if is_ours(span) => (Some(Direction::Outgoing), people(to)),
        Some(_) => (Some(Direction::Incoming), people(from)),
        None => (None, people(to)),
    }
}

fn named(reading: Reading<'_>, span: Span) -> Vec<Token> {
    with_names(reading.text, reading.lexicon, tokens(reading.text, span))
}

/// Everybody named, then everybody whose name is a part of an address's domain.
fn people(reading: Reading<'_>, ours: Ours<'_>, span: Span) -> Vec<Party> {
    let named = named(reading, span);
    let mut people = parties(reading, ours, &named);
    for domain in domains(span.of(reading.text)) {
        let labels: Vec<&str> = domain.split('.').collect();
        for label in labels.iter().rev().skip(1) {
            let found = reading.lexicon.longest(label, &name_tokens(label), true);
            let Some((_, entries)) =
                found.filter(|(length, _)| *length == name_tokens(label).len())
            else {
                continue;
            };
            let start = span.start + domain_place(span.of(reading.text), label);
            let token = Token {
                span: Span { start, end: start + label.len() },
                form: crate::notes::token::Form::Name(entries),
                word: String::new(),
            };
            let more = parties(reading, ours, &[token]);
            let is_new =
                |party: &Party| people.iter().all(|known| known.candidates != party.candidates);
            let more: Vec<Party> = more.into_iter().filter(is_new).collect();
            people.extend(more);
        }
    }
    people
}

/// What follows each `@` of a text.
fn domains(text: &str) -> impl Iterator<Item = &str> {
    text.split('@').skip(1).map(|rest| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
        rest.split(|c| !is_part(c)).next().unwrap_or_default().trim_end_matches('.')
    })
}

fn domain_place(text: &str, label: &str) -> usize {
    let at = text.find('@').unwrap_or(0);
    at + text[at..].find(label).unwrap_or(0)
}
