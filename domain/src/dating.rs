//! What a day means for a fact: since when it counts, how that is known, and whether it belongs to
//! the picture of a day. Said here once; the API and the browser ask the same.

use crate::interval::{DatePoint, Interval};
use crate::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// How it is known since when something counts.
    pub enum DatingBasis {
        /// Its start is recorded.
        Stated = "STATED", "since" | "depuis";
        /// Its start is not recorded: it counts from the date of its earliest evidence.
        KnownSince = "KNOWN_SINCE", "known since" | "attestée depuis";
        /// Neither a start nor dated evidence is recorded: it belongs to the picture of every day.
        Undated = "UNDATED", "undated" | "sans date";
    }
}

vocabulary! {
    /// What became of something between two days.
    pub enum Passage {
        /// It counts on the later day only.
        Added = "ADDED", "added" | "ajoutée";
        /// It counts on the earlier day only.
        Ended = "ENDED", "ended" | "terminée";
        /// It counts on both.
        Kept = "KEPT", "unchanged" | "inchangée";
        /// It counts on neither.
        Absent = "ABSENT", "in neither picture" | "dans aucune des deux vues";
    }
}

/// Since when and until when something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dating {
    /// How the start is known.
    pub basis: DatingBasis,
    /// The start, as exact as it is known; none when undated.
    pub since: Option<DatePoint>,
    /// The end; none is unknown or open.
    pub until: Option<DatePoint>,
}

impl Dating {
    /// A recorded start goes before any evidence. Evidence from after the end shows only that it
    /// had been: it dates nothing.
    pub fn new(valid: Interval, evidence: impl IntoIterator<Item = DatePoint>) -> Self {
        let Interval { from, to: until } = valid;
        if from.is_some() {
            return Self { basis: DatingBasis::Stated, since: from, until };
        }
        let in_time = |on: &DatePoint| until.is_none_or(|until| on.first() <= until.last());
        let since = evidence.into_iter().filter(in_time).min_by_key(|on| (on.first(), on.last()));
        let basis = if since.is_some() { DatingBasis::KnownSince } else { DatingBasis::Undated };
        Self { basis, since, until }
    }

    /// Whether it belongs to the picture of this day; what is not known never excludes it.
    pub fn covers(self, day: NaiveDate) -> bool {
        Interval { from: self.since, to: self.until }.covers(day)
    }

    /// What became of it from one day to another.
    pub fn passage(self, from: NaiveDate, to: NaiveDate) -> Passage {
        match (self.covers(from), self.covers(to)) {
            (true, true) => Passage::Kept,
            (true, false) => Passage::Ended,
            (false, true) => Passage::Added,
            (false, false) => Passage::Absent,
        }
    }

    /// The first days on which it belongs to the picture, and no more: where a picture may differ
    /// from that of the day before.
    pub fn steps(self) -> impl Iterator<Item = NaiveDate> {
        let after = self.until.and_then(|until| until.last().succ_opt());
        self.since.map(DatePoint::first).into_iter().chain(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(text: &str) -> DatePoint {
        DatePoint::parse(text, "date").unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dating(from: &str, to: &str, evidence: &[&str]) -> Dating {
        let date = |text: &str| (!text.is_empty()).then(|| point(text));
        let valid = Interval { from: date(from), to: date(to) };
        Dating::new(valid, evidence.iter().map(|text| point(text)))
    }

    /// A recorded start counts; without one the earliest evidence does; without that, nothing.
    #[test]
    fn the_start_is_stated_or_known_since_or_undated() {
        let check = |dating: Dating, basis, since: Option<&str>| {
            assert_eq!((dating.basis, dating.since), (basis, since.map(point)));
        };
        check(dating("2020", "", &["2018-12-13"]), DatingBasis::Stated, Some("2020"));
        check(
            dating("", "", &["2020", "2018-12", "2019"]),
            DatingBasis::KnownSince,
            Some("2018-12"),
        );
        check(dating("", "", &[]), DatingBasis::Undated, None);
    }

    /// Evidence from after the end dates nothing; evidence from before it does.
    #[test]
    fn later_evidence_does_not_date_what_had_ended() {
        let ended = dating("", "2018", &["2020-09-16"]);
        assert_eq!(ended.basis, DatingBasis::Undated);
        assert!(ended.covers(day("2018-12-31")) && !ended.covers(day("2019-01-01")));
        assert_eq!(dating("", "2018", &["2020", "2018-03"]).since, Some(point("2018-03")));
    }

    /// What counts from a day is not in the picture of the day before it; the undated is in all.
    #[test]
    fn the_undated_belong_to_every_picture() {
        let known = dating("", "", &["2020-09-16"]);
        assert!(!known.covers(day("2020-09-15")) && known.covers(day("2020-09-16")));
        let undated = dating("", "", &[]);
        assert!(undated.covers(day("1800-01-01")) && undated.covers(day("2200-12-31")));
    }

    /// A passage is told by the two days alone, and only steps lie where pictures differ.
    #[test]
    fn pictures_differ_at_steps_only() {
        let span = dating("2020-03-02", "2020-03-05", &[]);
        let days: Vec<_> = day("2020-02-25").iter_days().take(14).collect();
        for pair in days.windows(2) {
            let differs = span.covers(pair[0]) != span.covers(pair[1]);
            assert_eq!(differs, span.steps().any(|step| step == pair[1]), "{pair:?}");
        }
        let passage = |from, to| span.passage(day(from), day(to));
        assert_eq!(passage("2020-03-01", "2020-03-02"), Passage::Added);
        assert_eq!(passage("2020-03-05", "2020-03-06"), Passage::Ended);
        assert_eq!(passage("2020-03-02", "2020-03-05"), Passage::Kept);
        assert_eq!(passage("2020-03-01", "2020-03-06"), Passage::Absent);
    }
}
