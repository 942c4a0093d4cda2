//! Programmes.

use super::patch::{set, set_option};
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use async_graphql::{InputObject, MaybeUndefined, Object};
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, ProgrammeType};

kind! {
    /// A project, fund, notice or bid.
    Programme;
    query ProgrammeQuery {
        /// One programme; null when there is none that you may see.
        programme;
        /// Programmes, by name unless ordered otherwise.
        programmes;
    }
    mutation ProgrammeMutation {
        /// Records a programme.
        create_programme(CreateProgrammeInput) -> CreateProgrammePayload;
        /// Changes a programme.
        update_programme(UpdateProgrammeInput) -> UpdateProgrammePayload;
    }
}

/// A project, fund, notice or bid.
#[Object]
impl Programme {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// What kind of undertaking it is; null when unknown.
    async fn programme_type(&self) -> Result<Option<ProgrammeType>> {
        detail!(self, Programme { programme_type }).copied()
    }

    /// Who decides about it, in words.
    async fn decided_by(&self) -> Result<Option<&str>> {
        detail!(self, Programme { decided_by }).map(Option::as_deref)
    }
}

/// A new programme.
#[derive(Debug, InputObject)]
pub struct CreateProgrammeInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// What kind of undertaking it is; absent when unknown.
    programme_type: Option<ProgrammeType>,
    /// Who decides about it, in words.
    decided_by: Option<String>,
}

impl CreateProgrammeInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        let detail = DetailDraft::Programme {
            programme_type: self.programme_type,
            decided_by: self.decided_by.unwrap_or_default(),
        };
        (self.fields, detail)
    }
}

/// A change of a programme. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateProgrammeInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// What kind of undertaking it is; null when unknown.
    programme_type: MaybeUndefined<ProgrammeType>,
    /// Who decides about it, in words.
    decided_by: MaybeUndefined<String>,
}

impl UpdateProgrammeInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::Programme { programme_type, decided_by } = detail {
                set_option(programme_type, self.programme_type);
                set(decided_by, self.decided_by);
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
