//! Who sits on a body, and who should: seats by constituency, region, language and size. A seat is
//! filled when it is confirmed; what is not recorded is counted apart, never as nobody.

use crate::country::WorldRegion;
use crate::stakeholder::SizeBand;
use crate::text::fold;
use crate::vocabulary;
use std::collections::{BTreeMap, BTreeSet};

vocabulary! {
    /// What the records say about a constituency's seat on a body.
    pub enum SeatRecord {
        /// At least one is confirmed.
        Recorded = "RECORDED", "seat recorded" | "siège enregistré";
        /// Only proposed or disputed ones.
        Unsettled = "UNSETTLED", "proposed or disputed" | "proposé ou contesté";
        /// Others have one, this constituency has none that is recorded.
        NoneRecorded = "NONE_RECORDED", "none recorded" | "aucun siège enregistré";
        /// Nobody's seat on the body is recorded and confirmed, so nothing can be said.
        SeatsNotRecorded = "SEATS_NOT_RECORDED", "seats not recorded" | "sièges non saisis";
    }
}

/// How far a seat is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Confirmed.
    Filled,
    /// Proposed, not confirmed.
    Proposed,
    /// There is evidence against it.
    Disputed,
}

/// One seat, as far as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Whose seat it is: the constituency, or the category of partners that holds it.
    pub constituency: Option<String>,
    /// How far it is settled.
    pub standing: Standing,
    /// Where who sits there has its seat.
    pub region: Option<WorldRegion>,
    /// The languages of who sits there: ISO 639-1.
    pub languages: Vec<String>,
    /// How large who sits there is.
    pub size: Option<SizeBand>,
}

/// The seats of one constituency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstituencySeats {
    /// Its name, as the body requires it, or as the first seat writes it; none is not recorded.
    pub constituency: Option<String>,
    /// Whether the body should have it.
    pub required: bool,
    /// Confirmed seats.
    pub filled: usize,
    /// Proposed ones.
    pub proposed: usize,
    /// Disputed ones.
    pub disputed: usize,
}

impl ConstituencySeats {
    /// Whether the body should have it and no seat of it is confirmed.
    pub fn vacant(&self) -> bool {
        self.required && self.filled == 0
    }
}

/// The seats of a body by constituency: the required ones as they are listed, then the others by
/// name, those without a recorded constituency last. Case and accents make no difference.
pub fn by_constituency(required: &[String], seats: &[Seat]) -> Vec<ConstituencySeats> {
    let empty = |name: Option<&String>, required| ConstituencySeats {
        constituency: name.cloned(),
        required,
        filled: 0,
        proposed: 0,
        disputed: 0,
    };
    let mut listed = BTreeSet::new();
    let required = required.iter().filter(|name| listed.insert(fold(name)));
    let mut rows: Vec<_> = required.map(|name| empty(Some(name), true)).collect();
    let mut others: BTreeMap<(bool, String), ConstituencySeats> = BTreeMap::new();
    for seat in seats {
        let name = seat.constituency.as_ref();
        let key = name.map(|name| fold(name));
        let known = rows.iter_mut().find(|row| row.constituency.as_deref().map(fold) == key);
        let row = match known {
            Some(row) => row,
            None => {
                let key = (key.is_none(), key.unwrap_or_default());
                others.entry(key).or_insert_with(|| empty(name, false))
            }
        };
        match seat.standing {
            Standing::Filled => row.filled += 1,
            Standing::Proposed => row.proposed += 1,
            Standing::Disputed => row.disputed += 1,
        }
    }
    rows.extend(others.into_values());
    rows
}

/// What the seats say about one constituency.
pub fn record_of(constituency: &str, seats: &[Seat]) -> SeatRecord {
    let folded = fold(constituency);
    let own = |seat: &&Seat| seat.constituency.as_deref().map(fold).as_ref() == Some(&folded);
    let filled = |seat: &Seat| seat.standing == Standing::Filled;
    if seats.iter().filter(own).any(filled) {
        SeatRecord::Recorded
    } else if seats.iter().any(|seat| own(&seat)) {
        SeatRecord::Unsettled
    } else if seats.iter().any(filled) {
        SeatRecord::NoneRecorded
    } else {
        SeatRecord::SeatsNotRecorded
    }
}

/// Confirmed seats by what is known of who sits there, in order, the unknown last. Who works in
/// several languages counts in each.
pub fn counted<'a, K: Ord, I: IntoIterator<Item = K>>(
    seats: &'a [Seat],
    known: impl Fn(&'a Seat) -> I,
) -> Vec<(Option<K>, usize)> {
    let (mut counts, mut unknown) = (BTreeMap::new(), 0);
    for seat in seats.iter().filter(|seat| seat.standing == Standing::Filled) {
        let mut any = false;
        for key in known(seat) {
            any = true;
            *counts.entry(key).or_insert(0) += 1;
        }
        unknown += usize::from(!any);
    }
    let mut rows: Vec<_> = counts.into_iter().map(|(key, count)| (Some(key), count)).collect();
    if unknown > 0 {
        rows.push((None, unknown));
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seat(constituency: &str, standing: Standing) -> Seat {
        Seat {
            constituency: (!constituency.is_empty()).then(|| constituency.to_owned()),
            standing,
            region: None,
            languages: Vec::new(),
            size: None,
        }
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    /// A required seat stays vacant until one is confirmed; a proposed one is told apart.
    #[test]
    fn a_proposed_seat_does_not_fill() {
        let seats = [
            seat("Donors", Standing::Filled),
            seat("governments", Standing::Proposed),
            seat("", Standing::Filled),
        ];
        let rows = by_constituency(&names(&["Gouvernements", "Governments", "donors"]), &seats);
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.constituency.as_deref(), row.filled, row.proposed, row.vacant()))
            .collect();
        let expected = [
            (Some("Gouvernements"), 0, 0, true),
            (Some("Governments"), 0, 1, true),
            (Some("donors"), 1, 0, false),
            (None, 1, 0, false),
        ];
        assert_eq!(told, expected);
    }

    /// That nobody's seat is recorded is not the same as that a constituency has none.
    #[test]
    fn what_is_not_recorded_is_told_apart() {
        let donors = seat("donors", Standing::Filled);
        let check =
            |seats: &[Seat], expected| assert_eq!(record_of("Governments", seats), expected);
        check(&[], SeatRecord::SeatsNotRecorded);
        check(&[seat("donors", Standing::Proposed)], SeatRecord::SeatsNotRecorded);
        check(std::slice::from_ref(&donors), SeatRecord::NoneRecorded);
        check(&[donors.clone(), seat("governments", Standing::Disputed)], SeatRecord::Unsettled);
        check(&[donors, seat("GOVERNMENTS", Standing::Filled)], SeatRecord::Recorded);
    }

    /// Unknown languages are counted apart, and only confirmed seats count.
    #[test]
    fn languages_count_each_and_the_unknown_apart() {
        let speaks = |languages: &[&str], standing| Seat {
            languages: names(languages),
            ..seat("donors", standing)
        };
        let seats = [
            speaks(&["en", "fr"], Standing::Filled),
            speaks(&["fr"], Standing::Filled),
            speaks(&["pt"], Standing::Proposed),
            speaks(&[], Standing::Filled),
        ];
        let told = counted(&seats, |seat| seat.languages.iter().map(String::as_str));
        assert_eq!(told, [(Some("en"), 1), (Some("fr"), 2), (None, 1)]);
    }

    fn any_seat() -> impl Strategy<Value = Seat> {
        let word = prop::sample::select(vec!["", "donors", "Donors", "governments", "users"]);
        let standing =
            prop::sample::select(vec![Standing::Filled, Standing::Proposed, Standing::Disputed]);
        (word, standing).prop_map(|(word, standing)| seat(word, standing))
    }

    proptest! {
        /// Every seat is counted once, and a constituency is vacant exactly when it is required and
        /// no seat of it is confirmed; the record of it says the same.
        #[test]
        fn every_seat_is_counted_once(
            seats in prop::collection::vec(any_seat(), 0..12),
            required in prop::collection::vec(prop::sample::select(vec!["donors", "users", "Users", "media"]), 0..5),
        ) {
            let rows = by_constituency(&names(&required), &seats);
            let all: usize = rows.iter().map(|row| row.filled + row.proposed + row.disputed).sum();
            prop_assert_eq!(all, seats.len());
            for row in &rows {
                let Some(name) = &row.constituency else { continue };
                let record = record_of(name, &seats);
                prop_assert_eq!(record == SeatRecord::Recorded, row.filled > 0);
                prop_assert_eq!(row.vacant(), row.required && record != SeatRecord::Recorded);
            }
            let folded: BTreeSet<_> =
                rows.iter().map(|row| row.constituency.as_deref().map(fold)).collect();
            prop_assert_eq!(folded.len(), rows.len());
        }

        /// Whatever seats are counted by, those known and unknown together are the confirmed ones.
        #[test]
        fn counts_add_up(seats in prop::collection::vec(any_seat(), 0..12)) {
            let told = counted(&seats, |seat| seat.constituency.clone());
            let all: usize = told.iter().map(|(_, count)| count).sum();
            let filled = seats.iter().filter(|seat| seat.standing == Standing::Filled).count();
            prop_assert_eq!(all, filled);
        }
    }
}
