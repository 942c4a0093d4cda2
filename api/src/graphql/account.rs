//! Accounts: who signs in, as far as others see them, and what one sees of oneself.

use super::api_token::ApiToken;
use super::community::Community;
use super::context::{Access, Listed};
use super::identifier::Outside;
use crate::error::Result;
use crate::snapshot::View;
use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use domain::community::Role;
use domain::identifier::AccountId;
use domain::policy::Viewer;
use domain::text::Locale;
use entity::account::Model;
use std::sync::Arc;

/// Somebody who signs in; seen by those who share a community with them.
#[derive(Clone, Debug)]
pub struct Account(Arc<Model>);

impl Account {
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
#[derive(Clone, Debug, SimpleObject)]
#[graphql(complex)]
pub struct Me {
    /// Who one is.
    pub account: Account,
    /// The language that Banyan speaks with one.
    pub locale: Locale,
    /// Where one belongs, and as what.
    pub memberships: Vec<Membership>,
}

#[ComplexObject]
impl Me {
    /// One's API tokens, expired ones too; null for a token, which learns nothing of its like.
    async fn api_tokens(&self, ctx: &Context<'_>) -> Result<Option<Vec<ApiToken>>> {
        ApiToken::own(ctx).await
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
        let Viewer::Account { id, standings } = view.viewer() else {
            return Ok(None);
        };
        if !view.answers(view.rule("Query", "me"), None) {
            return Ok(None);
        }
        let membership = |standing: &domain::community::Standing| {
            let community = Community::find(&view, standing.community)?;
            Some(Membership { community, role: standing.role })
        };
        let memberships = standings.iter().filter_map(membership).collect();
        let row = view.account(*id).cloned();
        Ok(row.map(|row| Me { locale: row.locale, account: Account(row), memberships }))
    }
}
