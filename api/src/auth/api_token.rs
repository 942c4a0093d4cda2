//! API tokens: made once, recognised by their digests, ended by time or by hand. Every request may
//! bring one, so the living ones are held in memory.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, TimeDelta, Utc};
use domain::api_token::{TokenDraft, TokenScope};
use domain::identifier::{AccountId, ApiTokenId, CommunityId};
use domain::refusal::{Refusal, RefusalCode};
use entity::api_token::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use crate::app::App;
use crate::error::{Error, Result};
use crate::op::{Identity, Proof};
use crate::store::Bookkeeping;

mod written;
pub use written::Written;

/// Living tokens of one account at once.
pub const MOST: usize = 50;

/// How exactly it is known when a token was last used.
const EXACTNESS: TimeDelta = TimeDelta::minutes(1);

/// The living tokens, as this process knows them, and when they were used.
#[derive(Debug, Default)]
pub struct ApiTokens {
    living: RwLock<HashMap<Vec<u8>, Living>>,
    uses: Mutex<HashMap<ApiTokenId, Use>>,
    /// Held from a change of the table until memory has it, so that nothing read before comes after.
    step: tokio::sync::Mutex<()>,
}

/// What a request must know of a token.
#[derive(Clone, Copy, Debug)]
struct Living {
    id: ApiTokenId,
    account: AccountId,
    scope: TokenScope,
    community: Option<CommunityId>,
    expires_at: DateTime<Utc>,
}

/// When a token was used, and which use the table knows of.
#[derive(Clone, Copy, Debug)]
struct Use {
    last: DateTime<Utc>,
    written: Option<DateTime<Utc>>,
}

impl ApiTokens {
    /// Whom a token stands for now, and below which ceiling.
    pub(super) fn identify(&self, app: &App, text: &str) -> Result<Identity> {
        let token = Written::parse(text).ok_or(Error::MistypedToken)?;
        let living = self.living.read().unwrap_or_else(PoisonError::into_inner);
        let living = living.get(&token.digest()).copied().ok_or(Error::SpentToken)?;
        let now = app.clock.now();
        if living.expires_at <= now {
            return Err(Error::SpentToken);
        }
        let account = app.snapshot().viewer(living.account).ok_or(Error::Unauthenticated)?;
        let used = Use { last: now, written: None };
        self.uses().entry(living.id).or_insert(used).last = now;
        let viewer = account.capped(living.scope.ceiling(), living.community);
        Ok(Identity { viewer, proof: Proof::Token(living.id) })
    }

    /// Takes what the database knows.
    pub(super) async fn catch_up(&self, app: &App) -> Result<()> {
        let _step = self.step.lock().await;
        let rows = living(app.clock.now()).all(app.store.reader()).await?;
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let living = rows.into_iter().map(|row| (row.digest.clone(), Living::from(row))).collect();
        *self.living.write().unwrap_or_else(PoisonError::into_inner) = living;
        self.uses().retain(|id, _| ids.contains(id));
        Ok(())
    }

    /// Writes down when tokens were used, where the table is behind by a minute or more.
    pub(super) async fn note_uses(&self, app: &App) -> Result<()> {
        for (id, at) in self.unwritten() {
            let earlier =
                Condition::any().add(Column::LastUsedAt.is_null()).add(Column::LastUsedAt.lt(at));
            let row = Entity::update_many()
                .col_expr(Column::LastUsedAt, at.into())
                .filter(Column::Id.eq(id))
                .filter(earlier);
            app.store.bookkeeping().update(row).await?;
            if let Some(used) = self.uses().get_mut(&id) {
                used.written = Some(at);
            }
        }
        Ok(())
    }

    fn unwritten(&self) -> Vec<(ApiTokenId, DateTime<Utc>)> {
        let behind = |used: &Use| used.written.is_none_or(|known| used.last - known >= EXACTNESS);
        let uses = self.uses();
        uses.iter().filter(|(_, used)| behind(used)).map(|(id, used)| (*id, used.last)).collect()
    }

    fn uses(&self) -> MutexGuard<'_, HashMap<ApiTokenId, Use>> {
        self.uses.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes a token for an account. Its written form is answered once and kept nowhere.
pub async fn issue(app: &App, account: AccountId, draft: TokenDraft) -> Result<(Model, Written)> {
    let now = app.clock.now();
    let maker = app.snapshot().viewer(account).ok_or(Error::NotFound)?;
    let facts = draft.parse(&maker, now)?;
    let tokens = app.api_tokens();
    let _step = tokens.step.lock().await;
    let has = living(now).filter(Column::AccountId.eq(account)).all(app.store.reader()).await?;
    if has.len() >= MOST {
        return Err(Refusal::new(RefusalCode::TooMany, "").missing(MOST.to_string()).into());
    }
    let written = Written::generate();
    let row = Model {
        id: ApiTokenId(app.clock.id()),
        account_id: account,
        name: facts.name,
        prefix: written.prefix(),
        digest: written.digest(),
        scope: facts.scope,
        community_id: facts.community,
        created_at: now,
        expires_at: facts.expires_at,
        last_used_at: None,
        revoked_at: None,
    };
    let books = app.store.bookkeeping().begin().await?;
    books.insert(Entity::insert(row.clone().into_active_model())).await?;
    books.tell().await?;
    books.commit().await?;
    let mut living = tokens.living.write().unwrap_or_else(PoisonError::into_inner);
    living.insert(row.digest.clone(), Living::from(row.clone()));
    Ok((row, written))
}

/// The tokens of an account that were not taken back, expired ones too, in order of making.
pub async fn list(app: &App, account: AccountId) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .order_by_asc(Column::Id);
    Ok(rows.all(app.store.reader()).await?)
}

/// Takes a token of an account back: it is worth nothing from now on.
pub async fn revoke(app: &App, account: AccountId, id: ApiTokenId) -> Result<()> {
    let tokens = app.api_tokens();
    let _step = tokens.step.lock().await;
    let row = Entity::update_many()
        .col_expr(Column::RevokedAt, app.clock.now().into())
        .filter(Column::Id.eq(id))
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null());
    let books = app.store.bookkeeping().begin().await?;
    if books.update(row).await? == 0 {
        return Err(Error::NotFound);
    }
    books.tell().await?;
    books.commit().await?;
    let mut living = tokens.living.write().unwrap_or_else(PoisonError::into_inner);
    living.retain(|_, token| token.id != id);
    Ok(())
}

/// Takes every token of an account back, as one of several steps; answers whether there were any. What
/// commits the steps lets memory know.
pub(super) async fn revoke_all(
    books: &Bookkeeping<DatabaseTransaction>,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let rows = Entity::update_many()
        .col_expr(Column::RevokedAt, now.into())
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null());
    Ok(books.update(rows).await? > 0)
}

fn living(now: DateTime<Utc>) -> sea_orm::Select<Entity> {
    let rows = Entity::find().filter(Column::RevokedAt.is_null());
    rows.filter(Column::ExpiresAt.gt(now))
}

impl From<Model> for Living {
    fn from(row: Model) -> Self {
        let Model { id, account_id, scope, community_id, expires_at, .. } = row;
        Self { id, account: account_id, scope, community: community_id, expires_at }
    }
}
