//! How whoever suggested a correction is reached: the only table that holds it. No log, no snapshot and
//! no export ever has it.

use chrono::{DateTime, Utc};
use domain::identifier::ProposalId;
use sea_orm::entity::prelude::*;

/// How the author of one correction is reached.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "correction_contact")]
pub struct Model {
    /// The correction.
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal_id: ProposalId,
    /// In the author's own words: an address, a number.
    pub contact: String,
    /// When it was given.
    pub created_at: DateTime<Utc>,
}

impl std::fmt::Debug for Model {
    /// Whose it is, so that no log tells how they are reached.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("CorrectionContact")
            .field("of", &self.proposal_id)
            .finish_non_exhaustive()
    }
}

/// It hangs on a proposal.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
