//! The last changes of many records at once, for history below lists.

use super::list::{Entry, entries, in_sight};
use crate::error::Result;
use crate::op::Op;
use entity::change;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// The first page of one record's history, and whether there is more.
pub type Recent = (Vec<Entry>, bool);

/// Up to `first` of the last changes of each record that the viewer may see, with as many
/// statements for many records as for one.
pub async fn recent(op: &Op, subjects: &[Uuid], first: usize) -> Result<HashMap<Uuid, Recent>> {
    let changes = last_of_each(op, subjects, first.saturating_add(1)).await?;
    let mut recent: HashMap<Uuid, Recent> =
        subjects.iter().map(|subject| (*subject, Recent::default())).collect();
    for entry in entries(&op.reader(), changes).await? {
        let (page, more) = recent.entry(entry.change.subject_id).or_default();
        match page.len() < first {
            true => page.push(entry),
            false => *more = true,
        }
    }
    Ok(recent)
}

/// The last changes of each record, newest first, with one statement.
async fn last_of_each(op: &Op, subjects: &[Uuid], limit: usize) -> Result<Vec<change::Model>> {
    let (ranked, rank) = (Alias::new("ranked"), Alias::new("rank"));
    let newest_first = Expr::cust(
        "ROW_NUMBER() OVER (PARTITION BY subject_id ORDER BY revision DESC, position DESC)",
    );
    let mut all = in_sight(op)
        .filter(change::Column::SubjectId.is_in(subjects.iter().copied()))
        .select_only()
        .column(change::Column::Id)
        .into_query();
    all.expr_as(newest_first, rank.clone());
    let last = Query::select()
        .column(change::Column::Id)
        .from_subquery(all, ranked)
        .and_where(Expr::col(rank).lte(i64::try_from(limit).unwrap_or(i64::MAX)))
        .take();
    let changes = change::Entity::find()
        .filter(change::Column::Id.in_subquery(last))
        .order_by_desc(change::Column::Revision)
        .order_by_desc(change::Column::Position)
        .all(&op.reader())
        .await?;
    Ok(changes)
}
