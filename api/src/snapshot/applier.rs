//! The applier: the only code that replaces this process's snapshot. It takes commits, its own and
//! those of other processes, strictly by revision from the change log; what it cannot apply makes
//! it build anew from the database, never answer from a stale picture.

use super::Snapshot;
use super::feed::{Feed, Listener, Logged};
use crate::error::Result;
use crate::store::Store;
use arc_swap::ArcSwap;
use entity::{change, change_value};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Holds the current snapshot and moves it forward.
#[derive(Debug)]
pub struct Applier {
    store: Store,
    current: ArcSwap<Snapshot>,
    turn: Mutex<()>,
    feed: Feed,
}

impl Applier {
    /// Builds the first snapshot.
    pub async fn start(store: Store) -> Result<Self> {
        let snapshot = Snapshot::build(store.follower()).await?;
        let (current, turn) = (ArcSwap::from_pointee(snapshot), Mutex::new(()));
        Ok(Self { store, current, turn, feed: Feed::default() })
    }

    /// The newest snapshot of this process.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// Hears of every commit that the snapshot shows from now on.
    pub fn listen(&self) -> Listener {
        self.feed.listen()
    }

    /// Takes this process's own commit, whose steps are at hand.
    pub async fn commit(&self, revision: i64, steps: Vec<Logged>) -> Result<Arc<Snapshot>> {
        let _turn = self.turn.lock().await;
        let current = self.current();
        if current.revision >= revision {
            return Ok(current);
        }
        if current.revision + 1 != revision {
            return self.catch_up(current, revision).await;
        }
        let mut next = Snapshot::clone(&current);
        match steps.iter().try_for_each(|step| next.apply(&step.patch())) {
            Ok(()) => {
                next.revision = revision;
                Ok(self.publish(next, Some(steps)))
            }
            Err(error) => self.rebuild(&error).await,
        }
    }

    /// Makes sure that the snapshot shows at least this revision.
    pub async fn reach(&self, revision: i64) -> Result<Arc<Snapshot>> {
        if self.current().revision >= revision {
            return Ok(self.current());
        }
        let _turn = self.turn.lock().await;
        let current = self.current();
        if current.revision >= revision {
            return Ok(current);
        }
        self.catch_up(current, revision).await
    }

    async fn catch_up(&self, current: Arc<Snapshot>, revision: i64) -> Result<Arc<Snapshot>> {
        let Some(log) = self.log(current.revision, revision).await? else {
            return self.rebuild(&"a value of the log was erased").await;
        };
        let mut next = Snapshot::clone(&current);
        for step in &log {
            if let Err(error) = next.apply(&step.patch()) {
                return self.rebuild(&error).await;
            }
            next.revision = step.change.revision;
        }
        if next.revision != revision {
            return self.rebuild(&"the log has a gap").await;
        }
        Ok(self.publish(next, Some(log)))
    }

    /// The steps between two revisions; none when the values of one were erased.
    async fn log(&self, after: i64, until: i64) -> Result<Option<Vec<Logged>>> {
        let reader = self.store.follower();
        let changes = change::Entity::find()
            .filter(change::Column::Revision.gt(after))
            .filter(change::Column::Revision.lte(until))
            .order_by_asc(change::Column::Revision)
            .order_by_asc(change::Column::Position)
            .all(reader)
            .await?;
        let mut values = HashMap::new();
        for ids in changes.chunks(500) {
            let rows = change_value::Entity::find()
                .filter(change_value::Column::ChangeId.is_in(ids.iter().map(|change| change.id)))
                .all(reader)
                .await?;
            values.extend(rows.into_iter().map(|row| (row.change_id, row)));
        }
        let step = |change: change::Model| {
            let value = values.remove(&change.id)?;
            Some(Logged { change, value })
        };
        Ok(changes.into_iter().map(step).collect())
    }

    async fn rebuild(&self, why: &(dyn std::fmt::Display + Sync)) -> Result<Arc<Snapshot>> {
        tracing::warn!(%why, "the snapshot is built anew");
        Ok(self.publish(Snapshot::build(self.store.follower()).await?, None))
    }

    /// Shows a snapshot, and tells of the steps that led to it where they are known.
    fn publish(&self, next: Snapshot, steps: Option<Vec<Logged>>) -> Arc<Snapshot> {
        // Where the graph could not be patched it is built here, so that no question waits for it.
        next.graph();
        let next = Arc::new(next);
        self.current.store(next.clone());
        self.feed.tell(steps);
        next
    }
}
