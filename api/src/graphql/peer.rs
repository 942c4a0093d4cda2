//! Peers of an implementation.

use super::context::{Access, Listed};
use super::identifier::read_stakeholder;
use super::implementation::Implementation;
use super::page::{Connection, OrderDirection, Page, SortKey, read_first};
use super::relationship::Relationship;
use super::scalar::TypedDay;
use super::stakeholder::Kind;
use crate::error::{Error, Result};
use crate::service::peer;
use async_graphql::{Context, ID, Object};
use domain::peer::PeerReason;

/// An implementation that another one can learn from, and why.
#[derive(Clone, Debug)]
pub struct Peer(peer::Peer);

/// An implementation that another one can learn from, and why.
#[Object]
impl Peer {
    /// Which one.
    async fn implementation(&self, ctx: &Context<'_>) -> Result<Implementation> {
        Implementation::find(&ctx.view()?, self.0.implementation.id).ok_or(Error::NotFound)
    }

    /// Why, and what is not recorded.
    async fn reasons(&self) -> &[PeerReason] {
        &self.0.reasons
    }

    /// The relationships that say which goods both put to work, and that they are peers.
    async fn relationships(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<Relationship>> {
        let first = read_first(first)?;
        let view = ctx.view()?;
        let found = self.0.relationships.iter().filter_map(|id| Relationship::find(&view, *id));
        Ok(found.take(first).collect())
    }
}

/// Finds peers.
#[derive(Debug, Default)]
pub struct PeerQuery;

#[Object(guard = "Listed")]
impl PeerQuery {
    /// Other implementations that this one can learn from, the nearest first: those recorded as its
    /// peers, then by good, stage, language and country.
    async fn peers_for(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The implementation.")] implementation: ID,
        #[graphql(desc = "On this day; today when absent.")] as_of: Option<TypedDay>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Peer>> {
        let page = Page::parse(first, after.as_deref(), "peersFor")?;
        let id = read_stakeholder(&implementation, "implementation")?;
        let as_of = as_of.map(|day| day.read("asOf")).transpose()?;
        let op = ctx.op()?;
        let found = peer::peers(&op.view(), id, as_of.unwrap_or(op.today()))?;
        let ranked = found.into_iter().enumerate();
        let keyed =
            ranked.map(|(place, row)| (SortKey::number(place), row.implementation.id.0, row));
        Ok(page.of(keyed, OrderDirection::Ascending, Peer))
    }
}
