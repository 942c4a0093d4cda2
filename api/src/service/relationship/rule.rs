//! The rules that need other relationships: no two for the same time, nothing a part of itself.
//! They run on what the actor sees; what is hidden never refuses.

use super::{Error, Model, Refusal, RefusalCode, RelationshipState, Result, StakeholderId, View};
use domain::relationship::Cycles;
use entity::record::Record;
use std::collections::HashSet;
use std::sync::Arc;

/// Refuses a record that another one stands in the way of.
pub fn check(view: &View, record: &Model) -> Result<()> {
    if record.state == RelationshipState::Retracted {
        return Ok(());
    }
    if view.relationships_of(record.source_id).any(|other| overlaps(other, record)) {
        return Err(Error::conflict(Refusal::new(RefusalCode::Overlap, "validFrom")));
    }
    if record.kind.rule().cycles == Cycles::Refused && closes_cycle(view, record) {
        return Err(Error::conflict(Refusal::new(RefusalCode::Cycle, "target")));
    }
    Ok(())
}

/// Whether both say the same of the same two for part of the same time, at the same place. Roles,
/// seats and topics are told apart: one may have two seats, or support in two ways.
fn overlaps(other: &Arc<Model>, record: &Model) -> bool {
    other.id != record.id
        && other.kind == record.kind
        && other.source_id == record.source_id
        && other.target_id == record.target_id
        && other.role == record.role
        && other.constituency == record.constituency
        && other.topic == record.topic
        && other.purpose == record.purpose
        && other.via_id == record.via_id
        && other.state != RelationshipState::Retracted
        && other.place() == record.place()
        && other.valid().overlaps(record.valid())
}

/// Whether following this kind of relationship from the target leads back to the source while this
/// one holds.
fn closes_cycle(view: &View, record: &Model) -> bool {
    let mut seen = HashSet::new();
    let mut open = vec![record.target_id];
    while let Some(at) = open.pop() {
        if at == record.source_id {
            return true;
        }
        if seen.insert(at) {
            open.extend(further(view, record, at));
        }
    }
    false
}

fn further(view: &View, record: &Model, at: StakeholderId) -> Vec<StakeholderId> {
    let steps = view.relationships_of(at).filter(|step| {
        step.source_id == at
            && step.kind == record.kind
            && step.id != record.id
            && step.state != RelationshipState::Retracted
            && step.valid().overlaps(record.valid())
    });
    steps.map(|step| step.target_id).collect()
}
