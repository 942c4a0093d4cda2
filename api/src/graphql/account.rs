//! Accounts: who signs in, as far as others see them, and what one sees of oneself.

use super::api_token::ApiToken;
use super::community::Community;
use super::context::{Access, Listed};
use super::digest::Digest;
use super::identifier::Outside;
use super::mute::Mute;
use super::page::read_first;
use super::scalar::Instant;
use super::session::Session;
use crate::error::{Error, Result};
use crate::service::{account, calendar, digest, presence};
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::account::ProfileDraft;
use domain::attention::DigestPeriod;
use domain::community::{Role, Standing};
use domain::identifier::AccountId;
use domain::policy::Viewer;
use domain::text::Locale;
use entity::account::Model;
use std::sync::Arc;

/// Somebody who signs in; seen by those who share a community with them.
#[derive(Clone, Debug)]
pub struct Account(Arc<Model>);

impl Account {
    /// An account that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The account, when the viewer may see it.
    pub fn find(view: &View, id: AccountId) -> Option<Self> {
        view.account(id).cloned().map(Self)
    }
}

/// Somebody who signs in; seen by those who share a community with them.
#[Object]
impl Account {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// The name shown to others.
    async fn display_name(&self) -> &str {
        &self.0.display_name
    }
}

/// What the signed-in account sees of itself.
#[derive(Clone, Debug)]
pub struct Me {
    row: Arc<Model>,
    memberships: Vec<Membership>,
}

impl Me {
    /// The signed-in account; nothing for anonymous.
    pub(super) fn find(view: &View) -> Option<Self> {
        let Viewer::Account { id, standings } = view.viewer() else {
            return None;
        };
        let membership = |standing: &Standing| {
            let community = Community::find(view, standing.community)?;
            Some(Membership { community, role: standing.role })
        };
        let memberships = standings.iter().filter_map(membership).collect();
        Some(Self { row: view.account(*id)?.clone(), memberships })
    }
}

/// What the signed-in account sees of itself.
#[Object]
impl Me {
    /// Who one is.
    async fn account(&self) -> Account {
        Account(self.row.clone())
    }

    /// The language that Banyan speaks with one.
    async fn locale(&self) -> Locale {
        self.row.locale
    }

    /// Where one belongs, and as what.
    async fn memberships(
        &self,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<&[Membership]> {
        let first = read_first(first)?.min(self.memberships.len());
        Ok(self.memberships.get(..first).unwrap_or_default())
    }

    /// What one signs in with.
    async fn login(&self) -> &str {
        &self.row.login
    }

    /// Whether the login is an e-mail address that is known to reach one.
    async fn verified(&self, ctx: &Context<'_>) -> Result<bool> {
        presence::is_verified(ctx.op()?).await
    }

    /// Where one is signed in, the one used last first; nothing for a token.
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Session>> {
        let first = read_first(first)?;
        Ok(Session::list(ctx).await?.into_iter().take(first).collect())
    }

    /// One's API tokens, expired ones too; null for a token, which learns nothing of its like.
    async fn api_tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Option<Vec<ApiToken>>> {
        let (own, first) = (ApiToken::own(ctx).await?, read_first(first)?);
        Ok(own.map(|own| own.into_iter().take(first).collect()))
    }

    /// What one does not want to be told of, the first first.
    async fn mutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 100, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Mute>> {
        let first = read_first(first)?;
        Ok(Mute::own(ctx).await?.into_iter().take(first).collect())
    }

    /// The few things that most want one's attention, in all of one's communities; null when there is
    /// nothing to tell.
    async fn digest(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Locale::En", desc = "In which language.")] locale: Locale,
        #[graphql(
            default_with = "DigestPeriod::Weekly",
            desc = "For how often: a daily one leaves out what is due later than tomorrow."
        )]
        period: DigestPeriod,
    ) -> Result<Option<Digest>> {
        Digest::own(ctx, period, locale).await
    }

    /// How often one wants a digest by mail.
    async fn digest_period(&self, ctx: &Context<'_>) -> Result<DigestPeriod> {
        digest::period(ctx.op()?).await
    }

    /// Since when a calendar reads one's own tasks under an address; null when there is none.
    async fn calendar_feed_since(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        Ok(calendar::since(ctx.op()?).await?.map(Instant))
    }

    /// How often the account was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A role in a community.
#[derive(Clone, Debug, SimpleObject)]
pub struct Membership {
    /// Where.
    pub community: Community,
    /// As what.
    pub role: Role,
}

/// Tells who one is.
#[derive(Debug, Default)]
pub struct AccountQuery;

#[Object(guard = "Listed")]
impl AccountQuery {
    /// The signed-in account; null for anonymous.
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>> {
        let view = ctx.view()?;
        let is_answered = view.answers(view.rule("Query", "me"), None);
        Ok(Me::find(&view).filter(|_| is_answered))
    }
}

/// What one says about oneself.
#[derive(Clone, Debug, InputObject)]
pub struct UpdateProfileInput {
    /// The name shown to others.
    display_name: String,
    /// The language that Banyan speaks with one.
    locale: Locale,
    /// The version that was read; when it has moved on, nothing is changed.
    expected_version: i32,
}

/// What one sees of oneself afterwards.
#[derive(Clone, Debug, SimpleObject)]
pub struct UpdateProfilePayload {
    /// The account.
    me: Me,
}

/// Changing one's own account.
#[derive(Debug, Default)]
pub struct AccountMutation;

/// Changing one's own account.
#[Object(guard = "Listed")]
impl AccountMutation {
    /// Changes your own name and language.
    async fn update_profile(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to say.")] input: UpdateProfileInput,
    ) -> Result<UpdateProfilePayload> {
        let UpdateProfileInput { display_name, locale, expected_version } = input;
        let draft = ProfileDraft { display_name, locale };
        account::update_profile(ctx.op()?, draft, expected_version).await?;
        Ok(UpdateProfilePayload { me: Me::find(&ctx.view()?).ok_or(Error::Unauthenticated)? })
    }
}
