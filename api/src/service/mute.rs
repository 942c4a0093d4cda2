//! What people do not want to be told of: each decides for themselves, and nobody else sees less for it.

use crate::error::{Error, Result};
use crate::op::Op;
use domain::attention::{AttentionRule, Mute};
use domain::identifier::{AccountId, MuteId, StakeholderId};
use domain::refusal::{Refusal, RefusalCode};
use entity::mute::{Column, Entity, Model};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Select};

/// Mutes of one account at once.
pub const MOST: usize = 200;

/// Notes that the actor does not want to be told of this; what is muted already stays as it is.
pub async fn add(
    op: &Op,
    rule: Option<AttentionRule>,
    party: Option<StakeholderId>,
) -> Result<Model> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    let mute = Mute::parse(rule, party)?;
    if party.is_some_and(|id| op.view().stakeholder(id).is_none()) {
        return Err(Error::NotFound);
    }
    let books = op.app().store.bookkeeping().begin().await?;
    let known = books.list(of_account(account)).await?;
    let same = |row: &&Model| row.mute() == mute;
    if !known.iter().any(|row| same(&row)) {
        if known.len() >= MOST {
            return Err(Refusal::new(RefusalCode::TooMany, "").missing(MOST.to_string()).into());
        }
        let row = Model {
            id: MuteId(op.stamp().id),
            account_id: account,
            rule,
            party_id: party,
            created_at: op.now(),
        };
        // Whoever says it twice at once has said it once.
        let once = OnConflict::new().do_nothing().to_owned();
        books.insert(Entity::insert(row.into_active_model()).on_conflict(once)).await?;
    }
    let rows = books.list(of_account(account)).await?;
    books.commit().await?;
    rows.iter().find(same).cloned().ok_or(Error::NotFound)
}

/// Lets the actor be told again; another's mute is not found.
pub async fn remove(op: &Op, id: MuteId) -> Result<()> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    let own = of_account(account).filter(Column::Id.eq(id));
    let books = op.app().store.bookkeeping().begin().await?;
    books.find(own).await?.ok_or(Error::NotFound)?;
    books.delete(Entity::delete_many().filter(Column::Id.eq(id))).await?;
    books.commit().await
}

/// The viewer's own mutes, the first first; what is about somebody whom they do not see any more, they
/// are not told.
pub async fn list(op: &Op) -> Result<Vec<Model>> {
    let account = op.viewer().account().ok_or(Error::Unauthenticated)?;
    let view = op.view();
    let mut rows = of_account(account).all(&op.reader()).await?;
    rows.retain(|row| row.party_id.is_none_or(|id| view.stakeholder(id).is_some()));
    Ok(rows)
}

/// What the viewer has muted; nothing for whoever is nobody.
pub async fn of_viewer(op: &Op) -> Result<Vec<Mute>> {
    match op.viewer().account() {
        Some(account) => {
            let rows = of_account(account).all(&op.reader()).await?;
            Ok(rows.iter().map(Model::mute).collect())
        }
        None => Ok(Vec::new()),
    }
}

/// The mutes of one account, in order of making.
pub(crate) fn of_account(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id)
}
