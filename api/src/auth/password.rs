//! Passwords: Argon2id, at most two at a time, so that guessing cannot exhaust the machine.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier};
use chrono::{DateTime, Utc};
use domain::account::PASSWORD_LONGEST;
use domain::identifier::AccountId;
use entity::credential;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect,
};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::app::App;
use crate::clock::random_bytes;
use crate::error::{Error, Result};
use crate::store::Bookkeeping;

/// Hashes at once: each takes 19 MiB and about 20 milliseconds of one core.
const AT_ONCE: usize = 2;
/// Further ones that may wait; the rest are told that the server is busy.
const WAITING: usize = 20;

/// The bounded place where passwords are hashed and verified.
#[derive(Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    /// The hash of nothing anybody knows, verified when there is no account to verify.
    dummy: String,
}

impl Passwords {
    /// Prepares the hash that stands in for unknown accounts.
    pub fn new() -> Result<Self> {
        let dummy = hash(&random_bytes::<32>())?;
        let turns = Arc::new(Semaphore::new(AT_ONCE));
        Ok(Self { turns, queue: Arc::new(Semaphore::new(AT_ONCE + WAITING)), dummy })
    }

    /// The hash to store; what may be a password is `domain`'s to say.
    pub async fn hash(&self, password: &str) -> Result<String> {
        let password = password.to_owned();
        self.run(move || hash(password.as_bytes())).await?
    }

    /// Whether a password fits a hash; without a hash it takes as long and never fits.
    pub async fn verify(&self, password: &str, stored: Option<String>) -> Result<bool> {
        let is_known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.dummy.clone());
        let password: String = password.chars().take(PASSWORD_LONGEST + 1).collect();
        let fits = self.run(move || verify(password.as_bytes(), &stored)).await??;
        Ok(fits && is_known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place = self.queue.try_acquire().map_err(|_| Error::Overloaded)?;
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(|error| Error::Internal(error.into()))?;
        // The turn ends with the work, even when whoever waits for it has gone.
        let done = spawn_blocking(move || {
            let result = work();
            drop(turn);
            result
        });
        done.await.map_err(|error| Error::Internal(error.into()))
    }
}

/// The stored hash of an account.
pub async fn find(app: &App, account: AccountId) -> Result<Option<String>> {
    let row = credential::Entity::find_by_id(account).one(app.store.reader()).await?;
    Ok(row.map(|row| row.password_hash))
}

/// The stored hash of an account, which stays as it is until the steps that this is one of are lasting.
pub(super) async fn hold(
    books: &Bookkeeping<DatabaseTransaction>,
    account: AccountId,
) -> Result<Option<String>> {
    let row = credential::Entity::find_by_id(account).lock_exclusive();
    Ok(books.find(row).await?.map(|row| row.password_hash))
}

/// Stores the hash of an account in place of this very one; answers whether it stood there still.
pub(super) async fn exchange(
    books: &Bookkeeping<DatabaseTransaction>,
    account: AccountId,
    verified: &str,
    password_hash: String,
    now: DateTime<Utc>,
) -> Result<bool> {
    let row = credential::Entity::update_many()
        .col_expr(credential::Column::PasswordHash, password_hash.into())
        .col_expr(credential::Column::UpdatedAt, now.into())
        .filter(credential::Column::AccountId.eq(account))
        .filter(credential::Column::PasswordHash.eq(verified));
    Ok(books.update(row).await? == 1)
}

/// Stores the hash of an account that has none; answers whether that is so still.
pub(super) async fn store_first(
    books: &Bookkeeping<DatabaseTransaction>,
    account: AccountId,
    password_hash: String,
    now: DateTime<Utc>,
) -> Result<bool> {
    let first = password_hash.clone();
    let row = credential::Model { account_id: account, password_hash, updated_at: now };
    let keep = OnConflict::column(credential::Column::AccountId).do_nothing().to_owned();
    let insert = credential::Entity::insert(row.into_active_model().reset_all());
    books.insert(insert.on_conflict(keep)).await?;
    Ok(hold(books, account).await? == Some(first))
}

/// Stores the hash of an account in place of any other.
pub async fn store<C: ConnectionTrait>(
    books: &Bookkeeping<C>,
    account: AccountId,
    password_hash: String,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = credential::Model { account_id: account, password_hash, updated_at: now };
    let replace = OnConflict::column(credential::Column::AccountId)
        .update_columns([credential::Column::PasswordHash, credential::Column::UpdatedAt])
        .to_owned();
    let insert = credential::Entity::insert(row.into_active_model().reset_all());
    books.insert(insert.on_conflict(replace)).await
}

/// Whether a hash took the effort that is asked for today.
pub fn is_current(stored: &str) -> bool {
    let stored = PasswordHash::new(stored).ok();
    let stored = stored.filter(|hash| hash.algorithm == Algorithm::Argon2id.ident());
    let effort = stored.and_then(|hash| Params::try_from(&hash).ok());
    effort.is_some_and(|effort| {
        let least = Params::DEFAULT;
        effort.m_cost() >= least.m_cost() && effort.t_cost() >= least.t_cost()
    })
}

fn hash(password: &[u8]) -> Result<String> {
    let hash = Argon2::default().hash_password(password);
    hash.map(|hash| hash.to_string()).map_err(Error::internal)
}

fn verify(password: &[u8], stored: &str) -> Result<bool> {
    let stored = PasswordHash::new(stored).map_err(Error::internal)?;
    Ok(Argon2::default().verify_password(password, &stored).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A password fits its own hash and no other; no hash fits nothing.
    #[tokio::test]
    async fn passwords_fit_their_hash() {
        let passwords = Passwords::new().unwrap();
        let hash = passwords.hash("correct horse battery").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse battery", Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("correct horse batter", Some(hash)).await.unwrap());
        assert!(!passwords.verify("correct horse battery", None).await.unwrap());
    }

    /// A hash that took less effort than is asked for today is not current.
    #[test]
    fn weak_hashes_are_told() {
        let current = hash(b"correct horse battery").unwrap();
        assert!(is_current(&current));
        assert!(!is_current(&current.replace("m=19456", "m=9216")));
        assert!(!is_current(&current.replace("t=2", "t=1")));
        assert!(!is_current(&current.replace("argon2id", "argon2i")));
        assert!(!is_current("swordfish"));
    }

    /// Beyond those that run and wait, the answer is that the server is busy.
    #[tokio::test]
    async fn the_queue_is_bounded() {
        let passwords = Passwords::new().unwrap();
        let tries = (0..AT_ONCE + WAITING + 5).map(|_| passwords.verify("anything at all", None));
        let answers = futures_util::future::join_all(tries).await;
        let busy = answers.iter().filter(|answer| matches!(answer, Err(Error::Overloaded))).count();
        assert_eq!(busy, 5);
    }
}
