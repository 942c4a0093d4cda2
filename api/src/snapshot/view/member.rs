//! Accounts, and what rules must know of them and of members, to be seen or not.

use super::View;
use domain::community::Role;
use domain::identifier::{AccountId, CommunityId};
use domain::stakeholder::Visibility;
use entity::{account, membership};
use std::sync::Arc;
use uuid::Uuid;

impl View {
    /// One account: one's own, or one that shares a community with the viewer.
    pub fn account(&self, id: AccountId) -> Option<&Arc<account::Model>> {
        let row = self.snapshot.accounts.get(&id.0)?;
        let shared = || {
            let ids = self.snapshot.memberships_of.get(&id).into_iter().flatten();
            ids.into_iter().any(|id| self.membership(*id).is_some())
        };
        let own = self.viewer.account() == Some(id);
        (own || self.scope.everything() || shared()).then_some(row)
    }

    /// One membership, seen by the members of its community.
    pub fn membership(&self, id: Uuid) -> Option<&Arc<membership::Model>> {
        let row = self.snapshot.memberships.get(&id)?;
        self.sees(Some(row.community_id), Visibility::Community).then_some(row)
    }

    /// The memberships of a community, in order of id; nothing for outsiders.
    pub fn members(&self, community: CommunityId) -> impl Iterator<Item = &Arc<membership::Model>> {
        let rows = self.snapshot.memberships.values();
        rows.filter(move |row| {
            row.community_id == community && self.sees(Some(community), Visibility::Community)
        })
    }

    /// How many admins a community has beside one member, of those who may sign in.
    pub(crate) fn other_admins(&self, member: &membership::Model) -> usize {
        let rows = self.snapshot.memberships.values().filter(|row| {
            row.community_id == member.community_id
                && row.id != member.id
                && row.role == Role::Admin
                && self.snapshot.viewer(row.account_id).is_some()
        });
        rows.count()
    }

    /// Whether an account belongs to any community, to be seen or not.
    pub(crate) fn is_member(&self, account: AccountId) -> bool {
        self.snapshot.communities_of(account).next().is_some()
    }

    /// Whether there is an account with this id, to be seen or not.
    pub(crate) fn is_account(&self, id: AccountId) -> bool {
        self.snapshot.accounts.contains_key(&id.0)
    }
}
