//! Devices that an account was signed in from. Whoever guesses from elsewhere uses up the tries of
//! everywhere else, not of these: the owner still gets in.

use chrono::{DateTime, TimeDelta, Utc};
use domain::identifier::AccountId;
use entity::known_device::{Column, Entity, Model};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::secret::Secret;
use crate::app::App;
use crate::error::Result;
use crate::store::Bookkeeping;

/// A device that was not signed in from for so long is forgotten; browsers keep no cookie longer.
pub const MEMORY: TimeDelta = TimeDelta::days(400);

/// Where a request to sign in comes from.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The client's address.
    pub address: String,
    /// What the cookie of its device holds.
    pub device: Option<Secret>,
    /// What the browser calls itself.
    pub agent: Option<String>,
}

/// Whether somebody has signed in to this account from this device; asked of the database whether
/// there is an account or not, so that both take as long.
pub(super) async fn is_known(
    app: &App,
    device: &Secret,
    account: Option<AccountId>,
) -> Result<bool> {
    let account = account.unwrap_or(AccountId(Uuid::nil()));
    let row = Entity::find_by_id((device.digest(), account)).one(app.store.reader()).await?;
    Ok(row.is_some())
}

/// Remembers the device of whoever has signed in; answers what its cookie is to hold. A value that
/// Banyan has not given out is not taken over.
pub(super) async fn remember(
    books: &Bookkeeping<DatabaseTransaction>,
    presented: Option<Secret>,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Secret> {
    let mut known = Vec::new();
    if let Some(device) = &presented {
        let rows = Entity::find().filter(Column::Digest.eq(device.digest()));
        known = books.list(rows).await?;
    }
    let device = presented.filter(|_| !known.is_empty()).unwrap_or_else(Secret::generate);
    if known.iter().any(|row| row.account_id == account) {
        let seen = Entity::update_many()
            .col_expr(Column::SeenAt, now.into())
            .filter(Column::Digest.eq(device.digest()))
            .filter(Column::AccountId.eq(account));
        books.update(seen).await?;
    } else {
        let row =
            Model { digest: device.digest(), account_id: account, created_at: now, seen_at: now };
        books.insert(Entity::insert(row.into_active_model())).await?;
    }
    Ok(device)
}

/// Forgets every device of an account: one of them may have been somebody else's.
pub(super) async fn forget_all(
    books: &Bookkeeping<DatabaseTransaction>,
    account: AccountId,
) -> Result<()> {
    books.delete(Entity::delete_many().filter(Column::AccountId.eq(account))).await
}
