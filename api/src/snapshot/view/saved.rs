//! Views kept under a title, as one viewer may see them.

use super::View;
use domain::identifier::{SavedViewId, StakeholderId};
use domain::policy::Place;
use domain::saved_view::SavedViewVisibility;
use entity::saved_view;
use std::sync::Arc;

impl View {
    /// One saved view: visible iff it and everybody whom it names are.
    pub fn saved_view(&self, id: SavedViewId) -> Option<&Arc<saved_view::Model>> {
        self.snapshot.saved_views.get(&id.0).filter(|row| self.sees_saved_view(row))
    }

    /// Every saved view, in order of id.
    pub fn saved_views(&self) -> impl Iterator<Item = &Arc<saved_view::Model>> {
        self.snapshot.saved_views.values().filter(|row| self.sees_saved_view(row))
    }

    /// The saved views that name somebody, in order of id.
    pub fn saved_views_of(
        &self,
        id: StakeholderId,
    ) -> impl Iterator<Item = &Arc<saved_view::Model>> {
        self.saved_views().filter(move |row| row.named.0.contains(&id))
    }

    /// Whether a saved view, seen or not, names somebody.
    pub(super) fn is_kept(&self, id: StakeholderId) -> bool {
        self.snapshot.saved_views.values().any(|row| row.named.0.contains(&id))
    }

    /// A private one is its owner's, while that is a member.
    fn sees_saved_view(&self, row: &saved_view::Model) -> bool {
        let Place { community, visibility } = row.workplace();
        let own = || self.viewer.account().is_some_and(|account| row.is_private_to(account));
        self.sees(community, visibility)
            && match row.visibility {
                SavedViewVisibility::Community => true,
                SavedViewVisibility::Private => self.scope.everything() || own(),
            }
            && row.named.0.iter().all(|id| self.stakeholder(*id).is_some())
    }
}
