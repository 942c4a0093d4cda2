//! Meetings and what they propose, as one viewer may see them.

use super::View;
use domain::identifier::{EvidenceId, MeetingId, ProposalId, SourceId, StakeholderId};
use domain::text::Locale;
use entity::{meeting, proposal};
use std::sync::Arc;

impl View {
    /// One meeting, without its notes.
    pub fn meeting(&self, id: MeetingId) -> Option<&Arc<meeting::Model>> {
        self.snapshot.meetings.get(&id.0).filter(|row| self.sees_meeting(row))
    }

    /// Every meeting, in order of id.
    pub fn meetings(&self) -> impl Iterator<Item = &Arc<meeting::Model>> {
        self.snapshot.meetings.values().filter(|row| self.sees_meeting(row))
    }

    /// The meetings of a group that is seen, in order of id.
    pub fn meetings_of(&self, group: StakeholderId) -> impl Iterator<Item = &Arc<meeting::Model>> {
        let group = self.stakeholder(group).map(|row| row.id);
        let ids = group.and_then(|id| self.snapshot.meetings_of.get(&id)).into_iter().flatten();
        ids.filter_map(|id| self.meeting(MeetingId(*id)))
    }

    /// The evidence, seen or not, that points into this source.
    pub(crate) fn evidence_from(&self, id: SourceId) -> impl Iterator<Item = EvidenceId> {
        let rows = self.snapshot.evidence.values();
        rows.filter(move |row| row.source_id == id).map(|row| row.id)
    }

    /// One proposal: visible iff it, its meeting and everybody whom it names are.
    pub fn proposal(&self, id: ProposalId) -> Option<&Arc<proposal::Model>> {
        self.snapshot.proposals.get(&id.0).filter(|row| self.sees_proposal(row))
    }

    /// Every proposal, in order of id.
    pub fn proposals(&self) -> impl Iterator<Item = &Arc<proposal::Model>> {
        self.snapshot.proposals.values().filter(|row| self.sees_proposal(row))
    }

    /// What the notes of a meeting propose, in order of id.
    pub fn proposals_of(&self, id: MeetingId) -> impl Iterator<Item = &Arc<proposal::Model>> {
        let ids = self.snapshot.outcomes_of.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.proposal(ProposalId(*id)))
    }

    /// The name of a stakeholder, when the viewer sees it; nothing for somebody who was erased.
    pub fn name_of(&self, id: StakeholderId, locale: Locale) -> Option<String> {
        let row = self.stakeholder(id).filter(|row| row.erased_at.is_none())?;
        Some(row.name(locale).to_owned())
    }

    /// Whether a meeting or a proposal, seen or not, names somebody.
    pub(super) fn is_met(&self, id: StakeholderId) -> bool {
        self.snapshot.meetings.values().any(|row| row.names(id))
            || self.snapshot.proposals.values().any(|row| row.named.0.contains(&id))
    }

    /// As `is_met`, for those that the viewer sees.
    pub(super) fn is_met_in_sight(&self, id: StakeholderId) -> bool {
        self.meetings().any(|row| row.names(id))
            || self.proposals().any(|row| row.named.0.contains(&id))
    }

    /// Whether something, seen or not, came out of a meeting.
    pub(crate) fn has_outcome(&self, id: MeetingId) -> bool {
        self.snapshot.outcomes_of.contains_key(&id)
    }

    fn sees_meeting(&self, row: &meeting::Model) -> bool {
        self.sees(Some(row.community_id), row.visibility)
    }

    fn sees_proposal(&self, row: &proposal::Model) -> bool {
        self.sees(Some(row.community_id), row.visibility)
            && row.meeting_id.is_none_or(|id| self.meeting(id).is_some())
            && row.named.0.iter().all(|id| self.stakeholder(*id).is_some())
    }
}
