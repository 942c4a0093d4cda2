//! Columns and references that many tables have.

use sea_orm_migration::prelude::*;

/// A required instant, in UTC.
pub(super) fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().take()
}

/// A reference from a column of one table to the id of another.
pub(super) fn reference(
    table: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to(to, "id").to_owned()
}
