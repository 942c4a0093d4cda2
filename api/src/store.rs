//! The database: one writer and several readers on SQLite, one pool on PostgreSQL.

use crate::error::{Error, Result};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

pub mod long_text;

/// The connections of this process. Only `op` and the bookkeeping of sign-in see the writer.
#[derive(Clone, Debug)]
pub struct Store {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    statements: Arc<AtomicU64>,
}

const READERS: u32 = 8;

impl Store {
    /// Opens the database at a URL: `sqlite:///path/banyan.db` or `postgres://...`.
    pub async fn open(url: &str) -> Result<Self> {
        let statements = Arc::new(AtomicU64::new(0));
        if url.starts_with("postgres") {
            let pool = counted(Database::connect(options(url, 20)).await?, &statements);
            return Ok(Self { reader: pool.clone(), writer: pool, statements });
        }
        let create = if url.contains('?') { "&mode=rwc" } else { "?mode=rwc" };
        let writer = Database::connect(sqlite(options(&format!("{url}{create}"), 1))).await?;
        let reader = Database::connect(sqlite(options(url, READERS))).await?;
        let reader = counted(reader, &statements);
        Ok(Self { reader, writer: counted(writer, &statements), statements })
    }

    /// For reading only.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// For the write path, for migrations, and for bookkeeping tables that hold no facts.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// How many statements this process has sent so far.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Which of the two engines this is.
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<()> {
        self.writer.close().await?;
        self.reader.close().await.or_else(|_| Ok::<(), Error>(()))
    }
}

fn counted(mut connection: DatabaseConnection, statements: &Arc<AtomicU64>) -> DatabaseConnection {
    let statements = statements.clone();
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    connection
}

fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .sqlx_logging(false);
    options
}

fn sqlite(mut options: ConnectOptions) -> ConnectOptions {
    use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
    options.map_sqlx_sqlite_opts(|options| {
        options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "ON")
    });
    options
}

/// The channel on which processes tell each other of commits.
pub const CHANNEL: &str = "banyan";

/// Listens for other processes' commits; SQLite has only this process.
pub async fn listen(store: &Store) -> Option<sqlx::postgres::PgListener> {
    if store.backend() != DbBackend::Postgres {
        return None;
    }
    let pool = store.reader.get_postgres_connection_pool();
    let heard = async {
        let mut listener = sqlx::postgres::PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        Ok::<_, sqlx::Error>(listener)
    };
    match heard.await {
        Ok(listener) => Some(listener),
        Err(error) => {
            tracing::warn!(%error, "no notifications from the database: polling instead");
            None
        }
    }
}
