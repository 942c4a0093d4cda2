//! What rules must know of accounts and members, to be seen or not.

use super::View;
use domain::community::Role;
use domain::identifier::AccountId;
use entity::membership;

impl View {
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
