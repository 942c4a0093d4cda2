//! A database of one's own for each test, on the engine that the run is about: a copy of a
//! template that was migrated once.

use crate::postgres;
use migration::{Migrator, MigratorTrait};
use sea_orm::Database as Connection;
use std::path::PathBuf;
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A migrated, empty database; it goes with this value.
#[derive(Debug)]
pub struct Database {
    /// Its address.
    pub url: String,
    _folder: Option<TempDir>,
}

/// Which engine the run is about: `BANYAN_TEST_DATABASE` is `sqlite` or `postgres`.
pub fn on_postgres() -> bool {
    match std::env::var("BANYAN_TEST_DATABASE").as_deref() {
        Ok("postgres") => true,
        Ok("sqlite") | Err(_) => false,
        Ok(other) => panic!("BANYAN_TEST_DATABASE is {other}; it is sqlite or postgres"),
    }
}

impl Database {
    /// A new one.
    pub async fn fresh() -> Self {
        if on_postgres() {
            let url = postgres::create_database(Some(postgres_template().await)).expect("create");
            return Self { url, _folder: None };
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("banyan.db");
        std::fs::copy(sqlite_template().await, &file).expect("copy the template");
        Self { url: format!("sqlite://{}", file.display()), _folder: Some(folder) }
    }

    /// A new one without any table.
    pub async fn empty() -> Self {
        if on_postgres() {
            let url = postgres::create_database(None).expect("create");
            return Self { url, _folder: None };
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("banyan.db").display());
        Self { url, _folder: Some(folder) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self._folder.is_none() {
            let _ = postgres::drop_database(&self.url);
        }
    }
}

async fn migrate(url: &str) {
    let connection = Connection::connect(url).await.expect("connect");
    Migrator::up(&connection, None).await.expect("migrate");
    connection.close().await.expect("close");
}

async fn postgres_template() -> &'static str {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    TEMPLATE
        .get_or_init(|| async {
            let url = postgres::create_database(None).expect("create");
            migrate(&url).await;
            url
        })
        .await
}

async fn sqlite_template() -> &'static PathBuf {
    static TEMPLATE: OnceCell<(TempDir, PathBuf)> = OnceCell::const_new();
    let (_, file) = TEMPLATE
        .get_or_init(|| async {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let file = folder.path().join("template.db");
            migrate(&format!("sqlite://{}?mode=rwc", file.display())).await;
            (folder, file)
        })
        .await;
    file
}
