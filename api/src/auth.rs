//! Signing in: who an access token stands for, and how one is got.
//!
//! A short-lived access token travels in the `Authorization` header and is held in memory only; a
//! rotating refresh token lies in a cookie that only `/auth` reads. A program sends an API token in the
//! same header instead. Accounts and roles are facts
//! and come from the snapshot; passwords, sessions and links are bookkeeping and lie in tables of
//! their own, which nothing but this module touches.

pub mod api_token;
pub mod attempt;
pub mod key;
pub mod link;
pub mod password;
pub mod secret;
pub mod session;
pub mod token;

mod revoked;

use std::sync::Arc;
use std::time::Duration;

use domain::identifier::AccountId;

use crate::app::App;
use crate::error::{Error, Result};
use crate::op::{Identity, Proof};
use api_token::Written;
use attempt::Attempts;
use key::Keys;
use password::Passwords;
use revoked::Revoked;
use token::Claims;

/// Everything that signing in needs, shared by all requests of this process.
#[derive(Debug)]
pub struct Auth {
    app: Arc<App>,
    keys: Keys,
    passwords: Passwords,
    attempts: Attempts,
    revoked: Revoked,
}

/// How often the sessions that other processes revoked are looked for.
const POLL: Duration = Duration::from_secs(5);

impl Auth {
    /// Starts with the sessions that are already revoked.
    pub async fn open(app: Arc<App>, keys: Keys) -> Result<Self> {
        let revoked = Revoked::default();
        revoked.catch_up(&app).await?;
        app.api_tokens().catch_up(&app).await?;
        let passwords = Passwords::new()?;
        Ok(Self { app, keys, passwords, attempts: Attempts::default(), revoked })
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
        if self.revoked.contains(claims.sid) {
            return Err(Error::Unauthenticated);
        }
        Ok(claims)
    }

    /// Checks a login and a password. An unknown login takes as long and says the same as a wrong
    /// password.
    pub async fn sign_in(&self, login: &str, password: &str, address: &str) -> Result<AccountId> {
        let login = login.trim().to_lowercase();
        self.attempts.record(&self.app, &login, address).await?;
        let account = self.find_account(&login);
        let hash = match account {
            Some(account) => password::find(&self.app, account).await?,
            None => None,
        };
        let fits = self.passwords.verify(password, hash).await?;
        let account = account.filter(|_| fits).ok_or(Error::WrongCredentials)?;
        self.attempts.forgive(&self.app, &login).await?;
        Ok(account)
    }

    /// Sets the password of an account.
    pub async fn set_password(&self, account: AccountId, password: &str) -> Result<()> {
        let hash = self.passwords.hash(password).await?;
        password::store(&self.app, account, hash).await
    }

    /// Takes what other processes have done to sessions and tokens, and tells them of uses.
    pub async fn catch_up(&self) -> Result<()> {
        self.revoked.catch_up(&self.app).await?;
        let tokens = self.app.api_tokens();
        tokens.note_uses(&self.app).await?;
        tokens.catch_up(&self.app).await
    }

    /// Keeps in step with other processes, for as long as it is polled.
    pub async fn follow(&self) {
        loop {
            tokio::time::sleep(POLL).await;
            if let Err(error) = self.catch_up().await {
                tracing::error!(%error, "revoked sessions and tokens could not be read");
            }
        }
    }

    /// An account that may sign in.
    fn find_account(&self, login: &str) -> Option<AccountId> {
        let snapshot = self.app.snapshot();
        let account = snapshot.account_by_login(login)?;
        snapshot.viewer(account.id)?.account()
    }
}

/// The token of a `Bearer` header.
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
