//! What an erasure leaves behind in the files of the database, and how that goes too.

use super::Store;
use crate::error::Result;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::time::Duration;

/// How often the journal is asked to let go while somebody still reads from it.
const ATTEMPTS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// Every table that may have held what was erased.
const TABLES: [&str; 16] = [
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
    "account",
    "change_value",
    "long_text",
    "answer",
];

impl Store {
    /// Lets go of the bytes of what was erased: both engines write anew what is left. Pages that SQLite
    /// only balanced may hold old copies, so that writing zeros over freed ones is not enough; its
    /// journal is emptied afterwards.
    pub(crate) async fn forget(&self) -> Result<()> {
        match self.backend() {
            DbBackend::Postgres => {
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
