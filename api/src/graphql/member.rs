//! Members of a community, and bringing them in.

use super::account::Account;
use super::community::Community;
use super::context::{Access, Listed};
use super::identifier::Outside;
use super::scalar::Instant;
use crate::error::{Error, Result};
use crate::service::account::AccountDraft;
use crate::service::member::{self, NewMember};
use crate::service::presence::{self, Presence};
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::account::MemberStatus;
use domain::community::Role;
use domain::identifier::{CommunityId, MembershipId};
use domain::text::Locale;
use entity::account;
use entity::membership::Model;
use entity::record::Record;
use std::sync::Arc;

/// An account with its role in a community.
#[derive(Clone, Debug)]
pub struct Member {
    row: Arc<Model>,
    account: Arc<account::Model>,
}

impl Member {
    /// The member, when the viewer may see it.
    pub fn find(ctx: &Context<'_>, row: &Arc<Model>) -> Result<Option<Self>> {
        let account = ctx.view()?.account(row.account_id).cloned();
        Ok(account.map(|account| Self { row: row.clone(), account }))
    }

    fn load(ctx: &Context<'_>, id: MembershipId) -> Result<Self> {
        let row = ctx.view()?.membership(id.0).cloned().ok_or(Error::NotFound)?;
        Self::find(ctx, &row)?.ok_or(Error::NotFound)
    }

    async fn presence(&self, ctx: &Context<'_>) -> Result<Presence> {
        let op = ctx.op()?;
        let read = |accounts| presence::of(op, accounts);
        let found = ctx.loaders()?.presences.load(self.account.id, read).await?;
        Ok(found.unwrap_or_default())
    }

    /// Whether the policy answers this field to the viewer.
    fn is_answered(&self, ctx: &Context<'_>) -> Result<bool> {
        match self.row.place() {
            Some(place) => ctx.answers("Member", place),
            None => Ok(false),
        }
    }
}

/// An account with its role in a community.
#[Object]
impl Member {
    /// Its id, which never changes.
    async fn id(&self) -> ID {
        self.row.id.outside()
    }

    /// Who.
    async fn account(&self) -> Account {
        Account::new(self.account.clone())
    }

    /// As what.
    async fn role(&self) -> Role {
        self.row.role
    }

    /// Whether they have come in, and still may.
    async fn status(&self, ctx: &Context<'_>) -> Result<MemberStatus> {
        Ok(match self.account.disabled {
            true => MemberStatus::Disabled,
            false if self.presence(ctx).await?.is_new() => MemberStatus::Invited,
            false => MemberStatus::Active,
        })
    }

    /// What they sign in with; null for all but admins.
    async fn login(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        Ok(self.is_answered(ctx)?.then_some(self.account.login.as_str()))
    }

    /// When they were last here; null when they never were or that is forgotten, and for all but
    /// admins.
    async fn last_seen_at(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        match self.is_answered(ctx)? {
            true => Ok(self.presence(ctx).await?.seen_at.map(Instant)),
            false => Ok(None),
        }
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// Somebody who is to become a member.
#[derive(Clone, Debug, InputObject)]
pub struct InviteMemberInput {
    /// Where.
    community_id: ID,
    /// What they sign in with: an e-mail address, where mail is sent; else any short name.
    login: String,
    /// The name shown to others; an account that there is already keeps its own.
    display_name: String,
    /// The language that Banyan speaks with them.
    locale: Locale,
    /// As what.
    role: Role,
}

/// A member who is to be invited once more.
#[derive(Clone, Debug, InputObject)]
pub struct ResendInvitationInput {
    /// Whom.
    membership_id: ID,
}

/// Another role for a member.
#[derive(Clone, Debug, InputObject)]
pub struct ChangeMemberRoleInput {
    /// Whose.
    membership_id: ID,
    /// As what.
    role: Role,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
}

/// A member who is to be none any more.
#[derive(Clone, Debug, InputObject)]
pub struct RemoveMemberInput {
    /// Whom.
    membership_id: ID,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
}

/// What became of an invitation.
#[derive(Clone, Debug, SimpleObject)]
pub struct Invitation {
    /// Where no mail is sent, or none reaches the login: the path of the page that takes the invitation
    /// up, good once and for half an hour, to be handed over. Null for whoever has come in already, for whoever belongs to
    /// a community that you do not manage, and with an idempotency key, whose answers are kept:
    /// resendInvitation gives one then.
    link: Option<String>,
    /// Whether a letter is on its way to them.
    sent: bool,
}

impl From<crate::service::invitation::Invitation> for Invitation {
    fn from(invitation: crate::service::invitation::Invitation) -> Self {
        Self { link: invitation.link, sent: invitation.sent }
    }
}

/// The member, and what became of the invitation.
#[derive(Clone, Debug, SimpleObject)]
pub struct InviteMemberPayload {
    /// The member.
    member: Member,
    /// What became of the invitation.
    invitation: Invitation,
}

/// The member as it is afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct MemberPayload {
    /// The member.
    member: Member,
}

/// The community without the member.
#[derive(Clone, Debug, SimpleObject)]
pub struct RemoveMemberPayload {
    /// The community.
    community: Community,
}

/// Managing members.
#[derive(Debug, Default)]
pub struct MemberMutation;

/// Managing members.
#[Object(guard = "Listed")]
impl MemberMutation {
    /// Makes somebody a member, with an account for whoever has none, and invites them to come in.
    async fn invite_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: InviteMemberInput,
    ) -> Result<InviteMemberPayload> {
        let InviteMemberInput { community_id, login, display_name, locale, role } = input;
        let community = CommunityId::read(&community_id, "communityId")?;
        let draft = AccountDraft { login, display_name, locale };
        let new = NewMember { community, draft, role };
        let (id, invitation) = member::invite(ctx.op()?, new).await?;
        let invitation = invitation.into();
        Ok(InviteMemberPayload { member: Member::load(ctx, id)?, invitation })
    }

    /// Invites a member once more who has not come in yet.
    async fn resend_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: ResendInvitationInput,
    ) -> Result<InviteMemberPayload> {
        let id = MembershipId::read(&input.membership_id, "membershipId")?;
        let invitation = member::invite_again(ctx.op()?, id).await?.into();
        Ok(InviteMemberPayload { member: Member::load(ctx, id)?, invitation })
    }

    /// Gives a member another role; the last admin stays one.
    async fn change_member_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose, and which.")] input: ChangeMemberRoleInput,
    ) -> Result<MemberPayload> {
        let id = MembershipId::read(&input.membership_id, "membershipId")?;
        member::change_role(ctx.op()?, id, input.expected_version, input.role).await?;
        Ok(MemberPayload { member: Member::load(ctx, id)? })
    }

    /// Ends a membership; the account stays. The last admin is not removed.
    async fn remove_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: RemoveMemberInput,
    ) -> Result<RemoveMemberPayload> {
        let id = MembershipId::read(&input.membership_id, "membershipId")?;
        let community = member::remove(ctx.op()?, id, input.expected_version).await?;
        let community = Community::find(&ctx.view()?, community).ok_or(Error::NotFound)?;
        Ok(RemoveMemberPayload { community })
    }
}
