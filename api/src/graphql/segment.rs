//! Segments: categories of partners.

use super::identifier::stakeholder_id;
use super::stakeholder::{CreateFields, Fields, UpdateFields, kind};
use crate::error::Result;
use async_graphql::{ID, InputObject, Object};
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, StakeholderKind};

kind! {
    /// A category of partners, such as pharma groups, when no single organization is meant.
    Segment;
    query SegmentQuery {
        /// One segment; null when there is none that you may see.
        segment;
        /// Segments, by name unless ordered otherwise.
        segments;
    }
    mutation SegmentMutation {
        /// Records a segment.
        create_segment(CreateSegmentInput) -> CreateSegmentPayload;
        /// Changes a segment.
        update_segment(UpdateSegmentInput) -> UpdateSegmentPayload;
    }
}

/// A category of partners, such as pharma groups, when no single organization is meant.
#[Object]
impl Segment {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        // A segment has nothing of its own, but a type must have a field beside the shared ones.
        stakeholder_id(StakeholderKind::Segment, self.row().id)
    }
}

/// A new segment.
#[derive(Debug, InputObject)]
pub struct CreateSegmentInput {
    #[graphql(flatten)]
    fields: CreateFields,
}

impl CreateSegmentInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        (self.fields, DetailDraft::Segment)
    }
}

/// A change of a segment. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateSegmentInput {
    #[graphql(flatten)]
    fields: UpdateFields,
}

impl UpdateSegmentInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        (self.fields, |_: &mut DetailDraft| Ok(()))
    }
}
