//! What clients have left to spend. Each has a bucket of points that empties by what its requests
//! cost and fills up with time. A bucket is one figure: when it will be full again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::caller::Payer;
use super::limits::Limits;

/// Microseconds, in which full buckets are told from others.
type Micros = i64;

const SECOND: Micros = 1_000_000;
/// More clients than this at once share what is left.
const CLIENTS: usize = 100_000;

/// The buckets of all clients.
#[derive(Debug, Default)]
pub struct Buckets(Mutex<HashMap<Option<Payer>, Micros>>);

/// What a client has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Points that can be spent now.
    pub remaining: u64,
    /// When all of the budget can be spent again.
    pub reset_at: DateTime<Utc>,
}

/// Why a client must wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Empty {
    /// What it has.
    pub balance: Balance,
    /// When it will have enough.
    pub retry_after: Duration,
}

impl Buckets {
    /// Takes points out of a client's bucket, or none when there are not enough.
    pub fn take(
        &self,
        key: Payer,
        points: u64,
        limits: &Limits,
        now: DateTime<Utc>,
    ) -> Result<Balance, Empty> {
        let mut full = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let instant = now.timestamp_micros();
        let key = place(&mut full, key, instant);
        let known = known(full.get(&key), limits, instant);
        let after = known.saturating_add(time(points, limits));
        if after > instant + time(limits.budget, limits) {
            return Err(empty(known, points, limits, now));
        }
        full.insert(key, after);
        Ok(balance(after, limits, now))
    }

    /// When a client will have so many points, which it has not now.
    pub fn wait(&self, key: Payer, points: u64, limits: &Limits, now: DateTime<Utc>) -> Empty {
        let mut full = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let instant = now.timestamp_micros();
        let key = place(&mut full, key, instant);
        empty(known(full.get(&key), limits, instant), points, limits, now)
    }

    /// Puts points back that were taken for more than there was.
    pub fn give_back(
        &self,
        key: Payer,
        points: u64,
        limits: &Limits,
        now: DateTime<Utc>,
    ) -> Balance {
        let mut full = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let instant = now.timestamp_micros();
        let key = place(&mut full, key, instant);
        let known = full.get(&key).copied().unwrap_or(instant);
        let after = known.saturating_sub(time(points, limits)).max(instant);
        full.insert(key, after);
        balance(after, limits, now)
    }
}

/// Under which key a client's bucket is kept. Full buckets are forgotten when there are too many;
/// if that is not enough, newcomers share one, so that memory stays bounded.
fn place(full: &mut HashMap<Option<Payer>, Micros>, key: Payer, now: Micros) -> Option<Payer> {
    if full.len() >= CLIENTS && !full.contains_key(&Some(key)) {
        full.retain(|_, at| *at > now);
        if full.len() >= CLIENTS {
            return None;
        }
    }
    Some(key)
}

/// When a bucket will be full. A clock that was set back makes nobody wait longer than for a whole
/// bucket.
fn known(at: Option<&Micros>, limits: &Limits, now: Micros) -> Micros {
    at.map_or(now, |at| (*at).clamp(now, now + time(limits.budget, limits)))
}

/// Why a client with this bucket has not so many points, and when it will.
fn empty(full_at: Micros, points: u64, limits: &Limits, now: DateTime<Utc>) -> Empty {
    let held = now.timestamp_micros() + time(limits.budget, limits);
    let missing = full_at.saturating_add(time(points, limits)) - held;
    let seconds = u64::try_from((missing + SECOND - 1) / SECOND).unwrap_or_default();
    Empty { balance: balance(full_at, limits, now), retry_after: Duration::from_secs(seconds) }
}

/// How long points take to come back.
fn time(points: u64, limits: &Limits) -> Micros {
    let micros = u128::from(points) * u128::from(SECOND.unsigned_abs());
    let micros = micros.div_ceil(u128::from(limits.restored.max(1)));
    Micros::try_from(micros).unwrap_or(Micros::MAX / 4)
}

fn balance(full_at: Micros, limits: &Limits, now: DateTime<Utc>) -> Balance {
    let wait = (full_at - now.timestamp_micros()).max(0);
    let missing = u128::from(wait.unsigned_abs()) * u128::from(limits.restored);
    let missing = missing.div_ceil(u128::from(SECOND.unsigned_abs()));
    let missing = u64::try_from(missing).unwrap_or(u64::MAX);
    Balance {
        remaining: limits.budget.saturating_sub(missing),
        reset_at: now + TimeDelta::microseconds(wait),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{IpAddr, Ipv4Addr};

    const LIMITS: Limits = Limits::ANONYMOUS;

    fn client(number: u32) -> Payer {
        Payer::Address(IpAddr::V4(Ipv4Addr::from_bits(number)))
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(seconds)
    }

    /// A bucket empties by what is spent, refuses what it does not hold, and fills up with time.
    #[test]
    fn a_bucket_empties_and_fills() {
        let buckets = Buckets::default();
        let take = |points, seconds| buckets.take(client(1), points, &LIMITS, at(seconds));
        let left = take(4_000, 0).unwrap();
        assert_eq!(left, Balance { remaining: 1_000, reset_at: at(200) });
        let empty = take(2_000, 0).unwrap_err();
        assert_eq!(empty.retry_after, Duration::from_secs(50));
        assert_eq!(empty.balance.remaining, 1_000);
        assert_eq!(take(2_000, 49).unwrap_err().retry_after, Duration::from_secs(1));
        assert_eq!(take(2_000, 50).unwrap().remaining, 0);
        assert_eq!(take(5_000, 300).unwrap().remaining, 0);
        assert!(take(5_001, 900).is_err());
    }

    /// What is given back can be spent again, and never makes more than a full bucket.
    #[test]
    fn points_are_given_back() {
        let buckets = Buckets::default();
        buckets.take(client(1), 2_000, &LIMITS, at(0)).unwrap();
        let give = |points| buckets.give_back(client(1), points, &LIMITS, at(0)).remaining;
        assert_eq!(give(1_500), 4_500);
        assert_eq!(give(1_500), 5_000);
    }

    /// Clients do not pay for one another.
    #[test]
    fn clients_have_their_own_buckets() {
        let buckets = Buckets::default();
        buckets.take(client(1), 5_000, &LIMITS, at(0)).unwrap();
        assert!(buckets.take(client(1), 1, &LIMITS, at(0)).is_err());
        assert!(buckets.take(client(2), 5_000, &LIMITS, at(0)).is_ok());
    }

    /// However many clients come, memory is bounded: idle ones are forgotten, newcomers share.
    #[test]
    fn idle_clients_are_forgotten() {
        let buckets = Buckets::default();
        let count = u32::try_from(CLIENTS).unwrap();
        for number in 0..count {
            buckets.take(client(number), 20, &LIMITS, at(0)).unwrap();
        }
        buckets.take(client(count), 5_000, &LIMITS, at(0)).unwrap();
        assert!(buckets.take(client(count + 1), 1, &LIMITS, at(0)).is_err());
        assert_eq!(buckets.take(client(7), 20, &LIMITS, at(0)).unwrap().remaining, 4_960);
        assert!(buckets.take(client(count + 1), 5_000, &LIMITS, at(2)).is_ok());
        assert!(buckets.0.lock().unwrap().len() < 10);
    }

    /// A clock that was set back locks nobody out for long.
    #[test]
    fn a_clock_may_be_set_back() {
        let buckets = Buckets::default();
        buckets.take(client(1), 5_000, &LIMITS, at(3_600)).unwrap();
        let empty = buckets.take(client(1), 20, &LIMITS, at(0)).unwrap_err();
        assert_eq!(empty.retry_after, Duration::from_secs(1));
    }
}
