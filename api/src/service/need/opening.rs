//! A match opens an engagement, which is tied to its need.

use super::{load, matches};
use crate::error::Result;
use crate::op::Op;
use crate::service::engagement::{self, Opening};
use crate::service::place;
use domain::engagement::{EngagementDraft, Objective};
use domain::identifier::{EngagementId, NeedId, StakeholderId};
use domain::need::{NeedStatus, objective, reason};
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;

/// What opens an engagement with somebody who fits a need.
#[derive(Clone, Debug)]
pub struct FromMatch {
    /// Which need or offer.
    pub need: NeedId,
    /// With whom: somebody who fits it.
    pub party: StakeholderId,
    /// What for; none is what its service is mostly for.
    pub objective: Option<Objective>,
    /// Why this party; none is what the need says.
    pub why: Option<String>,
}

/// Opens an engagement with somebody who fits a need, by the rules of every engagement. It is seen by
/// those who see the need, and by no more than the members of its community.
pub async fn open(op: &Op, asked: FromMatch) -> Result<EngagementId> {
    let seen = load(&op.view(), asked.need)?;
    let visibility = seen.visibility.max(Visibility::Community);
    let community = Some(seen.community_id);
    place::settle(op, Action::WorkEngagement, community, visibility).await?;
    let mut write = op.write().await?;
    let need = load(write.view(), asked.need)?;
    if need.status != NeedStatus::Open {
        let refusal = Refusal::new(RefusalCode::StateNotReachable, "need");
        return Err(refusal.missing(NeedStatus::Open.to_string()).into());
    }
    let fitting = matches(write.view(), need.id, op.today())?;
    if !fitting.iter().any(|one| one.party == asked.party) {
        return Err(Refusal::new(RefusalCode::NotFound, "party").into());
    }
    let why = asked.why.unwrap_or_else(|| reason(&need.text));
    let opening = Opening {
        community: need.community_id,
        party: asked.party,
        objective: asked.objective.unwrap_or(objective(need.service)),
        draft: EngagementDraft { why, ..EngagementDraft::default() },
        entry_points: Vec::new(),
        visibility: need.visibility.max(Visibility::Community),
        standing: None,
        reopens: None,
        need: Some(need.id),
        practice: false,
    };
    let id = engagement::record(&mut write, opening).await?;
    write.commit().await?;
    Ok(id)
}
