//! Who may see and do what: one table, default deny. The API enforces it; the browser asks the same
//! function before it offers a control.

use crate::community::{Role, Standing};
use crate::identifier::{AccountId, CommunityId};
use crate::stakeholder::Visibility;
use crate::vocabulary;
use crate::vocabulary::Word;

vocabulary! {
    /// Everything that can be allowed or denied beyond reading.
    pub enum Action {
        /// Create a stakeholder.
        CreateStakeholder = "CREATE_STAKEHOLDER", "create stakeholders" | "créer des parties prenantes";
        /// Change a stakeholder's facts.
        UpdateStakeholder = "UPDATE_STAKEHOLDER", "edit stakeholders" | "modifier les parties prenantes";
        /// Put a stakeholder away, or bring it back.
        ArchiveStakeholder = "ARCHIVE_STAKEHOLDER", "archive stakeholders" | "archiver les parties prenantes";
        /// Record a relationship as proposed, and edit proposed ones.
        ProposeRelationship = "PROPOSE_RELATIONSHIP", "propose relationships" | "proposer des relations";
        /// Confirm, dispute, end or retract a relationship.
        SettleRelationship = "SETTLE_RELATIONSHIP", "confirm and end relationships" | "confirmer et terminer des relations";
        /// Add evidence and sources.
        AddEvidence = "ADD_EVIDENCE", "add evidence" | "ajouter des preuves";
        /// Open and edit engagements, log interactions, record gains.
        WorkEngagement = "WORK_ENGAGEMENT", "work on engagements" | "travailler sur les engagements";
        /// Move an engagement from stage to stage.
        MoveEngagement = "MOVE_ENGAGEMENT", "move engagements" | "déplacer les engagements";
        /// Record, complete and drop actions.
        WorkAction = "WORK_ACTION", "work on actions" | "travailler sur les actions";
        /// Bring in many rows at once.
        Import = "IMPORT", "import" | "importer";
        /// Undo a change or an import.
        Revert = "REVERT", "undo changes" | "annuler des changements";
        /// Remove the practice data.
        RemovePractice = "REMOVE_PRACTICE", "remove practice data" | "supprimer les données d’exercice";
        /// See the members of a community.
        ReadMembers = "READ_MEMBERS", "see members" | "voir les membres";
        /// Add members, change roles, change settings.
        ManageMembers = "MANAGE_MEMBERS", "manage members" | "gérer les membres";
    }
}

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

/// The least role that an action needs.
pub fn least_role(action: Action) -> Role {
    match action {
        Action::ReadMembers => Role::Viewer,
        Action::CreateStakeholder
        | Action::UpdateStakeholder
        | Action::ProposeRelationship
        | Action::AddEvidence
        | Action::WorkEngagement
        | Action::MoveEngagement
        | Action::WorkAction => Role::Editor,
        Action::ArchiveStakeholder
        | Action::SettleRelationship
        | Action::Import
        | Action::Revert
        | Action::RemovePractice => Role::Manager,
        Action::ManageMembers => Role::Admin,
    }
}

/// The least role that sees a record of its own community; none means everybody.
pub fn least_reader(visibility: Visibility) -> Option<Role> {
    match visibility {
        Visibility::Public => None,
        Visibility::Community => Some(Role::Viewer),
        Visibility::Restricted => Some(Role::Manager),
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

/// Whether the viewer may do this to a record standing there. What cannot be seen cannot be acted
/// on; the registry is worked on with the highest role of any community.
pub fn allows(viewer: &Viewer, action: Action, place: Place) -> bool {
    let role = match place.community {
        Some(community) => viewer.role_in(community),
        None => viewer.highest_role(),
    };
    sees(viewer, place) && role.is_some_and(|role| role >= least_role(action))
}

/// Whether the viewer may see a record standing there.
pub fn sees(viewer: &Viewer, place: Place) -> bool {
    scope(viewer).sees(place)
}

/// What a viewer may see, ready for being asked row by row or turned into SQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    everything: bool,
    members: Vec<CommunityId>,
    managers: Vec<CommunityId>,
}

/// The scope of a viewer.
pub fn scope(viewer: &Viewer) -> Scope {
    let (everything, standings) = match viewer {
        Viewer::Anonymous => (false, &[][..]),
        Viewer::Owner => (true, &[][..]),
        Viewer::Account { standings, .. } => (false, standings.as_slice()),
    };
    let reading = |visibility| {
        let least = least_reader(visibility);
        let mut communities: Vec<_> = standings
            .iter()
            .filter(|standing| least.is_some_and(|least| standing.role >= least))
            .map(|standing| standing.community)
            .collect();
        communities.sort();
        communities
    };
    Scope {
        everything,
        members: reading(Visibility::Community),
        managers: reading(Visibility::Restricted),
    }
}

impl Scope {
    /// Whether a record standing there is in the scope.
    pub fn sees(&self, place: Place) -> bool {
        let among = |communities: &[CommunityId]| {
            place.community.is_some_and(|community| communities.contains(&community))
        };
        match place.visibility {
            _ if self.everything => true,
            Visibility::Public => true,
            Visibility::Community => among(&self.members),
            Visibility::Restricted => among(&self.managers),
        }
    }

    /// Whether nothing is hidden.
    pub fn everything(&self) -> bool {
        self.everything
    }

    /// The communities whose COMMUNITY records are seen.
    pub fn members(&self) -> &[CommunityId] {
        &self.members
    }

    /// The communities whose RESTRICTED records are seen.
    pub fn managers(&self) -> &[CommunityId] {
        &self.managers
    }
}

/// The whole policy as text: role by action, and role by visibility.
pub fn table() -> String {
    let mut table = String::from("action: anonymous");
    for role in Role::ALL {
        table.push_str(&format!(" {role}"));
    }
    table.push('\n');
    for action in Action::ALL {
        table.push_str(&format!("{action}: -"));
        for role in Role::ALL {
            table.push_str(if *role >= least_role(*action) { " yes" } else { " -" });
        }
        table.push('\n');
    }
    for visibility in Visibility::ALL {
        let least = least_reader(*visibility);
        table
            .push_str(&format!("read {visibility}: {}", if least.is_none() { "yes" } else { "-" }));
        for role in Role::ALL {
            table.push_str(if least.is_none_or(|least| *role >= least) { " yes" } else { " -" });
        }
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    /// The policy table, as reviewed.
    #[test]
    fn the_table_is_as_reviewed() {
        insta::assert_snapshot!("policy", table());
    }

    fn member(role: Role, community: u128) -> Viewer {
        let standing = Standing { community: CommunityId(Uuid::from_u128(community)), role };
        Viewer::Account { id: AccountId(Uuid::nil()), standings: vec![standing] }
    }

    fn place(community: Option<u128>, visibility: Visibility) -> Place {
        Place { community: community.map(|id| CommunityId(Uuid::from_u128(id))), visibility }
    }

    /// A role counts in its own community only.
    #[test]
    fn a_role_counts_at_home_only() {
        let manager = member(Role::Manager, 1);
        assert!(allows(
            &manager,
            Action::SettleRelationship,
            place(Some(1), Visibility::Restricted)
        ));
        assert!(!allows(&manager, Action::SettleRelationship, place(Some(2), Visibility::Public)));
        assert!(!sees(&manager, place(Some(2), Visibility::Community)));
    }

    /// Rights that were taken away in between are gone; rights that were given do not count yet.
    #[test]
    fn rights_only_narrow() {
        let narrowed = |then, now| member(then, 1).narrowed(&member(now, 1));
        assert_eq!(narrowed(Role::Manager, Role::Viewer), member(Role::Viewer, 1));
        assert_eq!(narrowed(Role::Viewer, Role::Manager), member(Role::Viewer, 1));
        let elsewhere = member(Role::Admin, 1).narrowed(&member(Role::Admin, 2));
        assert_eq!(elsewhere.highest_role(), None);
        assert_eq!(Viewer::Owner.narrowed(&Viewer::Anonymous), Viewer::Owner);
    }

    /// The registry is everybody's to read and any community's editors' to keep.
    #[test]
    fn the_registry_is_shared() {
        let registry = place(None, Visibility::Public);
        assert!(sees(&Viewer::Anonymous, registry));
        assert!(allows(&member(Role::Editor, 1), Action::UpdateStakeholder, registry));
        assert!(!allows(&member(Role::Viewer, 1), Action::UpdateStakeholder, registry));
        assert!(!allows(&Viewer::Anonymous, Action::AddEvidence, registry));
    }

    /// Whoever sees the narrowest of two places sees both; within one community the other way
    /// round as well.
    #[test]
    fn the_narrowest_place_is_within_both() {
        let communities = [None, Some(1), Some(2)];
        let all = || {
            let places =
                |community| Visibility::ALL.iter().map(move |seen| place(community, *seen));
            communities.into_iter().flat_map(places)
        };
        let roles = || Role::ALL.iter().flat_map(|role| [member(*role, 1), member(*role, 2)]);
        for viewer in roles().chain([Viewer::Anonymous, Viewer::Owner]) {
            for (one, other) in all().flat_map(|one| all().map(move |other| (one, other))) {
                let both = sees(&viewer, one) && sees(&viewer, other);
                assert_eq!(
                    sees(&viewer, one.narrowest(other)),
                    both,
                    "{viewer:?} {one:?} {other:?}"
                );
            }
        }
        let (one, two) =
            (place(Some(1), Visibility::Community), place(Some(2), Visibility::Community));
        assert_eq!(one.narrowest(two), Place::NOWHERE);
    }

    /// What a viewer may do, it may see.
    #[test]
    fn nothing_is_done_unseen() {
        for role in Role::ALL {
            for action in Action::ALL {
                for visibility in Visibility::ALL {
                    let viewer = member(*role, 1);
                    let place = place(Some(1), *visibility);
                    assert!(!allows(&viewer, *action, place) || sees(&viewer, place));
                }
            }
        }
    }
}
