//! Places.

use super::patch::set_required;
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use async_graphql::{InputObject, MaybeUndefined, Object};
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, PlaceLevel};

kind! {
    /// A country or another area.
    Place;
    query PlaceQuery {
        /// One place; null when there is none that you may see.
        place;
        /// Places, by name unless ordered otherwise.
        places;
    }
    mutation PlaceMutation {
        /// Records a place.
        create_place(CreatePlaceInput) -> CreatePlacePayload;
        /// Changes a place.
        update_place(UpdatePlaceInput) -> UpdatePlacePayload;
    }
}

/// A country or another area.
#[Object]
impl Place {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// What kind of area it is.
    async fn level(&self) -> Result<PlaceLevel> {
        detail!(self, Place { level }).copied()
    }
}

/// A new place.
#[derive(Debug, InputObject)]
pub struct CreatePlaceInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// What kind of area it is.
    level: PlaceLevel,
}

impl CreatePlaceInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        (self.fields, DetailDraft::Place { level: self.level })
    }
}

/// A change of a place. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdatePlaceInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// What kind of area it is.
    level: MaybeUndefined<PlaceLevel>,
}

impl UpdatePlaceInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::Place { level } = detail {
                set_required(level, self.level, "level")?;
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
