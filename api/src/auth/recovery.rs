//! Choosing a password: with a link, with the present one, or by the owner of the instance. Whatever
//! the way, everything that could have got in before gets in no more. API tokens outlive only a change
//! within a session, whose holder sees them and takes back what is not theirs.

use chrono::{DateTime, Utc};
use domain::account::{LinkPurpose, check_password};
use domain::identifier::AccountId;
use domain::refusal::{Refusal, RefusalCode};
use entity::verified_address;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, Condition, DatabaseTransaction, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::attempt::Count;
use super::device::{self, Visit};
use super::ending::{self, Ended};
use super::password::Passwords;
use super::secret::Secret;
use super::session::Issued;
use super::{Auth, letter, link, password, session};
use crate::app::App;
use crate::error::{Error, Result};
use crate::store::Bookkeeping;

type Books = Bookkeeping<DatabaseTransaction>;

impl Auth {
    /// Chooses a password with a link, and starts a session with it. A password that is refused leaves
    /// the link as it was; of many uses at once, one succeeds.
    pub async fn choose_password(
        &self,
        token: &Secret,
        purpose: LinkPurpose,
        password: &str,
        visit: Visit,
    ) -> Result<Issued> {
        let app = &self.app;
        let link = link::find(app, app.store.reader(), token, purpose).await?;
        let account = link.account_id;
        check_password(password, &login_of(app, account)?, "password")?;
        let hash = self.passwords.hash(password).await?;
        let now = app.clock.now();
        let books = app.store.bookkeeping().begin().await?;
        // The password comes first: whoever else replaces it waits there, and finds the link used up.
        password::store(&books, account, hash, now).await?;
        link::use_up(&books, token, purpose, now).await?;
        if link.mailed {
            verify(&books, account, now).await?;
        }
        let ended = shut(&books, account, ending::all_of(account), now).await?;
        let ended = ended.with_tokens(&books, account).await?;
        let issued = self.start_session_within(&books, account, visit).await?;
        ended.commit(app, books).await?;
        if purpose != LinkPurpose::Invitation {
            letter::tell_of_password(app, account);
        }
        Ok(issued)
    }

    /// Chooses a password within a session, which alone goes on; answers what is to mark its device
    /// from now on. Whoever has no password yet may choose one soon after following a link.
    pub async fn change_password(
        &self,
        (account, session): (AccountId, Uuid),
        current: &str,
        new: &str,
        visit: Visit,
    ) -> Result<Secret> {
        let app = &self.app;
        check_password(new, &login_of(app, account)?, "new")?;
        let proven = self.prove(account, session, current).await?;
        let hash = self.passwords.hash(new).await?;
        let now = app.clock.now();
        let books = app.store.bookkeeping().begin().await?;
        let others = ending::others_of(account, session);
        let is_replaced = match proven {
            Some(proven) => password::exchange(&books, account, &proven, hash, now).await?,
            None => password::store_first(&books, account, hash, now).await?,
        };
        let ended = shut(&books, account, others, now).await?;
        // Whoever was put out meanwhile, or proved what is not true any more, changes nothing.
        if !session::goes_on(&books, session, now).await? {
            return Err(Error::Unauthenticated);
        }
        if !is_replaced {
            return Err(wrong_password());
        }
        let device = device::remember(&books, visit.device, account, now).await?;
        ended.commit(app, books).await?;
        letter::tell_of_password(app, account);
        Ok(device)
    }

    /// The hash of the present password, which somebody in a session knows; none when there is none.
    async fn prove(
        &self,
        account: AccountId,
        session: Uuid,
        current: &str,
    ) -> Result<Option<String>> {
        let app = &self.app;
        let Some(hash) = password::find(app, account).await? else {
            let row = entity::session::Entity::find_by_id(session).one(app.store.reader()).await?;
            let since = row.ok_or(Error::Unauthenticated)?.created_at;
            let is_fresh = app.clock.now() - since <= link::LIFETIME;
            return if is_fresh { Ok(None) } else { Err(Error::Forbidden) };
        };
        let counted = self.attempts.record(app, &Count::of_session(session)).await?;
        if !self.passwords.verify(current, Some(hash.clone())).await? {
            return Err(wrong_password());
        }
        self.attempts.forgive(app, counted).await?;
        Ok(Some(hash))
    }

    /// Takes it that whoever holds this link reads what is sent to the account's address. They must have
    /// signed in to it as well: otherwise whoever made an account of somebody else's address, and keeps its
    /// password, would have it confirmed by the one whom the letter reaches.
    pub async fn verify_address(&self, account: AccountId, token: &Secret) -> Result<()> {
        let app = &self.app;
        let purpose = LinkPurpose::Verification;
        let link = link::find(app, app.store.reader(), token, purpose).await?;
        if link.account_id != account {
            return Err(Error::SpentLink);
        }
        let now = app.clock.now();
        let books = app.store.bookkeeping().begin().await?;
        link::use_up(&books, token, purpose, now).await?;
        verify(&books, account, now).await?;
        books.commit().await
    }
}

/// Gives an account a password by the word of whoever has the machine, and ends its sessions and tokens.
pub async fn set_password(app: &App, account: AccountId, password: &str) -> Result<()> {
    check_password(password, &login_of(app, account)?, "password")?;
    let hash = Passwords::new()?.hash(password).await?;
    let now = app.clock.now();
    let books = app.store.bookkeeping().begin().await?;
    password::store(&books, account, hash, now).await?;
    let ended = shut(&books, account, ending::all_of(account), now).await?;
    ended.with_tokens(&books, account).await?.commit(app, books).await
}

/// Ends what the password let in that was replaced in a step before: links that wait, devices that are
/// known, sessions. In this order, as whoever uses a link goes, too: none waits for another in a circle.
async fn shut(
    books: &Books,
    account: AccountId,
    sessions: Condition,
    now: DateTime<Utc>,
) -> Result<Ended> {
    link::use_up_others(books, account, now).await?;
    device::forget_all(books, account).await?;
    ending::end(books, sessions, now).await
}

fn wrong_password() -> Error {
    Refusal::new(RefusalCode::WrongPassword, "current").into()
}

async fn verify(books: &Books, account: AccountId, now: DateTime<Utc>) -> Result<()> {
    let row = verified_address::Model { account_id: account, verified_at: now };
    let renew = OnConflict::column(verified_address::Column::AccountId)
        .update_column(verified_address::Column::VerifiedAt)
        .to_owned();
    let insert = verified_address::Entity::insert(row.into_active_model().reset_all());
    books.insert(insert.on_conflict(renew)).await
}

fn login_of(app: &App, account: AccountId) -> Result<String> {
    let snapshot = app.snapshot();
    let row = snapshot.rows::<entity::account::Model>().get(&account.0);
    row.map(|row| row.login.clone()).ok_or(Error::NotFound)
}
