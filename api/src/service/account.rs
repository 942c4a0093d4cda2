//! Accounts and their roles; passwords and sessions are the business of `auth`.

use crate::error::{Error, Result};
use crate::op::{Op, Write};
use domain::community::Role;
use domain::identifier::{AccountId, CommunityId, MembershipId};
use domain::policy::{Action, Place, Viewer};
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
    owner_only(op)?;
    let mut refusals = Refusals::new();
    let login = refusals.take(parse_line(&draft.login, "login", NAME_LIMIT));
    let name = refusals.take(parse_line(&draft.display_name, "displayName", NAME_LIMIT));
    let (login, display_name) = refusals.finish(login.zip(name))?;
    let login = login.to_lowercase();
    let mut write = op.write().await?;
    if op.app().snapshot().account_by_login(&login).is_some() {
        return Err(Error::conflict(Refusal::new(RefusalCode::Duplicate, "login")));
    }
    let id = AccountId(write.id());
    let row = account::Model {
        id,
        login,
        display_name,
        locale: draft.locale,
        disabled: false,
        version: 0,
        created_at: write.at(),
        updated_at: write.at(),
    };
    write.insert(row).await?;
    write.commit().await?;
    Ok(id)
}

/// Gives an account a role in a community, in place of the one it had there.
pub async fn join(op: &Op, account: AccountId, community: CommunityId, role: Role) -> Result<()> {
    let place = Place { community: Some(community), visibility: Visibility::Community };
    op.allow(Action::ManageMembers, place).await?;
    let mut write = op.write().await?;
    let known = write.view().account(account).is_some() && write.view().community(community).is_some();
    if !known {
        return Err(Error::NotFound);
    }
    let had = write.view().members(community).find(|row| row.account_id == account).cloned();
    match had {
        Some(had) => change_role(&mut write, had.id, role).await?,
        None => {
            let row = membership::Model {
                id: MembershipId(write.id()),
                account_id: account,
                community_id: community,
                role,
                version: 0,
                created_at: write.at(),
                updated_at: write.at(),
            };
            write.insert(row).await?;
        }
    }
    write.commit().await
}

async fn change_role(write: &mut Write<'_>, id: MembershipId, role: Role) -> Result<()> {
    let before: membership::Model = write.load(id.0).await?;
    let after = membership::Model { role, updated_at: write.at(), ..before.clone() };
    write.update(before, after, None).await
}

fn owner_only(op: &Op) -> Result<()> {
    match op.viewer() {
        Viewer::Owner => Ok(()),
        Viewer::Anonymous => Err(Error::Unauthenticated),
        Viewer::Account { .. } => Err(Error::Forbidden),
    }
}
