//! Engagements: opening one, working on it, moving it, and finding it again.

use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::{Days, NaiveDate};
use domain::identifier::{AccountId, CommunityId, EngagementId, Noun, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::StakeholderKind;
use entity::engagement;
use std::sync::Arc;

mod commitment;
mod decision;
mod funnel;
mod list;
mod onboarding;
mod open;
mod standing;
mod transition;
mod update;
pub use commitment::{Tie, record_commitment, tie_commitment};
pub use decision::{NewDecision, decide};
pub use funnel::{Funnel, Stuck, funnel};
pub use list::{Filter, due_first, list};
pub use onboarding::{set_step, set_template, start_onboarding};
pub use open::{Opening, Standing, open, record};
pub use standing::{Reachable, commitments, contact, debt, entry_points, reachable};
pub use transition::{Step, transition};
pub use update::{Patch, update};

/// The engagement, when the viewer sees it.
pub fn load(view: &View, id: EngagementId) -> Result<Arc<engagement::Model>> {
    view.engagement(id).cloned().ok_or(Error::NotFound)
}

/// Refuses a second conversation with one party about one objective. Only rows that the actor sees
/// and that the same people see stand in each other's way.
pub(super) fn unique(view: &View, row: &engagement::Model) -> Result<()> {
    let same = |other: &&Arc<engagement::Model>| {
        other.id != row.id
            && other.community_id == row.community_id
            && other.objective == row.objective
            && other.visibility == row.visibility
            && other.stage.is_open()
    };
    match view.engagements_of(row.party_id).find(same) {
        Some(other) if row.stage.is_open() => {
            let refusal = Refusal::new(RefusalCode::DuplicateEngagement, "objective");
            Err(Error::conflict(refusal.missing(Noun::Engagement.format(other.id.0))))
        }
        _ => Ok(()),
    }
}

/// Refuses an owner who is not a member of the community, as far as the actor sees.
pub(super) fn member(
    view: &View,
    community: CommunityId,
    account: AccountId,
    field: &str,
) -> Result<(), Refusal> {
    let belongs = view.members(community).any(|row| row.account_id == account);
    let active = view.account(account).is_some_and(|row| !row.disabled);
    match belongs && active {
        true => Ok(()),
        false => Err(Refusal::new(RefusalCode::NotFound, field)),
    }
}

/// A stakeholder that is newly named in an engagement, with what it is.
pub(super) fn named(
    view: &View,
    id: StakeholderId,
    field: &str,
) -> Result<(StakeholderId, StakeholderKind), Refusal> {
    match view.stakeholder(id) {
        None => Err(Refusal::new(RefusalCode::NotFound, field)),
        Some(row) if row.archived_at.is_some() => Err(Refusal::new(RefusalCode::Archived, field)),
        Some(row) => Ok((id, row.kind)),
    }
}

/// The latest day that it is anywhere on earth while it is `today` in UTC: what has happened may be
/// dated so.
pub(super) fn tomorrow(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(1)).unwrap_or(today)
}
