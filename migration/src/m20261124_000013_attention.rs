//! What people say of how they want to be told: what they mute, whether they want a digest, and by
//! which address a calendar reads their tasks. None of it is a fact.

use sea_orm_migration::prelude::*;

/// Adds the tables of mutes, of wishes for a digest and of calendar feeds.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261124_000013_attention"
    }
}

/// What each mute holds is held once. Absent columns equal nothing, so that each form of a mute has its own
/// index.
const ONCE: [&str; 3] = [
    "CREATE UNIQUE INDEX mute_rule ON mute (account_id, rule) WHERE party_id IS NULL",
    "CREATE UNIQUE INDEX mute_party ON mute (account_id, party_id) WHERE rule IS NULL",
    "CREATE UNIQUE INDEX mute_both ON mute (account_id, rule, party_id)",
];

/// Name, table, column.
const INDICES: [(&str, &str, &str); 2] = [
    ("mute_of_party", "mute", "party_id"),
    ("calendar_feed_account", "calendar_feed", "account_id"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [mute(), digest_setting(), calendar_feed()] {
            manager.create_table(table).await?;
        }
        for sql in ONCE {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        for (name, table, column) in INDICES {
            let index = Index::create().name(name).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["calendar_feed", "digest_setting", "mute"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// The words of the closed lists as of this step.
const RULES: [&str; 6] =
    ["OVERDUE", "SILENT", "DUE", "FUNDING_ENDING", "SEAT_VACANT", "EVIDENCE_STALE"];
const PERIODS: [&str; 2] = ["DAILY", "WEEKLY"];

/// A partner may go, so that nothing ties a mute to it.
fn mute() -> TableCreateStatement {
    let says_something = Expr::col("rule").is_not_null().or(Expr::col("party_id").is_not_null());
    Table::create()
        .table("mute")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(ColumnDef::new("rule").text().null().check(Expr::col("rule").is_in(RULES)))
        .col(ColumnDef::new("party_id").uuid().null())
        .col(instant("created_at").not_null())
        .check(says_something)
        .foreign_key(ForeignKey::create().from("mute", "account_id").to("account", "id"))
        .to_owned()
}

fn digest_setting() -> TableCreateStatement {
    let known = Expr::col("period").is_in(PERIODS);
    Table::create()
        .table("digest_setting")
        .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
        .col(ColumnDef::new("period").text().not_null().check(known))
        .col(ColumnDef::new("last_sent_on").date().null())
        .foreign_key(ForeignKey::create().from("digest_setting", "account_id").to("account", "id"))
        .to_owned()
}

fn calendar_feed() -> TableCreateStatement {
    Table::create()
        .table("calendar_feed")
        .col(ColumnDef::new("digest").binary_len(32).not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(instant("created_at").not_null())
        .foreign_key(ForeignKey::create().from("calendar_feed", "account_id").to("account", "id"))
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
