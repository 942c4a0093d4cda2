//! A stretch of the log: every visible change between two moments.

use super::LARGEST;
use super::list::{Entry, entries, in_sight, load};
use crate::error::Result;
use crate::op::Op;
use chrono::{DateTime, Utc};
use domain::identifier::ChangeId;
use domain::refusal::{Refusal, RefusalCode};
use entity::change;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A moment of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Just after this instant.
    At(DateTime<Utc>),
    /// Just after the step that this change belongs to.
    Change(ChangeId),
}

/// Which part of the log is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stretch<'a> {
    /// Only changes of these nouns; of all when empty.
    pub nouns: &'a [&'a str],
    /// Only changes of this record.
    pub subject: Option<Uuid>,
    /// Only what came later; from the beginning when absent.
    pub after: Option<Moment>,
    /// Only what had come by then; up to now when absent.
    pub until: Option<Moment>,
}

/// The visible changes of a stretch, the first one first. Of a moment that is named by a change
/// which is not to be seen nothing is found.
pub async fn between(op: &Op, stretch: Stretch<'_>) -> Result<Vec<Entry>> {
    let mut wanted =
        Condition::all().add_option(stretch.subject.map(|id| change::Column::SubjectId.eq(id)));
    if !stretch.nouns.is_empty() {
        wanted = wanted.add(change::Column::Noun.is_in(stretch.nouns.iter().copied()));
    }
    if let Some(after) = stretch.after {
        wanted = wanted.add(border(op, after).await?.not());
    }
    if let Some(until) = stretch.until {
        wanted = wanted.add(border(op, until).await?);
    }
    let query = in_sight(op).filter(wanted);
    if query.clone().count(&op.reader()).await? > LARGEST {
        return Err(Refusal::new(RefusalCode::TooMany, "from").missing(LARGEST.to_string()).into());
    }
    let changes = query
        .order_by_asc(change::Column::Revision)
        .order_by_asc(change::Column::Position)
        .all(&op.reader())
        .await?;
    entries(&op.reader(), changes).await
}

/// The condition for what had come by a moment.
async fn border(op: &Op, moment: Moment) -> Result<Expr> {
    Ok(match moment {
        Moment::At(at) => change::Column::At.lte(at),
        Moment::Change(id) => change::Column::Revision.lte(load(op, id).await?.change.revision),
    })
}
