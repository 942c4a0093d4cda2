//! The tenant: a community around one global good, its roles, and who its members are.

use crate::identifier::CommunityId;
use crate::refusal::{Refusal, RefusalCode, Refusals};
use crate::text::{NAME_LIMIT, parse_line};
use crate::vocabulary;

vocabulary! {
    /// What a member of a community may do in it; each role includes the ones before.
    pub enum Role {
        /// Reads what the community sees.
        Viewer = "VIEWER", "viewer" | "lecteur";
        /// Records facts and proposes relationships.
        Editor = "EDITOR", "editor" | "éditeur";
        /// Confirms, ends, imports and undoes.
        Manager = "MANAGER", "manager" | "responsable";
        /// Also manages members and settings.
        Admin = "ADMIN", "admin" | "administrateur";
    }
}

/// An account's role in one community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Standing {
    /// Where.
    pub community: CommunityId,
    /// As what.
    pub role: Role,
}

/// Whether a member may become this, or go: a community that has an admin keeps one. `others` are the
/// admins beside this member who can sign in.
pub fn keeps_an_admin(before: Role, after: Option<Role>, others: usize) -> Result<(), Refusal> {
    if before == Role::Admin && after != Some(Role::Admin) && others == 0 {
        return Err(Refusal::new(RefusalCode::LastAdmin, "role"));
    }
    Ok(())
}

/// What a person typed for a community.
#[derive(Clone, Debug, PartialEq)]
pub struct CommunityDraft {
    /// Its proper name, the same in every language.
    pub name: String,
}

/// A community's facts, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommunityFacts {
    /// Its proper name.
    pub name: String,
}

impl CommunityDraft {
    /// Checks everything at once.
    pub fn parse(self) -> Result<CommunityFacts, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let name = refusals.take(parse_line(&self.name, "name", NAME_LIMIT));
        refusals.finish(name.map(|name| CommunityFacts { name }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Word;

    /// The last admin stays an admin; any other member may become or cease to be anything.
    #[test]
    fn the_last_admin_stays() {
        for before in Role::ALL {
            for after in Role::ALL.iter().copied().map(Some).chain([None]) {
                let leaves = *before == Role::Admin && after != Some(Role::Admin);
                assert_eq!(keeps_an_admin(*before, after, 0).is_err(), leaves);
                assert!(keeps_an_admin(*before, after, 1).is_ok());
            }
        }
    }

    /// Roles are ordered: each includes the ones before.
    #[test]
    fn roles_are_ordered() {
        assert!(
            Role::Viewer < Role::Editor
                && Role::Editor < Role::Manager
                && Role::Manager < Role::Admin
        );
    }
}
