//! Communities: the tenants, and who belongs to them.

use super::context::{Access, Listed};
use super::global_good::GlobalGood;
use super::identifier::Outside;
use super::member::Member;
use super::page::read_first;
use super::stakeholder::Kind;
use crate::error::Result;
use crate::snapshot::View;
use async_graphql::{Context, ID, Object};
use domain::identifier::CommunityId;
use domain::policy::Place;
use domain::stakeholder::Visibility;
use entity::community::Model;
use std::sync::Arc;

/// The community around one global good: it owns engagements and maintains records.
#[derive(Clone, Debug)]
pub struct Community(Arc<Model>);

impl Community {
    /// A community.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The community; all are public.
    pub fn find(view: &View, id: CommunityId) -> Option<Self> {
        view.community(id).cloned().map(Self)
    }
}

/// The community around one global good: it owns engagements and maintains records.
#[Object]
impl Community {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Its proper name, the same in every language.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its short name in addresses.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// The global good that it is about.
    async fn global_good(&self, ctx: &Context<'_>) -> Result<Option<GlobalGood>> {
        let view = ctx.view()?;
        Ok(self.0.global_good_id.and_then(|id| GlobalGood::find(&view, id)))
    }

    /// Who belongs to it; null for those who do not.
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 100, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Option<Vec<Member>>> {
        let (view, first) = (ctx.view()?, read_first(first)?);
        let place = Place { community: Some(self.0.id), visibility: Visibility::Community };
        if !ctx.answers("Community", place)? {
            return Ok(None);
        }
        let members = view.members(self.0.id).map(|row| Member::find(ctx, row));
        let members = members.collect::<Result<Vec<_>>>()?;
        Ok(Some(members.into_iter().flatten().take(first).collect()))
    }

    /// The steps by which a new partner is made at home: what an onboarding begins with.
    async fn onboarding_steps(&self) -> &[String] {
        &self.0.onboarding_steps.0
    }

    /// How often it was changed.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Lists communities.
#[derive(Debug, Default)]
pub struct CommunityQuery;

#[Object(guard = "Listed")]
impl CommunityQuery {
    /// The communities, in order of their founding here.
    async fn communities(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Community>> {
        let first = read_first(first)?;
        Ok(ctx.view()?.communities().take(first).cloned().map(Community).collect())
    }
}
