//! The ledger: one row that every write locks, so that revisions are commit order without gaps.

use sea_orm::entity::prelude::*;

/// The head of the change log.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// The revision of the last commit.
    pub revision: i64,
    /// The hash of the last change.
    pub head: String,
}

/// It stands alone.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
