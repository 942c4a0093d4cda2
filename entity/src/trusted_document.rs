//! Documents of the front ends that were served lately, so that a page that is still open after an
//! update is known as ours.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trusted_document")]
pub struct Model {
    /// SHA-256 of the text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// What the front end sends.
    pub text: String,
    /// When a process last served a front end that sends it.
    pub seen_at: DateTime<Utc>,
}

/// It stands alone.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
