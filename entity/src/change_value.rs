//! What was in the fields before and after a change; erasing a person deletes rows here, and the
//! chain of `change` still holds.

use domain::identifier::ChangeId;
use sea_orm::entity::prelude::*;

/// The values of one change.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change_value")]
pub struct Model {
    /// The change.
    #[sea_orm(primary_key, auto_increment = false)]
    pub change_id: ChangeId,
    /// The record before, as JSON; none when it was created.
    #[sea_orm(column_type = "Text", nullable)]
    pub before: Option<String>,
    /// The record after, as JSON; none when it was taken away.
    #[sea_orm(column_type = "Text", nullable)]
    pub after: Option<String>,
    /// Random, so that a digest tells nothing about a guessable value.
    pub salt: String,
}

/// The change is loaded by its own query.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
