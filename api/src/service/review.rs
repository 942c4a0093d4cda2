//! The review queue: everything of a community that waits for somebody to look at it, the most pressing
//! first and then the longest waiting.

use super::evidence::items;
use crate::snapshot::View;
use chrono::{DateTime, NaiveDate, Utc};
use domain::confidence::disputed;
use domain::duplicate::{Candidate, Likeness, duplicates};
use domain::identifier::{CommunityId, StakeholderId};
use domain::notes::ProposalKind;
use domain::policy::{Action, Place};
use domain::proposal::ProposalState;
use domain::relationship::{RelationshipState, next_states};
use domain::review::{ReviewReason, ReviewStep};
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{proposal, relationship};
use std::sync::Arc;
use uuid::Uuid;

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Why.
    pub reason: ReviewReason,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What: its noun and its id.
    pub record: (&'static str, Uuid),
    /// Which other one it may be, and why.
    pub other: Option<(StakeholderId, Likeness)>,
    /// What the viewer can do about it.
    pub steps: Vec<ReviewStep>,
}

/// What waits in a community, and in the registry that all share, as far as the viewer sees it.
pub fn queue(view: &View, community: CommunityId, day: NaiveDate) -> Vec<Item> {
    let is_ours = |home: Option<CommunityId>| home.is_none_or(|home| home == community);
    let proposals = view.proposals().filter(|row| row.community_id == community);
    let mut all: Vec<Item> = proposals.filter_map(|row| proposed(view, row)).collect();
    let relationships = view.relationships().filter(|row| is_ours(row.community_id));
    all.extend(relationships.filter_map(|row| doubtful(view, row, day)));
    all.extend(alike(view, is_ours));
    all.sort_by_key(|item| (item.reason, item.since, item.record.1));
    all
}

fn proposed(view: &View, row: &proposal::Model) -> Option<Item> {
    if row.state != ProposalState::Open {
        return None;
    }
    let (reason, all) = match row.kind {
        ProposalKind::Correction => {
            (ReviewReason::Correction, vec![ReviewStep::Accept, ReviewStep::Reject])
        }
        _ => {
            (ReviewReason::Proposed, vec![ReviewStep::Accept, ReviewStep::Edit, ReviewStep::Reject])
        }
    };
    let decides = may(view, Action::DecideProposal, row.place());
    let steps = if decides { all } else { Vec::new() };
    let record = (proposal::Model::NOUN, row.id.0);
    Some(Item { reason, since: row.created_at, record, other: None, steps })
}

fn may(view: &View, action: Action, place: Option<Place>) -> bool {
    place.is_some_and(|place| view.allows(action, place))
}

fn doubtful(view: &View, row: &relationship::Model, day: NaiveDate) -> Option<Item> {
    if !view.stands(row) {
        return None;
    }
    let reason = match row.state {
        RelationshipState::Disputed => ReviewReason::Disputed,
        RelationshipState::Proposed => ReviewReason::Unconfirmed,
        RelationshipState::Confirmed if disputed(&items(view, row.id.0), day) => {
            ReviewReason::Contradicted
        }
        _ => return None,
    };
    let place = row.place();
    let mut steps = Vec::new();
    if may(view, Action::SettleRelationship, place) {
        let next = next_states(row.state);
        for (state, step) in [
            (RelationshipState::Confirmed, ReviewStep::Accept),
            (RelationshipState::Ended, ReviewStep::End),
            (RelationshipState::Retracted, ReviewStep::Reject),
        ] {
            steps.extend(next.contains(&state).then_some(step));
        }
        steps.push(ReviewStep::Edit);
    } else if row.state == RelationshipState::Proposed
        && may(view, Action::ProposeRelationship, place)
    {
        steps.push(ReviewStep::Edit);
    }
    let record = (relationship::Model::NOUN, row.id.0);
    Some(Item { reason, since: row.updated_at, record, other: None, steps })
}

/// Stakeholders that seem to be one with another that was recorded before them.
fn alike(view: &View, is_ours: impl Fn(Option<CommunityId>) -> bool) -> Vec<Item> {
    let rows: Vec<&Arc<Stakeholder>> = view
        .stakeholders()
        .filter(|row| row.archived_at.is_none() && row.erased_at.is_none())
        .collect();
    let names: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.names.values().chain(&row.aliases).map(String::as_str).collect())
        .collect();
    let candidates = rows.iter().zip(&names).map(|(row, names)| Candidate {
        id: row.id,
        kind: row.kind,
        names,
        acronym: row.acronym.as_deref(),
        external_ids: &row.external_ids,
    });
    let item = |found: domain::duplicate::Alike| {
        let row = view.stakeholder(found.id).filter(|row| is_ours(row.community_id))?;
        let mut steps = Vec::new();
        for (action, step) in [
            (Action::UpdateStakeholder, ReviewStep::Edit),
            (Action::ArchiveStakeholder, ReviewStep::Archive),
        ] {
            steps.extend(may(view, action, row.place()).then_some(step));
        }
        Some(Item {
            reason: ReviewReason::Duplicate,
            since: row.created_at,
            record: (Stakeholder::NOUN, row.id.0),
            other: Some((found.other, found.why)),
            steps,
        })
    };
    duplicates(candidates).into_iter().filter_map(item).collect()
}
