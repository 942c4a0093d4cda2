//! The front end's operations of the last weeks, by their digests.

use sea_orm_migration::prelude::*;

/// Adds the table of trusted documents.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000008_trusted_document"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("trusted_document")
            .col(ColumnDef::new("digest").binary_len(32).not_null().primary_key())
            .col(ColumnDef::new("text").text().not_null())
            .col(ColumnDef::new("seen_at").timestamp_with_time_zone().not_null())
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("trusted_document").to_owned()).await
    }
}
