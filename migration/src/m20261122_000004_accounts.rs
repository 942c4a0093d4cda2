//! What accounts need beyond signing in: links for several purposes, devices that were signed in
//! from before, and addresses that are known to reach their account.

use sea_orm_migration::prelude::*;

/// The fourth step.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000004_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        for table in [known_device(), verified_address()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDICES {
            let index = Index::create().name(*name).table(*table).col(*column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, _) in INDICES {
            manager.drop_index(Index::drop().name(*name).table(*table).to_owned()).await?;
        }
        for table in ["verified_address", "known_device"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for (table, column) in
            [("session", "agent"), ("signin_link", "mailed"), ("signin_link", "purpose")]
        {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

/// Name, table, column.
const INDICES: &[(&str, &str, &str)] = &[
    ("signin_link_account", "signin_link", "account_id"),
    ("signin_link_expires", "signin_link", "expires_at"),
    ("session_expires", "session", "expires_at"),
    ("known_device_account", "known_device", "account_id"),
    ("known_device_seen", "known_device", "seen_at"),
];

/// What a link may be for, as at this step.
const PURPOSES: [&str; 4] = ["SIGN_IN", "INVITATION", "RESET", "VERIFICATION"];

/// Each with its table. The defaults are what a process of the release before means.
fn columns() -> [(&'static str, ColumnDef); 3] {
    let mut purpose = ColumnDef::new("purpose");
    purpose.text().not_null().default("SIGN_IN").check(Expr::col("purpose").is_in(PURPOSES));
    let mailed = ColumnDef::new("mailed").boolean().not_null().default(false).to_owned();
    let agent = ColumnDef::new("agent").text().null().to_owned();
    [("signin_link", purpose), ("signin_link", mailed), ("session", agent)]
}

fn known_device() -> TableCreateStatement {
    Table::create()
        .table("known_device")
        .col(ColumnDef::new("digest").binary_len(32).not_null())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(instant("created_at").not_null())
        .col(instant("seen_at").not_null())
        .primary_key(Index::create().col("digest").col("account_id"))
        .foreign_key(ForeignKey::create().from("known_device", "account_id").to("account", "id"))
        .to_owned()
}

fn verified_address() -> TableCreateStatement {
    Table::create()
        .table("verified_address")
        .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
        .col(instant("verified_at").not_null())
        .foreign_key(
            ForeignKey::create().from("verified_address", "account_id").to("account", "id"),
        )
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
