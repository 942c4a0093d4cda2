//! What the eight types share: how one is found, listed, created and changed.

use super::fields::Fields;
use super::input::{CreateFields, UpdateFields};
use super::list::{self, StakeholderBy, StakeholderFilter, StakeholderOrder};
use crate::error::{Error, Result};
use crate::graphql::context::Access;
use crate::graphql::page::{Connection, Page};
use crate::service;
use crate::snapshot::View;
use async_graphql::{Context, OutputType};
use domain::identifier::StakeholderId;
use domain::refusal::Refusal;
use domain::stakeholder::{DetailDraft, StakeholderKind};

/// One of the eight types.
pub trait Kind: OutputType + Sized {
    /// The kind of its rows.
    const KIND: StakeholderKind;
    /// The type around a row of that kind.
    fn wrap(fields: Fields) -> Self;
    /// The stakeholder of this kind with this id, when the viewer may see it.
    fn find(view: &View, id: StakeholderId) -> Option<Self> {
        let row = view.stakeholder(id).filter(|row| row.kind == Self::KIND)?;
        Some(Self::wrap(Fields::new(row.clone())))
    }
}

/// Answers `organization(by:)` and its like.
pub fn find<K: Kind>(ctx: &Context<'_>, by: StakeholderBy) -> Result<Option<K>> {
    let row = by.find(&ctx.view()?, Some(K::KIND))?;
    Ok(row.map(|row| K::wrap(Fields::new(row))))
}

/// Answers `organizations(...)` and its like.
pub fn list<K: Kind>(
    ctx: &Context<'_>,
    filter: Option<StakeholderFilter>,
    order_by: Option<StakeholderOrder>,
    first: i32,
    after: Option<&str>,
) -> Result<Connection<K>> {
    let order = order_by.unwrap_or_default();
    let page = Page::parse(first, after, &order.list(Some(K::KIND)))?;
    let filter = filter.unwrap_or_default().parse(Some(K::KIND))?;
    Ok(list::page(&ctx.view()?, &filter, order, &page, |row| K::wrap(Fields::new(row))))
}

/// Answers `createOrganization` and its like.
pub async fn create<K: Kind>(
    ctx: &Context<'_>,
    fields: CreateFields,
    detail: DetailDraft,
) -> Result<K> {
    let new = fields.parse(detail)?;
    let id = service::stakeholder::create(ctx.op()?, new).await?;
    K::find(&ctx.view()?, id).ok_or(Error::NotFound)
}

/// Answers `updateOrganization` and its like; `edit` writes what only this kind has.
pub async fn update<K: Kind>(
    ctx: &Context<'_>,
    fields: UpdateFields,
    edit: impl FnOnce(&mut DetailDraft) -> Result<(), Refusal> + Send,
) -> Result<K> {
    let id = StakeholderId(K::KIND.noun().parse_id(&fields.id, "id")?);
    // A stakeholder of another kind has another id.
    K::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
    let update = fields.update(id)?;
    let write = |draft: &mut domain::stakeholder::StakeholderDraft| {
        edit(&mut draft.detail)?;
        fields.write(draft);
        Ok(())
    };
    service::stakeholder::update(ctx.op()?, update, write).await?;
    K::find(&ctx.view()?, id).ok_or(Error::NotFound)
}

/// Reads fields of the detail of a type's own kind: a row of another kind is never wrapped in it.
macro_rules! detail {
    ($self:ident, $variant:ident { $field:ident }) => {
        match &$self.row().detail {
            domain::stakeholder::Detail::$variant { $field, .. } => Ok($field),
            other => Err($crate::error::Error::internal(format!("a detail of {}", other.kind()))),
        }
    };
}
pub(crate) use detail;

/// Declares one of the eight types with its queries, mutations and payloads. What only it has is
/// written beside it: the fields of the type, the two inputs with `parts` and `edit`.
macro_rules! kind {
    (
        $(#[doc = $doc:literal])+
        $kind:ident;
        query $query:ident {
            $(#[doc = $one_doc:literal])+ $one:ident;
            $(#[doc = $many_doc:literal])+ $many:ident;
        }
        mutation $mutation:ident {
            $(#[doc = $create_doc:literal])+ $create:ident($create_input:ident) -> $create_payload:ident;
            $(#[doc = $update_doc:literal])+ $update:ident($update_input:ident) -> $update_payload:ident;
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug)]
        pub struct $kind($crate::graphql::stakeholder::Fields);

        impl std::ops::Deref for $kind {
            type Target = $crate::graphql::stakeholder::Fields;
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl $crate::graphql::stakeholder::Kind for $kind {
            const KIND: domain::stakeholder::StakeholderKind =
                domain::stakeholder::StakeholderKind::$kind;
            fn wrap(fields: $crate::graphql::stakeholder::Fields) -> Self {
                Self(fields)
            }
        }

        #[doc = concat!("Looks up and lists rows of the type `", stringify!($kind), "`.")]
        #[derive(Debug, Default)]
        pub struct $query;

        #[async_graphql::Object(guard = "crate::graphql::context::Listed")]
        impl $query {
            $(#[doc = $one_doc])+
            async fn $one(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "Which one.")] by: $crate::graphql::stakeholder::StakeholderBy,
            ) -> $crate::error::Result<Option<$kind>> {
                $crate::graphql::stakeholder::find(ctx, by)
            }

            $(#[doc = $many_doc])+
            async fn $many(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "Only some of them; archived ones only when asked for.")]
                filter: Option<$crate::graphql::stakeholder::StakeholderFilter>,
                #[graphql(desc = "In which order.")]
                order_by: Option<$crate::graphql::stakeholder::StakeholderOrder>,
                #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
                #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
            ) -> $crate::error::Result<$crate::graphql::page::Connection<$kind>> {
                $crate::graphql::stakeholder::list(ctx, filter, order_by, first, after.as_deref())
            }
        }

        #[doc = concat!("Creates and changes rows of the type `", stringify!($kind), "`.")]
        #[derive(Debug, Default)]
        pub struct $mutation;

        #[async_graphql::Object(guard = "crate::graphql::context::Listed")]
        impl $mutation {
            $(#[doc = $create_doc])+
            async fn $create(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "What to record.")] input: $create_input,
            ) -> $crate::error::Result<$create_payload> {
                let (fields, detail) = input.parts();
                let $one = $crate::graphql::stakeholder::create(ctx, fields, detail).await?;
                Ok($create_payload { $one })
            }

            $(#[doc = $update_doc])+
            async fn $update(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "What to change.")] input: $update_input,
            ) -> $crate::error::Result<$update_payload> {
                let (fields, edit) = input.parts();
                let $one = $crate::graphql::stakeholder::update(ctx, fields, edit).await?;
                Ok($update_payload { $one })
            }
        }

        /// What was created.
        #[derive(Debug, async_graphql::SimpleObject)]
        pub struct $create_payload {
            /// As it is now.
            pub $one: $kind,
        }

        /// What was changed.
        #[derive(Debug, async_graphql::SimpleObject)]
        pub struct $update_payload {
            /// As it is now.
            pub $one: $kind,
        }
    };
}
pub(crate) use kind;
