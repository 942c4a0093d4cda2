//! Whether accounts have come in, and when they were here: kept beside the sessions, not a fact.

use crate::error::{Error, Result};
use crate::op::Op;
use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use entity::{api_token, credential, known_device, session, verified_address};
use sea_orm::sea_query::UnionType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::HashMap;

/// What is known of an account's coming and going.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// Whether anything but a session shows that it came in: a password, a device that it was signed in
    /// from, an address that it confirmed, an API token.
    pub has_traces: bool,
    /// When it was last seen; sessions that ended long ago are forgotten.
    pub seen_at: Option<DateTime<Utc>>,
}

impl Presence {
    /// Whether it was never here.
    pub fn is_new(&self) -> bool {
        !self.has_traces && self.seen_at.is_none()
    }
}

/// What is known of these accounts, whatever their number, by two statements. Callers know that the
/// viewer may see them.
pub async fn of(op: &Op, accounts: Vec<AccountId>) -> Result<HashMap<AccountId, Presence>> {
    let mut found: HashMap<AccountId, Presence> = HashMap::new();
    for account in traces(op, &accounts).await? {
        found.entry(account).or_default().has_traces = true;
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

/// Those of these accounts that have left something which is kept when sessions are forgotten.
async fn traces(op: &Op, accounts: &[AccountId]) -> Result<Vec<AccountId>> {
    macro_rules! of {
        ($table:ident) => {
            $table::Entity::find()
                .select_only()
                .column($table::Column::AccountId)
                .filter($table::Column::AccountId.is_in(accounts.iter().copied()))
                .into_query()
        };
    }
    let mut any = of!(credential);
    for other in [of!(known_device), of!(verified_address), of!(api_token)] {
        any.union(UnionType::Distinct, other);
    }
    let rows = op.reader().query_all(&any).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// Whether an account's login is an address that is known to reach it.
pub(super) async fn is_confirmed(op: &Op, account: AccountId) -> Result<bool> {
    let row = verified_address::Entity::find_by_id(account).one(&op.reader()).await?;
    Ok(row.is_some())
}

/// Whether the viewer's own login is an address that is known to reach them.
pub async fn is_verified(op: &Op) -> Result<bool> {
    is_confirmed(op, op.viewer().account().ok_or(Error::Unauthenticated)?).await
}
