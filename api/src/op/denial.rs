//! The log of what was refused to whom: bookkeeping, not a fact.

use crate::app::App;
use crate::error::Result;
use domain::policy::{Action, Viewer};
use entity::denial;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};

/// Records one denial.
pub(super) async fn record(app: &App, viewer: &Viewer, action: Action) -> Result<()> {
    let row = denial::Model {
        id: app.clock.id(),
        at: app.clock.now(),
        account_id: viewer.account(),
        action: action.to_string(),
    };
    let row = row.into_active_model().reset_all();
    app.store.bookkeeping().insert(denial::Entity::insert(row)).await
}
