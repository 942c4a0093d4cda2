//! A table of relationships: rows read into drafts between named stakeholders, and what would
//! become of each. A row that repeats a relationship adds a piece of evidence to it.

use super::CellRefusal;
use super::evidence::EvidenceRecord;
use super::register::{Found, Who};
use crate::identifier::{RelationshipId, StakeholderId};
use crate::interval::Interval;
use crate::relationship::{
    End, Extra, ExtraDraft, FundingPurpose, RelationshipDraft, RelationshipFacts, RelationshipKind,
    RelationshipState,
};
use crate::stakeholder::Visibility;

mod column;
mod ends;
mod plan;
mod read;
mod word;
pub use column::RelationshipColumn;
pub use ends::Ends;
pub use plan::plan_relationships;

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
#[derive(Clone, Debug, PartialEq)]
pub enum RelationshipOutcome {
    /// A relationship is created, with its evidence.
    Create(Ends),
    /// It is stored already, and stays as it is.
    Match {
        /// Which one it is.
        id: RelationshipId,
        /// Whom it joins.
        ends: Ends,
    },
    /// Nothing can be done before the cells are corrected.
    Reject {
        /// Every fault, each with its cell.
        refusals: Vec<CellRefusal>,
    },
}

/// A relationship of a table and what would become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationshipRow {
    /// The numbers of the rows that tell of it; at least one.
    pub numbers: Vec<usize>,
    /// What they say; none when not even the kind could be read.
    pub record: Option<RelationshipRecord>,
    /// What they rest on.
    pub evidence: Vec<EvidenceRecord>,
    /// The columns whose value was assumed.
    pub assumed: Vec<Column>,
    /// What would become of it.
    pub outcome: RelationshipOutcome,
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
