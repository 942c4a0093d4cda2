//! The first schema: facts, the daily work, and the change log.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

mod base;
mod column;
mod log;
mod registry;
mod words;
mod work;

/// The first step.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000001_facts"
    }
}

fn tables() -> Vec<TableCreateStatement> {
    [base::tables(), registry::tables(), work::tables(), log::tables()].concat()
}

/// Name, table, columns, and whether the values are unique.
const INDICES: &[(&str, &str, &[&str], Uniqueness)] = &[
    ("account_login", "account", &["login"], Uniqueness::Unique),
    ("membership_pair", "membership", &["account_id", "community_id"], Uniqueness::Unique),
    ("relationship_source", "relationship", &["source_id"], Uniqueness::Free),
    ("relationship_target", "relationship", &["target_id"], Uniqueness::Free),
    ("evidence_subject", "evidence", &["subject_id"], Uniqueness::Free),
    ("evidence_source", "evidence", &["source_id"], Uniqueness::Free),
    ("gain_engagement", "gain", &["engagement_id"], Uniqueness::Free),
    ("interaction_engagement", "interaction", &["engagement_id"], Uniqueness::Free),
    ("transition_engagement", "transition", &["engagement_id"], Uniqueness::Free),
    ("change_revision", "change", &["revision", "position"], Uniqueness::Unique),
    ("change_subject", "change", &["subject_id", "revision"], Uniqueness::Free),
    ("change_import", "change", &["import_id"], Uniqueness::Free),
    ("change_community", "change", &["community_id", "revision", "position"], Uniqueness::Free),
    (
        "change_audience",
        "change",
        &["visibility", "audience_id", "revision", "position"],
        Uniqueness::Free,
    ),
    ("sight_on", "sight", &["on_id"], Uniqueness::Free),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Uniqueness {
    Unique,
    Free,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, columns, uniqueness) in INDICES {
            let mut index = Index::create();
            index.name(*name).table(*table);
            for column in *columns {
                index.col(*column);
            }
            if *uniqueness == Uniqueness::Unique {
                index.unique();
            }
            manager.create_index(index.to_owned()).await?;
        }
        let database = manager.get_connection();
        database
            .execute_unprepared("INSERT INTO ledger (id, revision, head) VALUES (1, 0, '')")
            .await?;
        let append_only = match manager.get_database_backend() {
            DbBackend::Postgres => APPEND_ONLY_POSTGRES,
            _ => APPEND_ONLY_SQLITE,
        };
        database.execute_unprepared(append_only).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables().into_iter().rev() {
            let name = table.get_table_name().cloned();
            let mut drop = Table::drop();
            drop.table(name.ok_or_else(|| DbErr::Custom("a table without a name".to_owned()))?);
            manager.drop_table(drop.to_owned()).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            let database = manager.get_connection();
            database.execute_unprepared("DROP FUNCTION change_is_append_only()").await?;
        }
        Ok(())
    }
}

const APPEND_ONLY_SQLITE: &str = "
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
";

const APPEND_ONLY_POSTGRES: &str = "
CREATE FUNCTION change_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'change is append-only'; END $$;
CREATE TRIGGER change_append_only BEFORE UPDATE OR DELETE ON change
FOR EACH ROW EXECUTE FUNCTION change_is_append_only();
CREATE TRIGGER change_no_truncate BEFORE TRUNCATE ON change
FOR EACH STATEMENT EXECUTE FUNCTION change_is_append_only();
";
