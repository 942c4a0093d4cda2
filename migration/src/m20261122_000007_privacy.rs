//! Contact data of persons in a table of its own, and when a person was erased.

use sea_orm_migration::prelude::*;

/// Adds the table of contact data and one column of stakeholders.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000007_privacy"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(contact()).await?;
        let erased = ColumnDef::new("erased_at").timestamp_with_time_zone().take();
        let alter = Table::alter().table("stakeholder").add_column(erased).to_owned();
        manager.alter_table(alter).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alter = Table::alter().table("stakeholder").drop_column("erased_at").to_owned();
        manager.alter_table(alter).await?;
        manager.drop_table(Table::drop().table("contact").to_owned()).await
    }
}

/// The bases in law, as of this step.
const BASES: [&str; 6] = [
    "CONSENT",
    "CONTRACT",
    "LEGAL_OBLIGATION",
    "VITAL_INTERESTS",
    "PUBLIC_TASK",
    "LEGITIMATE_INTERESTS",
];

fn contact() -> TableCreateStatement {
    let basis = Expr::col("lawful_basis").is_in(BASES);
    Table::create()
        .table("contact")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("email").text().null())
        .col(ColumnDef::new("phone").text().null())
        .col(ColumnDef::new("lawful_basis").text().not_null().check(basis))
        .col(ColumnDef::new("consented_on").date().null())
        .col(ColumnDef::new("consent_note").text().null())
        .col(ColumnDef::new("withdrawn_on").date().null())
        .col(ColumnDef::new("retain_until").date().null())
        .foreign_key(ForeignKey::create().from("contact", "id").to("stakeholder", "id"))
        .to_owned()
}
