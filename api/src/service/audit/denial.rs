//! What was refused to whom.

use crate::error::Result;
use crate::store::Reader;
use entity::denial;
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};

/// The last denials, newest first.
pub async fn denials(reader: &Reader, limit: u64) -> Result<Vec<denial::Model>> {
    let rows = denial::Entity::find().order_by_desc(denial::Column::Id).limit(limit);
    Ok(rows.all(reader).await?)
}
