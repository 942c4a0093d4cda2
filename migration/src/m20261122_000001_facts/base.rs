//! Communities, accounts and the ledger.

use super::column::{instant, reference};
use super::words::{LOCALES, ROLES, word};
use sea_orm_migration::prelude::*;

/// Every table, in an order in which each finds what it refers to.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![ledger(), account(), community(), membership()]
}

/// The head of the change log.
fn ledger() -> TableCreateStatement {
    Table::create()
        .table("ledger")
        .col(ColumnDef::new("id").integer().not_null().primary_key())
        .col(ColumnDef::new("revision").big_integer().not_null())
        .col(ColumnDef::new("head").text().not_null())
        .to_owned()
}

/// Who signs in.
fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("login").text().not_null())
        .col(ColumnDef::new("display_name").text().not_null())
        .col(word("locale", LOCALES))
        .col(ColumnDef::new("disabled").boolean().not_null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .to_owned()
}

/// The tenants.
fn community() -> TableCreateStatement {
    Table::create()
        .table("community")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("slug").text().not_null())
        .col(ColumnDef::new("global_good_id").uuid().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .to_owned()
}

/// Roles of accounts in communities.
fn membership() -> TableCreateStatement {
    Table::create()
        .table("membership")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(ColumnDef::new("community_id").uuid().not_null())
        .col(word("role", ROLES))
        .col(ColumnDef::new("version").integer().not_null())
        .col(instant("created_at"))
        .col(instant("updated_at"))
        .foreign_key(&mut reference("membership", "account_id", "account"))
        .foreign_key(&mut reference("membership", "community_id", "community"))
        .to_owned()
}
