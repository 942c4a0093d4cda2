//! Which service somebody can give for a good, to what degree, where and in which languages.

use sea_orm_migration::prelude::*;

/// Adds the table of capabilities.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000009_capability"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(capability()).await?;
        for (name, column) in
            [("capability_provider", "provider_id"), ("capability_good", "good_id")]
        {
            let index = Index::create().name(name).table("capability").col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("capability").to_owned()).await
    }
}

/// The services, as of this step.
const SERVICES: [&str; 11] = [
    "IMPLEMENTATION",
    "HOSTING",
    "TRAINING",
    "DEVELOPMENT",
    "HELPDESK",
    "MAINTENANCE",
    "INTEGRATION",
    "LOCALISATION",
    "DATA",
    "PROJECT_MANAGEMENT",
    "POLICY_ADVICE",
];
const VISIBILITIES: [&str; 3] = ["PUBLIC", "COMMUNITY", "RESTRICTED"];

fn capability() -> TableCreateStatement {
    let service = Expr::col("service").is_in(SERVICES);
    let level = Expr::col("level").between(0, 4);
    let visibility = Expr::col("visibility").is_in(VISIBILITIES);
    Table::create()
        .table("capability")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("provider_id").uuid().not_null())
        .col(ColumnDef::new("good_id").uuid().not_null())
        .col(ColumnDef::new("service").text().not_null().check(service))
        .col(ColumnDef::new("level").integer().null().check(level))
        .col(ColumnDef::new("countries").json_binary().not_null())
        .col(ColumnDef::new("languages").json_binary().not_null())
        .col(ColumnDef::new("expires_on").date().null())
        .col(ColumnDef::new("note").text().null())
        .col(instant("verified_at").null())
        .col(ColumnDef::new("verified_by_id").uuid().null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(ColumnDef::new("visibility").text().not_null().check(visibility))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at").not_null())
        .col(instant("updated_at").not_null())
        .foreign_key(ForeignKey::create().from("capability", "provider_id").to("stakeholder", "id"))
        .foreign_key(ForeignKey::create().from("capability", "good_id").to("stakeholder", "id"))
        .foreign_key(ForeignKey::create().from("capability", "verified_by_id").to("account", "id"))
        .foreign_key(ForeignKey::create().from("capability", "community_id").to("community", "id"))
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
