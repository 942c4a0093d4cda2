//! Sessions: from signing in, over a chain of refresh tokens that are used once each, to the end.

use chrono::{DateTime, TimeDelta, Utc};
use domain::identifier::AccountId;
use entity::{denial, refresh_token, session};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::device::{self, Visit};
use super::secret::Secret;
use super::{Auth, ending, token};
use crate::error::{Error, Result};
use crate::store::Bookkeeping;

type Books = Bookkeeping<DatabaseTransaction>;

/// A session that is not refreshed for so long ends.
pub const IDLE: TimeDelta = TimeDelta::days(30);

/// Two tabs may use one refresh token within this time: both get the same successor.
pub const GRACE: TimeDelta = TimeDelta::seconds(10);

/// More of what a browser calls itself tells nothing.
const LONGEST_AGENT: usize = 200;

/// What a client gets when it signs in or refreshes.
#[derive(Debug)]
pub struct Issued {
    /// Who is signed in.
    pub account: AccountId,
    /// Proves it for some minutes.
    pub access: String,
    /// The session.
    pub session: Uuid,
    /// Continues the session after that.
    pub refresh: Secret,
    /// Marks the device from now on; none when that has not changed.
    pub device: Option<Secret>,
}

impl Auth {
    /// Starts a session for an account that has proved itself.
    pub async fn start_session(&self, account: AccountId) -> Result<Issued> {
        self.start_session_on(account, Visit::default()).await
    }

    /// As `start_session`, knowing where it is used.
    pub async fn start_session_on(&self, account: AccountId, visit: Visit) -> Result<Issued> {
        let books = self.app.store.bookkeeping().begin().await?;
        let issued = self.start_session_within(&books, account, visit).await?;
        books.commit().await?;
        Ok(issued)
    }

    /// As one of several steps: with those by which the account has proved itself, so that what
    /// replaces its password comes before them or ends this session.
    pub(super) async fn start_session_within(
        &self,
        books: &Books,
        account: AccountId,
        visit: Visit,
    ) -> Result<Issued> {
        let app = &self.app;
        let (now, id, refresh) = (app.clock.now(), app.clock.id(), Secret::generate());
        let row = session::Model {
            id,
            account_id: account,
            created_at: now,
            seen_at: now,
            expires_at: now + IDLE,
            agent: visit.agent.as_deref().map(shortened),
            revoked_at: None,
        };
        books.insert(session::Entity::insert(row.into_active_model())).await?;
        add_token(books, id, &refresh, now).await?;
        let device = device::remember(books, visit.device, account, now).await?;
        Ok(Issued { device: Some(device), ..self.issue(account, id, refresh)? })
    }

    /// Continues a session. A token is used once: used again, after its grace or after its
    /// successor was used, somebody else has it too, and the whole session ends.
    pub async fn refresh_session(&self, presented: &Secret) -> Result<Issued> {
        let now = self.app.clock.now();
        let books = self.app.store.bookkeeping().begin().await?;
        let (token, session) = find(&books, presented, now).await?;
        let is_account = self.app.snapshot().viewer(session.account_id).is_some();
        let successor = match (&token.used_at, is_account) {
            (None, true) => Some(use_up(&books, presented, token, now).await?),
            (Some(used), true) if now - *used <= GRACE => {
                unused_successor(&books, presented, &token).await?
            }
            _ => None,
        };
        let Some(successor) = successor else {
            let ended = ending::end(&books, ending::one(session.id), now).await?;
            if is_account {
                record_reuse(&books, self.app.clock.id(), session.account_id, now).await?;
            }
            ended.commit(&self.app, books).await?;
            let why = match is_account {
                true => "its refresh token came twice",
                false => "its account may not sign in",
            };
            tracing::warn!(session = %session.id, "a session was ended: {why}");
            return Err(Error::Unauthenticated);
        };
        let seen = session::Entity::update_many()
            .col_expr(session::Column::SeenAt, now.into())
            .col_expr(session::Column::ExpiresAt, (now + IDLE).into())
            .filter(session::Column::Id.eq(session.id));
        books.update(seen).await?;
        books.commit().await?;
        self.issue(session.account_id, session.id, successor)
    }

    /// Ends the session that a refresh token belongs to; an unknown token ends nothing.
    pub async fn end_session_of(&self, presented: &Secret) -> Result<()> {
        let token = refresh_token::Entity::find_by_id(presented.digest());
        match token.one(self.app.store.reader()).await? {
            Some(token) => self.end_session(token.session_id).await,
            None => Ok(()),
        }
    }

    /// Ends a session: its tokens are worth nothing from now on.
    pub async fn end_session(&self, id: Uuid) -> Result<()> {
        ending::end_now(&self.app, ending::one(id)).await.map(|_| ())
    }

    fn issue(&self, account: AccountId, session: Uuid, refresh: Secret) -> Result<Issued> {
        let (id, now) = (self.app.clock.id(), self.app.clock.now());
        let access = token::issue(&self.keys, account, session, id, now)?;
        Ok(Issued { account, access, session, refresh, device: None })
    }
}

/// What a browser calls itself, as far as its owner needs it.
fn shortened(agent: &str) -> String {
    agent.chars().filter(|c| !c.is_control()).take(LONGEST_AGENT).collect()
}

/// The token's row and its living session. The session's row is locked, so that of many uses at
/// once one is the first.
async fn find(
    books: &Books,
    presented: &Secret,
    now: DateTime<Utc>,
) -> Result<(refresh_token::Model, session::Model)> {
    let by_digest = || refresh_token::Entity::find_by_id(presented.digest());
    let token = books.find(by_digest()).await?.ok_or(Error::Unauthenticated)?;
    let session = session::Entity::find_by_id(token.session_id).lock_exclusive();
    let session = books.find(session).await?.ok_or(Error::Unauthenticated)?;
    if session.revoked_at.is_some() || session.expires_at <= now {
        return Err(Error::Unauthenticated);
    }
    // Read again: the lock may have been waited for.
    let token = books.find(by_digest()).await?.ok_or(Error::Unauthenticated)?;
    Ok((token, session))
}

/// Whether a session has not ended; then it goes on until the steps that this is one of are lasting.
pub(super) async fn goes_on(books: &Books, id: Uuid, now: DateTime<Utc>) -> Result<bool> {
    let row = books.find(session::Entity::find_by_id(id).lock_exclusive()).await?;
    Ok(row.is_some_and(|row| row.revoked_at.is_none() && row.expires_at > now))
}

/// Marks a token as used and writes down its successor.
async fn use_up(
    books: &Books,
    presented: &Secret,
    token: refresh_token::Model,
    now: DateTime<Utc>,
) -> Result<Secret> {
    let successor = Secret::generate();
    add_token(books, token.session_id, &successor, now).await?;
    let used = refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, now.into())
        .col_expr(refresh_token::Column::Successor, presented.seal(&successor).into())
        .filter(refresh_token::Column::Digest.eq(token.digest));
    books.update(used).await?;
    Ok(successor)
}

/// The successor of a used token, as long as nobody has used that.
async fn unused_successor(
    books: &Books,
    presented: &Secret,
    token: &refresh_token::Model,
) -> Result<Option<Secret>> {
    let sealed = token.successor.as_deref();
    let Some(successor) = sealed.and_then(|sealed| presented.open(sealed)) else {
        return Ok(None);
    };
    let row = books.find(refresh_token::Entity::find_by_id(successor.digest())).await?;
    Ok(row.filter(|row| row.used_at.is_none()).map(|_| successor))
}

async fn add_token(
    books: &Books,
    session: Uuid,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = refresh_token::Model {
        digest: secret.digest(),
        session_id: session,
        issued_at: now,
        used_at: None,
        successor: None,
    };
    books.insert(refresh_token::Entity::insert(row.into_active_model())).await
}

/// What the log of denials calls a refresh token that came twice.
pub const REUSE: &str = "REUSE_REFRESH_TOKEN";

async fn record_reuse(
    books: &Books,
    id: Uuid,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = denial::Model {
        id,
        at: now,
        account_id: Some(account),
        action: REUSE.to_owned(),
        community_id: None,
        request: None,
    };
    books.insert(denial::Entity::insert(row.into_active_model().reset_all())).await
}
