//! Communities: the tenants of one instance.

use crate::error::{Error, Result};
use crate::op::{Op, Write};
use domain::community::CommunityDraft;
use domain::identifier::CommunityId;
use domain::refusal::{Refusal, RefusalCode};
use domain::text::slug;
use entity::community;
use entity::record::List;

/// Creates a community; only the owner of the instance does. Its short name follows from its name
/// and is no other community's.
pub async fn create(op: &Op, draft: CommunityDraft) -> Result<CommunityId> {
    op.allow_owner().await?;
    let mut write = op.write().await?;
    let id = record(&mut write, draft).await?;
    write.commit().await?;
    Ok(id)
}

/// Records a community within a write that does more; the caller is the owner.
pub async fn record(write: &mut Write<'_>, draft: CommunityDraft) -> Result<CommunityId> {
    let facts = draft.parse()?;
    let slug = slug(&facts.name);
    if write.view().communities().any(|known| known.slug == slug) {
        return Err(Error::conflict(Refusal::new(RefusalCode::Duplicate, "name")));
    }
    let id = CommunityId(write.id());
    let row = community::Model {
        id,
        name: facts.name,
        slug,
        global_good_id: None,
        onboarding_steps: List(Vec::new()),
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await?;
    Ok(id)
}
