//! What a viewer may see: asked row by row in memory; `entity::scope::in_scope` is its twin in SQL.

use super::{Place, Rights, Viewer};
use crate::identifier::CommunityId;
use crate::stakeholder::Visibility;
use crate::vocabulary::Word;

/// What a viewer may see, ready for being asked row by row or turned into SQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    everything: bool,
    reaches: Vec<(Visibility, Reach)>,
}

/// Whose records of one visibility are seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Every community's, and those of the shared registry.
    All,
    /// Those of these communities, in order.
    Of(Vec<CommunityId>),
}

impl Scope {
    pub(super) fn of(rights: &Rights, viewer: &Viewer) -> Self {
        let standings = match viewer {
            Viewer::Account { standings, .. } => standings.as_slice(),
            Viewer::Anonymous | Viewer::Owner => &[],
        };
        let reach = |visibility| match rights.reader(visibility) {
            None => Reach::Of(Vec::new()),
            Some(None) => Reach::All,
            Some(Some(least)) => {
                let near = standings.iter().filter(|standing| standing.role >= least);
                let mut communities: Vec<_> = near.map(|standing| standing.community).collect();
                communities.sort();
                Reach::Of(communities)
            }
        };
        let reaches = Visibility::ALL.iter().map(|seen| (*seen, reach(*seen))).collect();
        Self { everything: *viewer == Viewer::Owner, reaches }
    }

    /// Whether a record standing there is in the scope.
    pub fn sees(&self, place: Place) -> bool {
        let reach = self.reaches.iter().find(|(visibility, _)| *visibility == place.visibility);
        self.everything
            || match reach {
                None => false,
                Some((_, Reach::All)) => true,
                Some((_, Reach::Of(near))) => {
                    place.community.is_some_and(|community| near.contains(&community))
                }
            }
    }

    /// Whether nothing is hidden.
    pub fn everything(&self) -> bool {
        self.everything
    }

    /// Whose records are seen, visibility by visibility.
    pub fn reaches(&self) -> &[(Visibility, Reach)] {
        &self.reaches
    }
}
