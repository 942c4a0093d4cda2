//! Who can give which service, as one viewer may see it.

use super::View;
use domain::identifier::{CapabilityId, StakeholderId};
use entity::capability;
use std::sync::Arc;

impl View {
    /// One capability: visible iff it, whose it is and its good are.
    pub fn capability(&self, id: CapabilityId) -> Option<&Arc<capability::Model>> {
        self.snapshot.capabilities.get(&id.0).filter(|row| self.sees_capability(row))
    }

    /// Every capability, in order of id.
    pub fn capabilities(&self) -> impl Iterator<Item = &Arc<capability::Model>> {
        self.snapshot.capabilities.values().filter(|row| self.sees_capability(row))
    }

    /// What a stakeholder can give, and what can be given for it, in order of id.
    pub fn capabilities_of(
        &self,
        id: StakeholderId,
    ) -> impl Iterator<Item = &Arc<capability::Model>> {
        let ids = self.snapshot.capabilities_of.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.capability(CapabilityId(*id)))
    }

    /// Whether neither whose it is nor its good has been put away.
    pub fn is_current(&self, row: &capability::Model) -> bool {
        let present = |id| self.stakeholder(id).is_some_and(|row| row.archived_at.is_none());
        present(row.provider_id) && present(row.good_id)
    }

    fn sees_capability(&self, row: &capability::Model) -> bool {
        self.sees(row.community_id, row.visibility)
            && self.stakeholder(row.provider_id).is_some()
            && self.stakeholder(row.good_id).is_some()
    }
}
