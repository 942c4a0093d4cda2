//! The log of what was refused to whom: bookkeeping, not a fact.

use super::Op;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use domain::policy::{Place, Viewer};
use entity::denial;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use std::collections::HashMap;
use std::fmt::Display;
use std::sync::{Mutex, PoisonError};

/// So many denials of one account, and of all who are not signed in, are recorded each minute:
/// anybody can be denied something as often as they like, and the log is no place to fill a disk.
const EACH: u32 = 60;

/// How many denials were recorded in this minute, and of whom.
#[derive(Debug, Default)]
pub struct Denials(Mutex<(i64, HashMap<Option<AccountId>, u32>)>);

impl Denials {
    /// Whether one more is recorded.
    fn take(&self, who: Option<AccountId>, now: DateTime<Utc>) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.timestamp().div_euclid(60);
        if last.0 != minute {
            *last = (minute, HashMap::new());
        }
        let count = last.1.entry(who).or_default();
        *count = count.saturating_add(1);
        *count <= EACH
    }
}

/// Records one denial. What stands nowhere is told as what stands in the registry.
pub(super) async fn record(
    op: &Op,
    viewer: &Viewer,
    action: impl Display,
    place: Option<Place>,
) -> Result<()> {
    let app = op.app();
    if !app.denials().take(viewer.account(), app.clock.now()) {
        return Ok(());
    }
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
