//! A few lines at a time about what wants attention, for whoever asked for them.

use super::{AttentionRule, Reason};
use crate::vocabulary;
use chrono::{Datelike, NaiveDate, Weekday};

/// A digest never has more lines than one reads at once.
pub const LINES: usize = 10;
/// A daily digest tells of what is due within so many days; the days that follow tell of the rest.
const NEAR: i64 = 1;

vocabulary! {
    /// How often somebody wants a digest.
    pub enum DigestPeriod {
        /// Every day.
        Daily = "DAILY", "every day" | "chaque jour";
        /// On Mondays.
        Weekly = "WEEKLY", "every Monday" | "chaque lundi";
        /// Not at all.
        Never = "NEVER", "never" | "jamais";
    }
}

impl DigestPeriod {
    /// Whether a digest is written on this day.
    pub fn falls_on(self, day: NaiveDate) -> bool {
        match self {
            Self::Daily => true,
            Self::Weekly => day.weekday() == Weekday::Mon,
            Self::Never => false,
        }
    }

    /// Whether a digest tells of this.
    pub fn tells(self, reason: &Reason) -> bool {
        match self {
            Self::Daily if reason.rule == AttentionRule::Due => {
                reason.days.is_none_or(|days| days <= NEAR)
            }
            Self::Daily | Self::Weekly => true,
            Self::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::due;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Each day has a daily digest, each Monday a weekly one, no day one for who wants none.
    #[test]
    fn digests_have_their_days() {
        let [monday, tuesday] = [day("2026-03-02"), day("2026-03-03")];
        let falls = |period: DigestPeriod| [period.falls_on(monday), period.falls_on(tuesday)];
        assert_eq!(falls(DigestPeriod::Daily), [true, true]);
        assert_eq!(falls(DigestPeriod::Weekly), [true, false]);
        assert_eq!(falls(DigestPeriod::Never), [false, false]);
    }

    /// What is due in some days is told each week, and on the last day before; what is late always is.
    #[test]
    fn what_is_near_is_told_daily() {
        let today = day("2026-03-02");
        let tells = |by: &str| {
            let reason = due(Some(day(by)), today).expect("a reason");
            [DigestPeriod::Daily, DigestPeriod::Weekly].map(|period| period.tells(&reason))
        };
        assert_eq!(tells("2026-03-05"), [false, true]);
        assert_eq!(tells("2026-03-03"), [true, true]);
        assert_eq!(tells("2026-03-01"), [true, true]);
    }
}
