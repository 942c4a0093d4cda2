//! Who wants a digest by mail, how often, and when they last got one. Who wants none has no row.

use chrono::NaiveDate;
use domain::attention::DigestPeriod;
use domain::identifier::AccountId;
use sea_orm::entity::prelude::*;

/// The wish of an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "digest_setting")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// How often.
    pub period: DigestPeriod,
    /// For which day one was last begun, even if there was nothing to write.
    pub last_sent_on: Option<NaiveDate>,
}

/// It is looked up by its account.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
