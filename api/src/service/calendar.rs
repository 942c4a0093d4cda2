//! The calendar of one's own tasks, read by programs under an address that only its holder knows.

mod icalendar;

pub use icalendar::{Entry, write};

use crate::app::App;
use crate::auth::secret::Secret;
use crate::error::{Error, Result};
use crate::op::Op;
use crate::snapshot::View;
use chrono::{DateTime, NaiveDate, Utc};
use domain::action::ActionState;
use domain::attention::practised;
use domain::identifier::{AccountId, Noun, StakeholderId};
use domain::text::Locale;
use entity::calendar_feed::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// Makes the address of the actor's calendar; whoever had one by another address finds nothing there any
/// more.
pub async fn create(op: &Op) -> Result<Secret> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    let secret = Secret::generate();
    let row = Model { digest: secret.digest(), account_id: account, created_at: op.now() };
    let books = op.app().store.bookkeeping().begin().await?;
    books.delete(Entity::delete_many().filter(Column::AccountId.eq(account))).await?;
    books.insert(Entity::insert(row.into_active_model())).await?;
    books.commit().await?;
    Ok(secret)
}

/// Takes the address back: nothing is found there from now on.
pub async fn revoke(op: &Op) -> Result<()> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    let books = op.app().store.bookkeeping().begin().await?;
    let own = Entity::find().filter(Column::AccountId.eq(account));
    books.find(own).await?.ok_or(Error::NotFound)?;
    books.delete(Entity::delete_many().filter(Column::AccountId.eq(account))).await?;
    books.commit().await
}

/// Since when the viewer has an address; none when there is none.
pub async fn since(op: &Op) -> Result<Option<DateTime<Utc>>> {
    let account = op.viewer().account().ok_or(Error::Unauthenticated)?;
    let own = Entity::find().filter(Column::AccountId.eq(account));
    let row = own.order_by_desc(Column::CreatedAt).one(&op.reader()).await?;
    Ok(row.map(|row| row.created_at))
}

/// Whose calendar stands at an address.
pub async fn holder(app: &App, secret: &Secret) -> Result<AccountId> {
    let row = Entity::find_by_id(secret.digest()).one(app.store.reader()).await?;
    row.map(|row| row.account_id).ok_or(Error::NotFound)
}

/// The calendar of the viewer's own tasks, in the language that Banyan speaks with them.
pub fn calendar(op: &Op) -> Result<String> {
    let view = op.view();
    let account = view.viewer().account().ok_or(Error::Unauthenticated)?;
    let locale = view.account(account).ok_or(Error::NotFound)?.locale;
    Ok(write(&entries(&view, account, locale), op.now()))
}

/// What is to be done by a day: open actions and next steps, in order of days.
fn entries(view: &View, account: AccountId, locale: Locale) -> Vec<Entry> {
    let summary = |party: Option<StakeholderId>, text: &str, practice: bool| {
        let party = party.and_then(|id| view.stakeholder(id)).map(|row| row.name(locale));
        let whole = match party {
            Some(party) => format!("{party}: {text}"),
            None => text.to_owned(),
        };
        if practice { practised(&whole, locale.tongue()) } else { whole }
    };
    let mut entries = Vec::new();
    for row in view.actions().filter(|row| row.owner_id == Some(account)) {
        let party = row.engagement_id.and_then(|id| view.engagement(id)).map(|row| row.party_id);
        let open = row.due_on.filter(|_| row.state == ActionState::Open);
        entries.extend(open.map(|day| {
            let summary = summary(party, &row.text, row.practice);
            entry(Noun::Action.format(row.id.0), day, summary)
        }));
    }
    for row in view.engagements().filter(|row| row.owner_id == Some(account)) {
        let open = row.next_step_due.filter(|_| row.stage.is_open());
        entries.extend(open.zip(row.next_step.as_deref()).map(|(day, step)| {
            let summary = summary(Some(row.party_id), step, row.practice);
            entry(Noun::Engagement.format(row.id.0), day, summary)
        }));
    }
    entries.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
    entries
}

fn entry(id: String, day: NaiveDate, summary: String) -> Entry {
    Entry { id, day, summary }
}
