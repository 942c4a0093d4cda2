//! What differs: between two pictures of the graph, and between two states of one record.

use super::change::{FieldChange, title_of};
use super::context::{Access, Listed};
use super::engagement::Engagement;
use super::filter::any_of;
use super::identifier::{Outside, read_stakeholder};
use super::page::{Connection, OrderDirection, Page, SortKey};
use super::relationship::Relationship;
use super::scalar::{TypedDay, TypedInstant};
use crate::error::Result;
use crate::service::change::Moment;
use crate::service::diff::{self, Difference, Picture, Scope, graph_diff};
use async_graphql::{Context, ID, InputObject, Object, OneofObject};
use domain::identifier::{ChangeId, SourceId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use domain::relationship::{Layer, RelationshipKind};
use std::sync::Arc;

mod record;
pub use record::{FieldDiff, LineDiff, RecordDiff};

/// One of two pictures to compare: exactly one field. Both pictures are of days, or both of the log.
#[derive(Debug, OneofObject)]
pub enum MomentBy {
    /// What counts on this day, as it is known now.
    Day(TypedDay),
    /// What was recorded at this instant.
    At(TypedInstant),
    /// What was recorded after the step that this change belongs to.
    Change(ID),
}

impl MomentBy {
    fn read(self, field: &str) -> Result<Picture, Refusal> {
        Ok(match self {
            Self::Day(day) => Picture::Day(day.read(&format!("{field}.day"))?),
            Self::At(at) => Picture::Recorded(Moment::At(at.read(&format!("{field}.at"))?)),
            Self::Change(id) => {
                let id = ChangeId::read(&id, &format!("{field}.change"))?;
                Picture::Recorded(Moment::Change(id))
            }
        })
    }
}

/// The part of the graph that is compared: everything for which all that is given holds.
#[derive(Debug, Default, InputObject)]
pub struct DiffScope {
    /// Around this stakeholder, over whatever was ever recorded.
    pub focus: Option<ID>,
    /// How many steps around it, 1 to 3.
    #[graphql(default = 1)]
    pub depth: i32,
    /// Of these layers; with layers or kinds, no engagements are told.
    pub layers: Option<Vec<Layer>>,
    /// Of these kinds.
    pub kinds: Option<Vec<RelationshipKind>>,
    /// Resting on evidence from this source.
    pub source: Option<ID>,
}

impl DiffScope {
    fn parse(self) -> Result<Scope, Refusal> {
        let depth = u32::try_from(self.depth).ok().filter(|depth| (1..=3).contains(depth));
        let depth = depth
            .ok_or_else(|| Refusal::new(RefusalCode::OutOfRange, "scope.depth").missing("1..3"))?;
        let focus = |id: ID| read_stakeholder(&id, "scope.focus");
        let focus: Option<StakeholderId> = self.focus.map(focus).transpose()?;
        Ok(Scope {
            focus: focus.map(|focus| (focus, depth)),
            layers: any_of(self.layers),
            kinds: any_of(self.kinds),
            source: SourceId::read_opt(self.source.as_ref(), "scope.source")?,
        })
    }
}

/// What differs between two pictures of the graph, as far as you may see it.
#[derive(Clone, Debug)]
pub struct GraphDiff(Arc<diff::GraphDiff>);

/// A list of what differs.
type Differences = Connection<RelationshipDifference>;

fn page(rows: &[Difference], list: &str, first: i32, after: Option<String>) -> Result<Differences> {
    let page = Page::parse(first, after.as_deref(), &format!("{list} of graphDiff"))?;
    let rows = rows.iter().map(|row| (SortKey::Missing, row.id.0, row));
    Ok(page.of(rows, OrderDirection::Ascending, |row| RelationshipDifference(row.clone())))
}

/// What differs between two pictures of the graph, as far as you may see it.
#[Object]
impl GraphDiff {
    /// Relationships of the later picture only.
    async fn added(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Differences> {
        page(&self.0.added, "added", first, after)
    }

    /// Relationships that ended in between.
    async fn ended(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Differences> {
        page(&self.0.ended, "ended", first, after)
    }

    /// Relationships of both pictures that are not alike in them. Of two days: one that ended and
    /// another that goes on from it.
    async fn changed(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Differences> {
        page(&self.0.changed, "changed", first, after)
    }

    /// Relationships that were taken back in between as recorded by mistake. None between two days:
    /// what was retracted counts on no day.
    async fn retracted(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Differences> {
        page(&self.0.retracted, "retracted", first, after)
    }

    /// Relationships that stand in both pictures of days only because nothing dates them: whether
    /// they came in between is not recorded.
    async fn undated(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Differences> {
        page(&self.0.undated, "undated", first, after)
    }

    /// Engagements of the later picture only. They count since they stood, else since their earliest
    /// evidence, else since they were opened.
    async fn engagements(
        &self,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<Engagement>> {
        let page = Page::parse(first, after.as_deref(), "engagements of graphDiff")?;
        let rows = self.0.engagements.iter().map(|row| (SortKey::Missing, row.id.0, row));
        Ok(page.of(rows, OrderDirection::Ascending, |row| Engagement::new(row.clone())))
    }
}

/// One relationship that differs between two pictures.
#[derive(Clone, Debug)]
pub struct RelationshipDifference(Difference);

/// One relationship that differs between two pictures.
#[Object]
impl RelationshipDifference {
    /// The id of the relationship.
    async fn id(&self) -> ID {
        self.0.id.outside()
    }

    /// What joins the two, or joined them.
    async fn kind(&self) -> RelationshipKind {
        self.0.kind
    }

    /// Who is joined, in words.
    async fn title(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(title_of(&ctx.view()?, "relationship", &self.0.image))
    }

    /// The relationship as it is now, with its evidence; null when it is no longer there.
    async fn relationship(&self) -> Option<Relationship> {
        self.0.row.clone().map(Relationship::new)
    }

    /// The earlier relationship that ended and that this one goes on from.
    async fn replaces(&self) -> Option<Relationship> {
        self.0.replaces.clone().map(Relationship::new)
    }

    /// The fields that are not alike; empty for what is in one picture only.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Vec<FieldChange>> {
        Ok(FieldChange::all(&ctx.view()?, self.0.fields.clone()))
    }
}

/// Compares.
#[derive(Debug, Default)]
pub struct DiffQuery;

#[Object(guard = "Listed")]
impl DiffQuery {
    /// What differs between two pictures of the graph: of two days, or of two moments of the log.
    async fn graph_diff(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The earlier picture.")] from: MomentBy,
        #[graphql(desc = "The later picture, of the same sort.")] to: MomentBy,
        #[graphql(desc = "Only a part of the graph.")] scope: Option<DiffScope>,
    ) -> Result<GraphDiff> {
        let (from, to) = (from.read("from")?, to.read("to")?);
        let scope = scope.map(DiffScope::parse).transpose()?.unwrap_or_default();
        Ok(GraphDiff(Arc::new(graph_diff(ctx.op()?, from, to, &scope).await?)))
    }

    /// What differs between two states of one record, field by field and line by line, as far as you
    /// may read its history.
    async fn record_diff(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id of the record.")] id: ID,
        #[graphql(
            desc = "The change that the earlier state came from; before the first if absent."
        )]
        from: Option<ID>,
        #[graphql(desc = "The change that the later state came from; the last if absent.")]
        to: Option<ID>,
    ) -> Result<RecordDiff> {
        RecordDiff::load(ctx, &id, from.as_ref(), to.as_ref()).await
    }
}
