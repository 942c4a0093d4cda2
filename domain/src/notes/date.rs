//! Dates as people write them, in English and French, read against the day of the meeting.

mod words;

use super::token::{Form, Token, phrase_words};
use crate::interval::{DatePoint, Precision};
use crate::vocabulary::Tongue;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use words::{Part, Relative};

/// Which day the notes are of, and how a date like 03/06 is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The day of the meeting, or of the contact.
    pub day: NaiveDate,
    /// The language that the notes are in, when known: 03/06/2026 is read only in French.
    pub tongue: Option<Tongue>,
}

/// Where a date without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Towards {
    /// The last such before the meeting's day: since March.
    Past,
    /// The next such after it: until March.
    Future,
}

/// A date that some tokens begin with: how many tokens, and the date.
pub(super) fn read(
    tokens: &[Token],
    setting: Setting,
    towards: Towards,
) -> Option<(usize, DatePoint)> {
    let skipped = leading(tokens, words::ARTICLES);
    let rest = &tokens[skipped..];
    let found = written(rest, setting)
        .or_else(|| day_first(rest, setting, towards))
        .or_else(|| month_first(rest, setting, towards))
        .or_else(|| part_of(rest, setting, towards))
        .or_else(|| relative(rest, setting));
    found.map(|(length, date)| (skipped + length, date))
}

/// The day by which something is due: the last day of what is written.
pub(super) fn due(tokens: &[Token], setting: Setting) -> Option<(usize, NaiveDate)> {
    read(tokens, setting, Towards::Future).map(|(length, date)| (length, date.last()))
}

/// How many of the first tokens are such words.
fn leading(tokens: &[Token], words: &[&str]) -> usize {
    tokens.iter().take(2).take_while(|token| token.is_of(words)).count()
}

fn point(year: i32, month: u32, day: u32, precision: Precision) -> Option<DatePoint> {
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    (1990..=2060).contains(&year).then_some(DatePoint { date, precision })
}

/// 2024, 2024-05, 2024-05-31, 31.05.2024, 31/05/2024.
fn written(tokens: &[Token], setting: Setting) -> Option<(usize, DatePoint)> {
    let token = tokens.first().filter(|token| token.form == Form::Number)?;
    if let Ok(date) = DatePoint::parse(&token.word, "") {
        return point(date.date.year(), date.date.month(), date.date.day(), date.precision)
            .map(|date| (1, date));
    }
    let mut parts = token.word.split(['.', '/']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next());
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let is_english = token.word.contains('/') && setting.tongue != Some(Tongue::Fr);
    if parts.next().is_some() || is_english && first <= 12 && first != second {
        return None;
    }
    let year = match year {
        Some(year) if year.len() == 4 => year.parse().ok()?,
        None if token.word.contains('/') => {
            return next_day(setting.day, second, first, Towards::Future).map(|date| (1, date));
        }
        _ => return None,
    };
    point(year, second, first, Precision::Day).map(|date| (1, date))
}

/// 3 June 2026, 1er mars, 3rd of June.
fn day_first(tokens: &[Token], setting: Setting, towards: Towards) -> Option<(usize, DatePoint)> {
    let weekday = usize::from(tokens.first().is_some_and(|token| words::weekday(token).is_some()));
    let rest = &tokens[weekday..];
    let article = leading(rest, words::ARTICLES);
    let rest = &rest[article..];
    let day = day_of_month(rest.first()?)?;
    let of = usize::from(rest.get(1).is_some_and(|token| token.is("of")));
    let month = words::month(rest.get(1 + of)?)?;
    let after = 2 + of + usize::from(rest.get(2 + of).is_some_and(|token| token.is(",")));
    let skipped = weekday + article;
    match rest.get(after).and_then(year) {
        Some(year) => {
            point(year, month, day, Precision::Day).map(|date| (skipped + after + 1, date))
        }
        None => next_day(setting.day, month, day, towards).map(|date| (skipped + 2 + of, date)),
    }
}

/// June 3, 2026; June 3rd; June 2026; June.
fn month_first(tokens: &[Token], setting: Setting, towards: Towards) -> Option<(usize, DatePoint)> {
    let month = words::month(tokens.first()?)?;
    if let Some(year) = tokens.get(1).and_then(year) {
        return point(year, month, 1, Precision::Month).map(|date| (2, date));
    }
    if let Some(day) = tokens.get(1).and_then(day_of_month) {
        let comma = usize::from(tokens.get(2).is_some_and(|token| token.is(",")));
        return match tokens.get(2 + comma).and_then(year) {
            Some(year) => point(year, month, day, Precision::Day).map(|date| (3 + comma, date)),
            None => next_day(setting.day, month, day, towards).map(|date| (2, date)),
        };
    }
    let year = setting.day.year();
    let year = match towards {
        Towards::Past if month > setting.day.month() => year - 1,
        Towards::Future if month < setting.day.month() => year + 1,
        _ => year,
    };
    point(year, month, 1, Precision::Month).map(|date| (1, date))
}

/// Early 2025, the end of June: a part of what follows, as exact as that is; its end is a day.
fn part_of(tokens: &[Token], setting: Setting, towards: Towards) -> Option<(usize, DatePoint)> {
    let (length, part) = words::part(tokens)?;
    let rest = &tokens[length..];
    let (more, whole) = written(rest, setting)
        .filter(|(_, date)| date.precision == Precision::Year)
        .or_else(|| month_first(rest, setting, towards))?;
    let date = match (part, whole.precision) {
        (Part::End, Precision::Month) => DatePoint::day(whole.last()),
        _ => whole,
    };
    Some((length + more, date))
}

/// Tomorrow, Friday, next week, in two weeks, this year.
fn relative(tokens: &[Token], setting: Setting) -> Option<(usize, DatePoint)> {
    let day = setting.day;
    if let Some((length, weekday)) = words::next_weekday(tokens) {
        return Some((length, DatePoint::day(next_weekday(day, weekday)?)));
    }
    if let Some((length, relative)) = words::relative(tokens) {
        let date = match relative {
            Relative::Days(days) => DatePoint::day(day.checked_add_days(Days::new(days))?),
            Relative::FridayOfWeek(weeks) => {
                let monday = day.week(Weekday::Mon).first_day();
                DatePoint::day(monday.checked_add_days(Days::new(7 * weeks + 4))?)
            }
            Relative::EndOfMonth(months) => {
                let date = day.with_day(1)?.checked_add_months(Months::new(months))?;
                DatePoint::day(DatePoint { date, precision: Precision::Month }.last())
            }
            Relative::Year(years) => point(day.year() + years, 1, 1, Precision::Year)?,
        };
        return Some((length, date));
    }
    let (length, count, unit) = words::distance(tokens)?;
    let date = match unit {
        words::Unit::Day => day.checked_add_days(Days::new(u64::from(count)))?,
        words::Unit::Week => day.checked_add_days(Days::new(7 * u64::from(count)))?,
        words::Unit::Month => day.checked_add_months(Months::new(count))?,
        words::Unit::Year => day.checked_add_months(Months::new(12 * count))?,
    };
    Some((length, DatePoint::day(date)))
}

/// Two years ago, of `for two years` and `depuis deux ans`; as exact as the unit.
pub(super) fn ago(tokens: &[Token], setting: Setting) -> Option<(usize, DatePoint)> {
    let (length, count, unit) = words::count(tokens)?;
    let (months, precision) = match unit {
        words::Unit::Month => (count, Precision::Month),
        words::Unit::Year => (12 * count, Precision::Year),
        words::Unit::Day | words::Unit::Week => return None,
    };
    let date = setting.day.with_day(1)?.checked_sub_months(Months::new(months))?;
    let month = if precision == Precision::Year { 1 } else { date.month() };
    point(date.year(), month, 1, precision).map(|date| (length, date))
}

fn year(token: &Token) -> Option<i32> {
    let is_year = token.form == Form::Number && token.word.len() == 4;
    token.word.parse().ok().filter(|year| is_year && (1990..=2060).contains(year))
}

fn day_of_month(token: &Token) -> Option<u32> {
    let digits = token.word.bytes().take_while(u8::is_ascii_digit).count();
    let is_day = matches!(&token.word[digits..], "" | "st" | "nd" | "rd" | "th" | "er");
    token.word[..digits].parse().ok().filter(|day| is_day && (1..=31).contains(day))
}

fn next_day(day: NaiveDate, month: u32, of_month: u32, towards: Towards) -> Option<DatePoint> {
    let this = NaiveDate::from_ymd_opt(day.year(), month, of_month)?;
    let year = match towards {
        Towards::Past if this > day => day.year() - 1,
        Towards::Future if this < day => day.year() + 1,
        _ => day.year(),
    };
    point(year, month, of_month, Precision::Day)
}

/// The first such day after this one.
fn next_weekday(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    (1..=7)
        .filter_map(|days| day.checked_add_days(Days::new(days)))
        .find(|d| d.weekday() == weekday)
}

/// Where a phrase such as `by Friday` or `d'ici vendredi` begins and ends, and the day it tells.
pub(super) fn deadline(tokens: &[Token], setting: Setting) -> Option<(usize, usize, NaiveDate)> {
    (0..tokens.len()).find_map(|at| {
        let length = words::deadline(&tokens[at..])?;
        let (more, day) = due(&tokens[at + length..], setting)?;
        Some((at, length + more, day))
    })
}

/// The last words that are a day, although nothing says that it is a deadline: `rappeler mardi`.
pub(super) fn closing(tokens: &[Token], setting: Setting) -> Option<(usize, usize, NaiveDate)> {
    let end = tokens.iter().rposition(|token| !token.is_of(&[".", "!", ")"]))? + 1;
    (end.saturating_sub(6)..end).find_map(|at| {
        let is_of = at > 0 && tokens[at - 1].is_of(words::BELONGING);
        let on = usize::from(tokens[at].is_of(&["on", "le"]));
        let (length, date) = read(&tokens[at + on..end], setting, Towards::Future)?;
        let is_day = date.precision == Precision::Day && !is_of;
        (is_day && at + on + length == end).then_some((at, on + length, date.date))
    })
}

/// Whether some tokens begin with what leads to a date, as a preposition does.
pub(super) fn leads(tokens: &[Token], setting: Setting) -> bool {
    let is_led = phrase_words(tokens).next().is_some_and(|word| words::LEADING.contains(&word));
    is_led || read(tokens, setting, Towards::Past).is_some()
}

#[cfg(test)]
mod tests;
