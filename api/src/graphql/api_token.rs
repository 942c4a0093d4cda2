//! API tokens: how programs work for an account.

use super::community::Community;
use super::context::{Access, Listed};
use super::identifier::Outside;
use super::scalar::{Instant, TypedInstant};
use crate::error::Result;
use crate::service::api_token;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::api_token::{TokenDraft, TokenScope};
use domain::identifier::{ApiTokenId, CommunityId};
use entity::api_token::Model;

/// A secret by which a program works for your account, with no more than a part of your rights.
#[derive(Clone, Debug)]
pub struct ApiToken(Model);

impl ApiToken {
    /// One's own tokens; none for whoever did not sign in.
    pub(super) async fn own(ctx: &Context<'_>) -> Result<Option<Vec<Self>>> {
        let op = ctx.op()?;
        if op.in_person().is_err() {
            return Ok(None);
        }
        let rows = api_token::list(op).await?;
        Ok(Some(rows.into_iter().map(Self).collect()))
    }
}

/// A secret by which a program works for your account, with no more than a part of your rights.
#[Object]
impl ApiToken {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// What it is for.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// How it begins, by which you know it again.
    async fn prefix(&self) -> &str {
        &self.0.prefix
    }

    /// How much it may do at most.
    async fn scope(&self) -> TokenScope {
        self.0.scope
    }

    /// The one community that it works in; null is all of yours.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<Community>> {
        let view = ctx.view()?;
        Ok(self.0.community_id.and_then(|id| Community::find(&view, id)))
    }

    /// When it was made.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// Until when it is good.
    async fn expires_at(&self) -> Instant {
        Instant(self.0.expires_at)
    }

    /// When it was last used, to the minute; null is never.
    async fn last_used_at(&self) -> Option<Instant> {
        self.0.last_used_at.map(Instant)
    }
}

/// A new token.
#[derive(Clone, Debug, InputObject)]
pub struct CreateApiTokenInput {
    /// What it is for.
    name: String,
    /// How much it may do; no more than you may yourself.
    scope: TokenScope,
    /// The one community that it shall work in; absent is all of yours.
    community_id: Option<ID>,
    /// Until when it is good, a year at most; absent is ninety days.
    expires_at: Option<TypedInstant>,
}

/// A token with its secret, which is told this once.
#[derive(Clone, Debug, SimpleObject)]
pub struct CreateApiTokenPayload {
    /// The token.
    api_token: ApiToken,
    /// What the program sends, as in `Authorization: Bearer banyan_...`.
    secret: String,
}

/// A token to take back.
#[derive(Clone, Debug, InputObject)]
pub struct RevokeApiTokenInput {
    /// Which token.
    id: ID,
}

/// What was taken back.
#[derive(Clone, Debug, SimpleObject)]
pub struct RevokeApiTokenPayload {
    /// The id of the token that is worth nothing now.
    revoked_id: ID,
}

/// Making tokens and taking them back.
#[derive(Debug, Default)]
pub struct ApiTokenMutation;

/// Making tokens and taking them back.
#[Object(guard = "Listed")]
impl ApiTokenMutation {
    /// Makes an API token for your account; only for those who signed in.
    async fn create_api_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to make.")] input: CreateApiTokenInput,
    ) -> Result<CreateApiTokenPayload> {
        let expires_at = input.expires_at.map(|at| at.read("expiresAt")).transpose()?;
        let draft = TokenDraft {
            name: input.name,
            scope: input.scope,
            community: CommunityId::read_opt(input.community_id.as_ref(), "communityId")?,
            expires_at,
        };
        let (row, written) = api_token::create(ctx.op()?, draft).await?;
        let secret = written.reveal().to_owned();
        Ok(CreateApiTokenPayload { api_token: ApiToken(row), secret })
    }

    /// Takes back an API token of your account, at once; only for those who signed in.
    async fn revoke_api_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which token.")] input: RevokeApiTokenInput,
    ) -> Result<RevokeApiTokenPayload> {
        let id = ApiTokenId::read(&input.id, "id")?;
        api_token::revoke(ctx.op()?, id).await?;
        Ok(RevokeApiTokenPayload { revoked_id: id.outside() })
    }
}
