//! The database, behind connections that each can do one thing: read, follow what other processes
//! commit, keep books, or write facts.

use crate::error::Result;
use crate::op::Pen;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

mod bookkeeping;
mod erasure;
mod forget;
pub mod long_text;
mod reader;
mod together;
mod turn;
pub use bookkeeping::{Book, Bookkeeping, ENDINGS};
pub use erasure::{Erasure, Erasures};
pub use reader::{Reader, Reading};
pub use together::Together;
pub use turn::{FirstInLine, Turn};

/// The connections of this process. Each purpose has its own, so that none waits for another:
/// above all, the snapshot moves on however busy the readers are.
#[derive(Clone, Debug)]
pub struct Store {
    reader: Reader,
    follower: Reader,
    writer: DatabaseConnection,
    line: turn::Line,
    statements: Arc<AtomicU64>,
}

/// Connections for reading.
const READERS: u32 = 8;
/// Connections for the log of commits, two of which listen on PostgreSQL.
const FOLLOWERS: u32 = 4;
/// Connections for writing on PostgreSQL: one for facts, the others for bookkeeping. SQLite has one
/// for both.
const WRITERS: u32 = 5;

impl Store {
    /// Opens the database at a URL: `sqlite:///path/banyan.db` or `postgres://...`.
    pub async fn open(url: &str) -> Result<Self> {
        let statements = Arc::new(AtomicU64::new(0));
        let writer = if url.starts_with("postgres") {
            writing_postgres(options(url, WRITERS))
        } else {
            let create = if url.contains('?') { "&mode=rwc" } else { "?mode=rwc" };
            writing_sqlite(options(&format!("{url}{create}"), 1))
        };
        // The writer comes first: it makes the file of a new SQLite database.
        let writer = connect(writer, &statements).await?;
        let reader = Reader::new(connect(read_only(options(url, READERS)), &statements).await?);
        let follower = connect(read_only(options(url, FOLLOWERS)), &statements).await?;
        let follower = Reader::new(follower);
        Ok(Self { reader, follower, writer, line: turn::Line::default(), statements })
    }

    /// For requests: reading only.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// For the snapshot, which must move on whatever the requests do.
    pub(crate) fn follower(&self) -> &Reader {
        &self.follower
    }

    /// For tables that hold no facts.
    pub(crate) fn bookkeeping(&self) -> Bookkeeping {
        Bookkeeping::new(self.writer.clone())
    }

    /// Waits for the turn to write facts. Only the write path has a pen.
    pub(crate) async fn turn(&self, _: Pen) -> Result<Turn> {
        Ok(self.line.wait(&self.writer).await?)
    }

    /// Waits until whoever in this process writes facts at this moment has done so or given up.
    pub(crate) async fn settled(&self) {
        self.line.pass().await;
    }

    /// How many statements this process has sent so far.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Which of the two engines this is.
    pub fn backend(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// Takes the steps of the schema that were not taken yet.
    pub async fn migrate(&self) -> Result<()> {
        Ok(migrate(&self.writer).await?)
    }

    /// How many steps of the schema are still to be taken.
    pub async fn pending_migrations(&self) -> Result<usize> {
        Ok(Migrator::get_pending_migrations_read_only(&self.reader).await?.len())
    }

    /// Closes every connection.
    pub async fn close(self) -> Result<()> {
        self.writer.close().await?;
        self.follower.close().await?;
        Ok(self.reader.close().await?)
    }
}

/// How often the start is tried before it is given up, and how long it waits in between.
const ATTEMPTS: u32 = 10;
const PAUSE: Duration = Duration::from_millis(200);

/// Takes the steps of the schema that were not taken yet. Each is taken as a whole or not at all, so
/// that of several processes that start at once, those that come too late look again.
pub async fn migrate(connection: &DatabaseConnection) -> Result<(), DbErr> {
    first_of(|| Migrator::up(connection, None), |_| true).await
}

/// The first success, while failures may pass.
async fn first_of<T, F: Future<Output = Result<T, DbErr>>>(
    attempt: impl Fn() -> F,
    may_pass: fn(&DbErr) -> bool,
) -> Result<T, DbErr> {
    for _ in 1..ATTEMPTS {
        match attempt().await {
            Err(error) if may_pass(&error) => {
                tracing::warn!(%error, "the database is asked again");
            }
            outcome => return outcome,
        }
        tokio::time::sleep(PAUSE).await;
    }
    attempt().await
}

/// Whether SQLite is held by another process that starts at this moment: it answers so at once when
/// the journal's mode is being set.
fn is_busy(error: &DbErr) -> bool {
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else { return false };
    let code = error.as_database_error().and_then(|error| error.code()?.parse().ok());
    code.is_some_and(|code: u32| code & 0xff == SQLITE_BUSY)
}

/// What SQLite answers, in the lower byte of a code, when another process holds the file.
const SQLITE_BUSY: u32 = 5;

async fn connect(
    options: ConnectOptions,
    statements: &Arc<AtomicU64>,
) -> Result<DatabaseConnection> {
    let mut connection = first_of(|| Database::connect(options.clone()), is_busy).await?;
    let statements = statements.clone();
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    Ok(connection)
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

/// The database itself refuses whatever would write over these.
fn read_only(mut options: ConnectOptions) -> ConnectOptions {
    options
        .map_sqlx_postgres_opts(|options| {
            options.options([("default_transaction_read_only", "on")])
        })
        .map_sqlx_sqlite_opts(|options| {
            options.read_only(true).foreign_keys(true).busy_timeout(Duration::from_secs(5))
        });
    options
}

/// Said once for each connection, the isolation costs no statement in each write.
fn writing_postgres(mut options: ConnectOptions) -> ConnectOptions {
    options.map_sqlx_postgres_opts(|options| {
        options.options([("default_transaction_isolation", "read committed")])
    });
    options
}

fn writing_sqlite(mut options: ConnectOptions) -> ConnectOptions {
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

/// Listens for what other processes tell; SQLite has only this process.
pub async fn listen(store: &Store, channel: &str) -> Option<sqlx::postgres::PgListener> {
    if store.backend() != DbBackend::Postgres {
        return None;
    }
    let pool = store.follower.connection().get_postgres_connection_pool();
    let heard = async {
        let mut listener = sqlx::postgres::PgListener::connect_with(pool).await?;
        listener.listen(channel).await?;
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
