//! Saved views: what a page shows, kept under a title.

use super::account::Account;
use super::change::{self, ChangeConnection};
use super::community::Community;
use super::context::{Access, Listed};
use super::identifier::Outside;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::Instant;
use crate::error::{Error, Result};
use crate::service::saved_view::{self, Filter, NewSavedView, Patch};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::identifier::{CommunityId, SavedViewId};
use domain::saved_view::{SavedViewDraft, SavedViewKind, SavedViewVisibility};
use domain::text::fold;
use entity::saved_view::Model;
use std::sync::Arc;

/// What a page shows, kept under a title so that it can be found and shared.
#[derive(Clone, Debug)]
pub struct SavedView(Arc<Model>);

impl SavedView {
    /// The saved view, when the viewer may see it.
    pub fn find(view: &View, id: SavedViewId) -> Option<Self> {
        view.saved_view(id).cloned().map(Self)
    }
}

/// What a page shows, kept under a title so that it can be found and shared.
#[Object]
impl SavedView {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Which page it is of.
    async fn kind(&self) -> SavedViewKind {
        self.0.kind
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The query of the page's address: what the page is asked.
    async fn query(&self) -> &str {
        &self.0.query
    }

    /// Whose it is: the community whose members find it.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        Community::find(&ctx.view()?, self.0.community_id).ok_or(Error::NotFound)
    }

    /// Who saved it; null when it was nobody with an account, or nobody whom you may see.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.owner_id.and_then(|id| Account::find(&view, id)))
    }

    /// Who finds it, among those who see everybody whom it names.
    async fn visibility(&self) -> SavedViewVisibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was saved.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What was changed in it, the last change first; of a private one nothing is told.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}

/// Finding saved views.
#[derive(Debug, Default)]
pub struct SavedViewQuery;

#[Object(guard = "Listed")]
impl SavedViewQuery {
    /// The saved views that you may see, by title.
    async fn saved_views(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of this page.")] kind: Option<SavedViewKind>,
        #[graphql(desc = "Only of this community.")] community: Option<ID>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<SavedView>> {
        let page = Page::parse(first, after.as_deref(), "savedViews")?;
        let community = CommunityId::read_opt(community.as_ref(), "community")?;
        let view = ctx.view()?;
        let rows = saved_view::list(&view, Filter { community, kind });
        let keyed = rows.map(|row| (SortKey::Text(fold(&row.title).into()), row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, SavedView))
    }
}

/// A view to be saved.
#[derive(Debug, InputObject)]
pub struct SaveViewInput {
    /// Whose it is to be.
    pub community: ID,
    /// Which page it is of.
    pub kind: SavedViewKind,
    /// What it is called.
    pub title: String,
    /// The query of the page's address, up to 2,000 characters: of WHAT_IF who, or, or2, or3 (ids of
    /// stakeholders, separated by commas), mode and at.
    pub query: String,
    /// Who is to find it.
    #[graphql(default_with = "SavedViewVisibility::Community")]
    pub visibility: SavedViewVisibility,
}

/// What to change of a saved view; what is absent or null stays.
#[derive(Debug, InputObject)]
pub struct UpdateViewInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
    /// What it is called.
    pub title: Option<String>,
    /// Who finds it; only whoever saved it makes it private.
    pub visibility: Option<SavedViewVisibility>,
}

/// Which saved view goes.
#[derive(Debug, InputObject)]
pub struct RemoveViewInput {
    /// Its id.
    pub id: ID,
    /// The version that you read; another one is refused.
    pub expected_version: i32,
}

/// The view that was saved or changed.
#[derive(Debug, SimpleObject)]
pub struct SavedViewPayload {
    /// As it is now.
    pub saved_view: SavedView,
}

/// The view that is gone.
#[derive(Debug, SimpleObject)]
pub struct RemoveViewPayload {
    /// Its id.
    pub removed_id: ID,
}

impl SavedViewPayload {
    fn of(ctx: &Context<'_>, id: SavedViewId) -> Result<Self> {
        let saved_view = SavedView::find(&ctx.view()?, id).ok_or(Error::NotFound)?;
        Ok(Self { saved_view })
    }
}

/// Saving views, and working on saved ones.
#[derive(Debug, Default)]
pub struct SavedViewMutation;

#[Object(guard = "Listed")]
impl SavedViewMutation {
    /// Saves what a page shows under a title.
    async fn save_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to save.")] input: SaveViewInput,
    ) -> Result<SavedViewPayload> {
        let SaveViewInput { community, kind, title, query, visibility } = input;
        let community = CommunityId::read(&community, "community")?;
        let draft = SavedViewDraft { kind, title, query };
        let new = NewSavedView { community, draft, visibility };
        let id = saved_view::save(ctx.op()?, new).await?;
        SavedViewPayload::of(ctx, id)
    }

    /// Names a saved view anew, or changes who finds it.
    async fn update_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to change.")] input: UpdateViewInput,
    ) -> Result<SavedViewPayload> {
        let id = SavedViewId::read(&input.id, "id")?;
        let patch = Patch { title: input.title, visibility: input.visibility };
        saved_view::update(ctx.op()?, id, input.expected_version, patch).await?;
        SavedViewPayload::of(ctx, id)
    }

    /// Takes a saved view away; the history keeps what its community saw of it.
    async fn remove_view(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RemoveViewInput,
    ) -> Result<RemoveViewPayload> {
        let id = SavedViewId::read(&input.id, "id")?;
        saved_view::remove(ctx.op()?, id, input.expected_version).await?;
        Ok(RemoveViewPayload { removed_id: input.id })
    }
}
