//! Changes: what was changed, by whom, when, and taking it back.

use super::account::Account;
use super::context::Access;
use super::identifier::Outside;
use super::node::Node;
use super::page::{PageInfo, read_first};
use super::scalar::Instant;
use crate::error::{Error, Result};
use crate::service;
use crate::service::change::{Entry, Filter, Order, Recent};
use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use domain::identifier::{ChangeId, CommunityId, ImportId, Noun, parse};
use domain::refusal::{Refusal, RefusalCode};
use std::sync::Arc;
use uuid::Uuid;

mod field;
mod title;
pub use field::FieldChange;

/// One step of the log: one record created, changed or taken away.
#[derive(Clone, Debug)]
pub struct Change(Arc<Entry>);

impl Change {
    /// A change that the viewer may see.
    pub fn new(entry: Entry) -> Self {
        Self(Arc::new(entry))
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
        Ok(FieldChange::all(&ctx.view()?, self.0.fields()))
    }

    /// The import that it belongs to.
    async fn import(&self) -> Option<ID> {
        self.0.change.import_id.map(Outside::outside)
    }
}

/// One page of the log. It has no count: the log is read only as far as it is shown.
#[derive(Clone, Debug)]
pub struct ChangeConnection {
    changes: Vec<Change>,
    has_next: bool,
    has_previous: bool,
}

/// One page of the log. It has no count: the log is read only as far as it is shown.
#[Object]
impl ChangeConnection {
    /// The changes of the page with their cursors.
    async fn edges(&self) -> Vec<ChangeEdge> {
        let edge = |change: &Change| ChangeEdge { cursor: cursor(change), node: change.clone() };
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
            start_cursor: self.changes.first().map(cursor),
            end_cursor: self.changes.last().map(cursor),
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

fn cursor(change: &Change) -> String {
    change.0.change.id.outside().to_string()
}

impl ChangeConnection {
    fn new((entries, has_next): Recent, after: Option<ChangeId>) -> Self {
        let changes = entries.into_iter().map(Change::new).collect();
        Self { changes, has_next, has_previous: after.is_some() }
    }
}

/// What was changed in one record, the last change first. First pages of many records are read
/// together.
pub async fn history(
    ctx: &Context<'_>,
    subject: Uuid,
    first: i32,
    after: Option<String>,
) -> Result<ChangeConnection> {
    let first = read_first(first)?;
    let op = ctx.op()?;
    let after = read_after(after)?;
    let page = match after {
        None => {
            let read = |keys| super::loader::histories(op, keys);
            ctx.loaders()?.histories.load((subject, first), read).await?.unwrap_or_default()
        }
        Some(_) => {
            let filter = Filter { subject: Some(subject), ..Filter::default() };
            service::change::list(op, &filter, Order::NewestFirst, first, after).await?
        }
    };
    Ok(ChangeConnection::new(page, after))
}

fn read_after(after: Option<String>) -> Result<Option<ChangeId>, Refusal> {
    ChangeId::read_opt(after.map(ID).as_ref(), "after")
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
    pub since: Option<Instant>,
}

impl ChangeFilter {
    fn parse(self) -> Result<Filter, Refusal> {
        let subject = |id: ID| match parse(&id) {
            Some((Noun::Change, _)) | None => Err(Refusal::new(RefusalCode::MalformedId, "node")),
            Some((_, id)) => Ok(id),
        };
        Ok(Filter {
            subject: self.node.map(subject).transpose()?,
            community: CommunityId::read_opt(self.community.as_ref(), "community")?,
            import: ImportId::read_opt(self.import.as_ref(), "import")?,
            since: self.since.map(|Instant(since)| since),
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

#[Object]
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
        let after = read_after(after)?;
        let filter = filter.unwrap_or_default().parse()?;
        let order = match order {
            ChangeOrder::NewestFirst => Order::NewestFirst,
            ChangeOrder::OldestFirst => Order::OldestFirst,
        };
        let page = service::change::list(ctx.op()?, &filter, order, first, after).await?;
        Ok(ChangeConnection::new(page, after))
    }
}

/// Takes changes back.
#[derive(Debug, Default)]
pub struct ChangeMutation;

#[Object]
impl ChangeMutation {
    /// Takes one change back, as a new change. A later change of the same field stands in the way.
    async fn revert_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which change.")] input: RevertChangeInput,
    ) -> Result<RevertChangePayload> {
        let op = ctx.op()?;
        let made = service::change::revert(op, ChangeId::read(&input.id, "id")?).await?;
        let mut changes = Vec::with_capacity(made.len());
        for id in made {
            match service::change::load(op, id).await {
                Ok(entry) => changes.push(Change::new(entry)),
                // Undoing may take the record out of the actor's own sight.
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(RevertChangePayload { changes })
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
