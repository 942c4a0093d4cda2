//! Implementations.

use super::context::Access;
use super::need::Need;
use super::patch::{set, set_option};
use super::scalar::{Date, TypedDate};
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use async_graphql::{Context, InputObject, MaybeUndefined, Object};
use domain::interval::DatePoint;
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, ImplementationScope, ImplementationStage, StageMoved};

mod transition;
pub use transition::{AllowedStage, ImplementationTransitionMutation};

kind! {
    /// A global good at work in one place.
    Implementation;
    query ImplementationQuery {
        /// One implementation; null when there is none that you may see.
        implementation;
        /// Implementations, by name unless ordered otherwise.
        implementations;
    }
    mutation ImplementationMutation {
        /// Records an implementation.
        create_implementation(CreateImplementationInput) -> CreateImplementationPayload;
        /// Changes an implementation.
        update_implementation(UpdateImplementationInput) -> UpdateImplementationPayload;
    }
}

/// A global good at work in one place.
#[Object]
impl Implementation {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// How far it has come; null when unknown.
    async fn stage(&self) -> Result<Option<ImplementationStage>> {
        detail!(self, Implementation { stage }).copied()
    }

    /// Since when it stands at its stage; null when unknown.
    async fn stage_since(&self) -> Result<Option<Date>> {
        Ok(detail!(self, Implementation { stage_since })?.map(Date))
    }

    /// Why it was moved to its stage.
    async fn stage_note(&self) -> Result<Option<&str>> {
        detail!(self, Implementation { stage_note }).map(Option::as_deref)
    }

    /// Where it was before it was paused; null when it is not, or when that is unknown.
    async fn before_paused(&self) -> Result<Option<ImplementationStage>> {
        detail!(self, Implementation { before_paused }).copied()
    }

    /// The stages that may follow, with what is given with each move; none while the stage is unknown.
    async fn next_stages(&self) -> Vec<AllowedStage> {
        AllowedStage::all(self.row())
    }

    /// What it looks for and offers, in order of recording.
    async fn needs(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Need>> {
        Need::of_party(&ctx.view()?, self.row().id, first)
    }

    /// How much of the country it covers; null when unknown.
    async fn scope(&self) -> Result<Option<ImplementationScope>> {
        detail!(self, Implementation { scope }).copied()
    }

    /// The scheme or system that it serves.
    async fn scheme(&self) -> Result<Option<&str>> {
        detail!(self, Implementation { scheme }).map(Option::as_deref)
    }

    /// Its start, as exact as it is known.
    async fn started_on(&self) -> Result<Option<DatePoint>> {
        detail!(self, Implementation { started_on }).copied()
    }

    /// Its end, as exact as it is known.
    async fn ended_on(&self) -> Result<Option<DatePoint>> {
        detail!(self, Implementation { ended_on }).copied()
    }
}

/// A new implementation.
#[derive(Debug, InputObject)]
pub struct CreateImplementationInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// How far it has come; absent when unknown.
    stage: Option<ImplementationStage>,
    /// Why it stands at its stage.
    stage_note: Option<String>,
    /// How much of the country it covers; absent when unknown.
    scope: Option<ImplementationScope>,
    /// The scheme or system that it serves.
    scheme: Option<String>,
    /// Its start, as exact as it is known.
    started_on: Option<TypedDate>,
    /// Its end, as exact as it is known.
    ended_on: Option<TypedDate>,
}

impl CreateImplementationInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        let date = |date: Option<TypedDate>| date.map(String::from).unwrap_or_default();
        let detail = DetailDraft::Implementation {
            stage: self.stage,
            scope: self.scope,
            scheme: self.scheme.unwrap_or_default(),
            started_on: date(self.started_on),
            ended_on: date(self.ended_on),
            moved: StageMoved { note: self.stage_note, ..StageMoved::default() },
        };
        (self.fields, detail)
    }
}

/// A change of an implementation. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateImplementationInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// How far it has come; null when unknown. A known stage gives way to one that may follow it; what
    /// leaves the usual way says why.
    stage: MaybeUndefined<ImplementationStage>,
    /// Why it stands at its stage.
    stage_note: MaybeUndefined<String>,
    /// How much of the country it covers; null when unknown.
    scope: MaybeUndefined<ImplementationScope>,
    /// The scheme or system that it serves.
    scheme: MaybeUndefined<String>,
    /// Its start, as exact as it is known.
    started_on: MaybeUndefined<TypedDate>,
    /// Its end, as exact as it is known.
    ended_on: MaybeUndefined<TypedDate>,
}

impl UpdateImplementationInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::Implementation {
                stage,
                scope,
                scheme,
                started_on,
                ended_on,
                moved,
            } = detail
            {
                set_option(stage, self.stage);
                set_option(&mut moved.note, self.stage_note);
                set_option(scope, self.scope);
                set(scheme, self.scheme);
                set(started_on, self.started_on.map_value(String::from));
                set(ended_on, self.ended_on.map_value(String::from));
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
