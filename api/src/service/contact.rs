//! How persons can be reached: read by those who work with them, and by nobody else.

use crate::error::{Error, Result};
use crate::op::{Expected, Op};
use domain::contact::ContactDraft;
use domain::identifier::StakeholderId;
use domain::policy::Action;
use domain::refusal::{Refusal, RefusalCode};
use domain::stakeholder::StakeholderKind;
use entity::contact::{Column, Entity, Model};
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// The contact data of these persons, with one statement; nothing for those whose contact data the
/// viewer may not read, as for those who have none.
pub async fn contacts(op: &Op, ids: Vec<StakeholderId>) -> Result<HashMap<StakeholderId, Model>> {
    let view = op.view();
    let readable = ids.into_iter().filter(|id| {
        let place = view.stakeholder(*id).and_then(|row| row.place());
        place.is_some_and(|place| view.allows(Action::ReadContact, place))
    });
    let rows = Entity::find().filter(Column::Id.is_in(readable)).all(&op.reader()).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Records how a person can be reached, in place of what was recorded.
pub async fn record(op: &Op, id: StakeholderId, expected: i32, draft: ContactDraft) -> Result<()> {
    let person = person(op, id).await?;
    if person.community_id.is_none() {
        // The shared registry is everybody's; nobody would answer for the data.
        return Err(Refusal::new(RefusalCode::FieldNotAllowed, "community").into());
    }
    let mut write = op.write_as(Action::ReadContact).await?;
    let had = write.contact(id).await?;
    let withdrawn = had.and_then(|had| had.withdrawn_on);
    let contact = Model::new(id, draft.parse(withdrawn)?, withdrawn);
    write.put_contact(id, Expected::Version(expected), contact).await?;
    write.commit().await
}

/// Takes away what was kept on a person's consent, and remembers that it was withdrawn.
pub async fn withdraw(op: &Op, id: StakeholderId, expected: i32) -> Result<()> {
    person(op, id).await?;
    let mut write = op.write_as(Action::ReadContact).await?;
    let had = write.contact(id).await?.ok_or_else(|| {
        // Nothing is kept that could be withdrawn.
        Error::conflict(Refusal::new(RefusalCode::NotFound, "id"))
    })?;
    let contact = had.withdrawn(write.at().date_naive());
    write.put_contact(id, Expected::Version(expected), contact).await?;
    write.commit().await
}

/// The persons whose contact data may be kept no longer, the longest overdue first.
pub async fn due(op: &Op) -> Result<Vec<Model>> {
    let view = op.view();
    let rows = Entity::find()
        .filter(Column::RetainUntil.lt(op.today()))
        .order_by_asc(Column::RetainUntil)
        .order_by_asc(Column::Id)
        .all(&op.reader())
        .await?;
    let readable = |row: &Model| {
        let place = view.stakeholder(row.id).and_then(|row| row.place());
        place.is_some_and(|place| view.allows(Action::ReadContact, place))
    };
    Ok(rows.into_iter().filter(readable).collect())
}

async fn person(op: &Op, id: StakeholderId) -> Result<Stakeholder> {
    let row = op.view().stakeholder(id).cloned().ok_or(Error::NotFound)?;
    op.allow_on(Action::ReadContact, &*row).await?;
    match row.kind {
        StakeholderKind::Person => Ok((*row).clone()),
        _ => Err(Error::NotFound),
    }
}
