//! How persons can be reached: the only table that holds it. No log, no snapshot and no export of
//! lists ever has it.

use chrono::NaiveDate;
use domain::contact::{ContactFacts, LawfulBasis};
use domain::identifier::StakeholderId;
use sea_orm::entity::prelude::*;

/// The contact data of one person.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel, serde::Serialize)]
#[sea_orm(table_name = "contact")]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StakeholderId,
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number.
    pub phone: Option<String>,
    /// Why this may be kept.
    pub lawful_basis: LawfulBasis,
    /// When the person agreed.
    pub consented_on: Option<NaiveDate>,
    /// How the person agreed.
    pub consent_note: Option<String>,
    /// When the person withdrew that; nothing is kept since then.
    pub withdrawn_on: Option<NaiveDate>,
    /// Until when it may be kept.
    pub retain_until: Option<NaiveDate>,
}

impl Model {
    /// What is kept of a person after checking it.
    pub fn new(id: StakeholderId, facts: ContactFacts, withdrawn_on: Option<NaiveDate>) -> Self {
        let ContactFacts { email, phone, lawful_basis, consented_on, consent_note, retain_until } =
            facts;
        Self {
            id,
            email,
            phone,
            lawful_basis,
            consented_on,
            consent_note,
            withdrawn_on,
            retain_until,
        }
    }

    /// What is kept after consent was withdrawn: that it was, and when.
    pub fn withdrawn(self, on: NaiveDate) -> Self {
        Self {
            email: None,
            phone: None,
            consented_on: None,
            consent_note: None,
            withdrawn_on: Some(on),
            retain_until: None,
            ..self
        }
    }
}

impl std::fmt::Debug for Model {
    /// Contact data belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Contact").field("id", &self.id).finish()
    }
}

/// It is loaded by its own query.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
