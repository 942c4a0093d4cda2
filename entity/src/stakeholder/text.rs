//! Texts by language: names and summaries of stakeholders, but never of persons.

use domain::identifier::StakeholderId;
use domain::text::{Locale, TextField, TranslationStatus};
use sea_orm::entity::prelude::*;

/// One text in one language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text")]
#[expect(missing_docs, reason = "the columns say it")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: StakeholderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub field: TextField,
    #[sea_orm(primary_key, auto_increment = false)]
    pub locale: Locale,
    pub value: String,
    pub status: TranslationStatus,
}

/// It is loaded with its stakeholder.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
