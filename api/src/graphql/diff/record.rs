//! Two states of one record: its fields, and the lines of its long texts.

use crate::error::Result;
use crate::graphql::bound::FIELDS;
use crate::graphql::change::{Change, FieldChange, title_of};
use crate::graphql::context::Access;
use crate::graphql::identifier::Outside;
use crate::graphql::node::Node;
use crate::graphql::page::{Connection, OrderDirection, Page, SortKey, read_first};
use crate::service::diff::{self, FieldHistory, record_diff};
use crate::snapshot::View;
use async_graphql::{Context, ID, Object};
use domain::identifier::{ChangeId, Noun, parse};
use domain::line::{Line, LineState, Step, compare};
use domain::refusal::{Refusal, RefusalCode};
use std::sync::Arc;
use uuid::Uuid;

/// What differs between two states of one record.
#[derive(Clone, Debug)]
pub struct RecordDiff {
    subject: Uuid,
    from: Option<Change>,
    steps: Vec<Change>,
}

impl RecordDiff {
    pub(super) async fn load(
        ctx: &Context<'_>,
        id: &ID,
        from: Option<&ID>,
        to: Option<&ID>,
    ) -> Result<Self> {
        let subject = match parse(id) {
            Some((noun, subject)) if noun != Noun::Change => subject,
            _ => return Err(Refusal::new(RefusalCode::MalformedId, "id").into()),
        };
        let from = ChangeId::read_opt(from, "from")?;
        let to = ChangeId::read_opt(to, "to")?;
        let diff::RecordDiff { from, steps } = record_diff(ctx.op()?, subject, from, to).await?;
        let steps = steps.into_iter().map(Change::new).collect();
        Ok(Self { subject, from: from.map(Change::new), steps })
    }

    /// The fields that are not alike, each with its steps.
    fn histories(&self, view: &View) -> Vec<FieldHistory<Change>> {
        let mut fields: Vec<FieldHistory<Change>> = Vec::new();
        for change in &self.steps {
            for FieldChange { field, before, after } in change.told(view) {
                let step = (change.clone(), before, after);
                match fields.iter_mut().find(|known| known.field == field) {
                    Some(known) => known.steps.push(step),
                    None => fields.push(FieldHistory { field, steps: vec![step] }),
                }
            }
        }
        fields.retain(|field| field.before() != field.after());
        fields.sort_by(|a, b| a.field.cmp(&b.field));
        fields.truncate(FIELDS);
        fields
    }

    /// The change that the later state came from.
    fn last(&self) -> Option<&Change> {
        self.steps.last().or(self.from.as_ref())
    }
}

/// What differs between two states of one record.
#[Object]
impl RecordDiff {
    /// The record as it is now; null when it is no longer there.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        let view = ctx.view()?;
        Ok(self.last().and_then(|last| Node::of(&view, last.record().0, self.subject)))
    }

    /// What the record is called, as of the later state.
    async fn title(&self, ctx: &Context<'_>) -> Result<String> {
        let view = ctx.view()?;
        let title = self.last().map(|last| {
            let (noun, image) = last.record();
            title_of(&view, noun, &image)
        });
        Ok(title.unwrap_or_default())
    }

    /// The change that the earlier state came from; null is before it was recorded.
    async fn from(&self) -> Option<&Change> {
        self.from.as_ref()
    }

    /// The change that the later state came from.
    async fn to(&self) -> Option<&Change> {
        self.last()
    }

    /// The fields that are not alike, by name.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Vec<FieldDiff>> {
        let fields = self.histories(&ctx.view()?).into_iter().map(Arc::new);
        Ok(fields.map(FieldDiff).collect())
    }

    /// The same fields line by line, unchanged lines too, in order of fields and of reading.
    /// Formatting within a line is part of it.
    async fn lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 1 to 100.")] first: i32,
        #[graphql(desc = "The cursor to go on behind.")] after: Option<String>,
    ) -> Result<Connection<LineDiff>> {
        let list = format!("lines of {}", self.subject);
        let page = Page::parse(first, after.as_deref(), &list)?;
        let fields = self.histories(&ctx.view()?);
        let lines = fields
            .iter()
            .flat_map(|field| field_lines(field).into_iter().map(move |line| (field, line)));
        let rows = lines.enumerate();
        let rows = rows.map(|(place, line)| (SortKey::number(place), Uuid::nil(), line));
        Ok(page.of(rows, OrderDirection::Ascending, |(field, line)| {
            let step = line.step.and_then(|step| field.steps.get(step));
            let change = step.map(|(change, _, _)| change.clone());
            LineDiff { field: field.field.clone(), line, change }
        }))
    }
}

fn field_lines(field: &FieldHistory<Change>) -> Vec<Line> {
    let steps = field.steps.iter().map(|(_, before, after)| Step {
        before: before.as_deref().unwrap_or_default(),
        after: after.as_deref().unwrap_or_default(),
    });
    compare(&steps.collect::<Vec<_>>())
}

/// One field of two states of a record. A text stands as it is; lists and structured values stand as
/// JSON.
#[derive(Clone, Debug)]
pub struct FieldDiff(Arc<FieldHistory<Change>>);

/// One field of two states of a record. A text stands as it is; lists and structured values stand as
/// JSON.
#[Object]
impl FieldDiff {
    /// The field's name, as in this schema's inputs where it has one.
    async fn field(&self) -> &str {
        &self.0.field
    }

    /// What it was; null when there was nothing, or something hidden.
    async fn before(&self) -> Option<&str> {
        self.0.before()
    }

    /// What it became; null when there is nothing, or something hidden.
    async fn after(&self) -> Option<&str> {
        self.0.after()
    }

    /// The changes that touched it in between, the last one first: what can be taken back.
    async fn changes(
        &self,
        #[graphql(default = 5, desc = "How many, 1 to 100.")] first: i32,
    ) -> Result<Vec<&Change>> {
        let steps = self.0.steps.iter().rev();
        Ok(steps.map(|(change, _, _)| change).take(read_first(first)?).collect())
    }
}

/// One line of a text in two states.
#[derive(Clone, Debug)]
pub struct LineDiff {
    field: String,
    line: Line,
    change: Option<Change>,
}

/// One line of a text in two states.
#[Object]
impl LineDiff {
    /// The field that it belongs to, by the name of `fields`.
    async fn field(&self) -> &str {
        &self.field
    }

    /// Whether it stands in both states, or in which.
    async fn state(&self) -> LineState {
        self.line.state
    }

    /// What it says.
    async fn text(&self) -> &str {
        &self.line.text
    }

    /// The change that brought it or took it, which can be taken back; null for an unchanged line, and
    /// when that change is out of your sight.
    async fn change(&self) -> Option<&Change> {
        self.change.as_ref()
    }
}
