//! Accounts and their roles; passwords and sessions are the business of `auth`.

use crate::auth::ending;
use crate::error::{Error, Result};
use crate::op::{Expected, Op, Write};
use domain::account::{ProfileDraft, parse_login};
use domain::community::Role;
use domain::identifier::{AccountId, CommunityId, MembershipId};
use domain::policy::{Action, Place};
use domain::refusal::{Refusal, RefusalCode, Refusals};
use domain::stakeholder::Visibility;
use domain::text::{Locale, NAME_LIMIT, parse_line};
use entity::{account, membership};

/// What a person typed for an account.
#[derive(Clone, Debug)]
pub struct AccountDraft {
    /// What one signs in with: an e-mail address or a short name.
    pub login: String,
    /// The name shown to others.
    pub display_name: String,
    /// The language that Banyan speaks with them.
    pub locale: Locale,
}

/// Creates an account; only the owner of the instance does.
pub async fn create(op: &Op, draft: AccountDraft) -> Result<AccountId> {
    op.allow_owner().await?;
    let draft = draft.parse()?;
    let mut write = op.write().await?;
    if op.app().snapshot().account_by_login(&draft.login).is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::Duplicate, "login")));
    }
    let id = record(&mut write, draft).await?;
    write.commit().await?;
    Ok(id)
}

/// Records an account within a write that does more; nobody has this login yet.
pub async fn record(write: &mut Write<'_>, draft: AccountDraft) -> Result<AccountId> {
    let AccountDraft { login, display_name, locale } = draft.parse()?;
    let id = AccountId(write.id());
    let row = account::Model {
        id,
        login,
        display_name,
        locale,
        disabled: false,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await?;
    Ok(id)
}

impl AccountDraft {
    /// The same, checked; logins are kept in small letters.
    pub(super) fn parse(self) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Refusals::new();
        let login = refusals.take(parse_login(&self.login, "login"));
        let name = refusals.take(parse_line(&self.display_name, "displayName", NAME_LIMIT));
        let locale = self.locale;
        refusals.finish(login.zip(name).map(|(login, display_name)| Self {
            login,
            display_name,
            locale,
        }))
    }
}

/// Gives an account a role in a community, in place of the one it had there.
pub async fn join(op: &Op, account: AccountId, community: CommunityId, role: Role) -> Result<()> {
    let place = Place { community: Some(community), visibility: Visibility::Community };
    op.allow(Action::ManageMembers, place).await?;
    let mut write = op.write().await?;
    let known =
        write.view().account(account).is_some() && write.view().community(community).is_some();
    if !known {
        return Err(Error::NotFound);
    }
    let had = write.view().members(community).find(|row| row.account_id == account).cloned();
    match had {
        Some(had) => change_role(&mut write, had.id, role).await?,
        None => add_member(&mut write, account, community, role).await.map(|_| ())?,
    }
    write.commit().await
}

/// Makes an account a member within a write that does more; it is none yet.
pub async fn add_member(
    write: &mut Write<'_>,
    account: AccountId,
    community: CommunityId,
    role: Role,
) -> Result<MembershipId> {
    let id = MembershipId(write.id());
    let row = membership::Model {
        id,
        account_id: account,
        community_id: community,
        role,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await?;
    Ok(id)
}

async fn change_role(write: &mut Write<'_>, id: MembershipId, role: Role) -> Result<()> {
    let before: membership::Model = write.load(id.0).await?;
    let after = membership::Model { role, updated_at: write.at(), ..before.clone() };
    write.update(before, after, Expected::Command).await
}

/// Keeps an account from signing in, and ends its sessions and links; only the owner of the instance does.
pub async fn disable(op: &Op, account: AccountId) -> Result<()> {
    set_disabled(op, account, true).await?;
    ending::sign_out(op.app(), account).await.map(|_| ())
}

/// Lets an account sign in again; only the owner of the instance does.
pub async fn enable(op: &Op, account: AccountId) -> Result<()> {
    set_disabled(op, account, false).await
}

async fn set_disabled(op: &Op, account: AccountId, disabled: bool) -> Result<()> {
    op.allow_owner().await?;
    let mut write = op.write().await?;
    let before: account::Model = write.load(account.0).await?;
    let after = account::Model { disabled, updated_at: write.at(), ..before.clone() };
    write.update(before, after, Expected::Command).await?;
    write.commit().await
}

/// Changes one's own name and language.
pub async fn update_profile(op: &Op, draft: ProfileDraft, expected: i32) -> Result<()> {
    let (account, _) = op.allow_in_person().await?;
    let ProfileDraft { display_name, locale } = draft.parse()?;
    let mut write = op.write().await?;
    let before: account::Model = write.load(account.0).await?;
    let after = account::Model { display_name, locale, updated_at: write.at(), ..before.clone() };
    write.update(before, after, Expected::Version(expected)).await?;
    write.commit().await
}
