//! What users of implementations ask for, as one viewer may see it.

use super::View;
use domain::identifier::{RequirementId, StakeholderId};
use entity::requirement;
use std::sync::Arc;

impl View {
    /// One requirement: visible iff it and its implementation are.
    pub fn requirement(&self, id: RequirementId) -> Option<&Arc<requirement::Model>> {
        self.snapshot.requirements.get(&id.0).filter(|row| self.sees_requirement(row))
    }

    /// Every requirement, in order of id.
    pub fn requirements(&self) -> impl Iterator<Item = &Arc<requirement::Model>> {
        self.snapshot.requirements.values().filter(|row| self.sees_requirement(row))
    }

    /// What is asked of an implementation, in order of id.
    pub fn requirements_of(
        &self,
        id: StakeholderId,
    ) -> impl Iterator<Item = &Arc<requirement::Model>> {
        let ids = self.snapshot.requirements_of.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.requirement(RequirementId(*id)))
    }

    fn sees_requirement(&self, row: &requirement::Model) -> bool {
        self.sees(row.community_id, row.visibility)
            && self.stakeholder(row.implementation_id).is_some()
    }
}
