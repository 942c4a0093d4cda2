//! Relationships: proposing, correcting and settling what joins two stakeholders.

use super::evidence::{self, NewEvidence};
use super::place::may_stand;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write};
use crate::snapshot::View;
use domain::identifier::{RelationshipId, StakeholderId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{End, RelationshipDraft, RelationshipState, next_states};
use domain::stakeholder::Visibility;
use entity::relationship::Model;

mod draft;
mod new;
mod rule;
pub use draft::draft_of;
pub use new::{NewRelationship, Ready, add, place_between, ready, record, stamped};
pub use rule::check;

/// A relationship to be corrected.
#[derive(Clone, Debug)]
pub struct UpdateRelationship {
    /// Which one.
    pub id: RelationshipId,
    /// The version that the actor has seen.
    pub expected_version: i32,
    /// Who may see it from now on, when that changes.
    pub visibility: Option<Visibility>,
}

/// The end of a relationship as a rule needs it; `field` is blamed when it is not to be seen.
pub fn end(view: &View, id: StakeholderId, field: &str) -> Result<End, Refusal> {
    match view.stakeholder(id) {
        Some(row) => Ok(End { id, kind: row.kind }),
        None => Err(Refusal::new(RefusalCode::NotFound, field)),
    }
}

/// As `end`, for one that may be absent.
pub fn end_opt(
    view: &View,
    id: Option<StakeholderId>,
    field: &str,
) -> Result<Option<End>, Refusal> {
    id.map(|id| end(view, id, field)).transpose()
}

/// Stores a new relationship within a write that has more to do; its place has been settled.
pub async fn insert(write: &mut Write<'_>, record: Model) -> Result<()> {
    rule::check(write.view(), &record)?;
    write.insert(record).await
}

/// Corrects a relationship: `edit` writes over the draft of what is recorded now, and the whole is
/// checked anew. Proposed ones may be corrected by whoever may propose.
pub async fn update(
    op: &Op,
    update: UpdateRelationship,
    edit: impl FnOnce(&View, &mut RelationshipDraft) -> Result<(), Refusal>,
) -> Result<()> {
    let seen = find(&op.view(), update.id)?;
    op.allow_on(action_on(seen.state), &seen).await?;
    let mut write = op.write().await?;
    let before: Model = write.load(update.id.0).await?;
    if before.state == RelationshipState::Retracted {
        return Err(Error::conflict(Refusal::new(RefusalCode::StateNotReachable, "id")));
    }
    let mut draft = draft_of(write.view(), &before)?;
    edit(write.view(), &mut draft)?;
    let mut after = before.clone();
    after.set_facts(draft.parse()?);
    after.visibility = update.visibility.unwrap_or(before.visibility);
    may_stand(&after)?;
    rule::check(write.view(), &after)?;
    save(&mut write, before, after, update.expected_version).await?;
    write.commit().await
}

/// What a settled relationship becomes.
#[derive(Clone, Debug)]
pub enum Settlement {
    /// It holds.
    Confirm,
    /// There is evidence against it.
    Dispute,
    /// It held until this date, or until the end that is already recorded.
    End(Option<String>),
    /// It was recorded by mistake.
    Retract,
}

impl Settlement {
    fn state(&self) -> RelationshipState {
        match self {
            Self::Confirm => RelationshipState::Confirmed,
            Self::Dispute => RelationshipState::Disputed,
            Self::End(_) => RelationshipState::Ended,
            Self::Retract => RelationshipState::Retracted,
        }
    }
}

/// Moves a relationship to another state.
pub async fn settle(
    op: &Op,
    id: RelationshipId,
    expected_version: i32,
    settlement: Settlement,
) -> Result<()> {
    op.allow_on(Action::SettleRelationship, &find(&op.view(), id)?).await?;
    let mut write = op.write().await?;
    let before: Model = write.load(id.0).await?;
    let state = settlement.state();
    let mut after = before.clone();
    if before.state != state {
        reachable(before.state, state)?;
    }
    // What has ended already may be given another end; any other decision is not taken twice.
    if before.state != state || matches!(settlement, Settlement::End(Some(_))) {
        let mut draft = draft_of(write.view(), &before)?;
        draft.state = state;
        if let Settlement::End(Some(date)) = settlement {
            draft.valid_to = date;
        }
        after.set_facts(draft.parse()?);
        rule::check(write.view(), &after)?;
    }
    save(&mut write, before, after, expected_version).await?;
    write.commit().await
}

fn reachable(from: RelationshipState, to: RelationshipState) -> Result<()> {
    if next_states(from).contains(&to) {
        return Ok(());
    }
    let mut refusal = Refusal::new(RefusalCode::StateNotReachable, "state");
    refusal.missing = next_states(from).iter().map(ToString::to_string).collect();
    Err(Error::conflict(refusal))
}

/// What one must be allowed to do to touch a relationship in this state.
fn action_on(state: RelationshipState) -> Action {
    match state {
        RelationshipState::Proposed => Action::ProposeRelationship,
        _ => Action::SettleRelationship,
    }
}

fn find(view: &View, id: RelationshipId) -> Result<Model> {
    view.relationship(id).map(|row| Model::clone(row)).ok_or(Error::NotFound)
}

async fn save(
    write: &mut Write<'_>,
    before: Model,
    mut after: Model,
    expected_version: i32,
) -> Result<()> {
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected_version)).await
}
