//! Accounts: who signs in. The password lies elsewhere and is never in the change log.

use crate::record::{Record, one_table};
use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use domain::policy::Place;
use domain::text::Locale;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

/// Accounts: who signs in. The password lies elsewhere and is never in the change log.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
#[sea_orm(table_name = "account")]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "an account is seen by those who see one of its memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    pub login: String,
    pub display_name: String,
    pub locale: Locale,
    pub disabled: bool,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Joins are made in the snapshot, not in SQL.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is left when everything that tells of somebody is taken away.
    pub fn erased(&self, at: DateTime<Utc>) -> Self {
        Self {
            login: self.erased_login(),
            display_name: "[erased]".to_owned(),
            disabled: true,
            updated_at: at,
            ..self.clone()
        }
    }

    /// Whether that has happened.
    pub fn is_erased(&self) -> bool {
        self.login == self.erased_login()
    }

    fn erased_login(&self) -> String {
        format!("erased-{}", self.id.0.simple())
    }
}

impl Record for Model {
    const NOUN: &'static str = "account";

    fn uuid(&self) -> Uuid {
        self.id.0
    }
    fn version(&self) -> i32 {
        self.version
    }
    fn set_version(&mut self, version: i32) {
        self.version = version;
    }
    fn place(&self) -> Option<Place> {
        None
    }
    fn title(&self) -> String {
        self.display_name.clone()
    }

    one_table!(AccountId);
}
