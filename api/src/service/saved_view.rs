//! Saved views: keeping what a page shows, naming it anew, sharing it, taking it away.

use super::place::settle;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use crate::snapshot::View;
use domain::identifier::{CommunityId, SavedViewId};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::saved_view::{SavedViewDraft, SavedViewKind, SavedViewVisibility};
use domain::stakeholder::Visibility;
use domain::text::{NAME_LIMIT, parse_line};
use entity::record::List;
use entity::saved_view::Model;
use std::sync::Arc;

/// A view to be saved.
#[derive(Clone, Debug)]
pub struct NewSavedView {
    /// Whose.
    pub community: CommunityId,
    /// What a person typed, and what they looked at.
    pub draft: SavedViewDraft,
    /// Who is to find it.
    pub visibility: SavedViewVisibility,
}

/// What is to change of a saved view; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct Patch {
    /// What it is called.
    pub title: Option<String>,
    /// Who finds it.
    pub visibility: Option<SavedViewVisibility>,
}

/// Which saved views to list; what is absent is no restriction.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Only of this community.
    pub community: Option<CommunityId>,
    /// Only of this page.
    pub kind: Option<SavedViewKind>,
}

/// Saves a view, as whoever acts.
pub async fn save(op: &Op, new: NewSavedView) -> Result<SavedViewId> {
    settle(op, Action::SaveView, Some(new.community), Visibility::Community).await?;
    let kind = new.draft.kind;
    let facts = new.draft.parse()?;
    let mut write = op.write().await?;
    let view = write.view();
    if facts.named.iter().any(|id| view.stakeholder(*id).is_none()) {
        return Err(Refusal::new(RefusalCode::NotFound, "query").into());
    }
    let owner = op.viewer().account();
    private_has_owner(new.visibility, owner.is_some())?;
    let row = Model {
        id: SavedViewId(write.id()),
        community_id: new.community,
        kind,
        title: facts.title,
        query: facts.query,
        named: List(facts.named),
        owner_id: owner,
        visibility: new.visibility,
        version: 1,
        created_at: write.at(),
        updated_at: write.at(),
    };
    let id = row.id;
    write.insert(row).await?;
    write.commit().await?;
    Ok(id)
}

/// Names a saved view anew or changes who finds it. Only whoever saved it keeps it from the others.
pub async fn update(op: &Op, id: SavedViewId, expected: i32, patch: Patch) -> Result<()> {
    allow(op, id).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    unmoved(&before, expected)?;
    let mut after = before.clone();
    if let Some(title) = patch.title {
        after.title = parse_line(&title, "title", NAME_LIMIT)?;
    }
    if let Some(visibility) = patch.visibility {
        let own = before.owner_id.is_some() && before.owner_id == op.viewer().account();
        private_has_owner(visibility, own || visibility == before.visibility)?;
        after.visibility = visibility;
    }
    if after != before {
        after.updated_at = write.at();
    }
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Takes a saved view away; the history keeps what its community saw of it.
pub async fn remove(op: &Op, id: SavedViewId, expected: i32) -> Result<()> {
    allow(op, id).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    write.delete(before, Expected::Version(expected)).await?;
    write.commit().await
}

/// The saved view, when the viewer sees it.
pub fn load(view: &View, id: SavedViewId) -> Result<Arc<Model>> {
    view.saved_view(id).cloned().ok_or(Error::NotFound)
}

/// The saved views that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: Filter) -> impl Iterator<Item = Arc<Model>> + '_ {
    let admits = move |row: &&Arc<Model>| {
        filter.community.is_none_or(|id| row.community_id == id)
            && filter.kind.is_none_or(|kind| row.kind == kind)
    };
    view.saved_views().filter(admits).cloned()
}

async fn allow(op: &Op, id: SavedViewId) -> Result<()> {
    let row = load(&op.view(), id)?;
    op.allow(Action::SaveView, row.workplace()).await
}

/// What is somebody's alone needs somebody whose it is.
fn private_has_owner(visibility: SavedViewVisibility, has_owner: bool) -> Result<(), Refusal> {
    match visibility == SavedViewVisibility::Private && !has_owner {
        true => Err(Refusal::new(RefusalCode::BeyondRights, "visibility")),
        false => Ok(()),
    }
}
