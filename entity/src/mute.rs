//! What accounts do not want to be told of: no facts, and nobody else's business.

use chrono::{DateTime, Utc};
use domain::attention::{self, AttentionRule};
use domain::identifier::{AccountId, MuteId, StakeholderId};
use sea_orm::entity::prelude::*;

/// One thing that an account does not want to be told of.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mute")]
pub struct Model {
    /// Its own.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MuteId,
    /// Who does not want to be told.
    pub account_id: AccountId,
    /// By this rule; by any when absent.
    pub rule: Option<AttentionRule>,
    /// About this partner; about anybody when absent.
    pub party_id: Option<StakeholderId>,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

impl Model {
    /// What it holds back.
    pub fn mute(&self) -> attention::Mute {
        attention::Mute { rule: self.rule, party: self.party_id }
    }
}

/// It is looked up by its account.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
