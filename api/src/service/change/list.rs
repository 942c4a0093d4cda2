//! Reading the log: changes that the viewer may see, page by page.

use super::Values;
use crate::error::{Error, Result};
use crate::op::{ERASED, Op};
use crate::snapshot::View;
use chrono::{DateTime, Utc};
use domain::identifier::{ChangeId, CommunityId, ImportId};
use domain::policy::Place;
use domain::refusal::{Refusal, RefusalCode};
use entity::scope::in_scope;
use entity::sight::change_in_sight;
use entity::{change, change_value};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order as SqlOrder, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// A whole record by the names of its fields.
pub type Image = Map<String, Value>;

/// One change with its values.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The change.
    pub change: change::Model,
    /// What was in the fields.
    pub value: change_value::Model,
}

/// Which changes to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only of this record.
    pub subject: Option<Uuid>,
    /// Only of records of this community.
    pub community: Option<CommunityId>,
    /// Only of this import.
    pub import: Option<ImportId>,
    /// Only since this instant.
    pub since: Option<DateTime<Utc>>,
    /// Only of records of these nouns; of all when empty.
    pub nouns: &'static [&'static str],
}

/// From which end to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The last change first.
    NewestFirst,
    /// The first change first.
    OldestFirst,
}

/// The changes that the viewer may see: those who saw the record before and after the change with
/// everything that it hung on then, and still see all of it. Of a record that is gone, where it last
/// stood counts.
pub(super) fn in_sight(op: &Op) -> Select<change::Entity> {
    change::Entity::find()
        .filter(change::Column::Noun.is_not_in(UNTOLD))
        .filter(change_in_sight(op.view().scope()))
}

/// Up to `first` visible changes behind a change (a cursor is an id), and whether there are more.
pub async fn list(
    op: &Op,
    filter: &Filter,
    order: Order,
    first: usize,
    after: Option<ChangeId>,
) -> Result<(Vec<Entry>, bool)> {
    let mut query = in_sight(op).filter(filter.condition());
    if let Some(behind) = after {
        query = query.filter(further(op, behind, order).await?);
    }
    let direction = match order {
        Order::NewestFirst => SqlOrder::Desc,
        Order::OldestFirst => SqlOrder::Asc,
    };
    let mut changes = query
        .order_by(change::Column::Revision, direction.clone())
        .order_by(change::Column::Position, direction)
        .limit(u64::try_from(first).unwrap_or(u64::MAX).saturating_add(1))
        .all(&op.reader())
        .await?;
    let more = changes.len() > first;
    changes.truncate(first);
    Ok((entries(&op.reader(), changes).await?, more))
}

/// One change that the viewer may see.
pub async fn load(op: &Op, id: ChangeId) -> Result<Entry> {
    load_all(op, &[id]).await?.remove(&id).ok_or(Error::NotFound)
}

/// Those of these changes that the viewer may see, with as many statements for many as for one.
pub async fn load_all(op: &Op, ids: &[ChangeId]) -> Result<HashMap<ChangeId, Entry>> {
    let ids = ids.iter().copied();
    let changes = in_sight(op).filter(change::Column::Id.is_in(ids)).all(&op.reader()).await?;
    let entries = entries(&op.reader(), changes).await?;
    Ok(entries.into_iter().map(|entry| (entry.change.id, entry)).collect())
}

/// The condition for what comes behind a change; one that is out of sight by now still has its
/// place in the log for those who could read it when it was made, and for nobody else.
async fn further(op: &Op, behind: ChangeId, order: Order) -> Result<Expr> {
    let (whose, who) = (change::Column::AudienceId, change::Column::Visibility);
    let mark = change::Entity::find_by_id(behind)
        .filter(in_scope(op.view().scope(), whose, who))
        .one(&op.reader())
        .await?;
    let mark = mark.ok_or_else(|| Refusal::new(RefusalCode::UnknownCursor, "after"))?;
    let (revision, position) = (change::Column::Revision, change::Column::Position);
    let same = revision.eq(mark.revision);
    Ok(match order {
        Order::NewestFirst => revision.lt(mark.revision).or(same.and(position.lt(mark.position))),
        Order::OldestFirst => revision.gt(mark.revision).or(same.and(position.gt(mark.position))),
    })
}

impl Filter {
    fn condition(&self) -> Condition {
        let community = self.community.map(|id| change::Column::CommunityId.eq(id));
        let nouns = self.nouns.iter().copied();
        let nouns = (!self.nouns.is_empty()).then(|| change::Column::Noun.is_in(nouns));
        Condition::all()
            .add_option(self.subject.map(|id| change::Column::SubjectId.eq(id)))
            .add_option(community)
            .add_option(self.import.map(|id| change::Column::ImportId.eq(id)))
            .add_option(self.since.map(|since| change::Column::At.gte(since)))
            .add_option(nouns)
    }
}

/// Whether anybody reads the changes of this noun as history.
pub(in crate::service) fn is_told(noun: &str) -> bool {
    !UNTOLD.contains(&noun)
}

/// Nouns whose changes nobody reads as history: accounts have pages of their own.
const UNTOLD: [&str; 1] = ["account"];

/// The values of these changes.
async fn values(reader: &impl ConnectionTrait, changes: &[change::Model]) -> Result<Values> {
    let mut values = Values::new();
    for ids in changes.chunks(500) {
        let rows = change_value::Entity::find()
            .filter(change_value::Column::ChangeId.is_in(ids.iter().map(|change| change.id)))
            .all(reader)
            .await?;
        values.extend(rows.into_iter().map(|row| (row.change_id, row)));
    }
    Ok(values)
}

/// Changes with their values, in the same order.
pub(super) async fn entries(
    reader: &impl ConnectionTrait,
    changes: Vec<change::Model>,
) -> Result<Vec<Entry>> {
    let mut values = values(reader, &changes).await?;
    Ok(changes.into_iter().map(|change| Entry::new(change, &mut values)).collect())
}

fn empty(change_id: ChangeId) -> change_value::Model {
    change_value::Model { change_id, before: None, after: None, salt: String::new() }
}

impl Entry {
    /// A change with its values. An erased change has none and is told as one without fields.
    fn new(change: change::Model, values: &mut Values) -> Self {
        let value = values.remove(&change.id).unwrap_or_else(|| empty(change.id));
        Self { change, value }
    }

    /// The fields that changed, each with its value before and after, as JSON.
    pub fn fields(&self) -> BTreeMap<String, (Option<Value>, Option<Value>)> {
        let (before, after) = (object(&self.value.before), object(&self.value.after));
        let names = self.change.fields.0.iter();
        names
            .map(|name| (name.clone(), (before.get(name).cloned(), after.get(name).cloned())))
            .filter(|(_, values)| *values != (None, None))
            .collect()
    }

    /// The whole record before and after it; neither when they were erased.
    pub fn images(&self) -> (Option<Image>, Option<Image>) {
        let image = |text: &Option<String>| Some(object(text)).filter(|image| !image.is_empty());
        (image(&self.value.before), image(&self.value.after))
    }

    /// Whether it erased what its record told of somebody.
    pub fn erases(&self) -> bool {
        self.change.fields.0.iter().any(|field| field == ERASED)
    }

    /// The record as it was after the change, or before it when it is gone.
    pub fn image(&self) -> Map<String, Value> {
        let after = object(&self.value.after);
        if after.is_empty() { object(&self.value.before) } else { after }
    }

    /// Whether the viewer could have read the change when it was made, and sees its record now
    /// unless that is gone; for a write, whose own steps no list shows yet.
    pub(super) fn visible(&self, view: &View) -> bool {
        let change::Model { audience_id, visibility, noun, subject_id, .. } = &self.change;
        let audience = Place { community: *audience_id, visibility: *visibility };
        let seen = !view.knows(noun, *subject_id) || view.sees_subject(noun, *subject_id);
        view.scope().sees(audience) && seen
    }
}

fn object(image: &Option<String>) -> Map<String, Value> {
    image.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}
