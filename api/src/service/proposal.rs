//! Proposals: what notes say, read once and kept until a manager accepts or rejects it.

use crate::error::{Error, Result};
use crate::op::{Expected, Op, unmoved};
use crate::snapshot::View;
use domain::identifier::{CommunityId, MeetingId, ProposalId};
use domain::notes::ProposalKind;
use domain::policy::Action;
use domain::proposal::{ProposalOrigin, ProposalState};
use domain::refusal::{Refusal, RefusalCode};
use domain::text::{LINE_LIMIT, parse_line};
use entity::proposal::Model;
use std::sync::Arc;

mod accept;
mod outcome;
mod read;
pub use accept::{Acceptance, accept};
pub use read::{read_notes, read_within};

/// Which proposals to list; what is absent or empty is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this community.
    pub community: Option<CommunityId>,
    /// Only what the notes of this meeting say.
    pub meeting: Option<MeetingId>,
    /// Only in one of these states.
    pub states: Vec<ProposalState>,
    /// Only of one of these kinds.
    pub kinds: Vec<ProposalKind>,
    /// Only from there.
    pub origin: Option<ProposalOrigin>,
}

/// The proposals that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: &Filter) -> Vec<Arc<Model>> {
    let admits = |row: &&Arc<Model>| {
        filter.community.is_none_or(|id| row.community_id == id)
            && (filter.states.is_empty() || filter.states.contains(&row.state))
            && (filter.kinds.is_empty() || filter.kinds.contains(&row.kind))
            && filter.origin.is_none_or(|origin| row.origin == origin)
    };
    match filter.meeting {
        Some(id) => view.proposals_of(id).filter(admits).cloned().collect(),
        None => view.proposals().filter(admits).cloned().collect(),
    }
}

/// Rejects a proposal, with the reason that whoever wrote the notes reads.
pub async fn reject(op: &Op, id: ProposalId, expected: i32, reason: &str) -> Result<()> {
    op.allow_on(Action::DecideProposal, &*load(&op.view(), id)?).await?;
    let mut write = op.write().await?;
    load(write.view(), id)?;
    let before: Model = write.load(id.0).await?;
    undecided(&before, expected)?;
    let after = Model {
        state: ProposalState::Rejected,
        reason: Some(parse_line(reason, "reason", LINE_LIMIT)?),
        decided_by_id: op.viewer().account(),
        decided_at: Some(write.at()),
        updated_at: write.at(),
        ..before.clone()
    };
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// The proposal, when the viewer sees it.
pub fn load(view: &View, id: ProposalId) -> Result<Arc<Model>> {
    view.proposal(id).cloned().ok_or(Error::NotFound)
}

/// Refuses a proposal that was decided already, or that has moved on.
fn undecided(row: &Model, expected: i32) -> Result<()> {
    unmoved(row, expected)?;
    match row.state {
        ProposalState::Open => Ok(()),
        _ => Err(Error::conflict(Refusal::new(RefusalCode::StateNotReachable, "id"))),
    }
}
