//! The ids that other registries gave to stakeholders.

use domain::identifier::StakeholderId;
use domain::stakeholder::Registry;
use sea_orm::entity::prelude::*;

/// One id in one registry.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "external_id")]
#[expect(missing_docs, reason = "the columns say it")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stakeholder_id: StakeholderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub registry: Registry,
    #[sea_orm(primary_key, auto_increment = false)]
    pub value: String,
}

/// It is loaded with its stakeholder.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
