//! The words that dates are written with, in English and French.

use crate::notes::phrase::Phrases;
use crate::notes::token::{Form, Token, phrase_words};
use chrono::Weekday;
use std::sync::LazyLock;

pub(super) const ARTICLES: &[&str] = &["the", "le", "la", "l'", "du", "au"];

/// Words that a date, or a stretch of time, follows.
#[rustfmt::skip]
pub(super) const LEADING: &[&str] = &[
    "since", "from", "until", "till", "as", "starting", "beginning", "during", "by", "before", "after",
    "through", "depuis", "jusqu'", "jusque", "des", "pendant", "durant", "avant", "apres", "a", "de", "dans",
];

/// Words before a date that is not the day of what is to be done: the meeting of 3 June.
pub(super) const BELONGING: &[&str] =
    &["of", "from", "since", "for", "de", "du", "d'", "depuis", "pour", "the", "les", "des"];

/// Months, the first of each row being January; `may` and `mar` need no capital here.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv"],
    &["february", "feb", "fevrier", "fevr"],
    &["march", "mar", "mars"],
    &["april", "apr", "avril", "avr"],
    &["may", "mai"],
    &["june", "jun", "juin"],
    &["july", "jul", "juillet", "juil"],
    &["august", "aug", "aout"],
    &["september", "sep", "sept", "septembre"],
    &["october", "oct", "octobre"],
    &["november", "nov", "novembre"],
    &["december", "dec", "decembre"],
];

pub(super) fn month(token: &Token) -> Option<u32> {
    let place = MONTHS.iter().position(|names| token.is_of(names))?;
    u32::try_from(place + 1).ok()
}

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["monday", "mon", "lundi"]),
    (Weekday::Tue, &["tuesday", "tue", "tues", "mardi"]),
    (Weekday::Wed, &["wednesday", "wed", "mercredi"]),
    (Weekday::Thu, &["thursday", "thu", "thurs", "jeudi"]),
    (Weekday::Fri, &["friday", "fri", "vendredi"]),
    (Weekday::Sat, &["saturday", "sat", "samedi"]),
    (Weekday::Sun, &["sunday", "sun", "dimanche"]),
];

pub(super) fn weekday(token: &Token) -> Option<Weekday> {
    let is_it = |names: &[&str]| token.is_of(names) && !(names.contains(&"mon") && token.is("mon"));
    WEEKDAYS.iter().find(|(_, names)| is_it(names)).map(|(weekday, _)| *weekday)
}

/// `Friday`, `next Friday`, `vendredi prochain`: all are the first Friday after the day.
pub(super) fn next_weekday(tokens: &[Token]) -> Option<(usize, Weekday)> {
    let next = usize::from(tokens.first()?.is_of(&["next", "this", "coming", "ce"]));
    let weekday = weekday(tokens.get(next)?)?;
    let after = tokens.get(next + 1).is_some_and(|token| token.is_of(&["prochain", "next"]));
    Some((next + 1 + usize::from(after), weekday))
}

/// Which part of a year or month is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Not its end.
    Other,
    /// Its end.
    End,
}

#[rustfmt::skip]
const PARTS: &[(Part, &[&str])] = &[
    (Part::Other, &[
        "early", "mid", "the|- beginning|start|middle of", "debut", "le|- debut de|d'", "mi", "mid",
    ]),
    (Part::End, &["late", "the|- end of", "end", "la|- fin de|d'", "fin"]),
];

static PART_PHRASES: LazyLock<Phrases<Part>> = LazyLock::new(|| Phrases::of(PARTS));

pub(super) fn part(tokens: &[Token]) -> Option<(usize, Part)> {
    PART_PHRASES.longest(phrase_words(tokens)).map(|(length, parts)| (length, parts[0]))
}

/// A date that only the day of the meeting makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relative {
    /// So many days later.
    Days(u64),
    /// The Friday of the week so many weeks later.
    FridayOfWeek(u64),
    /// The last day of the month so many months later.
    EndOfMonth(u32),
    /// The year so many years later.
    Year(i32),
}

const RELATIVES: &[(Relative, &[&str])] = &[
    (Relative::Days(0), &["today", "tonight", "aujourd' hui", "ce soir", "eod", "end of day"]),
    (Relative::Days(1), &["tomorrow", "demain"]),
    (Relative::Days(2), &["apres demain", "day after tomorrow"]),
    (
        Relative::FridayOfWeek(0),
        &[
            "this week",
            "end of the|this|- week",
            "week end",
            "eow",
            "cette semaine",
            "fin de la|cette|- semaine",
        ],
    ),
    (
        Relative::FridayOfWeek(1),
        &[
            "next week",
            "end of next week",
            "semaine prochaine",
            "fin de la|- semaine prochaine",
            "coming week",
        ],
    ),
    (
        Relative::EndOfMonth(0),
        &[
            "this month",
            "end of the|this|- month",
            "eom",
            "month end",
            "ce mois ci|-",
            "fin du|de mois",
        ],
    ),
    (
        Relative::EndOfMonth(1),
        &["next month", "end of next month", "mois prochain", "fin du mois prochain"],
    ),
    (
        Relative::Year(0),
        &["this year", "end of the|this|- year", "cette annee", "fin de l'|cette annee"],
    ),
    (Relative::Year(1), &["next year", "end of next year", "annee prochaine", "an prochain"]),
    (Relative::Year(-1), &["last year", "annee derniere|passee", "an dernier|passe"]),
];

static RELATIVE_PHRASES: LazyLock<Phrases<Relative>> = LazyLock::new(|| Phrases::of(RELATIVES));

pub(super) fn relative(tokens: &[Token]) -> Option<(usize, Relative)> {
    RELATIVE_PHRASES.longest(phrase_words(tokens)).map(|(length, found)| (length, found[0]))
}

/// A unit of time that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

const UNITS: [(Unit, &[&str]); 4] = [
    (Unit::Day, &["day", "days", "jour", "jours"]),
    (Unit::Week, &["week", "weeks", "semaine", "semaines"]),
    (Unit::Month, &["month", "months", "mois"]),
    (Unit::Year, &["year", "years", "an", "ans", "annee", "annees"]),
];

const NUMBERS: [&[&str]; 12] = [
    &["a", "an", "one", "un", "une"],
    &["two", "deux"],
    &["three", "trois"],
    &["four", "quatre"],
    &["five", "cinq"],
    &["six"],
    &["seven", "sept"],
    &["eight", "huit"],
    &["nine", "neuf"],
    &["ten", "dix"],
    &["eleven", "onze"],
    &["twelve", "douze"],
];

/// `two weeks`, `15 jours`.
pub(super) fn count(tokens: &[Token]) -> Option<(usize, u32, Unit)> {
    let (first, second) = (tokens.first()?, tokens.get(1)?);
    let number = match first.form {
        Form::Number => first.word.parse().ok().filter(|number| (1..=366).contains(number))?,
        _ => u32::try_from(NUMBERS.iter().position(|words| first.is_of(words))? + 1).ok()?,
    };
    let unit = UNITS.iter().find(|(_, words)| second.is_of(words)).map(|(unit, _)| *unit)?;
    Some((2, number, unit))
}

/// `in two weeks`, `dans un mois`, `sous 15 jours`.
pub(super) fn distance(tokens: &[Token]) -> Option<(usize, u32, Unit)> {
    let leads = tokens.first()?.is_of(&["in", "within", "dans", "sous"]);
    let (length, number, unit) = count(tokens.get(1..)?).filter(|_| leads)?;
    Some((length + 1, number, unit))
}

#[rustfmt::skip]
const DEADLINES: &[((), &[&str])] = &[
    ((), &[
        "by", "before", "no later than", "not later than", "due|deadline by|on|-", "latest", "until",
        "at the latest by|on|-", "d' ici a|au|-", "avant", "pour le|-", "au plus tard le|en|-",
        "echeance le|-", "jusqu' au|en|a", "within", "sous", "d' ici la|le",
    ]),
];

static DEADLINE_PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::of(DEADLINES));

/// How many tokens the words before a deadline take; `within` and `sous` are read with the number.
pub(super) fn deadline(tokens: &[Token]) -> Option<usize> {
    let (length, _) = DEADLINE_PHRASES.longest(phrase_words(tokens))?;
    Some(if tokens[0].is_of(&["within", "sous"]) { 0 } else { length })
}
