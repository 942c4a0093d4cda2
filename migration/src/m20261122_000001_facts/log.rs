//! The change log and what was refused.

use super::column::{instant, reference};
use super::words::{VISIBILITIES, word};
use sea_orm_migration::prelude::*;

/// Every table, in an order in which each finds what it refers to.
pub(super) fn tables() -> Vec<TableCreateStatement> {
    vec![change(), change_value(), sight(), denial()]
}

/// The change log.
fn change() -> TableCreateStatement {
    Table::create()
        .table("change")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("revision").big_integer().not_null())
        .col(ColumnDef::new("position").integer().not_null())
        .col(instant("at"))
        .col(ColumnDef::new("account_id").uuid().null())
        .col(ColumnDef::new("noun").text().not_null())
        .col(ColumnDef::new("subject_id").uuid().not_null())
        .col(ColumnDef::new("fields").json_binary().not_null())
        .col(ColumnDef::new("import_id").uuid().null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(ColumnDef::new("audience_id").uuid().null())
        .col(word("visibility", VISIBILITIES))
        .col(ColumnDef::new("digest").text().not_null())
        .col(ColumnDef::new("hash").text().not_null())
        .to_owned()
}

/// What was in the fields.
fn change_value() -> TableCreateStatement {
    Table::create()
        .table("change_value")
        .col(ColumnDef::new("change_id").uuid().not_null().primary_key())
        .col(ColumnDef::new("before").text().null())
        .col(ColumnDef::new("after").text().null())
        .col(ColumnDef::new("salt").text().not_null())
        .foreign_key(&mut reference("change_value", "change_id", "change"))
        .to_owned()
}

/// What every record is in sight with; it goes on when the record is gone.
fn sight() -> TableCreateStatement {
    Table::create()
        .table("sight")
        .col(ColumnDef::new("subject_id").uuid().not_null())
        .col(ColumnDef::new("on_id").uuid().not_null())
        .col(ColumnDef::new("community_id").uuid().null())
        .col(word("visibility", VISIBILITIES))
        .primary_key(Index::create().col("subject_id").col("on_id"))
        .to_owned()
}

/// What was refused to whom.
fn denial() -> TableCreateStatement {
    Table::create()
        .table("denial")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(instant("at"))
        .col(ColumnDef::new("account_id").uuid().null())
        .col(ColumnDef::new("action").text().not_null())
        .to_owned()
}
