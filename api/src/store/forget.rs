//! What an erasure leaves behind in the files of the database, and how that goes too.

use super::Store;
use crate::error::Result;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::time::Duration;

/// How often the journal is asked to let go while somebody still reads from it.
const ATTEMPTS: u32 = 60;
const PAUSE: Duration = Duration::from_millis(50);

/// Every table that may have held what was erased.
const TABLES: [&str; 35] = [
    "person",
    "contact",
    "text",
    "external_id",
    "stakeholder",
    "relationship",
    "evidence",
    "engagement",
    "gain",
    "interaction",
    "transition",
    "action",
    "capability",
    "requirement",
    "need",
    "saved_view",
    "meeting",
    "proposal",
    "correction_contact",
    "account",
    "change_value",
    "long_text",
    "answer",
    "credential",
    "session",
    "refresh_token",
    "api_token",
    "known_device",
    "signin_link",
    "verified_address",
    "mute",
    "digest_setting",
    "calendar_feed",
    "signin_attempt",
    "denial",
];

impl Store {
    /// Lets go of the bytes of what was erased: both engines write anew what is left. Pages that SQLite
    /// only balanced may hold old copies, so that writing zeros over freed ones is not enough; its
    /// journal is emptied afterwards.
    pub(crate) async fn forget(&self) -> Result<()> {
        match self.backend() {
            DbBackend::Postgres => {
                self.wait_for_older_readers().await?;
                for table in TABLES {
                    let sql = format!("VACUUM (FULL, ANALYZE) {table}");
                    self.writer.execute_unprepared(&sql).await?;
                }
                Ok(())
            }
            _ => {
                self.writer.execute_unprepared("VACUUM").await?;
                self.empty_journal().await
            }
        }
    }

    /// PostgreSQL keeps dead rows for whoever began to read before they died, and takes every
    /// transaction of the server that is older for somebody who may still read.
    async fn wait_for_older_readers(&self) -> Result<()> {
        let now = "SELECT pg_current_xact_id()::text";
        let now = Statement::from_string(DbBackend::Postgres, now);
        let now = self.writer.query_one_raw(now).await?;
        let now: String = now.map_or_else(|| Ok(String::new()), |row| row.try_get_by_index(0))?;
        let alone = "SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AND NOT EXISTS (
            SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
            AND pid <> pg_backend_pid() AND age(backend_xmin) > age(xid($1::xid8)))";
        for _ in 0..ATTEMPTS {
            let values = [now.clone().into()];
            let alone = Statement::from_sql_and_values(DbBackend::Postgres, alone, values);
            let row = self.writer.query_one_raw(alone).await?;
            if row.map_or(Ok(true), |row| row.try_get_by_index(0))? {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        tracing::warn!("somebody has read for long: some erased rows stay until the next erasure");
        Ok(())
    }

    async fn empty_journal(&self) -> Result<()> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        for _ in 0..ATTEMPTS {
            let statement = Statement::from_string(DbBackend::Sqlite, sql);
            let row = self.writer.query_one_raw(statement).await?;
            let busy = row.map_or(Ok(1), |row| row.try_get_by_index::<i32>(0))?;
            if busy == 0 {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        tracing::warn!("somebody reads from the journal: erased bytes leave it at the next start");
        Ok(())
    }
}
