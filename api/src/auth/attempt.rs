//! Slowing down guesses: failed attempts are counted per login and per client address.

use chrono::{DateTime, TimeDelta, Utc};
use entity::signin_attempt::{self, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Select};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::app::App;
use crate::error::{Error, Result};

/// For how long an attempt counts.
pub const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Attempts at one login.
pub const PER_LOGIN: u64 = 10;
/// Attempts from one address, whatever the logins.
pub const PER_ADDRESS: u64 = 50;

/// The door that attempts pass one by one, so that many at once are counted like many in a row.
#[derive(Debug, Default)]
pub struct Attempts {
    turn: Mutex<()>,
}

impl Attempts {
    /// Counts an attempt before it is evaluated; refused attempts do not count.
    pub async fn record(&self, app: &App, login: &str, address: &str) -> Result<()> {
        let _turn = self.turn.lock().await;
        let now = app.clock.now();
        let old = Entity::delete_many().filter(Column::At.lt(now - WINDOW));
        app.store.bookkeeping().delete(old).await?;
        let digest = digest(login);
        let by_login = Entity::find().filter(Column::LoginDigest.eq(digest.clone()));
        check(app, by_login, PER_LOGIN, now).await?;
        let by_address = Entity::find().filter(Column::Address.eq(address));
        check(app, by_address, PER_ADDRESS, now).await?;
        let attempt = signin_attempt::Model {
            id: app.clock.id(),
            login_digest: digest,
            address: address.to_owned(),
            at: now,
        };
        app.store.bookkeeping().insert(Entity::insert(attempt.into_active_model())).await
    }

    /// Forgets the attempts at a login after one has succeeded.
    pub async fn forgive(&self, app: &App, login: &str) -> Result<()> {
        let those = Entity::delete_many().filter(Column::LoginDigest.eq(digest(login)));
        app.store.bookkeeping().delete(those).await
    }
}

async fn check(app: &App, those: Select<Entity>, limit: u64, now: DateTime<Utc>) -> Result<()> {
    let books = app.store.bookkeeping();
    if books.count(those.clone()).await? < limit {
        return Ok(());
    }
    let oldest = books.find(those.order_by_asc(Column::At)).await?;
    let free = oldest.map_or(now, |attempt| attempt.at) + WINDOW;
    let retry_after = (free - now).to_std().unwrap_or_default();
    Err(Error::RateLimited { retry_after })
}

fn digest(login: &str) -> Vec<u8> {
    Sha256::digest(login.as_bytes()).to_vec()
}
