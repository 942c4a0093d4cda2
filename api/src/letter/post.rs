//! Where letters are handed in. They are written and sent beside the requests, a few at a time, and
//! tried again for some minutes; there is room for a bounded number.

use std::sync::Arc;
use std::time::Duration;

use lettre::Message;
use tokio::sync::{Mutex, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::Instant;

use super::Letter;
use super::carrier::{Carrier, Failure};
use super::settings::{Patience, Settings};
use crate::clock::random_bytes;
use crate::error::{Error, Result};
use crate::snapshot::Applier;

/// Letters at once that are being written, sent, or wait for another try.
const PLACES: u32 = 200;
/// Letters at once that nobody waits for.
const SLOW_PLACES: usize = 20;
/// Connections to the mail server at once.
const HANDS: usize = 4;

/// Where letters are handed in.
#[derive(Debug)]
pub struct Post {
    carrier: Carrier,
    accounts: Arc<Applier>,
    tries: Vec<Duration>,
    places: Arc<Semaphore>,
    slow_places: Arc<Semaphore>,
    /// Letters are written one after another: each sees those that were written before it.
    pen: Mutex<()>,
    hands: Semaphore,
    closing: watch::Sender<bool>,
}

impl Post {
    pub(super) fn new(settings: Settings, accounts: Arc<Applier>) -> Self {
        let Patience { tries, .. } = settings.patience.clone();
        Self {
            carrier: Carrier::new(settings),
            accounts,
            tries,
            places: Arc::new(Semaphore::new(PLACES as usize)),
            slow_places: Arc::new(Semaphore::new(SLOW_PLACES)),
            pen: Mutex::default(),
            hands: Semaphore::new(HANDS),
            closing: watch::Sender::new(false),
        }
    }

    /// Sees to a letter afterwards: has it written, which may find that there is nobody to write to,
    /// and sends it. Whether there was anybody, whoever hands it in does not learn.
    pub fn hand_in<F>(self: &Arc<Self>, writing: F) -> Result<()>
    where
        F: Future<Output = Result<Option<Letter>>> + Send + 'static,
    {
        let (post, place) = (Arc::clone(self), self.place()?);
        tokio::spawn(async move { post.see_to(writing, place).await });
        Ok(())
    }

    /// As `hand_in`, for a letter that nobody waits for: when there are some already, it waits for its turn,
    /// so that they leave room for the others.
    pub async fn hand_in_slowly<F>(self: &Arc<Self>, writing: F) -> Result<()>
    where
        F: Future<Output = Result<Option<Letter>>> + Send + 'static,
    {
        let turn = Arc::clone(&self.slow_places).acquire_owned().await.map_err(Error::internal)?;
        let (post, place) = (Arc::clone(self), self.place()?);
        tokio::spawn(async move {
            post.see_to(writing, place).await;
            drop(turn);
        });
        Ok(())
    }

    fn place(&self) -> Result<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().map_err(|_| {
            tracing::error!("no more letters are taken: {PLACES} of them could not be sent yet");
            Error::Overloaded
        })
    }

    /// Sends what waits, without waiting any longer between tries, until this moment. What comes
    /// meanwhile is sent too.
    pub async fn finish(&self, until: Instant) {
        self.closing.send_replace(true);
        if tokio::time::timeout_at(until, self.settled()).await.is_err() {
            let left = PLACES as usize - self.places.available_permits();
            tracing::error!(left, "the process ends with letters that were not sent");
        }
    }

    /// Waits until everything that was handed in is sent or given up.
    pub async fn settled(&self) {
        // Places are never taken away, so waiting for all of them ends well.
        self.places.acquire_many(PLACES).await.ok();
    }

    async fn see_to(
        &self,
        writing: impl Future<Output = Result<Option<Letter>>>,
        _place: OwnedSemaphorePermit,
    ) {
        self.wait(pause()).await;
        let pen = self.pen.lock().await;
        let written = writing.await;
        drop(pen);
        let letter = match written {
            Ok(Some(letter)) => letter,
            Ok(None) => return,
            Err(error) => return tracing::error!(%error, "a letter could not be written"),
        };
        match self.carrier.write(&letter) {
            Ok((message, id)) => self.send(&letter, &message, &id).await,
            Err(error) => tracing::error!(%error, "a letter could not be written"),
        }
    }

    async fn send(&self, letter: &Letter, message: &Message, id: &str) {
        let account = letter.account;
        let letter = letter.matter.name();
        let mut waits = self.tries.iter();
        loop {
            // Whoever was erased while the letter waited is written to no more.
            if self.accounts.current().viewer(account).is_none() {
                return tracing::info!(letter, id, "a letter was not sent: its account is gone");
            }
            let Err(failure) = self.try_once(message).await else {
                return tracing::info!(letter, id, "a letter was sent");
            };
            let wait = waits.next().filter(|_| failure.may_pass() && !*self.closing.borrow());
            let Some(wait) = wait else {
                return tracing::error!(letter, id, %failure, "a letter was not sent");
            };
            tracing::warn!(letter, id, %failure, "a letter will be tried again");
            self.wait(*wait).await;
        }
    }

    /// Waits so long, or until nothing is to wait any more.
    async fn wait(&self, time: Duration) {
        let mut closing = self.closing.subscribe();
        // Both ends of waiting are good.
        tokio::time::timeout(time, closing.wait_for(|closing| *closing)).await.ok();
    }

    async fn try_once(&self, message: &Message) -> Result<(), Failure> {
        let _hand = self.hands.acquire().await;
        self.carrier.deliver(message).await
    }
}

/// How long after it was handed in a letter is begun: else an answer would be slower for the work that
/// follows it, and tell that there is somebody to write to. By chance, so that the answers after it
/// tell nothing either.
fn pause() -> Duration {
    let [chance] = random_bytes();
    Duration::from_millis(100 + u64::from(chance))
}
