//! Answers that are given again when a request is sent again, and denials that say where and by
//! which request.

use sea_orm_migration::prelude::*;

/// Adds the table of answers, and two columns of denials.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000006_answers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(answer()).await?;
        let index = Index::create().name("answer_at").table("answer").col("at").to_owned();
        manager.create_index(index).await?;
        for column in
            [ColumnDef::new("community_id").uuid().take(), ColumnDef::new("request").text().take()]
        {
            let alter = Table::alter().table("denial").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["request", "community_id"] {
            let alter = Table::alter().table("denial").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        manager.drop_table(Table::drop().table("answer").to_owned()).await
    }
}

/// What a request with a key was answered: the key and the request as digests.
fn answer() -> TableCreateStatement {
    Table::create()
        .table("answer")
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(ColumnDef::new("key").binary_len(32).not_null())
        .col(ColumnDef::new("request").binary_len(32).not_null())
        .col(ColumnDef::new("body").text().null())
        .col(ColumnDef::new("at").timestamp_with_time_zone().not_null())
        .primary_key(Index::create().col("account_id").col("key"))
        .to_owned()
}
