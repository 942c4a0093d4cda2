//! A table of relationships: rows read into drafts between named stakeholders, and what would
//! become of each. A row that repeats a relationship adds a piece of evidence to it.

use super::column::Settings;
use super::reader::Reader;
use super::register::{Found, Register, Who};
use super::statement::{Statement, StatementOutcome, StatementRow, placeholder, plan_statements};
use super::{Sheet, Stopped, Waiting};
use crate::identifier::{RelationshipId, StakeholderId};
use crate::interval::Interval;
use crate::refusal::Refusal;
use crate::relationship::{
    End, Extra, ExtraDraft, FundingPurpose, RelationshipDraft, RelationshipFacts, RelationshipKind,
    RelationshipState,
};
use crate::stakeholder::Visibility;
use std::collections::HashMap;

mod column;
mod ends;
mod read;
mod word;
pub use column::RelationshipColumn;
pub use ends::Ends;

use RelationshipColumn as Column;

/// What a row says about a relationship, its ends still by name.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationshipRecord {
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Through whom; empty when nobody is named.
    pub via: String,
    /// Who stands in the way; empty when nobody is named.
    pub blocked_by: String,
    /// What joins them.
    pub kind: RelationshipKind,
    /// How far it is settled.
    pub state: RelationshipState,
    /// The start, in ISO form.
    pub valid_from: String,
    /// The end, in ISO form.
    pub valid_to: String,
    /// How strong it is.
    pub strength: Option<i32>,
    /// A remark.
    pub note: String,
    /// The fields that only some kinds have; `via` and `blocked_by` are named above.
    pub extra: ExtraDraft,
    /// Who may see it; none is as the importer decides.
    pub visibility: Option<Visibility>,
    /// The name of the community that maintains it; empty is as the importer decides.
    pub community: String,
}

/// What makes two relationships the same one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RelationshipKey {
    kind: RelationshipKind,
    source: StakeholderId,
    target: StakeholderId,
    valid: Interval,
    role: Option<String>,
    topic: Option<String>,
    constituency: Option<String>,
    purpose: Option<FundingPurpose>,
    via: Option<StakeholderId>,
    retracted: bool,
}

/// What would become of a row about a relationship.
pub type RelationshipOutcome = StatementOutcome<RelationshipId, Ends>;

/// A relationship of a table and what would become of it.
pub type RelationshipRow = StatementRow<Column, RelationshipRecord, RelationshipId, Ends>;

/// Plans every row of a table of relationships. The register knows whom the importer may see, and
/// the stakeholders of a table read before; `stored` are the relationships that exist already.
pub fn plan_relationships(
    sheet: &Sheet,
    settings: &Settings<Column>,
    register: &Register,
    stored: &HashMap<RelationshipKey, RelationshipId>,
    waiting: Waiting<'_>,
) -> Result<Vec<RelationshipRow>, Stopped> {
    plan_statements::<RelationshipRecord>(sheet, settings, register, stored, waiting)
}

impl Statement for RelationshipRecord {
    type Column = Column;
    type Id = RelationshipId;
    type Ends = Ends;
    type Key = RelationshipKey;

    fn read(reader: &mut Reader<Column>) -> Option<Vec<Self>> {
        read::read(reader)
    }

    fn check(&self, register: &Register) -> Result<(Ends, RelationshipKey), Vec<Refusal>> {
        let ends = ends::find(self, register)?;
        let facts = self.draft(&ends, placeholder).parse()?;
        Ok((ends, RelationshipKey::of(&facts)))
    }
}

impl RelationshipKey {
    /// The key of a relationship of the sheet or of the store.
    pub fn new(
        kind: RelationshipKind,
        ends: (StakeholderId, StakeholderId),
        valid: Interval,
        state: RelationshipState,
        extra: &Extra,
    ) -> Self {
        Self {
            kind,
            source: ends.0,
            target: ends.1,
            valid,
            role: extra.role.clone(),
            topic: extra.topic.clone(),
            constituency: extra.constituency.clone(),
            purpose: extra.purpose,
            via: extra.via,
            retracted: state == RelationshipState::Retracted,
        }
    }

    /// The key of checked facts.
    pub fn of(facts: &RelationshipFacts) -> Self {
        Self::new(facts.kind, (facts.source, facts.target), facts.valid, facts.state, &facts.extra)
    }
}

impl RelationshipRecord {
    /// The draft, once it is said which id each end has.
    pub fn draft(&self, ends: &Ends, id_of: impl Fn(Who) -> StakeholderId) -> RelationshipDraft {
        let end = |found: Found| End { id: id_of(found.who), kind: found.kind };
        let mut extra = self.extra.clone();
        extra.via = ends.via.map(end);
        extra.blocked_by = ends.blocked_by.map(end);
        RelationshipDraft {
            kind: self.kind,
            source: end(ends.source),
            target: end(ends.target),
            valid_from: self.valid_from.clone(),
            valid_to: self.valid_to.clone(),
            state: self.state,
            strength: self.strength,
            note: self.note.clone(),
            extra,
        }
    }
}

#[cfg(test)]
mod tests;
