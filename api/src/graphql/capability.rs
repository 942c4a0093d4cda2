//! Capabilities: which service an organization or a group can give for a good.

use super::account::Account;
use super::change::{self, ChangeConnection};
use super::community::Community;
use super::completeness::Completeness;
use super::context::{Access, Listed};
use super::evidence::Evidence;
use super::global_good::GlobalGood;
use super::identifier::{Outside, read_stakeholder_opt};
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::{Date, Instant};
use super::stakeholder::{Kind, Stakeholder};
use crate::error::{Error, Result};
use crate::service::capability::{self, Filter};
use crate::service::completeness::Subject;
use crate::snapshot::View;
use async_graphql::{Context, ID, InputObject, Object};
use domain::capability::{ServiceKind, has_expired};
use domain::identifier::CapabilityId;
use domain::refusal::Refusal;
use domain::stakeholder::Visibility;
use entity::capability::Model;
use std::sync::Arc;

mod write;
pub use write::{
    AddCapabilityInput, CapabilityMutation, CapabilityPayload, UpdateCapabilityInput,
    VerifyCapabilityInput,
};

/// A service that an organization or a group can give for a good.
#[derive(Clone, Debug)]
pub struct Capability(Arc<Model>);

impl Capability {
    /// The capability, when the viewer may see it.
    pub fn find(view: &View, id: CapabilityId) -> Option<Self> {
        view.capability(id).cloned().map(Self)
    }
}

/// A service that an organization or a group can give for a good.
#[Object]
impl Capability {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// Who can give it: an organization or a group.
    async fn provider(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::load(&ctx.view()?, self.0.provider_id)
    }

    /// For which good.
    async fn good(&self, ctx: &Context<'_>) -> Result<GlobalGood> {
        GlobalGood::find(&ctx.view()?, self.0.good_id).ok_or(Error::NotFound)
    }

    /// What is given.
    async fn service(&self) -> ServiceKind {
        self.0.service
    }

    /// To what degree: 0 self-stated, 1 trained, 2 one documented project, 3 several and upstream
    /// contributions, 4 can lead and train others; null is not recorded, never zero.
    async fn level(&self) -> Option<i32> {
        self.0.level
    }

    /// In which countries: ISO 3166-1 alpha-2; empty is not recorded.
    async fn countries(&self) -> &[String] {
        &self.0.countries.0
    }

    /// In which languages: ISO 639-1; empty is not recorded.
    async fn languages(&self) -> &[String] {
        &self.0.languages.0
    }

    /// The last day on which it may be relied on; null is not recorded.
    async fn expires_on(&self) -> Option<Date> {
        self.0.expires_on.map(Date)
    }

    /// Whether that day is over; it is still shown then.
    async fn expired(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(has_expired(self.0.expires_on, ctx.op()?.today()))
    }

    /// A remark.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Whether a manager has verified it as it is recorded now.
    async fn verified(&self) -> bool {
        self.0.verified_at.is_some()
    }

    /// When it was verified; null when nobody has.
    async fn verified_at(&self) -> Option<Instant> {
        self.0.verified_at.map(Instant)
    }

    /// Who verified it; null when nobody has, or nobody whom you may see.
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.verified_by_id.and_then(|id| Account::find(&view, id)))
    }

    /// Its maintainer; null is the shared registry.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<Community>> {
        let view = ctx.view()?;
        Ok(self.0.community_id.and_then(|id| Community::find(&view, id)))
    }

    /// Who may see it, among those who see whose it is and its good.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was recorded.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it was last changed.
    async fn updated_at(&self) -> Instant {
        Instant(self.0.updated_at)
    }

    /// What it rests on, for and against.
    async fn evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 5, desc = "How many, 1 to 100; the first ones recorded.")] first: i32,
    ) -> Result<Vec<Evidence>> {
        Evidence::about(&ctx.view()?, self.0.id.0, first)
    }

    /// How much of what is asked of it is recorded.
    async fn completeness(&self, ctx: &Context<'_>) -> Result<Completeness> {
        Completeness::of(ctx, Subject::Capability(self.0.clone()))
    }

    /// What was changed in it, the last change first.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        change::history(ctx, self.0.id.0, first, after).await
    }
}

/// Which capabilities to list; what is absent is no restriction.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CapabilityFilter {
    /// Only of this organization or group.
    provider: Option<ID>,
    /// Only for this good.
    good: Option<ID>,
    /// Only this service.
    service: Option<ServiceKind>,
}

impl CapabilityFilter {
    fn read(self) -> Result<Filter, Refusal> {
        Ok(Filter {
            provider: read_stakeholder_opt(self.provider.as_ref(), "filter.provider")?,
            good: read_stakeholder_opt(self.good.as_ref(), "filter.good")?,
            service: self.service,
        })
    }
}

/// Lists capabilities.
#[derive(Debug, Default)]
pub struct CapabilityQuery;

#[Object(guard = "Listed")]
impl CapabilityQuery {
    /// Capabilities as they are recorded, verified or not, in order of recording.
    async fn capabilities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<CapabilityFilter>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Capability>> {
        let page = Page::parse(first, after.as_deref(), "capabilities")?;
        let filter = filter.unwrap_or_default().read()?;
        let rows = capability::list(&ctx.view()?, &filter).into_iter();
        let keyed = rows.map(|row| (SortKey::Missing, row.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, Capability))
    }
}
