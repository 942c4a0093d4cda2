//! One-time sign-in links: for the demo's roles, and for an account that has no password yet.

use chrono::TimeDelta;
use domain::identifier::AccountId;
use entity::signin_link::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::Auth;
use super::secret::Secret;
use crate::app::App;
use crate::error::{Error, Result};

/// How long a link can be used.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(30);

/// Makes a link's token for an account; only its holder will ever know it.
pub async fn issue(app: &App, account: AccountId) -> Result<Secret> {
    let secret = Secret::generate();
    let row = Model {
        digest: secret.digest(),
        account_id: account,
        expires_at: app.clock.now() + LIFETIME,
        used_at: None,
    };
    app.store.bookkeeping().insert(Entity::insert(row.into_active_model())).await?;
    Ok(secret)
}

/// The path of the page that uses a link. The token stands behind the `#`, so that it reaches no
/// server log.
pub fn path(token: &Secret) -> String {
    format!("/signin#token={}", token.reveal())
}

impl Auth {
    /// Uses a link up and answers whom it signs in. Of many uses at once, one succeeds.
    pub async fn use_link(&self, token: &Secret) -> Result<AccountId> {
        let now = self.app.clock.now();
        let unused = Entity::update_many()
            .col_expr(Column::UsedAt, now.into())
            .filter(Column::Digest.eq(token.digest()))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(now));
        if self.app.store.bookkeeping().update(unused).await? != 1 {
            return Err(Error::SpentLink);
        }
        let link = Entity::find_by_id(token.digest()).one(self.app.store.reader()).await?;
        let account = link.ok_or(Error::SpentLink)?.account_id;
        let viewer = self.app.snapshot().viewer(account);
        viewer.and_then(|viewer| viewer.account()).ok_or(Error::SpentLink)
    }
}
