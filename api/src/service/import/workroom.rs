//! Where sheets are planned: away from the threads that answer requests, one sheet at a time, and
//! only as long as somebody waits for it.

use crate::error::{Error, Result};
use domain::sheet::{Stopped, Waiting};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Semaphore;

/// Has one seat: comparing a thousand rows with everybody known keeps a core busy, and the others
/// are for those who read.
#[derive(Debug)]
pub struct Workroom(Arc<Semaphore>);

impl Default for Workroom {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(1)))
    }
}

impl Workroom {
    /// Waits for the seat and does the work, which asks now and then whether somebody still waits;
    /// once this future is dropped nobody does. The seat is free when the work has really ended.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(Waiting<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let seat = Arc::clone(&self.0).acquire_owned().await;
        let seat = seat.map_err(|closed| Error::Internal(closed.into()))?;
        at_once(move |waiting| {
            let worked = work(waiting);
            drop(seat);
            worked
        })
        .await
    }
}

/// As `work`, without waiting for the seat: for whoever has the turn to write, for whom all other
/// writers wait.
pub(super) async fn at_once<T: Send + 'static>(
    work: impl FnOnce(Waiting<'_>) -> Result<T> + Send + 'static,
) -> Result<T> {
    let gone = Gone::default();
    let flag = Arc::clone(&gone.0);
    let worked = tokio::task::spawn_blocking(move || {
        work(&|| match flag.load(Ordering::Relaxed) {
            true => Err(Stopped),
            false => Ok(()),
        })
    });
    worked.await.map_err(|panic| Error::Internal(panic.into()))?
}

/// Says that nobody waits any more, by being dropped.
#[derive(Default)]
struct Gone(Arc<AtomicBool>);

impl Drop for Gone {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl From<Stopped> for Error {
    fn from(_: Stopped) -> Self {
        Self::Timeout
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// Works until nobody waits.
    fn endless(waiting: Waiting<'_>) -> Result<()> {
        loop {
            waiting()?;
            std::thread::yield_now();
        }
    }

    /// Work that nobody waits for ends and gives its seat to the next, who waits until then.
    #[tokio::test]
    async fn work_ends_when_nobody_waits() {
        let room = Workroom::default();
        let left = tokio::time::timeout(Duration::from_millis(20), room.work(endless)).await;
        assert!(left.is_err());
        let next = tokio::time::timeout(Duration::from_secs(10), room.work(|_| Ok(1))).await;
        assert_eq!(next.unwrap().unwrap(), 1);
    }

    /// There is one seat, and whoever has the turn to write needs none.
    #[tokio::test]
    async fn one_works_at_a_time() {
        let room = Workroom::default();
        let patience = Duration::from_millis(20);
        let next = async { tokio::time::timeout(patience, room.work(|_| Ok(1))).await.is_err() };
        let first = tokio::time::timeout(Duration::from_millis(200), room.work(endless));
        let (_, waited, hurried) = tokio::join!(first, next, at_once(|_| Ok(2)));
        assert_eq!((waited, hurried.unwrap()), (true, 2));
    }

    /// A defect in the work is an internal error and costs nobody the seat.
    #[tokio::test]
    async fn a_panic_gives_the_seat_back() {
        let room = Workroom::default();
        let broken = room.work::<u8>(|_| panic!("a defect")).await;
        assert!(matches!(broken, Err(Error::Internal(_))));
        let next = tokio::time::timeout(Duration::from_secs(10), room.work(|_| Ok(1))).await;
        assert_eq!(next.unwrap().unwrap(), 1);
    }
}
