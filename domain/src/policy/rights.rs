//! What a role may do and see: the part of the policy that the browser knows too.

use super::table::{ACTIONS, READERS};
use super::{Action, Place, Scope, Viewer};
use crate::community::Role;
use crate::stakeholder::Visibility;
use std::borrow::Cow;

/// What each action needs and who reads what stands where. What is not listed is the owner's alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    /// The least role that an action needs.
    pub actions: Cow<'static, [(Action, Role)]>,
    /// The least role that sees a record of its own community; none is everybody.
    pub readers: Cow<'static, [(Visibility, Option<Role>)]>,
}

impl Rights {
    /// What holds unless a test says otherwise.
    pub const STANDARD: Self =
        Self { actions: Cow::Borrowed(ACTIONS), readers: Cow::Borrowed(READERS) };

    /// The least role that an action needs; none is nobody's.
    pub fn least_role(&self, action: Action) -> Option<Role> {
        self.actions.iter().find(|(listed, _)| *listed == action).map(|(_, role)| *role)
    }

    /// Who reads what stands so; none is nobody, none within is everybody.
    pub fn reader(&self, visibility: Visibility) -> Option<Option<Role>> {
        self.readers.iter().find(|(listed, _)| *listed == visibility).map(|(_, role)| *role)
    }

    /// Whether the viewer may do this to a record standing there. What cannot be seen cannot be
    /// acted on; the registry is worked on with the highest role of any community.
    pub fn allows(&self, viewer: &Viewer, action: Action, place: Place) -> bool {
        let role = match place.community {
            Some(community) => viewer.role_in(community),
            None => viewer.highest_role(),
        };
        self.scope(viewer).sees(place) && self.grants(viewer, role, action)
    }

    /// Whether the viewer may do this somewhere at all.
    pub fn allows_somewhere(&self, viewer: &Viewer, action: Action) -> bool {
        self.grants(viewer, viewer.highest_role(), action)
    }

    fn grants(&self, viewer: &Viewer, role: Option<Role>, action: Action) -> bool {
        let least = self.least_role(action);
        *viewer == Viewer::Owner || role.is_some_and(|role| least.is_some_and(|it| role >= it))
    }

    /// What a viewer may see.
    pub fn scope(&self, viewer: &Viewer) -> Scope {
        Scope::of(self, viewer)
    }
}
