//! How many documents are executed at once. More than the processors can work on only makes
//! everybody wait: some wait for their turn here, and the rest is told at once to come back.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use async_graphql::parser::types::OperationType;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::{Error, Result};

/// Queries at once for each processor: some of them wait for the database.
const QUERIES: usize = 8;
/// Mutations at once. They wait for one another, each for the one before it, and need no processor
/// meanwhile.
const MUTATIONS: usize = 128;
/// Files at once. Each holds everything that its reader sees.
const FILES: usize = 2;
/// For each that is executed, so many may wait.
const WAITING: usize = 4;

/// Room for what is executed at once.
#[derive(Debug)]
pub struct Room {
    queries: Places,
    mutations: Places,
    files: Places,
}

/// The place of one document that is executed; given up when dropped.
#[derive(Debug)]
pub struct Place(#[expect(dead_code, reason = "held, never read")] OwnedSemaphorePermit);

#[derive(Debug)]
struct Places {
    free: Arc<Semaphore>,
    waiting: AtomicUsize,
    most: usize,
}

impl Room {
    /// Room for what this machine can work on.
    pub fn of_machine() -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Self::new(QUERIES * processors.max(2), MUTATIONS, FILES)
    }

    fn new(queries: usize, mutations: usize, files: usize) -> Self {
        let [queries, mutations, files] = [queries, mutations, files].map(Places::new);
        Self { queries, mutations, files }
    }

    /// As `enter`, for a file that is written.
    pub async fn enter_file(&self) -> Result<Place> {
        self.files.take().await
    }

    /// Takes a place, if need be after those who came before; refused when too many wait already.
    pub async fn enter(&self, kind: OperationType) -> Result<Place> {
        match kind {
            OperationType::Mutation => self.mutations.take().await,
            OperationType::Query | OperationType::Subscription => self.queries.take().await,
        }
    }
}

impl Places {
    fn new(count: usize) -> Self {
        let free = Arc::new(Semaphore::new(count));
        Self { free, waiting: AtomicUsize::new(0), most: count * WAITING }
    }

    async fn take(&self) -> Result<Place> {
        if let Ok(permit) = Arc::clone(&self.free).try_acquire_owned() {
            return Ok(Place(permit));
        }
        let turn = Turn::wait(&self.waiting, self.most).ok_or(Error::Overloaded)?;
        let permit = Arc::clone(&self.free).acquire_owned().await;
        drop(turn);
        permit.map(Place).map_err(|closed| Error::Internal(closed.into()))
    }
}

/// One that waits; whoever leaves early waits no more.
struct Turn<'a>(&'a AtomicUsize);

impl<'a> Turn<'a> {
    fn wait(waiting: &'a AtomicUsize, most: usize) -> Option<Self> {
        let before = waiting.fetch_add(1, Ordering::Relaxed);
        let turn = Self(waiting);
        (before < most).then_some(turn)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use futures_util::future::join_all;

    /// Some are executed, some wait for their turn, the rest is told to come back; what ends or is
    /// given up makes room.
    #[tokio::test]
    async fn room_is_bounded() {
        let room = Room::new(2, 1, 1);
        let enter = || room.enter(OperationType::Query);
        let (first, second) = (enter().await.unwrap(), enter().await.unwrap());
        let mut waiting: Vec<_> = (0..8).map(|_| Box::pin(enter())).collect();
        for one in &mut waiting {
            assert!(one.now_or_never().is_none());
        }
        assert!(matches!(enter().now_or_never(), Some(Err(Error::Overloaded))));
        assert!(room.enter(OperationType::Mutation).now_or_never().is_some());
        waiting.pop();
        assert!(enter().now_or_never().is_none());
        drop((first, second));
        let entered = join_all(waiting.into_iter().map(|one| async { one.await.map(drop) })).await;
        assert!(entered.iter().all(Result::is_ok));
    }
}
