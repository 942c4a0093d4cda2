//! Changes: what was changed, by whom, when, and taking it back.

use super::account::Account;
use super::context::{Access, Listed};
use super::identifier::Outside;
use super::node::Node;
use super::page::{PageInfo, Position, SortKey, read_first};
use super::scalar::{Instant, TypedInstant};
use crate::error::Result;
use crate::service;
use crate::service::change::{Entry, Filter, Order, Recent};
use crate::snapshot::View;
use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use domain::identifier::{ChangeId, CommunityId, ImportId, Noun, parse};
use domain::refusal::{Refusal, RefusalCode};
use serde_json::{Map, Value};
use std::sync::Arc;
use uuid::Uuid;

mod field;
mod title;
pub use field::FieldChange;
pub(super) use title::of as title_of;

/// One step of the log: one record created, changed or taken away.
#[derive(Clone, Debug)]
pub struct Change(Arc<Entry>);

impl Change {
    /// A change that the viewer may see.
    pub fn new(entry: Entry) -> Self {
        Self(Arc::new(entry))
    }

    /// The noun of its record, and what that looked like then.
    pub(super) fn record(&self) -> (&str, Map<String, Value>) {
        (&self.0.change.noun, self.0.image())
    }

    /// The fields that were changed, as the viewer may see them.
    pub(super) fn told(&self, view: &View) -> Vec<FieldChange> {
        FieldChange::all(view, self.0.fields())
    }

    /// The change that a step ended with; none when it is out of the viewer's own sight by now.
    pub(super) async fn last(ctx: &Context<'_>, id: Option<ChangeId>) -> Result<Option<Self>> {
        let Some(id) = id else { return Ok(None) };
        let mut found = service::change::load_all(ctx.op()?, &[id]).await?;
        Ok(found.remove(&id).map(Self::new))
    }
}

/// What a change did to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ChangeOperation {
    /// Recorded it.
    Create,
    /// Changed some of its fields.
    Update,
    /// Took it away, by undoing its recording.
    Delete,
}

/// One step of the log: one record created, changed or taken away.
#[Object]
impl Change {
    /// Its id, which never changes.
    pub async fn id(&self) -> ID {
        self.0.change.id.outside()
    }

    /// When it was made.
    async fn at(&self) -> Instant {
        Instant(self.0.change.at)
    }

    /// What it did to the record.
    async fn operation(&self) -> ChangeOperation {
        match (&self.0.value.before, &self.0.value.after) {
            _ if self.0.erases() => ChangeOperation::Update,
            (None, Some(_)) => ChangeOperation::Create,
            (Some(_), None) => ChangeOperation::Delete,
            // An erased change has neither; what is left of it is that something was changed.
            _ => ChangeOperation::Update,
        }
    }

    /// Who made it; seen by those who share a community with them, null for the command line.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<Account>> {
        let view = ctx.view()?;
        Ok(self.0.change.account_id.and_then(|id| Account::find(&view, id)))
    }

    /// What was changed, as it is now; null when it is no longer there.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        Ok(Node::of(&ctx.view()?, &self.0.change.noun, self.0.change.subject_id))
    }

    /// What was changed, in words, as of then.
    async fn title(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(title::of(&ctx.view()?, &self.0.change.noun, &self.0.image()))
    }

    /// What kind of record was changed: stakeholder, relationship, engagement ...
    async fn noun(&self) -> &str {
        &self.0.change.noun
    }

    /// The fields that were changed, by name.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Vec<FieldChange>> {
        Ok(self.told(&ctx.view()?))
    }

    /// The import that it belongs to.
    async fn import(&self) -> Option<ID> {
        self.0.change.import_id.map(Outside::outside)
    }
}

/// One page of the log. It has no count: the log is read only as far as it is shown.
#[derive(Clone, Debug)]
pub struct ChangeConnection {
    list: String,
    changes: Vec<Change>,
    has_next: bool,
    has_previous: bool,
}

/// One page of the log. It has no count: the log is read only as far as it is shown.
#[Object]
impl ChangeConnection {
    /// The changes of the page with their cursors.
    async fn edges(&self) -> Vec<ChangeEdge> {
        let edge =
            |change: &Change| ChangeEdge { cursor: self.cursor(change), node: change.clone() };
        self.changes.iter().map(edge).collect()
    }

    /// The changes of the page.
    async fn nodes(&self) -> &[Change] {
        &self.changes
    }

    /// Where the page lies in the log.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.has_next,
            has_previous_page: self.has_previous,
            start_cursor: self.changes.first().map(|change| self.cursor(change)),
            end_cursor: self.changes.last().map(|change| self.cursor(change)),
        }
    }
}

/// One change of a page with its cursor.
#[derive(Clone, Debug, SimpleObject)]
pub struct ChangeEdge {
    /// The change.
    pub node: Change,
    /// What to send as `after` to go on behind this change.
    pub cursor: String,
}

impl ChangeConnection {
    fn new(list: String, (entries, has_next): Recent, after: Option<ChangeId>) -> Self {
        let changes = entries.into_iter().map(Change::new).collect();
        Self { list, changes, has_next, has_previous: after.is_some() }
    }

    fn cursor(&self, change: &Change) -> String {
        Position(SortKey::Missing, change.0.change.id.0).cursor(&self.list)
    }
}

/// What was changed in one record, the last change first. Pages of many records are read together.
pub async fn history(
    ctx: &Context<'_>,
    subject: Uuid,
    first: i32,
    after: Option<String>,
) -> Result<ChangeConnection> {
    let first = read_first(first)?;
    let list = format!("history of {subject}");
    let after = read_after(after, &list)?;
    let op = ctx.op()?;
    let read = |keys| super::loader::histories(op, keys);
    let page = ctx.loaders()?.histories.load((subject, first, after), read).await?;
    Ok(ChangeConnection::new(list, page.unwrap_or_default(), after))
}

fn read_after(after: Option<String>, list: &str) -> Result<Option<ChangeId>, Refusal> {
    Ok(Position::read(after.as_deref(), list)?.map(|Position(_, id)| ChangeId(id)))
}

/// Only changes for which everything given holds.
#[derive(Debug, Default, InputObject)]
pub struct ChangeFilter {
    /// Of this record.
    pub node: Option<ID>,
    /// Of records of this community.
    pub community: Option<ID>,
    /// Of this import.
    pub import: Option<ID>,
    /// Made at this instant or later.
    pub since: Option<TypedInstant>,
}

impl ChangeFilter {
    fn parse(self) -> Result<Filter, Refusal> {
        let subject = |id: ID| match parse(&id) {
            Some((Noun::Change, _)) | None => {
                Err(Refusal::new(RefusalCode::MalformedId, "filter.node"))
            }
            Some((_, id)) => Ok(id),
        };
        Ok(Filter {
            subject: self.node.map(subject).transpose()?,
            community: CommunityId::read_opt(self.community.as_ref(), "filter.community")?,
            import: ImportId::read_opt(self.import.as_ref(), "filter.import")?,
            since: self.since.map(|since| since.read("filter.since")).transpose()?,
            nouns: &[],
        })
    }
}

/// From which end the log is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ChangeOrder {
    /// The last change first.
    NewestFirst,
    /// The first change first.
    OldestFirst,
}

/// Reads the log.
#[derive(Debug, Default)]
pub struct ChangeQuery;

#[Object(guard = "Listed")]
impl ChangeQuery {
    /// What was changed in everything that you may see.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.")] filter: Option<ChangeFilter>,
        #[graphql(default_with = "ChangeOrder::NewestFirst", desc = "From which end.")]
        order: ChangeOrder,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<ChangeConnection> {
        let first = read_first(first)?;
        let list = "changes".to_owned();
        let after = read_after(after, &list)?;
        let filter = filter.unwrap_or_default().parse()?;
        let order = match order {
            ChangeOrder::NewestFirst => Order::NewestFirst,
            ChangeOrder::OldestFirst => Order::OldestFirst,
        };
        let page = service::change::list(ctx.op()?, &filter, order, first, after).await?;
        Ok(ChangeConnection::new(list, page, after))
    }
}

/// Takes changes back.
#[derive(Debug, Default)]
pub struct ChangeMutation;

#[Object(guard = "Listed")]
impl ChangeMutation {
    /// Takes one change back, as a new change. A later change of the same field stands in the way.
    /// The stage of an engagement and the step that led to it are taken back together.
    async fn revert_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which change.")] input: RevertChangeInput,
    ) -> Result<RevertChangePayload> {
        let op = ctx.op()?;
        let made = service::change::revert(op, ChangeId::read(&input.id, "id")?).await?;
        // Undoing may take the record out of the actor's own sight.
        let mut seen = service::change::load_all(op, &made).await?;
        let changes = made.iter().filter_map(|id| seen.remove(id)).map(Change::new).collect();
        Ok(RevertChangePayload { changes })
    }

    /// Takes back everything that was changed in the same step as one change, as one new step: all
    /// of it, or nothing when something was built on it since then. An import is undone so as well.
    async fn revert_revision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which step.")] input: RevertRevisionInput,
    ) -> Result<RevertRevisionPayload> {
        let id = ChangeId::read(&input.change, "change")?;
        let made = service::change::revert_revision(ctx.op()?, id).await?;
        let change = Change::last(ctx, made.last().copied()).await?;
        Ok(RevertRevisionPayload { reverted: made.len(), change })
    }
}

/// Which change to take back.
#[derive(Debug, InputObject)]
pub struct RevertChangeInput {
    /// Its id.
    pub id: ID,
}

/// What taking it back changed.
#[derive(Debug, SimpleObject)]
pub struct RevertChangePayload {
    /// The new changes.
    pub changes: Vec<Change>,
}

/// Which step to take back.
#[derive(Debug, InputObject)]
pub struct RevertRevisionInput {
    /// The id of any change of the step.
    pub change: ID,
}

/// What taking a step back changed.
#[derive(Debug, SimpleObject)]
pub struct RevertRevisionPayload {
    /// How many changes it took.
    pub reverted: usize,
    /// The last of them, by which this step can be taken back in turn; null when it is out of your
    /// sight.
    pub change: Option<Change>,
}
