//! Sending what was changed about a stakeholder: one operation for each kind, one answer for all.

use crate::client::{self, Failure, operations};
use crate::page::entry::written;
use serde_json::{Map, Value, json};

operations!("graphql/stakeholder_update.graphql":
    UpdateOrganization, UpdateGlobalGood, UpdateGroup, UpdateImplementation,
    UpdateProgramme, UpdatePerson, UpdatePlace, UpdateSegment);

written!(
    OrganizationChange: UpdateOrganization = update_organization,
    GlobalGoodChange: UpdateGlobalGood = update_global_good,
    GroupChange: UpdateGroup = update_group,
    ImplementationChange: UpdateImplementation = update_implementation,
    ProgrammeChange: UpdateProgramme = update_programme,
    PersonChange: UpdatePerson = update_person,
    PlaceChange: UpdatePlace = update_place,
    SegmentChange: UpdateSegment = update_segment,
);

macro_rules! send {
    ($operation:ident, $input:expr) => {
        client::send::<$operation>(json!({ "input": $input }))
            .await
            .map(|data| data.saved.stakeholder.id)
    };
}

/// Changes a stakeholder of this kind; the input names it, the version it was read at, and only what
/// is to be changed.
pub async fn update(kind: StakeholderKind, input: Map<String, Value>) -> Result<String, Failure> {
    match kind {
        StakeholderKind::Organization => send!(OrganizationChange, input),
        StakeholderKind::GlobalGood => send!(GlobalGoodChange, input),
        StakeholderKind::Group => send!(GroupChange, input),
        StakeholderKind::Implementation => send!(ImplementationChange, input),
        StakeholderKind::Programme => send!(ProgrammeChange, input),
        StakeholderKind::Person => send!(PersonChange, input),
        StakeholderKind::Place => send!(PlaceChange, input),
        StakeholderKind::Segment => send!(SegmentChange, input),
    }
}
