//! Sending the form of a new stakeholder: one operation for each kind, one answer for all.

use crate::client::{self, Failure, operations};
use crate::page::entry::written;
use serde_json::{Map, Value, json};

operations!("graphql/stakeholder_create.graphql":
    CreateOrganization, CreateGlobalGood, CreateGroup, CreateImplementation,
    CreateProgramme, CreatePerson, CreatePlace, CreateSegment);

written!(
    OrganizationCreation: CreateOrganization = create_organization,
    GlobalGoodCreation: CreateGlobalGood = create_global_good,
    GroupCreation: CreateGroup = create_group,
    ImplementationCreation: CreateImplementation = create_implementation,
    ProgrammeCreation: CreateProgramme = create_programme,
    PersonCreation: CreatePerson = create_person,
    PlaceCreation: CreatePlace = create_place,
    SegmentCreation: CreateSegment = create_segment,
);

macro_rules! send {
    ($operation:ident, $input:expr) => {
        client::send::<$operation>(json!({ "input": $input }))
            .await
            .map(|data| data.saved.stakeholder.id)
    };
}

/// Creates a stakeholder of this kind; its id comes back.
pub async fn create(kind: StakeholderKind, input: Map<String, Value>) -> Result<String, Failure> {
    match kind {
        StakeholderKind::Organization => send!(OrganizationCreation, input),
        StakeholderKind::GlobalGood => send!(GlobalGoodCreation, input),
        StakeholderKind::Group => send!(GroupCreation, input),
        StakeholderKind::Implementation => send!(ImplementationCreation, input),
        StakeholderKind::Programme => send!(ProgrammeCreation, input),
        StakeholderKind::Person => send!(PersonCreation, input),
        StakeholderKind::Place => send!(PlaceCreation, input),
        StakeholderKind::Segment => send!(SegmentCreation, input),
    }
}
