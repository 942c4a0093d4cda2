//! Sources: what evidence points into.

use super::place::settle;
use crate::error::Result;
use crate::op::{Op, Write};
use domain::evidence::{SourceDraft, SourceFacts};
use domain::identifier::{CommunityId, SourceId};
use domain::policy::{Action, Place};
use domain::stakeholder::Visibility;
use entity::source::Model;

/// Records a source that evidence will point into.
pub async fn add(
    op: &Op,
    draft: SourceDraft,
    community: Option<CommunityId>,
    visibility: Visibility,
) -> Result<SourceId> {
    let place = settle(op, Action::AddEvidence, community, visibility).await?;
    let facts = draft.parse()?;
    let mut write = op.write().await?;
    let id = insert(&mut write, place, facts).await?;
    write.commit().await?;
    Ok(id)
}

/// Stores a new source within a write that has more to do; its place has been settled.
pub async fn insert(write: &mut Write<'_>, place: Place, facts: SourceFacts) -> Result<SourceId> {
    let id = SourceId(write.id());
    let record = Model {
        id,
        kind: facts.kind,
        title: facts.title,
        url: facts.url,
        published_on: facts.published_on,
        licence: facts.licence,
        revision_tag: facts.revision_tag,
        community_id: place.community,
        visibility: place.visibility,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(record).await?;
    Ok(id)
}

/// What is recorded of a source.
pub fn facts(row: &Model) -> SourceFacts {
    SourceFacts {
        kind: row.kind,
        title: row.title.clone(),
        url: row.url.clone(),
        published_on: row.published_on,
        licence: row.licence.clone(),
        revision_tag: row.revision_tag.clone(),
    }
}
