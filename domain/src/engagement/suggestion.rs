//! Moves that the calendar suggests; a person makes them or does not.

use super::{OPEN, Stage, SuggestionReason};
use chrono::{Days, NaiveDate};

/// How many days before an end its renewal is suggested.
pub const RENEWAL_DAYS: u64 = 90;

/// What the calendar knows of an engagement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub stage_since: NaiveDate,
    /// How often to be in touch, in days; none when nobody said.
    pub cadence_days: Option<i32>,
    /// The day of the last contact; none when none was logged.
    pub last_contact: Option<NaiveDate>,
    /// When what came of it ends; none when that is unknown.
    pub ends_on: Option<NaiveDate>,
}

/// A move that the calendar suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Where to.
    pub to: Stage,
    /// Why.
    pub reason: SuggestionReason,
    /// The day that it rests on: that of the end, or since when nothing was heard.
    pub day: NaiveDate,
}

/// What the calendar suggests on a day. An end that comes near is more urgent than silence.
pub fn suggest(known: &Contact, today: NaiveDate) -> Option<Suggestion> {
    let near = today.checked_add_days(Days::new(RENEWAL_DAYS)).unwrap_or(today);
    let ending = known.ends_on.filter(|end| known.stage == Stage::Active && *end <= near);
    let silent = || silent_since(known, today).filter(|_| OPEN.contains(&known.stage));
    let ends = |day| Suggestion { to: Stage::Renewing, reason: SuggestionReason::EndsSoon, day };
    let sleeps = |day| Suggestion { to: Stage::Dormant, reason: SuggestionReason::Silent, day };
    ending.map(ends).or_else(|| silent().map(sleeps))
}

/// Since when nothing was heard, where that is longer ago than twice the time that was agreed. A move is a
/// sign of life as well; without an agreed time nobody can be late.
pub fn silent_since(known: &Contact, today: NaiveDate) -> Option<NaiveDate> {
    let cadence = u64::try_from(known.cadence_days?).ok()?;
    let last = known.last_contact.map_or(known.stage_since, |day| day.max(known.stage_since));
    let until = last.checked_add_days(Days::new(cadence.checked_mul(2)?))?;
    (until < today).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn known(stage: Stage) -> Contact {
        Contact {
            stage,
            stage_since: day("2026-01-01"),
            cadence_days: Some(30),
            last_contact: Some(day("2026-02-01")),
            ends_on: None,
        }
    }

    /// Sleep is suggested after twice the agreed time without a contact, not a day sooner, and never
    /// where no time was agreed.
    #[test]
    fn sleep_is_suggested_after_twice_the_agreed_time() {
        let quiet = known(Stage::InDialogue);
        assert_eq!(suggest(&quiet, day("2026-04-02")), None);
        let told = suggest(&quiet, day("2026-04-03")).unwrap();
        assert_eq!((told.to, told.day), (Stage::Dormant, day("2026-02-01")));
        let free = Contact { cadence_days: None, ..quiet };
        assert_eq!(suggest(&free, day("2030-01-01")), None);
        for stage in [Stage::Dormant, Stage::Ended, Stage::Declined] {
            assert_eq!(suggest(&known(stage), day("2030-01-01")), None);
        }
    }

    /// A renewal is suggested when the end of what is active comes near, however silent it is.
    #[test]
    fn a_renewal_is_suggested_before_the_end() {
        let ending = |stage| Contact { ends_on: Some(day("2026-06-30")), ..known(stage) };
        let told = suggest(&ending(Stage::Active), day("2026-05-01")).unwrap();
        assert_eq!((told.to, told.day), (Stage::Renewing, day("2026-06-30")));
        assert_eq!(suggest(&ending(Stage::Active), day("2026-03-31")), None);
        let early = suggest(&ending(Stage::Committed), day("2026-06-01")).unwrap();
        assert_eq!(early.to, Stage::Dormant);
    }
}
