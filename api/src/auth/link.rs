//! One-time links. Each does one thing for one account, once, within half an hour; the database
//! keeps a digest of its token.

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::LinkPurpose;
use domain::identifier::AccountId;
use entity::signin_link::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::Auth;
use super::device::Visit;
use super::secret::Secret;
use super::session::Issued;
use crate::app::App;
use crate::error::{Error, Result};
use crate::store::Bookkeeping;

/// How long a link can be used.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(30);

/// Makes the token of a link that signs in; only its holder will ever know it.
pub async fn issue(app: &App, account: AccountId) -> Result<Secret> {
    issue_for(app, account, LinkPurpose::SignIn, Way::Shown).await
}

/// How a link reaches its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Shown to whoever asked for it, to be handed over.
    Shown,
    /// By mail: whoever uses it reads what is sent to the account's address.
    Mailed,
}

/// As `issue`, for any purpose.
pub async fn issue_for(
    app: &App,
    account: AccountId,
    purpose: LinkPurpose,
    way: Way,
) -> Result<Secret> {
    let secret = Secret::generate();
    let row = Model {
        digest: secret.digest(),
        account_id: account,
        purpose,
        mailed: way == Way::Mailed,
        expires_at: app.clock.now() + LIFETIME,
        used_at: None,
    };
    app.store.bookkeeping().insert(Entity::insert(row.into_active_model())).await?;
    Ok(secret)
}

/// The path of the page that uses a link. The token stands behind the `#`, so that it reaches no
/// server log.
pub fn path(purpose: LinkPurpose, token: &Secret) -> String {
    let page = match purpose {
        LinkPurpose::SignIn => "signin",
        LinkPurpose::Invitation => "invitation",
        LinkPurpose::Reset => "reset",
        LinkPurpose::Verification => "verify",
    };
    format!("/{page}#token={}", token.reveal())
}

/// A link that can be used now, for this purpose and by an account that may sign in.
pub(super) async fn find<C: ConnectionTrait>(
    app: &App,
    db: &C,
    token: &Secret,
    purpose: LinkPurpose,
) -> Result<Model> {
    let link = usable(token, purpose, app.clock.now());
    let link = Entity::find().filter(link).one(db).await?.ok_or(Error::SpentLink)?;
    app.snapshot().viewer(link.account_id).map(|_| link).ok_or(Error::SpentLink)
}

/// Uses a link up; of many uses at once, one succeeds.
pub(super) async fn use_up<C: ConnectionTrait>(
    books: &Bookkeeping<C>,
    token: &Secret,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<()> {
    let used = Entity::update_many().col_expr(Column::UsedAt, now.into());
    match books.update(used.filter(usable(token, purpose, now))).await? {
        1 => Ok(()),
        _ => Err(Error::SpentLink),
    }
}

/// Makes every other link of an account worthless: once one has let somebody in, or nothing shall.
pub(super) async fn use_up_others(
    books: &Bookkeeping<DatabaseTransaction>,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let unused = Entity::update_many()
        .col_expr(Column::UsedAt, now.into())
        .filter(Column::AccountId.eq(account))
        .filter(Column::UsedAt.is_null());
    books.update(unused).await.map(|_| ())
}

fn usable(token: &Secret, purpose: LinkPurpose, now: DateTime<Utc>) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(Column::Digest.eq(token.digest()))
        .add(Column::Purpose.eq(purpose))
        .add(Column::UsedAt.is_null())
        .add(Column::ExpiresAt.gt(now))
}

impl Auth {
    /// Uses a link up that signs in, and starts the session: both happen, or neither.
    pub async fn use_link(&self, token: &Secret, visit: Visit) -> Result<Issued> {
        let app = &self.app;
        let link = find(app, app.store.reader(), token, LinkPurpose::SignIn).await?;
        let books = app.store.bookkeeping().begin().await?;
        use_up(&books, token, LinkPurpose::SignIn, app.clock.now()).await?;
        let issued = self.start_session_within(&books, link.account_id, visit).await?;
        books.commit().await?;
        Ok(issued)
    }
}
