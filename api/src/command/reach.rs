//! The database that a command works on, reached within seconds or named as out of reach.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use api::app::App;
use api::clock::Clock;
use api::config::{Database, Keys};
use api::service::erasure;
use api::store::Store;
use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection};

/// A server that is there answers sooner.
const PATIENCE: Duration = Duration::from_secs(5);

/// The graph, once its database has answered.
pub async fn open(database: &Database) -> anyhow::Result<Arc<App>> {
    check(database).await?;
    Ok(App::open(&database.url, Clock::system()).await?)
}

/// As `open`, with the list of erasures, which lies beside an embedded database and with the keys of
/// a server's. What it names is erased again if an older copy has brought it back.
pub async fn open_with_erasures(database: &Database, keys: &Keys) -> anyhow::Result<Arc<App>> {
    let app = open(database).await?;
    if database.file().is_none() {
        app.erasures.keep_in(keys.file(database)?.with_file_name("erasures"));
        erasure::replay(&app).await?;
    }
    Ok(app)
}

/// The database as it is, for commands that only read; nothing is migrated.
pub async fn open_store(database: &Database) -> anyhow::Result<Store> {
    check(database).await?;
    if let Some(file) = database.file()
        && !file.exists()
    {
        bail!("there is no database {}", file.display());
    }
    let store = Store::open(&database.url).await?;
    match store.pending_migrations().await? {
        0 => Ok(store),
        _ => bail!("the database is of an older release: banyan migrate up"),
    }
}

/// Refuses settings that make no sense, and a server that does not answer: a pool would go on
/// trying for half a minute and then speak of itself.
pub async fn check(database: &Database) -> anyhow::Result<()> {
    database.check()?;
    if database.file().is_some() || !database.url.starts_with("postgres") {
        return Ok(());
    }
    let options: PgConnectOptions = database.url.parse().context("--database is no address")?;
    let place = match options.get_socket() {
        Some(folder) => folder.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    };
    match tokio::time::timeout(PATIENCE, PgConnection::connect_with(&options)).await {
        Ok(Ok(connection)) => Ok(connection.close().await?),
        Ok(Err(error)) => bail!("the database at {place} cannot be opened: {error}"),
        Err(_) => bail!("the database at {place} does not answer"),
    }
}
