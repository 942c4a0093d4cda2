//! Live queries: what a subscriber is told when the graph moves on.
//!
//! A follower hears of every commit that this process shows, pauses so that a burst is told at once,
//! and compares what its viewer saw before with what the viewer sees now, by the rights of now. All
//! that is told is read from these two views, so that hidden is absent here as well: what moves out
//! of sight moves no follower.

mod board;
mod changed;
mod neighborhood;
pub use board::{BoardChanged, board_changed};
pub use changed::{Changed, Interest, changed};
pub use neighborhood::{NeighborhoodChanged, neighborhood_changed};

use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use crate::snapshot::feed::{Listener, Logged, News};
use crate::snapshot::view::Named;
use std::iter::{from_fn, once};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// A subscriber is told something at most this often, and at times that have nothing to do with what
/// happens: else it would hear that something hidden was done just before.
const PAUSE: Duration = Duration::from_millis(250);

/// One subscriber on the way through the commits.
#[derive(Debug)]
pub struct Follower {
    op: Arc<Op>,
    listener: Listener,
    seen: View,
    begun: Instant,
}

/// From what a subscriber saw to what it sees.
#[derive(Debug)]
pub struct Progress {
    /// What it saw.
    pub before: View,
    /// What it sees, by the rights of now.
    pub now: View,
    /// The commits in between; none when some were missed.
    steps: Option<Vec<Arc<[Logged]>>>,
}

impl Follower {
    /// Follows from now on.
    pub fn start(op: Arc<Op>) -> Result<Self> {
        // Listening comes first, so that nothing happens unheard between the two.
        let listener = op.app().listen();
        let seen = op.renew().ok_or(Error::Unauthenticated)?;
        Ok(Self { op, listener, seen, begun: Instant::now() })
    }

    /// What the subscriber sees.
    pub fn view(&self) -> &View {
        &self.seen
    }

    /// Waits for the next commits, and moves the operation on to what they led to. Ends when the
    /// viewer is nobody any more.
    pub async fn next(&mut self) -> Option<Progress> {
        let first = self.listener.next().await;
        sleep_until(next_look(self.begun, Instant::now())).await;
        let mut steps = Some(Vec::new());
        for news in once(first).chain(from_fn(|| self.listener.heard())) {
            match (&mut steps, news) {
                (Some(steps), News::Steps(more)) => steps.push(more),
                (steps, _) => *steps = None,
            }
        }
        let now = self.op.renew()?;
        let before = std::mem::replace(&mut self.seen, now.clone());
        Some(Progress { before, now, steps })
    }
}

/// When a subscriber looks next.
fn next_look(begun: Instant, now: Instant) -> Instant {
    let pauses = (now - begun).as_millis() / PAUSE.as_millis() + 1;
    begun + PAUSE * u32::try_from(pauses).unwrap_or(u32::MAX)
}

impl Progress {
    /// Whether the viewer has other rights than before, so that anything may have come or gone.
    fn has_other_rights(&self) -> bool {
        self.before.viewer() != self.now.viewer()
    }

    /// The records in sight, before or now, that differ.
    fn moved(&self) -> Vec<Named> {
        self.now.moved_since(&self.before)
    }

    fn saw(&self, (noun, id): Named) -> bool {
        self.before.sees_subject(noun, id)
    }

    fn sees(&self, (noun, id): Named) -> bool {
        self.now.sees_subject(noun, id)
    }
}
