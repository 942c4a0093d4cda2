//! Building a snapshot from the database, consistent as of one revision.

use super::Snapshot;
use crate::error::{Error, Result};
use crate::store::Reader;
use entity::ledger;
use sea_orm::EntityTrait;

impl Snapshot {
    /// Reads everything within one transaction, so that rows and revision belong together.
    pub async fn build(db: &Reader) -> Result<Self> {
        let read = db.pinned().await?;
        let mut snapshot = Self::default();
        let ledger = ledger::Entity::find_by_id(1).one(&read).await?;
        snapshot.revision = ledger.ok_or_else(|| Error::internal("the ledger is empty"))?.revision;
        snapshot.fill(&read).await?;
        read.end().await?;
        snapshot.graph();
        Ok(snapshot)
    }
}
