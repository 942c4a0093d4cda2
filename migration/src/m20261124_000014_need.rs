//! Needs and offers, and which of them an engagement came of.

use sea_orm_migration::prelude::*;

/// Adds the table of needs and offers, and a column of engagements.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261124_000014_need"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(need()).await?;
        for (name, column) in INDEXES {
            let index = Index::create().name(name).table("need").col(column).to_owned();
            manager.create_index(index).await?;
        }
        let column = ColumnDef::new(ORIGIN).uuid().null().to_owned();
        let alter = Table::alter().table("engagement").add_column(column).to_owned();
        manager.alter_table(alter).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let alter = Table::alter().table("engagement").drop_column(ORIGIN).to_owned();
        manager.alter_table(alter).await?;
        manager.drop_table(Table::drop().table("need").to_owned()).await
    }
}

/// Which need an engagement came of.
const ORIGIN: &str = "need_id";
const INDEXES: [(&str, &str); 2] = [("need_party", "party_id"), ("need_good", "good_id")];

/// The closed words, as of this step.
const SIDES: [&str; 2] = ["NEED", "OFFER"];
const STATUSES: [&str; 3] = ["OPEN", "MET", "WITHDRAWN"];
const VISIBILITIES: [&str; 3] = ["PUBLIC", "COMMUNITY", "RESTRICTED"];
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

fn need() -> TableCreateStatement {
    let word = |name, words: &[&'static str]| {
        let check = Expr::col(name).is_in(words.iter().copied());
        ColumnDef::new(name).text().not_null().check(check).to_owned()
    };
    let text = |name| ColumnDef::new(name).text().null().to_owned();
    let reference = |column, to| ForeignKey::create().from("need", column).to(to, "id").to_owned();
    Table::create()
        .table("need")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(word("side", &SIDES))
        .col(ColumnDef::new("party_id").uuid().not_null())
        .col(word("service", &SERVICES))
        .col(ColumnDef::new("good_id").uuid().null())
        .col(text("country"))
        .col(text("language"))
        .col(ColumnDef::new("until").date().null())
        .col(ColumnDef::new("amount").big_integer().null())
        .col(text("currency"))
        .col(ColumnDef::new("text").text().not_null())
        .col(word("status", &STATUSES))
        .col(ColumnDef::new("status_since").date().not_null())
        .col(ColumnDef::new("met_by_id").uuid().null())
        .col(text("close_reason"))
        .col(word("visibility", &VISIBILITIES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("community_id", "community"))
        .foreign_key(&mut reference("party_id", "stakeholder"))
        .foreign_key(&mut reference("good_id", "stakeholder"))
        .foreign_key(&mut reference("met_by_id", "stakeholder"))
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().to_owned()
}
