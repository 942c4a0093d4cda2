//! Who is written to about their account, and when. Everything that depends on whether there is such
//! an account happens after the answer.

use std::sync::Arc;

use domain::account::LinkPurpose;
use domain::identifier::AccountId;
use domain::text::Locale;
use entity::signin_link::{Column, Entity};
use entity::{account, verified_address};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::attempt::Count;
use super::link::{self, Way};
use super::{Auth, find_account};
use crate::app::App;
use crate::error::{Error, Result};
use crate::letter::{Address, Letter, Link, Matter, address};

/// Letters of one kind to one account within the life of a link: more only fill somebody's mailbox.
pub const PER_ACCOUNT: u64 = 5;

/// What became of the wish to confirm one's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// A letter is on its way.
    Sent,
    /// The login is a short name.
    NoAddress,
    /// No letters are sent here.
    NoLetters,
}

impl Auth {
    /// Whether there is a way to send letters.
    pub fn sends_letters(&self) -> bool {
        self.app.letters.post().is_some()
    }

    /// Sends whoever has this login a letter, if there is such an account; answers nobody whether.
    pub async fn forgot_password(&self, login: String, client: &str) -> Result<()> {
        self.attempts.record(&self.app, &Count::of_letters(client)).await?;
        let Some(post) = self.app.letters.post() else {
            return Ok(());
        };
        let app = Arc::clone(&self.app);
        post.hand_in(async move {
            match find_account(&app, &login.trim().to_lowercase()) {
                Some(account) => write(&app, account, LinkPurpose::Reset, Matter::Reset).await,
                None => Ok(None),
            }
        })
    }

    /// Sends an account a letter that confirms its address.
    pub async fn ask_to_verify(&self, account: AccountId) -> Result<Verification> {
        let app = &self.app;
        let Some(post) = app.letters.post() else {
            return Ok(Verification::NoLetters);
        };
        if Reader::find(app, account).is_none() {
            return Ok(Verification::NoAddress);
        }
        if !is_within_limits(app, account, LinkPurpose::Verification).await? {
            return Err(too_many());
        }
        let app = Arc::clone(app);
        let purpose = LinkPurpose::Verification;
        post.hand_in(async move { write(&app, account, purpose, Matter::Verification).await })?;
        Ok(Verification::Sent)
    }
}

/// Who invites whom where.
#[derive(Clone, Debug)]
pub struct Inviting {
    /// Whom.
    pub account: AccountId,
    /// The name of the community.
    pub community: String,
    /// Who invites; nobody is named when it is the owner of the instance.
    pub inviter: Option<String>,
}

/// Sends an invitation; answers whether there is a way to. Refused when it cannot be sent now.
pub async fn invite(app: &Arc<App>, inviting: Inviting) -> Result<bool> {
    let Inviting { account, community, inviter } = inviting;
    let purpose = LinkPurpose::Invitation;
    let Some(post) = app.letters.post() else {
        return Ok(false);
    };
    if !is_within_limits(app, account, purpose).await? {
        return Err(too_many());
    }
    let shared = Arc::clone(app);
    post.hand_in(async move {
        // A write with an idempotency key becomes lasting after its answer, or not at all.
        shared.store.settled().await;
        let matter = |link| Matter::Invitation { community, inviter, link };
        write(&shared, account, purpose, matter).await
    })?;
    Ok(true)
}

/// Tells the owner of an account that its password was changed, where letters are known to reach them.
pub(super) fn tell_of_password(app: &Arc<App>, account: AccountId) {
    let Some(post) = app.letters.post() else {
        return;
    };
    let shared = Arc::clone(app);
    let told = post.hand_in(async move {
        let row = verified_address::Entity::find_by_id(account).one(shared.store.reader()).await?;
        let reader = row.and_then(|_| Reader::find(&shared, account));
        Ok(reader.map(|reader| reader.letter(&shared, Matter::PasswordChanged)))
    });
    // The password is changed all the same; that there was no room stands in the log.
    drop(told);
}

/// A letter with a link, to an account that may sign in and was not written to again and again.
async fn write(
    app: &App,
    account: AccountId,
    purpose: LinkPurpose,
    matter: impl FnOnce(Link) -> Matter,
) -> Result<Option<Letter>> {
    let Some(reader) = Reader::find(app, account) else {
        return Ok(None);
    };
    if !is_within_limits(app, account, purpose).await? {
        return Ok(None);
    }
    let token = link::issue_for(app, account, purpose, Way::Mailed).await?;
    let link = Link::new(purpose, token, app.clock.now());
    Ok(Some(reader.letter(app, matter(link))))
}

/// Somebody who can be written to: an account that may sign in, with an address.
pub(super) struct Reader {
    to: Address,
    row: Arc<account::Model>,
}

impl Reader {
    pub(super) fn find(app: &App, account: AccountId) -> Option<Self> {
        let snapshot = app.snapshot();
        snapshot.viewer(account)?;
        let row = snapshot.rows::<account::Model>().get(&account.0)?.clone();
        Some(Self { to: address(&row.login)?, row })
    }

    /// The language that Banyan speaks with them.
    pub(super) fn locale(&self) -> Locale {
        self.row.locale
    }

    pub(super) fn letter(self, app: &App, matter: Matter) -> Letter {
        let (name, locale) = (self.row.display_name.clone(), self.row.locale);
        Letter { account: self.row.id, to: self.to, name, locale, at: app.clock.now(), matter }
    }
}

fn too_many() -> Error {
    Error::RateLimited { retry_after: link::LIFETIME.to_std().unwrap_or_default() }
}

async fn is_within_limits(app: &App, account: AccountId, purpose: LinkPurpose) -> Result<bool> {
    let lately = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::Mailed.eq(true))
        .filter(Column::ExpiresAt.gt(app.clock.now()));
    Ok(lately.count(app.store.reader()).await? < PER_ACCOUNT)
}
