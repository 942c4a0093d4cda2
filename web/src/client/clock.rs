//! The browser's clock: the only place that asks what time it is.

use chrono::{DateTime, NaiveDate, Utc};

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The day it is where the person is, for telling what is overdue.
pub fn today() -> NaiveDate {
    let date = js_sys::Date::new_0();
    let offset = date.get_timezone_offset() * 60_000.0;
    day_of(date.get_time() - offset)
}

/// The UTC day of an instant in milliseconds since 1970.
fn day_of(milliseconds: f64) -> NaiveDate {
    let days = (milliseconds / 86_400_000.0).floor();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "floored, and a clock stays far inside i64"
    )]
    let seconds = days as i64 * 86_400;
    DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default().date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An instant belongs to the day it falls on, also before 1970.
    #[test]
    fn instants_have_a_day() {
        assert_eq!(day_of(1_716_163_199_999.0).to_string(), "2024-05-19");
        assert_eq!(day_of(1_716_163_200_000.0).to_string(), "2024-05-20");
        assert_eq!(day_of(-1.0).to_string(), "1969-12-31");
    }
}
