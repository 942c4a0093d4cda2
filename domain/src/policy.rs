//! Who may see and do what: one table, default deny. The API enforces it; the browser asks the same
//! function before it offers a control.

use crate::community::{Role, Standing};
use crate::identifier::{AccountId, CommunityId};
use crate::stakeholder::Visibility;

mod action;
mod field;
mod page;
mod rights;
mod scope;
mod table;
pub use action::Action;
pub use field::{Line, Rule};
pub use page::page;
pub use rights::Rights;
pub use scope::{Reach, Scope};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Somebody not signed in.
    Anonymous,
    /// An account with its roles.
    Account {
        /// Which one.
        id: AccountId,
        /// Its role in each of its communities.
        standings: Vec<Standing>,
    },
    /// The command line on the machine itself.
    Owner,
}

/// Where a record stands: its maintainer (none is the shared registry) and who may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The community that maintains the record.
    pub community: Option<CommunityId>,
    /// Who may see it.
    pub visibility: Visibility,
}

impl Place {
    /// Where only those look who see everything.
    pub const NOWHERE: Self = Self { community: None, visibility: Visibility::Restricted };

    /// The widest place that only those see who see both. What two communities keep to themselves
    /// has none: one place names one community.
    pub fn narrowest(self, other: Self) -> Self {
        match (self.visibility, other.visibility) {
            (Visibility::Public, _) => other,
            (_, Visibility::Public) => self,
            _ if self.community != other.community => Self::NOWHERE,
            (Visibility::Restricted, _) => self,
            _ => other,
        }
    }
}

impl Viewer {
    /// The role in one community.
    pub fn role_in(&self, community: CommunityId) -> Option<Role> {
        match self {
            Self::Anonymous => None,
            Self::Owner => Some(Role::Admin),
            Self::Account { standings, .. } => {
                standings.iter().find(|standing| standing.community == community).map(|s| s.role)
            }
        }
    }

    /// The highest role anywhere: what counts for the shared registry.
    pub fn highest_role(&self) -> Option<Role> {
        match self {
            Self::Anonymous => None,
            Self::Owner => Some(Role::Admin),
            Self::Account { standings, .. } => standings.iter().map(|standing| standing.role).max(),
        }
    }

    /// The same with no more than these rights of now: a right that was taken away while something
    /// waited is gone, one that was given counts from the next request on.
    pub fn narrowed(&self, now: &Self) -> Self {
        let Self::Account { id, standings } = self else {
            return self.clone();
        };
        let least = |standing: &Standing| {
            let role = now.role_in(standing.community)?.min(standing.role);
            Some(Standing { role, ..*standing })
        };
        Self::Account { id: *id, standings: standings.iter().filter_map(least).collect() }
    }

    /// The same below a ceiling, and in one community only when one is named: what an API token of
    /// the account may do.
    pub fn capped(&self, ceiling: Role, only: Option<CommunityId>) -> Self {
        let Self::Account { id, standings } = self else {
            return self.clone();
        };
        let inside = standings.iter().filter(|s| only.is_none_or(|only| only == s.community));
        let standings =
            inside.map(|standing| Standing { role: standing.role.min(ceiling), ..*standing });
        Self::Account { id: *id, standings: standings.collect() }
    }

    /// The account, when somebody is signed in.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Account { id, .. } => Some(*id),
            _ => None,
        }
    }
}

/// The whole policy: what roles may do and see, and the terms of every field. It is a value that the
/// state of a process holds, so that a test can hold another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What roles may do and see.
    pub rights: Rights,
    /// The terms of every field of the schema.
    pub fields: Vec<Line>,
}

impl Default for Policy {
    fn default() -> Self {
        Self::standard()
    }
}

impl Policy {
    /// What holds unless a test says otherwise.
    pub fn standard() -> Self {
        Self { rights: Rights::STANDARD, fields: field::lines() }
    }

    /// The terms of a field; a field without any is nobody's.
    pub fn rule(&self, of: &str, field: &str) -> Option<Rule> {
        self.fields.iter().find(|line| line.of == of && line.field == field).map(|line| line.rule)
    }

    /// Whether a field may be answered to the viewer on a record that stands there, or, where no
    /// record is at hand yet, somewhere at all. Whether the record is seen is the scope's to say.
    pub fn answers(&self, viewer: &Viewer, rule: Option<Rule>, place: Option<Place>) -> bool {
        match (rule, place) {
            (None, _) => false,
            (Some(Rule::Open | Rule::WithRecord), _) => true,
            (Some(Rule::Own), _) => viewer.account().is_some(),
            (Some(Rule::Needs(action)), Some(place)) => self.rights.allows(viewer, action, place),
            (Some(Rule::Needs(action)), None) => self.rights.allows_somewhere(viewer, action),
        }
    }
}

/// Whether the viewer may do this to a record standing there: what the browser asks before it offers
/// a control, and the API of its own policy.
pub fn allows(viewer: &Viewer, action: Action, place: Place) -> bool {
    Rights::STANDARD.allows(viewer, action, place)
}

/// Whether the viewer may see a record standing there.
pub fn sees(viewer: &Viewer, place: Place) -> bool {
    scope(viewer).sees(place)
}

/// The scope of a viewer.
pub fn scope(viewer: &Viewer) -> Scope {
    Rights::STANDARD.scope(viewer)
}

#[cfg(test)]
mod tests;
