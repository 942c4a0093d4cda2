//! Members of a community: invited, given another role, removed. Each is a fact like any other; the
//! rule that a community keeps an admin stands in the write path.

use super::account::{self, AccountDraft};
use super::invitation::{self, Invitation};
use super::presence;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write};
use domain::community::Role;
use domain::identifier::{AccountId, CommunityId, MembershipId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::Visibility;
use entity::membership;

/// Who is to become a member, where, and as what.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// The community.
    pub community: CommunityId,
    /// Who; what is said of an account that there is already changes nothing.
    pub draft: AccountDraft,
    /// The role.
    pub role: Role,
}

/// Makes somebody a member, and an account for whoever has none, and invites them to come in.
pub async fn invite(op: &Op, new: NewMember) -> Result<(MembershipId, Invitation)> {
    let NewMember { community, draft, role } = new;
    op.allow(Action::ManageMembers, place(community)).await?;
    let draft = draft.parse()?;
    let mut write = op.write().await?;
    let known = op.app().snapshot().account_by_login(&draft.login).map(|row| row.id);
    if known.is_none() {
        invitation::check_login(op, &draft.login)?;
    }
    let is_member = |id| write.view().members(community).any(|row| row.account_id == id);
    let account = match known {
        Some(id) if is_member(id) => {
            return Err(Error::conflict(Refusal::new(RefusalCode::Duplicate, "login")));
        }
        Some(id) => {
            check_known(op, &write, id).await?;
            id
        }
        None => account::record(&mut write, draft).await?,
    };
    let id = account::add_member(&mut write, account, community, role).await?;
    write.commit().await?;
    match invitation::send(op, account, community).await {
        // The member is there all the same, and can be invited again.
        Err(Error::RateLimited { .. } | Error::Overloaded) => Ok((id, Invitation::default())),
        sent => Ok((id, sent?)),
    }
}

/// Invites a member once more who has not come in yet.
pub async fn invite_again(op: &Op, id: MembershipId) -> Result<Invitation> {
    let row = op.view().membership(id.0).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::ManageMembers, &*row).await?;
    op.take_no_key()?;
    invitation::send(op, row.account_id, row.community_id).await
}

/// Gives a member another role.
pub async fn change_role(op: &Op, id: MembershipId, expected: i32, role: Role) -> Result<()> {
    let row = op.view().membership(id.0).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::ManageMembers, &*row).await?;
    let mut write = op.write().await?;
    let before: membership::Model = write.load(id.0).await?;
    let after = membership::Model { role, updated_at: write.at(), ..before.clone() };
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}

/// Ends a membership; the account stays, and its sessions go on without these rights.
pub async fn remove(op: &Op, id: MembershipId, expected: i32) -> Result<CommunityId> {
    let row = op.view().membership(id.0).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::ManageMembers, &*row).await?;
    let mut write = op.write().await?;
    let before: membership::Model = write.load(id.0).await?;
    write.delete(before, Expected::Version(expected)).await?;
    write.commit().await?;
    Ok(row.community_id)
}

/// Whoever registers somebody else's login first, where an admin is shown the link, has an account in
/// that name: it is made a member only where the inviter sees it, or where its address is known to reach
/// it. Nothing else of it is told.
async fn check_known(op: &Op, write: &Write<'_>, account: AccountId) -> Result<()> {
    let is_known =
        write.view().account(account).is_some() || presence::is_confirmed(op, account).await?;
    match is_known {
        true => Ok(()),
        false => Err(Error::conflict(Refusal::new(RefusalCode::UnknownAccount, "login"))),
    }
}

fn place(community: CommunityId) -> Place {
    Place { community: Some(community), visibility: Visibility::Community }
}
