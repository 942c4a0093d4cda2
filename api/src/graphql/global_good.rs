//! Global goods.

use super::patch::set;
use super::stakeholder::{CreateFields, Fields, UpdateFields, detail, kind};
use crate::error::Result;
use async_graphql::{InputObject, MaybeUndefined, Object};
use domain::refusal::Refusal;
use domain::stakeholder::DetailDraft;

kind! {
    /// An open-source digital public good for health or social protection.
    GlobalGood;
    query GlobalGoodQuery {
        /// One global good; null when there is none that you may see.
        global_good;
        /// Global goods, by name unless ordered otherwise.
        global_goods;
    }
    mutation GlobalGoodMutation {
        /// Records a global good.
        create_global_good(CreateGlobalGoodInput) -> CreateGlobalGoodPayload;
        /// Changes a global good.
        update_global_good(UpdateGlobalGoodInput) -> UpdateGlobalGoodPayload;
    }
}

/// An open-source digital public good for health or social protection.
#[Object]
impl GlobalGood {
    #[graphql(flatten)]
    async fn fields(&self) -> &Fields {
        &self.0
    }

    /// Its licence, as an SPDX expression.
    async fn licence(&self) -> Result<Option<&str>> {
        detail!(self, GlobalGood { licence }).map(Option::as_deref)
    }

    /// Where its code is.
    async fn repository(&self) -> Result<Option<&str>> {
        detail!(self, GlobalGood { repository }).map(Option::as_deref)
    }
}

/// A new global good.
#[derive(Debug, InputObject)]
pub struct CreateGlobalGoodInput {
    #[graphql(flatten)]
    fields: CreateFields,
    /// Its licence, as an SPDX expression.
    licence: Option<String>,
    /// Where its code is.
    repository: Option<String>,
}

impl CreateGlobalGoodInput {
    fn parts(self) -> (CreateFields, DetailDraft) {
        let detail = DetailDraft::GlobalGood {
            licence: self.licence.unwrap_or_default(),
            repository: self.repository.unwrap_or_default(),
        };
        (self.fields, detail)
    }
}

/// A change of a global good. Absent: unchanged. Null: cleared.
#[derive(Debug, InputObject)]
pub struct UpdateGlobalGoodInput {
    #[graphql(flatten)]
    fields: UpdateFields,
    /// Its licence, as an SPDX expression.
    licence: MaybeUndefined<String>,
    /// Where its code is.
    repository: MaybeUndefined<String>,
}

impl UpdateGlobalGoodInput {
    fn parts(self) -> (UpdateFields, impl FnOnce(&mut DetailDraft) -> Result<(), Refusal>) {
        let edit = move |detail: &mut DetailDraft| {
            if let DetailDraft::GlobalGood { licence, repository } = detail {
                set(licence, self.licence);
                set(repository, self.repository);
            }
            Ok(())
        };
        (self.fields, edit)
    }
}
