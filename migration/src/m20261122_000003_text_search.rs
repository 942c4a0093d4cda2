//! Full-text search over long texts: FTS5 on SQLite, tsvector on PostgreSQL. Both hold text that
//! was already folded to words between single spaces, and take these words as they are, so that they
//! find the same.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// Adds the index of long texts.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000003_text_search"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statement = match manager.get_database_backend() {
            DbBackend::Postgres => UP_POSTGRES,
            _ => UP_SQLITE,
        };
        manager.get_connection().execute_unprepared(statement).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP TABLE long_text").await.map(|_| ())
    }
}

const UP_SQLITE: &str = "
CREATE VIRTUAL TABLE long_text USING fts5(
    subject_id UNINDEXED, body, tokenize = 'ascii'
);
";

const UP_POSTGRES: &str = "
CREATE TABLE long_text (
    subject_id uuid PRIMARY KEY,
    body text NOT NULL,
    words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(body, ' '))) STORED
);
CREATE INDEX long_text_words ON long_text USING gin (words);
";
