//! What signing in needs: credentials, sessions with their refresh tokens, links and attempts.

use sea_orm_migration::prelude::*;

/// The second step.
#[derive(Debug)]
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000002_sign_in"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [credential(), session(), refresh_token(), signin_link(), signin_attempt()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDICES {
            let index = Index::create().name(*name).table(*table).col(*column).to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["signin_attempt", "signin_link", "refresh_token", "session", "credential"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Name, table, column.
const INDICES: &[(&str, &str, &str)] = &[
    ("session_account", "session", "account_id"),
    ("session_revoked", "session", "revoked_at"),
    ("refresh_token_session", "refresh_token", "session_id"),
    ("signin_attempt_login", "signin_attempt", "login_digest"),
    ("signin_attempt_address", "signin_attempt", "address"),
    ("signin_attempt_at", "signin_attempt", "at"),
];

fn credential() -> TableCreateStatement {
    Table::create()
        .table("credential")
        .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
        .col(ColumnDef::new("password_hash").text().not_null())
        .col(instant("updated_at").not_null())
        .foreign_key(ForeignKey::create().from("credential", "account_id").to("account", "id"))
        .to_owned()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(instant("created_at").not_null())
        .col(instant("seen_at").not_null())
        .col(instant("expires_at").not_null())
        .col(instant("revoked_at").null())
        .foreign_key(ForeignKey::create().from("session", "account_id").to("account", "id"))
        .to_owned()
}

fn refresh_token() -> TableCreateStatement {
    Table::create()
        .table("refresh_token")
        .col(ColumnDef::new("digest").binary_len(32).not_null().primary_key())
        .col(ColumnDef::new("session_id").uuid().not_null())
        .col(instant("issued_at").not_null())
        .col(instant("used_at").null())
        .col(ColumnDef::new("successor").binary_len(32).null())
        .foreign_key(ForeignKey::create().from("refresh_token", "session_id").to("session", "id"))
        .to_owned()
}

fn signin_link() -> TableCreateStatement {
    Table::create()
        .table("signin_link")
        .col(ColumnDef::new("digest").binary_len(32).not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(instant("expires_at").not_null())
        .col(instant("used_at").null())
        .foreign_key(ForeignKey::create().from("signin_link", "account_id").to("account", "id"))
        .to_owned()
}

fn signin_attempt() -> TableCreateStatement {
    Table::create()
        .table("signin_attempt")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("login_digest").binary_len(32).not_null())
        .col(ColumnDef::new("address").text().not_null())
        .col(instant("at").not_null())
        .to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().to_owned()
}
