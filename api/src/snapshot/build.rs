//! Building a snapshot from the database, consistent as of one revision.

use super::Snapshot;
use crate::error::{Error, Result};
use entity::ledger;
use sea_orm::{DatabaseConnection, DbBackend, EntityTrait, IsolationLevel, TransactionTrait};

impl Snapshot {
    /// Reads everything within one transaction, so that rows and revision belong together.
    pub async fn build(db: &DatabaseConnection) -> Result<Self> {
        let isolation = match db.get_database_backend() {
            DbBackend::Postgres => Some(IsolationLevel::RepeatableRead),
            // A read transaction of SQLite sees one state anyway.
            _ => None,
        };
        let read = db.begin_with_config(isolation, None).await?;
        let mut snapshot = Self::default();
        let ledger = ledger::Entity::find_by_id(1).one(&read).await?;
        snapshot.revision = ledger.ok_or_else(|| Error::internal("the ledger is empty"))?.revision;
        snapshot.fill(&read).await?;
        read.commit().await?;
        Ok(snapshot)
    }
}
