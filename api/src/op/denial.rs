//! The log of what was refused to whom: bookkeeping, not a fact.

use super::Op;
use crate::error::Result;
use domain::policy::{Action, Place, Viewer};
use entity::denial;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

/// Records one denial. What stands nowhere is told as what stands in the registry.
pub(super) async fn record(
    op: &Op,
    viewer: &Viewer,
    action: Action,
    place: Option<Place>,
) -> Result<()> {
    let app = op.app();
    let row = denial::Model {
        id: app.clock.id(),
        at: app.clock.now(),
        account_id: viewer.account(),
        action: action.to_string(),
        community_id: place.and_then(|place| place.community),
        request: op.request.clone(),
    };
    let row = row.into_active_model().reset_all();
    app.store.bookkeeping().insert(denial::Entity::insert(row)).await
}
