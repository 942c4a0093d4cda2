//! How many corrections somebody has suggested of late: anybody may, so nobody may do it for long.

use crate::error::{Error, Result};
use chrono::{DateTime, TimeDelta, Utc};
use domain::identifier::AccountId;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How many from one of them within the window.
const MOST: u32 = 5;
/// For how long one counts.
const WINDOW: TimeDelta = TimeDelta::hours(1);
/// More of them than this at once share what is left.
const ASKERS: usize = 10_000;

/// Who suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// Somebody signed in, wherever they are.
    Account(AccountId),
    /// A household.
    Address(IpAddr),
}

/// What each has suggested; none stands for all that found no place.
#[derive(Debug, Default)]
pub struct Suggestions(Mutex<Counts>);

/// Since when, and how many.
type Counts = HashMap<Option<Asker>, (DateTime<Utc>, u32)>;

impl Suggestions {
    /// Counts one, or tells when the next one is taken.
    pub fn count(&self, asker: Option<Asker>, now: DateTime<Utc>) -> Result<()> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= ASKERS {
            counts.retain(|_, (begun, _)| *begun + WINDOW > now);
        }
        let has_place = |asker: &Asker| counts.len() < ASKERS || counts.contains_key(&Some(*asker));
        let asker = asker.filter(has_place);
        let (begun, count) = counts.entry(asker).or_insert((now, 0));
        if *begun + WINDOW <= now {
            (*begun, *count) = (now, 0);
        }
        if *count >= MOST {
            let left = (*begun + WINDOW - now).to_std().unwrap_or(Duration::ZERO);
            return Err(Error::RateLimited { retry_after: left });
        }
        *count += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An address suggests so many within an hour; others are not kept from it, and neither is it later.
    #[test]
    fn each_address_has_its_count() {
        let suggestions = Suggestions::default();
        let at = |minutes| DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
        let address = |text: &str| Asker::Address(text.parse().unwrap());
        let (one, other) = (address("192.0.2.1"), address("192.0.2.2"));
        for minute in 0..5 {
            suggestions.count(Some(one), at(minute)).unwrap();
        }
        let refused = suggestions.count(Some(one), at(20)).unwrap_err();
        assert_eq!(refused.retry_after(), Some(Duration::from_secs(40 * 60)));
        suggestions.count(Some(other), at(20)).unwrap();
        suggestions.count(Some(one), at(60)).unwrap();
    }
}
