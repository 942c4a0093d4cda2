//! What differs between two views of one viewer: found without comparing what they share.

use super::View;
use entity::stakeholder::Stakeholder;
use imbl::ordmap::DiffItem;
use std::sync::Arc;

impl View {
    /// Whether both show the same communities; it may say no to equals.
    pub(crate) fn has_same_communities(&self, other: &Self) -> bool {
        self.snapshot.communities.ptr_eq(&other.snapshot.communities)
    }

    /// Whether both show the same relationships; it may say no to equals.
    pub(crate) fn has_same_relationships(&self, other: &Self) -> bool {
        self.snapshot.relationships.ptr_eq(&other.snapshot.relationships)
    }

    /// Every stakeholder, seen or not, that came, went or changed: as it was before and as it is.
    pub(crate) fn moved_stakeholders(&self, before: &Self) -> Vec<Arc<Stakeholder>> {
        let mut moved = Vec::new();
        for item in before.snapshot.stakeholders.diff(&self.snapshot.stakeholders) {
            match item {
                DiffItem::Add(_, row) | DiffItem::Remove(_, row) => moved.push(Arc::clone(row)),
                DiffItem::Update { old: (_, old), new: (_, new) } => {
                    moved.extend([Arc::clone(old), Arc::clone(new)]);
                }
            }
        }
        moved
    }
}
