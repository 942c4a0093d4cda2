//! One's own sessions: which there are, and ending them. Nobody reaches another's.

use crate::auth::ending;
use crate::error::{Error, Result};
use crate::op::Op;
use entity::session::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// More sessions than this are not listed; ending all ends them too.
const MOST: u64 = 50;

/// The living sessions of the viewer, the one used last first.
pub async fn list(op: &Op) -> Result<Vec<Model>> {
    let (account, _) = op.allow_in_person().await?;
    let living = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(op.now()))
        .order_by_desc(Column::SeenAt)
        .order_by_desc(Column::Id)
        .limit(MOST);
    Ok(living.all(&op.reader()).await?)
}

/// Ends one of the viewer's sessions; another's is not found.
pub async fn end(op: &Op, id: Uuid) -> Result<()> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    match ending::end_now(op.app(), ending::all_of(account).add(Column::Id.eq(id))).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Ends every session of the viewer, this one too, and the links that would open another; answers how many there were.
pub async fn end_all(op: &Op) -> Result<usize> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    ending::sign_out(op.app(), account).await
}
