//! How sessions end before their time, and API tokens with them: written down in the tables, known to this process at once,
//! and told to the others.

use chrono::{DateTime, Utc};
use domain::identifier::AccountId;
use entity::session::{Column, Entity};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{api_token, link, password};
use crate::app::App;
use crate::error::Result;
use crate::store::Bookkeeping;

/// Sessions, and tokens, that end with the steps they are part of. Only [`Ended::commit`] makes that known.
#[derive(Debug)]
#[must_use]
pub struct Ended {
    sessions: Vec<Uuid>,
    tokens: bool,
    at: DateTime<Utc>,
}

impl Ended {
    /// Makes the steps lasting; from here on the sessions' tokens are worth nothing.
    pub async fn commit(self, app: &App, books: Bookkeeping<DatabaseTransaction>) -> Result<()> {
        if self.tokens || !self.sessions.is_empty() {
            books.tell().await?;
        }
        books.commit().await?;
        for session in self.sessions {
            app.revoked().add(session, self.at);
        }
        match self.tokens {
            true => app.api_tokens().catch_up(app).await,
            false => Ok(()),
        }
    }

    /// The same together with every API token of an account.
    pub(super) async fn with_tokens(
        mut self,
        books: &Bookkeeping<DatabaseTransaction>,
        account: AccountId,
    ) -> Result<Self> {
        self.tokens = api_token::revoke_all(books, account, self.at).await?;
        Ok(self)
    }

    /// How many sessions these are.
    pub fn count(&self) -> usize {
        self.sessions.len()
    }
}

/// Ends the living sessions among these, as one of several steps.
pub async fn end(
    books: &Bookkeeping<DatabaseTransaction>,
    which: Condition,
    at: DateTime<Utc>,
) -> Result<Ended> {
    let living = Condition::all().add(which).add(Column::RevokedAt.is_null());
    let rows = books.list(Entity::find().filter(living.clone())).await?;
    if !rows.is_empty() {
        let ended = Entity::update_many().col_expr(Column::RevokedAt, at.into());
        books.update(ended.filter(living)).await?;
    }
    Ok(Ended { sessions: rows.into_iter().map(|row| row.id).collect(), tokens: false, at })
}

/// Ends these sessions and nothing else; answers how many there were.
pub async fn end_now(app: &App, which: Condition) -> Result<usize> {
    let books = app.store.bookkeeping().begin().await?;
    let ended = end(&books, which, app.clock.now()).await?;
    let count = ended.count();
    ended.commit(app, books).await?;
    Ok(count)
}

/// Ends every session of an account, and every link that waits to open another; answers how many
/// sessions there were.
pub async fn sign_out(app: &App, account: AccountId) -> Result<usize> {
    let books = app.store.bookkeeping().begin().await?;
    let now = app.clock.now();
    // A sign-in under way is waited for, so that its session is among those that end.
    password::hold(&books, account).await?;
    link::use_up_others(&books, account, now).await?;
    let ended = end(&books, all_of(account), now).await?;
    let count = ended.count();
    ended.commit(app, books).await?;
    Ok(count)
}

/// One session.
pub fn one(session: Uuid) -> Condition {
    Condition::all().add(Column::Id.eq(session))
}

/// Every session of an account.
pub fn all_of(account: AccountId) -> Condition {
    Condition::all().add(Column::AccountId.eq(account))
}

/// Every session of an account but one.
pub fn others_of(account: AccountId, kept: Uuid) -> Condition {
    all_of(account).add(Column::Id.ne(kept))
}
