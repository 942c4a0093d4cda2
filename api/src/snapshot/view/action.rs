//! What is to be done, as one viewer may see it.

use super::View;
use domain::identifier::{ActionId, EngagementId, MeetingId};
use entity::action;
use std::sync::Arc;

impl View {
    /// One action; one that belongs to an engagement or came out of a meeting is seen with it.
    pub fn action(&self, id: ActionId) -> Option<&Arc<action::Model>> {
        self.snapshot.actions.get(&id.0).filter(|row| self.sees_action(row))
    }

    /// Every action, in order of id.
    pub fn actions(&self) -> impl Iterator<Item = &Arc<action::Model>> {
        self.snapshot.actions.values().filter(|row| self.sees_action(row))
    }

    /// The actions of an engagement, in order of id.
    pub fn actions_of(&self, id: EngagementId) -> impl Iterator<Item = &Arc<action::Model>> {
        self.parts(id).filter_map(|id| self.action(ActionId(*id)))
    }

    /// The actions that came out of a meeting, in order of id.
    pub fn actions_from(&self, id: MeetingId) -> impl Iterator<Item = &Arc<action::Model>> {
        let ids = self.snapshot.outcomes_of.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.action(ActionId(*id)))
    }

    fn sees_action(&self, row: &action::Model) -> bool {
        self.sees(Some(row.community_id), row.visibility)
            && row.engagement_id.is_none_or(|id| self.engagement(id).is_some())
            && row.meeting_id.is_none_or(|id| self.meeting(id).is_some())
    }
}
