//! How long something has stood, and whether it is late: what the board and the page of an engagement share.

use chrono::NaiveDate;

/// How many days lie between a day and today; none when it cannot be read or lies ahead.
pub fn days_since(day: &str, today: NaiveDate) -> i64 {
    let since = NaiveDate::parse_from_str(day, "%Y-%m-%d");
    since.map_or(0, |since| (today - since).num_days().max(0))
}

/// Whether a due day has passed.
pub fn is_overdue(due: Option<&str>, today: NaiveDate) -> bool {
    let day = due.and_then(|due| NaiveDate::parse_from_str(due, "%Y-%m-%d").ok());
    day.is_some_and(|day| day < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days in a stage are counted from its first day; due is overdue from the day after.
    #[test]
    fn days_are_counted() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(days_since("2026-11-01", today), 21);
        assert_eq!((days_since("2026-12-01", today), days_since("soon", today)), (0, 0));
        assert!(is_overdue(Some("2026-11-21"), today));
        assert!(!is_overdue(Some("2026-11-22"), today) && !is_overdue(None, today));
    }
}
