//! Who is signed in, and what they may do: the policy is asked here before a control is offered.

use super::unsaved::Unsaved;
use crate::client::{self, auth, operations, watch, watch_ending};
#[cfg(feature = "account")]
use domain::api_token::TokenScope;
use domain::community::Standing;
use domain::identifier::{AccountId, CommunityId, Noun};
use domain::policy::{Action, Place, Viewer, allows};
use domain::stakeholder::Visibility as Seen;
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

operations!("graphql/session.graphql": SessionMe);

/// The account and its roles.
#[derive(Clone, Copy)]
pub struct Session {
    phase: RwSignal<Phase>,
    viewer: RwSignal<Viewer>,
    memberships: RwSignal<Vec<Membership>>,
    lapsed: RwSignal<bool>,
}

/// How far it is known who is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The page has just been opened and asks the server.
    Starting,
    /// Nobody is signed in.
    Anonymous,
    /// Somebody is.
    SignedIn {
        /// The account's id.
        id: String,
        /// The name it goes by.
        name: String,
    },
}

/// A community of the account, with the role in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The community's id.
    pub community: String,
    /// Its name.
    pub name: String,
    /// The role there.
    pub role: Role,
}

/// The session of the page.
pub fn session() -> Session {
    use_context::<Session>().unwrap_or_else(Session::new)
}

/// Where a record stands, for asking the policy. An id that cannot be read is nobody's community.
pub fn place(community: Option<&str>, visibility: Seen) -> Place {
    let read = |id| Noun::Community.parse_id(id, "community").unwrap_or(Uuid::nil());
    Place { community: community.map(|id| CommunityId(read(id))), visibility }
}

impl Session {
    fn new() -> Self {
        Self {
            phase: RwSignal::new(Phase::Starting),
            viewer: RwSignal::new(Viewer::Anonymous),
            memberships: RwSignal::new(Vec::new()),
            lapsed: RwSignal::new(false),
        }
    }

    /// Takes up the session of the cookie, if any, and follows every change of it from now on. One
    /// that ends over something unsaved is kept until somebody signs in again.
    pub fn start(unsaved: Unsaved) -> Self {
        let session = Self::new();
        watch(move |account| session.become_account(account));
        watch_ending(move || {
            let is_kept = unsaved.is_any();
            session.lapsed.try_set(is_kept);
            is_kept
        });
        spawn_local(async move {
            auth::resume().await;
            // Nothing held means nobody; `watch` has told everything else.
            session.phase.try_update(|phase| {
                if *phase == Phase::Starting {
                    *phase = Phase::Anonymous;
                }
            });
        });
        session
    }

    /// How far it is known who is there, followed.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    /// Whether somebody is signed in, once that is known, followed.
    #[cfg(feature = "account")]
    pub fn signed_in(self) -> Option<bool> {
        match self.phase.get() {
            Phase::Starting => None,
            Phase::Anonymous => Some(false),
            Phase::SignedIn { .. } => Some(true),
        }
    }

    /// Whether somebody is signed in, followed.
    pub fn is_signed_in(self) -> bool {
        matches!(self.phase.get(), Phase::SignedIn { .. })
    }

    /// Whether somebody is to be asked to sign in again: the session has ended over something
    /// unsaved. Setting it to false takes the question away until something is sent again.
    pub fn lapsed(self) -> RwSignal<bool> {
        self.lapsed
    }

    /// The communities of the account, followed.
    pub fn memberships(self) -> Vec<Membership> {
        self.memberships.get()
    }

    /// Whether this may be done to a record standing there, followed. The server asks the same
    /// table; here it decides only what is offered.
    pub fn can(self, action: Action, place: Place) -> bool {
        self.viewer.with(|viewer| allows(viewer, action, place))
    }

    /// Whether this may be done anywhere: in some community of the account's, or the registry.
    pub fn can_somewhere(self, action: Action) -> bool {
        self.can(action, Place { community: None, visibility: Seen::Public })
    }

    /// The communities in which this may be done, followed.
    pub fn communities_for(self, action: Action) -> Vec<Membership> {
        let may = |id: &str| self.can(action, place(Some(id), Seen::Community));
        self.memberships.get().into_iter().filter(|one| may(&one.community)).collect()
    }

    /// Whether a token of this scope may be made, for one community or for all, followed; by the rule
    /// that the server keeps.
    #[cfg(feature = "account")]
    pub fn may_give(self, scope: TokenScope, community: Option<&str>) -> bool {
        let community = community.and_then(|id| place(Some(id), Seen::Community).community);
        self.viewer.with(|viewer| scope.is_within(viewer, community))
    }

    fn become_account(self, account: Option<client::Account>) {
        self.lapsed.try_set(false);
        let phase = match account {
            Some(account) => Phase::SignedIn { id: account.id, name: account.display_name },
            None => Phase::Anonymous,
        };
        if self.phase.try_get_untracked().is_none_or(|present| present == phase) {
            return;
        }
        self.viewer.try_set(Viewer::Anonymous);
        self.memberships.try_set(Vec::new());
        let signed_in = matches!(phase, Phase::SignedIn { .. });
        self.phase.try_set(phase);
        if signed_in {
            spawn_local(async move { self.load_roles().await });
        }
    }

    /// Without its roles an account is offered what anybody is; the server decides all the same.
    async fn load_roles(self) {
        let Ok(data) = client::send::<SessionMe>(session_me::Variables).await else {
            return;
        };
        let Some(me) = data.me else { return };
        let id = Noun::Account.parse_id(&me.account.id, "id").map(AccountId);
        let memberships: Vec<_> = me
            .memberships
            .into_iter()
            .map(|one| Membership {
                community: one.community.id,
                name: one.community.name,
                role: one.role,
            })
            .collect();
        if let Ok(id) = id {
            self.viewer.try_set(Viewer::Account { id, standings: standings(&memberships) });
        }
        self.memberships.try_set(memberships);
    }
}

fn standings(memberships: &[Membership]) -> Vec<Standing> {
    let standing = |one: &Membership| {
        let id = Noun::Community.parse_id(&one.community, "community").ok()?;
        Some(Standing { community: CommunityId(id), role: one.role })
    };
    memberships.iter().filter_map(standing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn membership(id: Uuid, role: Role) -> Membership {
        Membership { community: Noun::Community.format(id), name: "Any".into(), role }
    }

    /// Roles reach the policy: a manager settles at home and nowhere else.
    #[test]
    fn roles_reach_the_policy() {
        let (home, away) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let viewer = Viewer::Account {
            id: AccountId(Uuid::nil()),
            standings: standings(&[membership(home, Role::Manager)]),
        };
        let at = |id: Uuid| place(Some(&Noun::Community.format(id)), Seen::Public);
        assert!(allows(&viewer, Action::SettleRelationship, at(home)));
        assert!(!allows(&viewer, Action::SettleRelationship, at(away)));
        assert!(allows(&viewer, Action::SettleRelationship, place(None, Seen::Public)));
    }

    /// A community that cannot be read is nobody's, never the registry.
    #[test]
    fn an_unreadable_community_is_nobodys() {
        let viewer = Viewer::Account {
            id: AccountId(Uuid::nil()),
            standings: standings(&[membership(Uuid::from_u128(1), Role::Admin)]),
        };
        let broken = place(Some("com_broken"), Seen::Public);
        assert!(!allows(&viewer, Action::UpdateStakeholder, broken));
    }
}
