//! Signing in: who an access token stands for, and how one is got.
//!
//! A short-lived access token travels in the `Authorization` header and is held in memory only; a
//! rotating refresh token lies in a cookie that only `/auth` reads. A program sends an API token in the
//! same header instead. Accounts and roles are facts
//! and come from the snapshot; passwords, sessions and links are bookkeeping and lie in tables of
//! their own, which nothing but this module touches.

pub mod api_token;
pub mod attempt;
pub mod device;
pub mod digest;
pub mod ending;
pub mod key;
pub mod letter;
pub mod link;
pub mod password;
pub mod recovery;
pub mod revoked;
pub mod secret;
pub mod session;
pub mod sweep;
pub mod token;

use std::sync::Arc;
use std::time::Duration;

use domain::identifier::AccountId;
use uuid::Uuid;

use crate::app::App;
use crate::error::{Error, Result};
use crate::op::{Identity, Proof};
use crate::store::{ENDINGS, listen};
use api_token::Written;
use attempt::{Attempts, Count};
use device::Visit;
use key::Keys;
use password::Passwords;
use session::Issued;
use token::Claims;

/// Everything that signing in needs, shared by all requests of this process.
#[derive(Debug)]
pub struct Auth {
    app: Arc<App>,
    keys: Keys,
    passwords: Passwords,
    attempts: Attempts,
}

/// How often the sessions that other processes revoked are looked for.
const POLL: Duration = Duration::from_secs(5);

impl Auth {
    /// Signing in to this graph, with these keys.
    pub async fn open(app: Arc<App>, keys: Keys) -> Result<Self> {
        app.api_tokens().catch_up(&app).await?;
        Ok(Self { app, keys, passwords: Passwords::new()?, attempts: Attempts::default() })
    }

    /// Who asks, by the content of the `Authorization` header: nobody in particular without one;
    /// with one, an account, or nothing at all.
    pub fn authenticate(&self, authorization: Option<&str>) -> Result<Identity> {
        let Some(header) = authorization else {
            return Ok(Identity::ANONYMOUS);
        };
        if let Some(token) = bearer(header).filter(|token| Written::is_meant(token)) {
            return self.app.api_tokens().identify(&self.app, token);
        }
        let claims = self.claims(authorization)?;
        let viewer = self.app.snapshot().viewer(claims.sub).ok_or(Error::Unauthenticated)?;
        Ok(Identity { viewer, proof: Proof::Session(claims.sid) })
    }

    /// The valid claims of an `Authorization` header.
    pub fn claims(&self, authorization: Option<&str>) -> Result<Claims> {
        let token = authorization.and_then(bearer).ok_or(Error::Unauthenticated)?;
        let claims = token::verify(&self.keys, token, self.app.clock.now())?;
        if self.app.revoked().contains(claims.sid) {
            return Err(Error::Unauthenticated);
        }
        Ok(claims)
    }

    /// Starts a session for whoever knows a login and its password. An unknown login takes as long and
    /// says the same as a wrong password.
    pub async fn sign_in(&self, login: &str, password: &str, visit: Visit) -> Result<Issued> {
        let app = &self.app;
        let login = login.trim().to_lowercase();
        let account = find_account(app, &login);
        let count = Count::of(app, &login, account, &visit).await?;
        let counted = self.attempts.record(app, &count).await?;
        let entered = self.enter(account, password, visit).await;
        if matches!(entered, Ok(_) | Err(Error::Overloaded)) {
            self.attempts.forgive(app, counted).await?;
        }
        entered
    }

    /// Verifying takes a while, in which the password may be replaced or the account disabled: the
    /// session starts only while the hash that was verified stands, and ends with it from then on. One that took less effort than
    /// is asked for today is replaced by another of the same password.
    async fn enter(
        &self,
        account: Option<AccountId>,
        password: &str,
        visit: Visit,
    ) -> Result<Issued> {
        let app = &self.app;
        let hash = password::find(app, account.unwrap_or(AccountId(Uuid::nil()))).await?;
        let fits = self.passwords.verify(password, hash.clone()).await?;
        let known = account.zip(hash).filter(|_| fits);
        let (account, hash) = known.ok_or(Error::WrongCredentials)?;
        let stronger = match password::is_current(&hash) {
            true => None,
            false => Some(self.passwords.hash(password).await?),
        };
        let books = app.store.bookkeeping().begin().await?;
        let stands = password::hold(&books, account).await?.as_ref() == Some(&hash);
        if !stands || app.snapshot().viewer(account).is_none() {
            return Err(Error::WrongCredentials);
        }
        if let Some(stronger) = stronger {
            password::exchange(&books, account, &hash, stronger, app.clock.now()).await?;
        }
        let issued = self.start_session_within(&books, account, visit).await?;
        books.commit().await?;
        Ok(issued)
    }

    /// Sets the password of an account, whatever it is; rules are the callers' business.
    pub async fn set_password(&self, account: AccountId, password: &str) -> Result<()> {
        let hash = self.passwords.hash(password).await?;
        let books = self.app.store.bookkeeping();
        password::store(&books, account, hash, self.app.clock.now()).await
    }

    /// Takes what other processes have done to sessions and tokens, and tells them of uses.
    pub async fn catch_up(&self) -> Result<()> {
        self.app.revoked().catch_up(&self.app.store, self.app.clock.now()).await?;
        let tokens = self.app.api_tokens();
        tokens.note_uses(&self.app).await?;
        tokens.catch_up(&self.app).await
    }

    /// Keeps in step with other processes and its tables small, and sends what people asked to be told, for as
    /// long as it is polled.
    pub async fn follow(&self) {
        tokio::join!(self.listen(), self.sweep_hourly(), self.send_digests_hourly());
    }

    async fn listen(&self) {
        let mut listener = listen(&self.app.store, ENDINGS).await;
        loop {
            match &mut listener {
                Some(listener) => {
                    // A database that is away is not asked again at once.
                    if let Ok(Err(_)) = tokio::time::timeout(POLL, listener.recv()).await {
                        tokio::time::sleep(POLL).await;
                    }
                }
                None => tokio::time::sleep(POLL).await,
            }
            if let Err(error) = self.catch_up().await {
                tracing::error!(%error, "revoked sessions and tokens could not be read");
            }
        }
    }
}

/// An account that may sign in.
fn find_account(app: &App, login: &str) -> Option<AccountId> {
    let snapshot = app.snapshot();
    let account = snapshot.account_by_login(login)?;
    snapshot.viewer(account.id)?.account()
}

/// The token of a `Bearer` header.
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
