//! Batched reading of what only the database keeps. All fields of one request that ask at about the
//! same time are answered by one statement, so the number of statements follows the depth of a
//! query and never the number of its rows. Loaders live as long as one request: nothing is shared
//! between viewers.

use crate::error::{Error, Result};
use crate::op::Op;
use crate::service;
use crate::service::change::{Filter, Order, Recent};
use crate::service::presence::Presence;
use domain::identifier::{AccountId, ChangeId, EvidenceId, MeetingId, ProposalId, StakeholderId};
use domain::text::Locale;
use entity::contact;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// The loaders of one request.
#[derive(Debug, Default)]
pub struct Loaders {
    /// Summaries of stakeholders by language.
    pub summaries: Loader<StakeholderId, BTreeMap<Locale, String>>,
    /// How persons can be reached.
    pub contacts: Loader<StakeholderId, contact::Model>,
    /// Notes of evidence.
    pub notes: Loader<EvidenceId, String>,
    /// Notes of meetings.
    pub meeting_notes: Loader<MeetingId, String>,
    /// How the authors of corrections are reached.
    pub correction_contacts: Loader<ProposalId, String>,
    /// Whether accounts have come in, and when they were here.
    pub presences: Loader<AccountId, Presence>,
    /// Pages of the history of records.
    pub histories: Loader<HistoryKey, Recent>,
}

/// The history of which record, how many changes, and behind which one.
pub type HistoryKey = (Uuid, usize, Option<ChangeId>);

/// Reads pages of history: the first ones, of each size, with as many statements for many records
/// as for one. A cursor is of one record alone, so a document asks for few of the others.
pub async fn histories(op: &Op, keys: Vec<HistoryKey>) -> Result<HashMap<HistoryKey, Recent>> {
    let mut histories = HashMap::new();
    let mut subjects: BTreeMap<usize, Vec<Uuid>> = BTreeMap::new();
    for (subject, first, after) in keys {
        if after.is_none() {
            subjects.entry(first).or_default().push(subject);
            continue;
        }
        let filter = Filter { subject: Some(subject), ..Filter::default() };
        let page = service::change::list(op, &filter, Order::NewestFirst, first, after).await?;
        histories.insert((subject, first, after), page);
    }
    for (first, subjects) in subjects {
        let recent = service::change::recent(op, &subjects, first).await?;
        histories.extend(recent.into_iter().map(|(id, page)| ((id, first, None), page)));
    }
    Ok(histories)
}

/// Collects keys and reads their values together.
#[derive(Debug)]
pub struct Loader<K, V> {
    gathering: Mutex<Arc<Batch<K, V>>>,
}

/// Keys that are read by one statement, and what was found.
#[derive(Debug)]
struct Batch<K, V> {
    keys: Mutex<Vec<K>>,
    found: OnceCell<Result<HashMap<K, V>, Failure>>,
}

/// Why a batch was not read, for each of those who waited for it.
#[derive(Clone, Debug)]
enum Failure {
    Overloaded,
    Internal(String),
}

impl<K, V> Default for Loader<K, V> {
    fn default() -> Self {
        Self { gathering: Mutex::new(Arc::default()) }
    }
}

impl<K, V> Default for Batch<K, V> {
    fn default() -> Self {
        Self { keys: Mutex::default(), found: OnceCell::new() }
    }
}

impl<K: Copy + Eq + Hash, V: Clone> Loader<K, V> {
    /// The value of one key, read together with those that others ask for meanwhile. `read` finds
    /// the values of many keys with one statement.
    pub async fn load<F>(&self, key: K, read: impl FnOnce(Vec<K>) -> F) -> Result<Option<V>>
    where
        F: Future<Output = Result<HashMap<K, V>>>,
    {
        let batch = self.join(key);
        batch.gathered().await;
        let found = batch
            .found
            .get_or_init(|| async {
                // Whoever asks from now on belongs to the next batch.
                self.close(&batch);
                let mut keys = lock(&batch.keys).clone();
                let mut seen = HashSet::with_capacity(keys.len());
                keys.retain(|key| seen.insert(*key));
                read(keys).await.map_err(Failure::from)
            })
            .await;
        match found {
            Ok(values) => Ok(values.get(&key).cloned()),
            Err(failure) => Err(failure.clone().into()),
        }
    }

    fn join(&self, key: K) -> Arc<Batch<K, V>> {
        let batch = lock(&self.gathering);
        lock(&batch.keys).push(key);
        batch.clone()
    }

    fn close(&self, batch: &Arc<Batch<K, V>>) {
        let mut gathering = lock(&self.gathering);
        if Arc::ptr_eq(&gathering, batch) {
            *gathering = Arc::default();
        }
    }
}

impl<K, V> Batch<K, V> {
    /// Waits until a turn of the request's other fields has brought no further key.
    async fn gathered(&self) {
        let mut size = 0;
        while !self.found.initialized() {
            let now = lock(&self.keys).len();
            if now == size {
                return;
            }
            size = now;
            tokio::task::yield_now().await;
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Overloaded => Self::Overloaded,
            Error::Internal(cause) => Self::Internal(format!("{cause:?}")),
            error => Self::Internal(error.to_string()),
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Overloaded => Self::Overloaded,
            Failure::Internal(cause) => Self::internal(cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::join_all;

    fn twice(keys: &[u32]) -> HashMap<u32, u32> {
        keys.iter().filter(|key| **key != 7).map(|key| (*key, key * 2)).collect()
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
    }

    /// Whoever asks in the same turn is answered by one reading, each key once; a key without a
    /// value has none.
    #[test]
    fn one_turn_is_one_reading() {
        let loader = Loader::<u32, u32>::default();
        let readings = Mutex::new(Vec::new());
        let load = |key| {
            loader.load(key, |keys| {
                readings.lock().unwrap().push(keys.len());
                std::future::ready(Ok(twice(&keys)))
            })
        };
        let answers = run(join_all((0..500).map(|key| load(key % 100))));
        for (position, answer) in (0..500_u32).zip(answers) {
            let key = position % 100;
            assert_eq!(answer.unwrap(), (key != 7).then_some(key * 2));
        }
        assert_eq!(*readings.lock().unwrap(), [100]);
        assert_eq!(run(load(3)).unwrap(), Some(6));
        assert_eq!(*readings.lock().unwrap(), [100, 1]);
    }

    /// A failed reading fails for all who waited, is tried once, and the next one starts anew.
    #[test]
    fn a_failure_is_told_to_all() {
        let loader = Loader::<u32, u32>::default();
        let tried = Mutex::new(0);
        let load = |key| {
            loader.load(key, |_| async {
                *tried.lock().unwrap() += 1;
                Err(Error::Overloaded)
            })
        };
        let answers = run(join_all((0..20).map(load)));
        assert!(answers.iter().all(|answer| matches!(answer, Err(Error::Overloaded))));
        assert_eq!(*tried.lock().unwrap(), 1);
        assert_eq!(run(loader.load(1, |keys| async move { Ok(twice(&keys)) })).unwrap(), Some(2));
    }
}
