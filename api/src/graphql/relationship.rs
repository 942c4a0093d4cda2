//! Relationships: what joins two stakeholders, on what evidence, since when.

use super::change::{self, ChangeConnection};
use super::community::Community;
use super::completeness::Completeness;
use super::context::{Access, Listed};
use super::evidence::Evidence;
use super::identifier::Outside;
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::scalar::{Instant, TypedDay, amount};
use super::stakeholder::Stakeholder;
use crate::error::{Error, Result};
use crate::service::completeness::Subject;
use crate::snapshot::View;
use async_graphql::{Context, ID, Object};
use domain::identifier::{RelationshipId, StakeholderId};
use domain::interval::DatePoint;
use domain::relationship::{
    FundingForm, FundingPurpose, Layer, RelationshipKind, RelationshipState, next_states,
};
use domain::stakeholder::Visibility;
use entity::relationship::Model;
use std::sync::Arc;

mod count;
mod dating;
mod filter;
mod input;
mod reliability;
mod write;
pub use count::LayerCount;
pub use dating::RelationshipDating;
pub use filter::{RelationshipDirection, RelationshipFilter, Wanted};
pub use input::{AddRelationshipInput, UpdateRelationshipInput};
pub use reliability::Reliability;
pub use write::{
    EndRelationshipInput, RelationshipMutation, RelationshipPayload, SettleRelationshipInput,
};

/// What joins two stakeholders: typed, dated, in a state, resting on evidence.
#[derive(Clone, Debug)]
pub struct Relationship(Arc<Model>);

impl Relationship {
    /// A relationship that the viewer may see.
    pub fn new(row: Arc<Model>) -> Self {
        Self(row)
    }

    /// The relationship, when the viewer may see it.
    pub fn find(view: &View, id: RelationshipId) -> Option<Self> {
        view.relationship(id).cloned().map(Self)
    }

    /// As `find`, where it must be there.
    pub fn load(view: &View, id: RelationshipId) -> Result<Self> {
        Self::find(view, id).ok_or(Error::NotFound)
    }

    /// One page of visible relationships, in order of recording.
    pub fn page<'a>(
        rows: impl Iterator<Item = &'a Arc<Model>>,
        page: &Page,
    ) -> Connection<Relationship> {
        let keyed = rows.map(|row| (SortKey::Missing, row.id.0, row));
        page.of(keyed, OrderDirection::Ascending, |row| Self(row.clone()))
    }

    /// As `page`, of relationships that come in order of recording.
    pub fn in_order<'a>(
        rows: impl Iterator<Item = &'a Arc<Model>>,
        page: &Page,
    ) -> Connection<Relationship> {
        page.in_order(rows.map(|row| (SortKey::Missing, row.id.0, row)), |row| Self(row.clone()))
    }

    fn named(ctx: &Context<'_>, id: Option<StakeholderId>) -> Result<Option<Stakeholder>> {
        let view = ctx.view()?;
        Ok(id.and_then(|id| Stakeholder::find(&view, id)))
    }
}

/// What joins two stakeholders: typed, dated, in a state, resting on evidence.
#[Object]
impl Relationship {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// What joins the two, read from source to target.
    async fn kind(&self) -> RelationshipKind {
        self.0.kind
    }

    /// The family of its kind.
    async fn layer(&self) -> Layer {
        self.0.kind.layer()
    }

    /// From whom it is read.
    async fn source(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::load(&ctx.view()?, self.0.source_id)
    }

    /// To whom it is read.
    async fn target(&self, ctx: &Context<'_>) -> Result<Stakeholder> {
        Stakeholder::load(&ctx.view()?, self.0.target_id)
    }

    /// The start, as exact as it is known; null is unknown.
    async fn valid_from(&self) -> Option<DatePoint> {
        self.0.valid_from
    }

    /// The end, as exact as it is known; null is unknown or open.
    async fn valid_to(&self) -> Option<DatePoint> {
        self.0.valid_to
    }

    /// Since when it counts, and how that is known.
    async fn dating(&self, ctx: &Context<'_>) -> Result<RelationshipDating> {
        let dating = ctx.view()?.dating(&self.0);
        Ok(RelationshipDating { row: self.0.clone(), dating })
    }

    /// How far it is settled.
    async fn state(&self) -> RelationshipState {
        self.0.state
    }

    /// How strong it is, 1 to 5; null when unknown.
    async fn strength(&self) -> Option<i32> {
        self.0.strength
    }

    /// A remark.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// In what capacity: role, tier, mandate, basis, scope.
    async fn role(&self) -> Option<&str> {
        self.0.role.as_deref()
    }

    /// About what: topic, standard, service, scheme.
    async fn topic(&self) -> Option<&str> {
        self.0.topic.as_deref()
    }

    /// Which constituency a seat belongs to.
    async fn constituency(&self) -> Option<&str> {
        self.0.constituency.as_deref()
    }

    /// Whether a seat votes; null when unknown.
    async fn voting(&self) -> Option<bool> {
        self.0.voting
    }

    /// How often feedback flows, in words.
    async fn cadence(&self) -> Option<&str> {
        self.0.cadence.as_deref()
    }

    /// When feedback was last heard.
    async fn last_heard(&self) -> Option<DatePoint> {
        self.0.last_heard
    }

    /// Who stands in the way; null also when they are hidden.
    async fn blocked_by(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        Self::named(ctx, self.0.blocked_by_id)
    }

    /// Whole units of the currency; null is unknown, never zero.
    async fn amount(&self) -> Option<f64> {
        self.0.amount.map(amount)
    }

    /// The currency of the amount: ISO 4217.
    async fn currency(&self) -> Option<&str> {
        self.0.currency.as_deref()
    }

    /// The least share of the whole, in percent; null is unknown.
    async fn share_min(&self) -> Option<i32> {
        self.0.share_min
    }

    /// The greatest share of the whole, in percent; null is unknown.
    async fn share_max(&self) -> Option<i32> {
        self.0.share_max
    }

    /// What funding is meant for.
    async fn purpose(&self) -> Option<FundingPurpose> {
        self.0.purpose
    }

    /// In what form funding comes.
    async fn form(&self) -> Option<FundingForm> {
        self.0.form
    }

    /// Through whom; null also when the intermediary is hidden.
    async fn via(&self, ctx: &Context<'_>) -> Result<Option<Stakeholder>> {
        Self::named(ctx, self.0.via_id)
    }

    /// Whether the people agreed to be put in touch; null when unknown.
    async fn consent(&self) -> Option<bool> {
        self.0.consent
    }

    /// Who may see it, among those who see both ends.
    async fn visibility(&self) -> Visibility {
        self.0.visibility
    }

    /// Its maintainer; null is the shared registry.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<Community>> {
        let view = ctx.view()?;
        Ok(self.0.community_id.and_then(|id| Community::find(&view, id)))
    }

    /// How often it was changed; send it back as expectedVersion.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Whether it is practice data, which is evidence for nothing.
    async fn practice(&self) -> bool {
        self.0.practice
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

    /// How many pieces of evidence it rests on.
    async fn evidence_count(&self, ctx: &Context<'_>) -> Result<usize> {
        Ok(ctx.view()?.evidence_of(self.0.id.0).count())
    }

    /// How far it may be relied on, by the evidence that you may see.
    async fn reliability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "As of this day; today without one.")] as_of: Option<TypedDay>,
    ) -> Result<Reliability> {
        Reliability::of(ctx, self.0.id.0, as_of)
    }

    /// How much of what is asked of it is recorded.
    async fn completeness(&self, ctx: &Context<'_>) -> Result<Completeness> {
        Completeness::of(ctx, Subject::Relationship(self.0.clone()))
    }

    /// Whether some of its evidence was inferred rather than stated.
    async fn inferred(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.view()?.evidence_of(self.0.id.0).any(|row| row.inferred))
    }

    /// The states that somebody with the right to settle it can move it to.
    async fn next_states(&self) -> &[RelationshipState] {
        next_states(self.0.state)
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

/// Relationships across the whole graph.
#[derive(Debug, Default)]
pub struct RelationshipQuery;

#[Object(guard = "Listed")]
impl RelationshipQuery {
    /// Relationships between any two stakeholders, in order of recording.
    async fn relationships(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them; retracted ones only when asked for.")] filter: Option<
            RelationshipFilter,
        >,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Relationship>> {
        let page = Page::parse(first, after.as_deref(), "relationships")?;
        let filter = filter.unwrap_or_default().parse(ctx.op()?.today())?;
        let view = ctx.view()?;
        let rows = view.relationships().filter(|row| filter.admits(&view, row));
        Ok(Relationship::in_order(rows, &page))
    }
}
