//! Slowing down guesses. Each guess is counted before it is evaluated: those from devices that an
//! account knows by themselves, all others by the login and by the client's address.

use chrono::{DateTime, TimeDelta, Utc};
use domain::identifier::AccountId;
use entity::signin_attempt::{self, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Select};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::device::{self, Visit};
use crate::app::App;
use crate::error::{Error, Result};

/// For how long an attempt counts.
pub const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Attempts at one login from wherever it is not known, or from one device that it knows.
pub const PER_COUNT: u64 = 10;
/// Attempts from one address, whatever the logins.
pub const PER_ADDRESS: u64 = 50;

/// What attempts are counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// SHA-256 of the login, or of the login with the device or session that it is known by.
    digest: Vec<u8>,
    /// The client's address, where that counts too.
    address: Option<String>,
}

impl Count {
    /// Of tries at a login from somewhere.
    pub(super) async fn of(
        app: &App,
        login: &str,
        account: Option<AccountId>,
        visit: &Visit,
    ) -> Result<Self> {
        match &visit.device {
            Some(device) if device::is_known(app, device, account).await? => Ok(Self {
                digest: digest(&[b"device", login.as_bytes(), &device.digest()]),
                address: None,
            }),
            _ => Ok(Self {
                digest: digest(&[b"login", login.as_bytes()]),
                address: Some(visit.address.clone()),
            }),
        }
    }

    /// Of tries within a session.
    pub(super) fn of_session(session: Uuid) -> Self {
        Self { digest: digest(&[b"session", session.as_bytes()]), address: None }
    }

    /// Of letters asked for from an address, whoever they are for.
    pub(super) fn of_letters(address: &str) -> Self {
        Self { digest: digest(&[b"letters", address.as_bytes()]), address: None }
    }
}

/// The door that attempts pass one by one, so that many at once are counted like many in a row.
#[derive(Debug, Default)]
pub struct Attempts {
    turn: Mutex<()>,
}

/// An attempt that was counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted(Uuid);

impl Attempts {
    /// Counts an attempt before it is evaluated; refused attempts do not count. It is written down
    /// first and counted then: of processes that do so at once, none overlooks the other's.
    pub(super) async fn record(&self, app: &App, count: &Count) -> Result<Counted> {
        let _turn = self.turn.lock().await;
        let now = app.clock.now();
        check(app, count, now, 0).await?;
        let attempt = signin_attempt::Model {
            id: app.clock.id(),
            login_digest: count.digest.clone(),
            address: count.address.clone().unwrap_or_default(),
            at: now,
        };
        let counted = Counted(attempt.id);
        let row = Entity::insert(attempt.into_active_model());
        app.store.bookkeeping().insert(row).await?;
        if let Err(error) = check(app, count, now, 1).await {
            self.forgive(app, counted).await?;
            return Err(error);
        }
        Ok(counted)
    }

    /// Takes one attempt back: it succeeded, or it was not evaluated after all. Those of others
    /// go on counting.
    pub(super) async fn forgive(&self, app: &App, Counted(id): Counted) -> Result<()> {
        app.store.bookkeeping().delete(Entity::delete_many().filter(Column::Id.eq(id))).await
    }
}

/// Refuses when there are too many; `own` of them are the one that is being recorded.
async fn check(app: &App, count: &Count, now: DateTime<Utc>, own: u64) -> Result<()> {
    let recent = || Entity::find().filter(Column::At.gt(now - WINDOW));
    let same = recent().filter(Column::LoginDigest.eq(count.digest.clone()));
    within(app, same, PER_COUNT + own, now).await?;
    match &count.address {
        Some(address) => {
            within(app, recent().filter(Column::Address.eq(address)), PER_ADDRESS + own, now).await
        }
        None => Ok(()),
    }
}

async fn within(app: &App, those: Select<Entity>, limit: u64, now: DateTime<Utc>) -> Result<()> {
    let books = app.store.bookkeeping();
    if books.count(those.clone()).await? < limit {
        return Ok(());
    }
    let oldest = books.find(those.order_by_asc(Column::At)).await?;
    let free = oldest.map_or(now, |attempt| attempt.at) + WINDOW;
    let retry_after = (free - now).to_std().unwrap_or_default();
    Err(Error::RateLimited { retry_after })
}

/// The digest of parts that cannot run into each other.
fn digest(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(Sha256::digest(part));
    }
    digest.finalize().to_vec()
}
