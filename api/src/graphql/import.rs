//! Imports: many rows brought in as one step, undone as one step.

use super::account::Account;
use super::community::Community;
use super::context::{Access, Listed};
use super::identifier::Outside;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::Instant;
use crate::error::{Error, Result};
use crate::service::change::{self, Touched};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::identifier::ImportId;
use entity::import::Model;
use std::sync::Arc;

/// Many rows brought in as one step.
#[derive(Clone, Debug)]
pub struct Import(Arc<Model>);

impl Import {
    /// An import that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }
}

/// Many rows brought in as one step.
#[Object]
impl Import {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// When.
    async fn at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// Who brought them in; null also when you may not see who.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.account_id.and_then(|id| Account::find(&view, id)))
    }

    /// The name of the file; null for cells that were pasted.
    async fn file_name(&self) -> Option<&str> {
        self.0.file_name.as_deref()
    }

    /// How many rows made something new.
    async fn created(&self) -> i32 {
        self.0.created
    }

    /// How many rows matched what was there.
    async fn matched(&self) -> i32 {
        self.0.matched
    }

    /// How many rows were rejected.
    async fn rejected(&self) -> i32 {
        self.0.rejected
    }

    /// When it was undone; null while it stands.
    async fn undone_at(&self) -> Option<Instant> {
        self.0.undone_at.map(Instant)
    }

    /// Into which community.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }
}

/// An import to undo.
#[derive(Clone, Debug, InputObject)]
pub struct UndoImportInput {
    /// Which import.
    id: ID,
    /// Whether records that somebody has changed or built upon since then stay, with what they came
    /// with, while all the others go. Otherwise they stand in the way: nothing is undone, and the
    /// refusals name them, each by its name and id in `missing`.
    #[graphql(default = false)]
    keep_touched: bool,
}

/// The import as it is afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct UndoImportPayload {
    /// The import, now undone.
    import: Import,
    /// How many of its stakeholders, relationships, capabilities and engagements stay.
    kept: i32,
}

/// Finding imports.
#[derive(Debug, Default)]
pub struct ImportQuery;

/// Finding imports.
#[Object(guard = "Listed")]
impl ImportQuery {
    /// The imports of your communities, the latest first.
    async fn imports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Import>> {
        let page = Page::parse(first, after.as_deref(), "imports")?;
        let view = ctx.view()?;
        let rows = view
            .imports()
            .map(|row| (SortKey::Number(row.created_at.timestamp_micros()), row.id.0, row));
        Ok(page.of(rows, OrderDirection::Descending, |row| Import(row.clone())))
    }
}

/// Undoing imports.
#[derive(Debug, Default)]
pub struct ImportMutation;

/// Undoing imports.
#[Object(guard = "Listed")]
impl ImportMutation {
    /// Takes a whole import back: everything it created goes, everything it changed is as before.
    async fn undo_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which import.")] input: UndoImportInput,
    ) -> Result<UndoImportPayload> {
        let id = ImportId::read(&input.id, "id")?;
        let touched = if input.keep_touched { Touched::Stay } else { Touched::StandInTheWay };
        let undone = change::revert_import(ctx.op()?, id, touched).await?;
        let kept = i32::try_from(undone.kept).map_err(Error::internal)?;
        let row = ctx.view()?.import(id).cloned().ok_or(Error::NotFound)?;
        Ok(UndoImportPayload { import: Import(row), kept })
    }
}
