//! What a meeting takes over from those before it.

use super::Model;
use crate::service::action::group_of;
use crate::snapshot::View;
use domain::action::ActionState;
use entity::action;
use std::sync::Arc;

/// The actions of the group that are still open and that it knew of before this meeting, in order of
/// id: they come back at every meeting until they are done or dropped.
pub fn carried_over(view: &View, meeting: &Model) -> Vec<Arc<action::Model>> {
    let Some(group) = meeting.group_id.filter(|id| view.stakeholder(*id).is_some()) else {
        return Vec::new();
    };
    let is_earlier = |row: &action::Model| match row.meeting_id.and_then(|id| view.meeting(id)) {
        Some(earlier) => (earlier.held_on, earlier.id) < (meeting.held_on, meeting.id),
        None => row.recorded_on.is_some_and(|on| on.first() <= meeting.held_on),
    };
    let rows = view.actions().filter(|row| {
        row.community_id == meeting.community_id
            && row.state == ActionState::Open
            && group_of(view, row) == Some(group)
            && row.meeting_id != Some(meeting.id)
            && is_earlier(row)
    });
    rows.cloned().collect()
}
