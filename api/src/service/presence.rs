//! Whether accounts have come in, and when they were here: kept beside the sessions, not a fact.

use crate::error::{Error, Result};
use crate::op::Op;
use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use entity::{credential, session, verified_address};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// What is known of an account's coming and going.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// Whether it has a password.
    pub has_password: bool,
    /// When it was last seen; sessions that ended long ago are forgotten.
    pub seen_at: Option<DateTime<Utc>>,
}

impl Presence {
    /// Whether it was never here.
    pub fn is_new(&self) -> bool {
        !self.has_password && self.seen_at.is_none()
    }
}

/// What is known of these accounts, whatever their number, by two statements. Callers know that the
/// viewer may see them.
pub async fn of(op: &Op, accounts: Vec<AccountId>) -> Result<HashMap<AccountId, Presence>> {
    let mut found: HashMap<AccountId, Presence> = HashMap::new();
    let with_password: Vec<AccountId> = credential::Entity::find()
        .select_only()
        .column(credential::Column::AccountId)
        .filter(credential::Column::AccountId.is_in(accounts.iter().copied()))
        .into_tuple()
        .all(&op.reader())
        .await?;
    for account in with_password {
        found.entry(account).or_default().has_password = true;
    }
    let seen: Vec<(AccountId, Option<DateTime<Utc>>)> = session::Entity::find()
        .select_only()
        .column(session::Column::AccountId)
        .column_as(session::Column::SeenAt.max(), "seen_at")
        .filter(session::Column::AccountId.is_in(accounts))
        .group_by(session::Column::AccountId)
        .into_tuple()
        .all(&op.reader())
        .await?;
    for (account, seen_at) in seen {
        found.entry(account).or_default().seen_at = seen_at;
    }
    Ok(found)
}

/// Whether the viewer's own login is an address that is known to reach them.
pub async fn is_verified(op: &Op) -> Result<bool> {
    let account = op.viewer().account().ok_or(Error::Unauthenticated)?;
    let row = verified_address::Entity::find_by_id(account).one(&op.reader()).await?;
    Ok(row.is_some())
}
