//! API tokens: secrets by which programs work for an account.

use sea_orm_migration::prelude::*;

/// The fifth step.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000005_api_token"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(api_token()).await?;
        for (name, column) in [("api_token_account", "account_id"), ("api_token_end", "expires_at")]
        {
            let index = Index::create().name(name).table("api_token").col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("api_token").to_owned()).await
    }
}

const SCOPES: [&str; 3] = ["READ", "PROPOSE", "MANAGE"];

fn api_token() -> TableCreateStatement {
    Table::create()
        .table("api_token")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("prefix").text().not_null())
        .col(ColumnDef::new("digest").binary_len(32).not_null().unique_key())
        .col(ColumnDef::new("scope").text().not_null().check(Expr::col("scope").is_in(SCOPES)))
        .col(ColumnDef::new("community_id").uuid().null())
        .col(instant("created_at").not_null())
        .col(instant("expires_at").not_null())
        .col(instant("last_used_at").null())
        .col(instant("revoked_at").null())
        .foreign_key(ForeignKey::create().from("api_token", "account_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("api_token", "community_id").to("community", "id"))
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
