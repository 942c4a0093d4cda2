//! Time, randomness and ids: the only place that takes them from the machine.

use chrono::{DateTime, DurationRound, NaiveDate, TimeDelta, Utc};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::{Builder, ContextV7, Timestamp, Uuid};

/// Where the time comes from; tests set it by hand.
#[derive(Clone, Debug)]
pub struct Clock {
    fixed: Option<Arc<Mutex<DateTime<Utc>>>>,
    ids: Ids,
}

/// What tells ids of one time apart.
#[derive(Clone, Debug)]
enum Ids {
    /// The order of creation, and chance.
    Ordered(Arc<Mutex<ContextV7>>),
    /// Their number since the time was set.
    Numbered(Arc<AtomicU64>),
}

impl Ids {
    fn ordered() -> Self {
        Self::Ordered(Arc::default())
    }
}

impl Clock {
    /// The machine's time.
    pub fn system() -> Self {
        Self { fixed: None, ids: Ids::ordered() }
    }

    /// A time that stands still until it is set anew.
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self { fixed: Some(Arc::new(Mutex::new(at))), ids: Ids::ordered() }
    }

    /// As `fixed`, with ids that only the time and their number since it was set make: where the same
    /// is done at the same time, it has the same ids. The time must move on with each setting.
    pub fn numbered(at: DateTime<Utc>) -> Self {
        Self { ids: Ids::Numbered(Arc::default()), ..Self::fixed(at) }
    }

    /// Moves a fixed clock; the machine's time cannot be moved.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Some(fixed) = &self.fixed {
            *fixed.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
        if let Ids::Numbered(number) = &self.ids {
            number.store(0, Ordering::Relaxed);
        }
    }

    /// Now, to the microsecond: as exact as both databases keep it.
    pub fn now(&self) -> DateTime<Utc> {
        let now = match &self.fixed {
            Some(fixed) => *fixed.lock().unwrap_or_else(PoisonError::into_inner),
            None =>
            {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "the one place that asks the machine"
                )]
                Utc::now()
            }
        };
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    /// The day it is, in UTC.
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// A new id: UUIDv7, in order of creation within this process even while the time stands still.
    pub fn id(&self) -> Uuid {
        let now = self.now();
        match &self.ids {
            Ids::Ordered(context) => {
                let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
                let nanos = now.timestamp_subsec_nanos();
                Uuid::new_v7(Timestamp::from_unix(&**context, seconds, nanos))
            }
            Ids::Numbered(number) => {
                let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
                let number = number.fetch_add(1, Ordering::Relaxed);
                let mut tail = [0; 10];
                tail[2..].copy_from_slice(&number.to_be_bytes());
                Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
            }
        }
    }
}

/// Unguessable bytes from the operating system.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Err(error) = getrandom::fill(&mut bytes) {
        // Without randomness nothing is safe: no id, no token, no salt.
        tracing::error!(%error, "the operating system gives no randomness");
        std::process::abort();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ids made in one millisecond still sort in order of creation.
    #[test]
    fn ids_sort_in_order_of_creation() {
        let clock = Clock::fixed(DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
        let ids: Vec<_> = (0..10_000).map(|_| clock.id()).collect();
        assert!(ids.is_sorted_by(|one, next| one < next));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }

    /// Numbered ids sort in order of creation too, and are the same for the same times.
    #[test]
    fn numbered_ids_repeat() {
        let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let ids = || {
            let clock = Clock::numbered(start);
            let mut ids: Vec<_> = (0..300).map(|_| clock.id()).collect();
            clock.set(start + TimeDelta::seconds(1));
            ids.extend((0..300).map(|_| clock.id()));
            ids
        };
        assert!(ids().is_sorted_by(|one, next| one < next));
        assert_eq!(ids(), ids());
    }
}
