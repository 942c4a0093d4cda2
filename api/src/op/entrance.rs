//! Links that let accounts in end with what they were given for. This happens with the write itself and
//! whatever way that takes: an invitation, a removal, the undoing of either.

use super::log::Step;
use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::{DateTime, Utc};
use domain::account::LinkPurpose;
use entity::membership;
use entity::record::Record;
use entity::signin_link::{Column, Entity};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value;

/// Makes the links worthless that memberships of this step had to do with. Whoever joins another
/// community has rights there that whoever was shown an invitation before may not have; whoever belongs
/// nowhere any more is not let in by what is still on its way.
pub(super) async fn close<C: ConnectionTrait>(
    db: &C,
    view: &View,
    step: &Step,
    at: DateTime<Utc>,
) -> Result<()> {
    if step.noun != membership::Model::NOUN {
        return Ok(());
    }
    let shown = Condition::all()
        .add(Column::Purpose.eq(LinkPurpose::Invitation))
        .add(Column::Mailed.eq(false));
    let (row, which) = match (&step.before, &step.after) {
        (None, Some(after)) => (read(after)?, shown),
        (Some(before), None) => (read(before)?, Condition::all()),
        _ => return Ok(()),
    };
    if step.after.is_none() && view.is_member(row.account_id) {
        return Ok(());
    }
    let spent = Entity::update_many()
        .col_expr(Column::UsedAt, at.into())
        .filter(Column::AccountId.eq(row.account_id))
        .filter(Column::UsedAt.is_null())
        .filter(which);
    spent.exec(db).await?;
    Ok(())
}

fn read(image: &Value) -> Result<membership::Model> {
    serde_json::from_value(image.clone()).map_err(|error| Error::Internal(error.into()))
}
