//! Finding engagements.

use super::entry_points;
use crate::snapshot::View;
use chrono::NaiveDate;
use domain::engagement::{Objective, Stage};
use domain::identifier::{AccountId, CommunityId, StakeholderId};
use domain::text::fold;
use entity::engagement;
use std::sync::Arc;

/// Which engagements to list; an empty list is no restriction.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this community.
    pub community: Option<CommunityId>,
    /// Only with this party.
    pub party: Option<StakeholderId>,
    /// Only at these stages.
    pub stages: Vec<Stage>,
    /// Only for these objectives.
    pub objectives: Vec<Objective>,
    /// Only those that this account is in charge of.
    pub owner: Option<AccountId>,
    /// Only those that somebody, or nobody, is in charge of.
    pub has_owner: Option<bool>,
    /// Only those with, or without, an entry point.
    pub has_entry_point: Option<bool>,
    /// Only those whose next step is due on or before this day.
    pub due_by: Option<NaiveDate>,
    /// Only those in whose reason, next step or party every word of this text begins some word.
    pub text: String,
    /// Only those for practice, or only those not.
    pub practice: Option<bool>,
}

/// The engagements that the viewer sees and the filter admits, in order of id.
pub fn list(view: &View, filter: &Filter) -> Vec<Arc<engagement::Model>> {
    let words = fold(&filter.text);
    let admits =
        |row: &&Arc<engagement::Model>| filter.admits(view, row) && mentions(view, row, &words);
    match filter.party {
        Some(party) => view.engagements_of(party).filter(admits).cloned().collect(),
        None => view.engagements().filter(admits).cloned().collect(),
    }
}

/// Sorts the ones due first to the front; of those without a due date, the ones waiting longest.
pub fn due_first(rows: &mut [Arc<engagement::Model>]) {
    rows.sort_by_key(|row| {
        let due = row.next_step_due;
        (due.is_none(), due, row.stage_since, row.id)
    });
}

impl Filter {
    fn admits(&self, view: &View, row: &engagement::Model) -> bool {
        let owner = || row.owner_id.filter(|id| view.account(*id).is_some());
        self.community.is_none_or(|community| row.community_id == community)
            && (self.stages.is_empty() || self.stages.contains(&row.stage))
            && (self.objectives.is_empty() || self.objectives.contains(&row.objective))
            && self.owner.is_none_or(|account| owner() == Some(account))
            && self.has_owner.is_none_or(|has| owner().is_some() == has)
            && self
                .has_entry_point
                .is_none_or(|has| entry_points(view, row).next().is_some() == has)
            && self.due_by.is_none_or(|day| row.next_step_due.is_some_and(|due| due <= day))
            && self.practice.is_none_or(|practice| row.practice == practice)
    }
}

fn mentions(view: &View, row: &engagement::Model, words: &str) -> bool {
    if words.is_empty() || view.rank(row.party_id, words).is_some() {
        return true;
    }
    let text = fold(&format!("{} {}", row.why, row.next_step.as_deref().unwrap_or_default()));
    words.split(' ').all(|word| text.split(' ').any(|known| known.starts_with(word)))
}
