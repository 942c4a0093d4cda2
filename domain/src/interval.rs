//! Valid time: dates that say how exact they are, and the closed intervals they bound.

use crate::refusal::{Refusal, RefusalCode};
use crate::{vocabulary, written};
use chrono::{Datelike, Days, Months, NaiveDate};

vocabulary! {
    /// How exact a date is.
    pub enum Precision {
        /// The day is known.
        Day = "DAY", "day" | "jour";
        /// The month is known, the day is not.
        Month = "MONTH", "month" | "mois";
        /// Only the year is known.
        Year = "YEAR", "year" | "année";
    }
}

written! {
    /// A date as exact as it is known: 2024, 2024-05 or 2024-05-31.
    pub struct DatePoint as "PartialDate" {
        /// The first day that the date may mean.
        pub date: NaiveDate,
        /// How exact it is.
        pub precision: Precision,
    }
}

impl std::str::FromStr for DatePoint {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::read(text).ok_or(Malformed)
    }
}

/// A text that is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl std::fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("not a date: write 2024, 2024-05 or 2024-05-31")
    }
}

impl std::error::Error for Malformed {}

impl DatePoint {
    /// A date known to the day.
    pub fn day(date: NaiveDate) -> Self {
        Self { date, precision: Precision::Day }
    }

    /// Reads `2024`, `2024-05` or `2024-05-31`, for years 1800 to 2200.
    pub fn parse(text: &str, field: &str) -> Result<Self, Refusal> {
        Self::read(text.trim()).ok_or_else(|| Refusal::new(RefusalCode::MalformedDate, field))
    }

    fn read(text: &str) -> Option<Self> {
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        let (precision, whole) = match text.len() {
            4 => (Precision::Year, format!("{text}-01-01")),
            7 => (Precision::Month, format!("{text}-01")),
            10 => (Precision::Day, text.to_owned()),
            _ => return None,
        };
        let date = NaiveDate::parse_from_str(&whole, "%Y-%m-%d").ok()?;
        (1800..=2200).contains(&date.year()).then_some(Self { date, precision })
    }

    /// The first day it may mean.
    pub fn first(self) -> NaiveDate {
        self.date
    }

    /// The last day it may mean.
    pub fn last(self) -> NaiveDate {
        let next = match self.precision {
            Precision::Day => return self.date,
            Precision::Month => self.date.checked_add_months(Months::new(1)),
            Precision::Year => self.date.checked_add_months(Months::new(12)),
        };
        next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(self.date)
    }
}

impl std::fmt::Display for DatePoint {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.precision {
            Precision::Day => write!(formatter, "{}", self.date.format("%Y-%m-%d")),
            Precision::Month => write!(formatter, "{}", self.date.format("%Y-%m")),
            Precision::Year => write!(formatter, "{}", self.date.format("%Y")),
        }
    }
}

/// A closed span of time; an absent bound is unknown or open.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct Interval {
    /// The start, when known.
    pub from: Option<DatePoint>,
    /// The end, when known.
    pub to: Option<DatePoint>,
}

impl Interval {
    /// An interval whose end does not lie before its start.
    pub fn parse(
        from: Option<DatePoint>,
        to: Option<DatePoint>,
        field: &str,
    ) -> Result<Self, Refusal> {
        match (from, to) {
            (Some(from), Some(to)) if to.last() < from.first() => {
                Err(Refusal::new(RefusalCode::EndBeforeStart, field))
            }
            _ => Ok(Self { from, to }),
        }
    }

    /// Whether the interval may hold on this day; an unknown bound never excludes it.
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from.first() <= day)
            && self.to.is_none_or(|to| day <= to.last())
    }

    /// Whether some day may lie in both.
    pub fn overlaps(self, other: Self) -> bool {
        let starts_before_end = |a: Self, b: Self| match (a.from, b.to) {
            (Some(from), Some(to)) => from.first() <= to.last(),
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(text: &str) -> DatePoint {
        DatePoint::parse(text, "date").unwrap()
    }

    /// A date keeps the precision it was written with.
    #[test]
    fn dates_keep_their_precision() {
        for text in ["2024", "2024-05", "2024-02-29"] {
            assert_eq!(point(text).to_string(), text);
        }
        assert_eq!(point("2024-02").last().to_string(), "2024-02-29");
        assert_eq!(point("2024").last().to_string(), "2024-12-31");
    }

    /// What is not a date is refused.
    #[test]
    fn other_texts_are_not_dates() {
        for text in ["", "24", "2024-13", "2023-02-29", "2024/05", "+024-01-01", "1799", "20 4"] {
            assert!(DatePoint::parse(text, "date").is_err(), "{text}");
        }
    }

    /// Intervals are closed at the precision of their bounds.
    #[test]
    fn intervals_are_closed() {
        let year = Interval { from: Some(point("2020")), to: Some(point("2020")) };
        assert!(year.covers(point("2020-12-31").date) && !year.covers(point("2021-01-01").date));
        let later = Interval { from: Some(point("2020-12")), to: None };
        assert!(year.overlaps(later) && later.overlaps(year));
        let after = Interval { from: Some(point("2021")), to: None };
        assert!(!year.overlaps(after) && !after.overlaps(year));
        assert!(Interval::default().overlaps(after));
        assert!(
            Interval::parse(Some(point("2021")), Some(point("2020-12-31")), "validTo").is_err()
        );
        assert!(Interval::parse(Some(point("2020-06-01")), Some(point("2020")), "validTo").is_ok());
    }
}
