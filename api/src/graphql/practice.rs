//! Practice data: made for trying things out, and removed in one step.

use super::change::Change;
use super::context::{Access, Listed};
use super::identifier::Outside;
use crate::error::Result;
use crate::service::practice;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::identifier::CommunityId;

/// Whose practice data to remove.
#[derive(Clone, Debug, InputObject)]
pub struct RemovePracticeDataInput {
    /// The community.
    community: ID,
}

/// What was removed.
#[derive(Clone, Debug, SimpleObject)]
pub struct RemovePracticeDataPayload {
    /// How many records went that were marked as practice.
    removed: usize,
    /// The last of the changes: with it, `revertRevision` brings everything back. Null when there was
    /// nothing to remove.
    change: Option<Change>,
}

/// Removing practice data.
#[derive(Debug, Default)]
pub struct PracticeMutation;

/// Removing practice data.
#[Object(guard = "Listed")]
impl PracticeMutation {
    /// Removes everything of a community that is marked as practice. `revertRevision` brings it back.
    async fn remove_practice_data(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: RemovePracticeDataInput,
    ) -> Result<RemovePracticeDataPayload> {
        let community = CommunityId::read(&input.community, "community")?;
        let removed = practice::remove(ctx.op()?, community).await?;
        let change = Change::last(ctx, removed.last_change).await?;
        Ok(RemovePracticeDataPayload { removed: removed.count, change })
    }
}
