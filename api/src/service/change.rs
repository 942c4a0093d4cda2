//! History and undo: what was changed, by whom, and how to take it back.

use crate::error::{Error, Result};
use crate::op::Op;
use domain::identifier::ChangeId;
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use entity::record::Record;
use entity::{change, change_value, import};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

mod batch;
mod between;
mod companion;
mod list;
mod recent;
mod touched;
mod undo;
pub use batch::{Touched, Undone, revert_import};
pub use between::{Moment, Stretch, between};
pub(super) use list::is_told;
pub use list::{Entry, Filter, Order, list, load, load_all};
pub use recent::{Recent, recent};

use companion::with_companions;
use undo::{Right, still_stands, undo};

/// The most changes that are taken back at once.
const LARGEST: u64 = 10_000;

/// Takes one change back, as a new change; a later change of the same field stands in the way. What
/// was changed with the stage of an engagement is taken back with it. That an import happened, or
/// was undone, is taken back only together with what it brought.
pub async fn revert(op: &Op, id: ChangeId) -> Result<Vec<ChangeId>> {
    let entry = list::load(op, id).await?;
    let Right { action, place } = Right::to_revert(&op.view(), &entry);
    op.allow(action, place).await?;
    if entry.change.noun == import::Model::NOUN {
        return Err(Error::conflict(Refusal::new(RefusalCode::InUse, "id")));
    }
    take_back(op, with_companions(op, entry).await?).await
}

/// Takes back everything that was written together with one change, as one new step: all of it or
/// nothing. What was built on it since then stands in the way. Answers the new changes.
pub async fn revert_revision(op: &Op, id: ChangeId) -> Result<Vec<ChangeId>> {
    let named = list::load(op, id).await?;
    if let Some(import) = named.change.import_id {
        let undone = revert_import(op, import, Touched::StandInTheWay).await?;
        return Ok(undone.changes);
    }
    let Right { action, place } = Right::to_revert(&op.view(), &named);
    op.allow(action, place).await?;
    take_back(op, entries(op, change::Column::Revision.eq(named.change.revision)).await?).await
}

/// Takes these changes back in this order.
async fn take_back(op: &Op, entries: Vec<Entry>) -> Result<Vec<ChangeId>> {
    let mut write = op.write_as(Action::Revert).await?;
    for entry in &entries {
        // By now everything that came later is back, so that parts are seen with what they hang on.
        undo::allow(&mut write, entry).await?;
        undo(&mut write, entry).await?;
    }
    still_stands(&write, &entries)?;
    let made = write.change_ids();
    write.commit().await?;
    Ok(made)
}

/// Everything that was changed in one step, the last change first.
async fn entries(op: &Op, of: SimpleExpr) -> Result<Vec<Entry>> {
    let query = change::Entity::find().filter(of);
    if query.clone().count(&op.reader()).await? > LARGEST {
        return Err(Refusal::new(RefusalCode::TooMany, "").missing(LARGEST.to_string()).into());
    }
    let changes = query
        .order_by_desc(change::Column::Revision)
        .order_by_desc(change::Column::Position)
        .all(&op.reader())
        .await?;
    list::entries(&op.reader(), changes).await
}

/// Values by change.
pub(super) type Values = HashMap<ChangeId, change_value::Model>;
