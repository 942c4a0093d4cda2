//! Reading the log: changes that the viewer may see, page by page.

use super::Values;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use chrono::{DateTime, Utc};
use domain::identifier::{ChangeId, CommunityId, ImportId};
use entity::{change, change_value};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, DatabaseConnection, EntityTrait, Order as SqlOrder, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

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
}

/// From which end to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The last change first.
    NewestFirst,
    /// The first change first.
    OldestFirst,
}

/// How many changes are read at a time while looking for visible ones.
const STRETCH: u64 = 200;

/// Up to `first` visible changes behind a change (a cursor is an id: ids sort by time), and whether
/// there are more.
pub async fn list(
    op: &Op,
    filter: &Filter,
    order: Order,
    first: usize,
    after: Option<ChangeId>,
) -> Result<(Vec<Entry>, bool)> {
    let view = op.view();
    let mut found = Vec::new();
    let mut behind = after;
    loop {
        let changes = stretch(op.reader(), filter, order, behind).await?;
        let last = changes.last().map(|change| change.id);
        let whole = changes.len() as u64 == STRETCH;
        let mut values = values(op.reader(), &changes).await?;
        for change in changes {
            let entry = Entry::new(change, &mut values);
            if !entry.visible(&view, filter) {
                continue;
            }
            if found.len() == first {
                return Ok((found, true));
            }
            found.push(entry);
        }
        if !whole {
            return Ok((found, false));
        }
        behind = last;
    }
}

/// One change that the viewer may see.
pub async fn load(op: &Op, id: ChangeId) -> Result<Entry> {
    let reader = op.reader();
    let change = change::Entity::find_by_id(id).one(reader).await?.ok_or(Error::NotFound)?;
    let value = change_value::Entity::find_by_id(id).one(reader).await?;
    let entry = Entry { change, value: value.unwrap_or_else(|| empty(id)) };
    entry.visible(&op.view(), &Filter::default()).then_some(entry).ok_or(Error::NotFound)
}

async fn stretch(
    reader: &DatabaseConnection,
    filter: &Filter,
    order: Order,
    behind: Option<ChangeId>,
) -> Result<Vec<change::Model>> {
    let mut query = change::Entity::find().filter(change::Column::Noun.is_not_in(UNTOLD));
    if let Some(subject) = filter.subject {
        query = query.filter(change::Column::SubjectId.eq(subject));
    }
    if let Some(import) = filter.import {
        query = query.filter(change::Column::ImportId.eq(import));
    }
    if let Some(since) = filter.since {
        query = query.filter(change::Column::At.gte(since));
    }
    if let Some(behind) = behind
        && let Some(mark) = change::Entity::find_by_id(behind).one(reader).await?
    {
        let (revision, position) = (change::Column::Revision, change::Column::Position);
        let same = revision.eq(mark.revision);
        let further = match order {
            Order::NewestFirst => {
                revision.lt(mark.revision).or(same.and(position.lt(mark.position)))
            }
            Order::OldestFirst => {
                revision.gt(mark.revision).or(same.and(position.gt(mark.position)))
            }
        };
        query = query.filter(further);
    }
    let direction = match order {
        Order::NewestFirst => SqlOrder::Desc,
        Order::OldestFirst => SqlOrder::Asc,
    };
    let query = query
        .order_by(change::Column::Revision, direction.clone())
        .order_by(change::Column::Position, direction)
        .limit(STRETCH);
    Ok(query.all(reader).await?)
}

/// Nouns whose changes nobody reads as history: accounts have pages of their own.
const UNTOLD: [&str; 1] = ["account"];

/// The values of these changes.
pub(super) async fn values(
    reader: &DatabaseConnection,
    changes: &[change::Model],
) -> Result<Values> {
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

fn empty(change_id: ChangeId) -> change_value::Model {
    change_value::Model { change_id, before: None, after: None, salt: String::new() }
}

impl Entry {
    /// A change with its values. An erased change has none and is told as one without fields.
    pub(super) fn new(change: change::Model, values: &mut Values) -> Self {
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

    /// The record as it was after the change, or before it when it is gone.
    pub fn image(&self) -> Map<String, Value> {
        let after = object(&self.value.after);
        if after.is_empty() { object(&self.value.before) } else { after }
    }

    /// Whether the viewer saw the record before and after the change and sees it now; of a record
    /// that is gone, whether the viewer would see one standing where it last stood.
    pub(super) fn visible(&self, view: &View, filter: &Filter) -> bool {
        let images = [object(&self.value.before), object(&self.value.after)];
        let seen_then = images
            .iter()
            .filter(|image| !image.is_empty())
            .all(|image| view.sees_image(&self.change.noun, image));
        let seen_now = match view.knows(&self.change.noun, self.change.subject_id) {
            true => view.sees_subject(&self.change.noun, self.change.subject_id),
            false => seen_then,
        };
        let at_home = filter.community.is_none_or(|community| {
            view.community_of(&self.change.noun, self.change.subject_id, &self.image())
                == Some(community)
        });
        seen_then && seen_now && at_home
    }
}

fn object(image: &Option<String>) -> Map<String, Value> {
    image.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}
