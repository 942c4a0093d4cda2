//! Views that are kept under a title: of which page, and the query of its address.

use sea_orm_migration::prelude::*;

/// Adds the table of saved views.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000010_saved_view"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(saved_view()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("saved_view").to_owned()).await
    }
}

/// The pages, and who finds a view of them, as of this step.
const KINDS: [&str; 1] = ["WHAT_IF"];
const VISIBILITIES: [&str; 2] = ["COMMUNITY", "PRIVATE"];

fn saved_view() -> TableCreateStatement {
    let kind = Expr::col("kind").is_in(KINDS);
    let visibility = Expr::col("visibility").is_in(VISIBILITIES);
    Table::create()
        .table("saved_view")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(ColumnDef::new("kind").text().not_null().check(kind))
        .col(ColumnDef::new("title").text().not_null())
        .col(ColumnDef::new("query").text().not_null())
        .col(ColumnDef::new("named").json_binary().not_null())
        .col(ColumnDef::new("owner_id").uuid().null())
        .col(ColumnDef::new("visibility").text().not_null().check(visibility))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at").not_null())
        .col(instant("updated_at").not_null())
        .foreign_key(ForeignKey::create().from("saved_view", "community_id").to("community", "id"))
        .foreign_key(ForeignKey::create().from("saved_view", "owner_id").to("account", "id"))
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
