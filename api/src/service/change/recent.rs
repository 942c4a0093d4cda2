//! The last changes of many records at once, for history below lists.

use super::list::{Entry, Filter, values};
use crate::error::Result;
use crate::op::Op;
use entity::change;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

/// The first page of one record's history, and whether there is more.
pub type Recent = (Vec<Entry>, bool);

/// Up to `first` of the last changes of each record that the viewer may see, with as many
/// statements for many records as for one. When hidden changes stand among the last ones, it looks
/// further back in all those histories together.
pub async fn recent(op: &Op, subjects: &[Uuid], first: usize) -> Result<HashMap<Uuid, Recent>> {
    let mut recent = HashMap::new();
    let mut pending = subjects.to_vec();
    let mut depth = first.saturating_add(1);
    while !pending.is_empty() {
        let read = visible_of_each(op, &pending, depth).await?;
        pending.clear();
        for (subject, Stretch { read, mut visible }) in read {
            if read < depth || visible.len() > first {
                let more = visible.len() > first;
                visible.truncate(first);
                recent.insert(subject, (visible, more));
            } else {
                pending.push(subject);
            }
        }
        depth = depth.saturating_mul(4);
    }
    Ok(recent)
}

/// The end of one record's history: how many changes were read, and which of them may be seen.
#[derive(Default)]
struct Stretch {
    read: usize,
    visible: Vec<Entry>,
}

async fn visible_of_each(
    op: &Op,
    subjects: &[Uuid],
    depth: usize,
) -> Result<HashMap<Uuid, Stretch>> {
    let changes = last_of_each(op, subjects, depth).await?;
    let mut values = values(op.reader(), &changes).await?;
    let view = op.view();
    let mut stretches: HashMap<Uuid, Stretch> = HashMap::new();
    for change in changes {
        let stretch = stretches.entry(change.subject_id).or_default();
        let entry = Entry::new(change, &mut values);
        stretch.read += 1;
        if entry.visible(&view, &Filter::default()) {
            stretch.visible.push(entry);
        }
    }
    Ok(stretches)
}

/// The last changes of each record, newest first, with one statement.
async fn last_of_each(op: &Op, subjects: &[Uuid], limit: usize) -> Result<Vec<change::Model>> {
    let (ranked, place) = (Alias::new("ranked"), Alias::new("place"));
    let newest_first = Expr::cust(
        "ROW_NUMBER() OVER (PARTITION BY subject_id ORDER BY revision DESC, position DESC)",
    );
    let all = Query::select()
        .column(change::Column::Id)
        .expr_as(newest_first, place.clone())
        .from(change::Entity)
        .and_where(change::Column::SubjectId.is_in(subjects.iter().copied()))
        .take();
    let last = Query::select()
        .column(change::Column::Id)
        .from_subquery(all, ranked)
        .and_where(Expr::col(place).lte(i64::try_from(limit).unwrap_or(i64::MAX)))
        .take();
    let changes = change::Entity::find()
        .filter(change::Column::Id.in_subquery(last))
        .order_by_desc(change::Column::Revision)
        .order_by_desc(change::Column::Position)
        .all(op.reader())
        .await?;
    Ok(changes)
}
