//! The board as it moves.

use super::Progress;
use crate::snapshot::View;
use crate::snapshot::view::Named;
use domain::identifier::{ActionId, CommunityId, EngagementId, EvidenceId, StakeholderId};
use entity::engagement;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is told of a board.
#[derive(Debug, Default)]
pub struct BoardChanged {
    /// Engagements that came, moved or changed, as they are now.
    pub engagements: Vec<Arc<engagement::Model>>,
    /// Engagements that were in sight and are no more.
    pub removed: Vec<EngagementId>,
    /// Whether there is more than is told.
    pub read_again: bool,
}

impl BoardChanged {
    fn read_again() -> Self {
        Self { read_again: true, ..Self::default() }
    }
}

/// What a subscriber is told of a community's board: at most so many engagements, or to read again;
/// none when nothing of it has moved that the subscriber sees.
pub fn board_changed(
    progress: &Progress,
    community: CommunityId,
    most: usize,
) -> Option<BoardChanged> {
    if progress.has_other_rights() {
        return Some(BoardChanged::read_again());
    }
    let Progress { before, now, .. } = progress;
    let mut touched = BTreeSet::new();
    for record in progress.moved() {
        touched.extend([before, now].into_iter().flat_map(|view| engagements(view, record)));
    }
    let of = |view: &View, id: &EngagementId| {
        view.engagement(*id).filter(|row| row.community_id == community).cloned()
    };
    let mut told = BoardChanged::default();
    for id in &touched {
        match (of(before, id), of(now, id)) {
            (_, Some(row)) => told.engagements.push(row),
            (Some(_), None) => told.removed.push(*id),
            (None, None) => {}
        }
    }
    if told.engagements.len().max(told.removed.len()) > most {
        return Some(BoardChanged::read_again());
    }
    let is_empty = told.engagements.is_empty() && told.removed.is_empty();
    (!is_empty).then_some(told)
}

/// The visible engagements whose card shows something of a record.
fn engagements(view: &View, (noun, id): Named) -> Vec<EngagementId> {
    let found = match noun {
        "engagement" => Some(EngagementId(id)),
        "gain" => view.gain(id).map(|row| row.engagement_id),
        "interaction" => view.interaction(id).map(|row| row.engagement_id),
        "transition" => view.transition(id).map(|row| row.engagement_id),
        "action" => view.action(ActionId(id)).and_then(|row| row.engagement_id),
        "evidence" => view
            .evidence(EvidenceId(id))
            .filter(|row| row.subject_noun == "engagement")
            .map(|row| EngagementId(row.subject_id)),
        "stakeholder" => {
            return view.engagements_of(StakeholderId(id)).map(|row| row.id).collect();
        }
        _ => None,
    };
    found.into_iter().collect()
}
