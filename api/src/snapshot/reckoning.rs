//! Long reckonings on a view: few at once, away from the threads that answer, and kept for whoever asks
//! the same of the same. What is kept depends on what the asker may see and on nothing else of them.

use super::View;
use super::view::{Inquiry, Reckoned};
use crate::error::{Error, Result};
use domain::policy::Scope;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

/// How many reckonings run at once.
const AT_ONCE: usize = 2;
/// How many answers are kept.
const KEPT: usize = 32;

/// What an answer depends on.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    scope: Scope,
    revision: i64,
    question: Inquiry,
}

type Answer = Arc<OnceCell<Arc<Reckoned>>>;

/// The reckonings of this process.
#[derive(Debug)]
pub struct Reckonings {
    turns: Arc<Semaphore>,
    /// The answers, the one asked for last at the end.
    kept: Mutex<VecDeque<(Key, Answer)>>,
}

impl Default for Reckonings {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), kept: Mutex::default() }
    }
}

/// Stops a reckoning that nobody waits for any more.
struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Reckonings {
    /// The answer to a question about a view; whoever asks the same meanwhile waits for the same.
    pub async fn ask(&self, view: &View, question: Inquiry) -> Result<Arc<Reckoned>> {
        let (revision, scope) = (view.revision(), view.scope().clone());
        let answer = self.answer(Key { scope, revision, question });
        answer.get_or_try_init(|| self.reckon(view.clone(), question)).await.cloned()
    }

    /// The place of an answer, which is there already or will be.
    fn answer(&self, key: Key) -> Answer {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|(known, _)| *known == key);
        let entry =
            known.and_then(|at| kept.remove(at)).unwrap_or_else(|| (key, Answer::default()));
        let answer = entry.1.clone();
        kept.push_back(entry);
        if kept.len() > KEPT {
            kept.pop_front();
        }
        answer
    }

    async fn reckon(&self, view: View, question: Inquiry) -> Result<Arc<Reckoned>> {
        let turn = self.turns.clone().acquire_owned().await;
        let turn = turn.map_err(|error| Error::Internal(error.into()))?;
        let gone = Arc::new(AtomicBool::new(false));
        let _waiting = Waiting(gone.clone());
        let done = spawn_blocking(move || {
            let told = view.reckon(&question, || !gone.load(Ordering::Relaxed));
            // The turn ends with the work, even when whoever waited for it has gone.
            drop(turn);
            told
        });
        let told = done.await.map_err(|error| Error::Internal(error.into()))?;
        told.map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::super::view::Topic;
    use super::*;
    use chrono::{Days, NaiveDate};
    use domain::policy::{Policy, Viewer};

    fn key(days: u64, viewer: &Viewer) -> Key {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + Days::new(days);
        let question = Inquiry { asked: Topic::Clusters, layer: None, day };
        Key { scope: Policy::standard().rights.scope(viewer), revision: 7, question }
    }

    /// Whoever sees the same and asks the same has one answer with others; of all answers only the
    /// last ones asked for are kept.
    #[test]
    fn answers_are_shared_and_few() {
        let reckonings = Reckonings::default();
        let first = reckonings.answer(key(0, &Viewer::Anonymous));
        assert!(Arc::ptr_eq(&first, &reckonings.answer(key(0, &Viewer::Anonymous))));
        assert!(!Arc::ptr_eq(&first, &reckonings.answer(key(0, &Viewer::Owner))));
        for days in 1..100 {
            reckonings.answer(key(days, &Viewer::Anonymous));
        }
        assert_eq!(reckonings.kept.lock().unwrap().len(), KEPT);
        assert!(!Arc::ptr_eq(&first, &reckonings.answer(key(0, &Viewer::Anonymous))));
    }
}
