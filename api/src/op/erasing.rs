//! What the write path does for privacy: contact data, which the log never holds, and erasing, after
//! which the log knows that something was there and not what.

use super::expected::Expected;
use super::log::Step;
use super::{Governed, Write};
use crate::error::{Error, Result};
use crate::snapshot::Held;
use domain::identifier::{AccountId, ChangeId, ProposalId, StakeholderId};
use domain::policy::{Action, Place};
use entity::record::Record;
use entity::stakeholder::Stakeholder;
use entity::{
    answer, api_token, calendar_feed, change, change_value, contact, correction_contact,
    credential, digest_setting, known_device, mute, refresh_token, session, signin_link,
    verified_address,
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect, QueryTrait,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The field whose change says that a record was erased: from its revision on, the values of the
/// records that were erased with it may be gone.
pub const ERASED: &str = "erasedAt";

/// The field under which the log tells that contact data changed.
const CONTACT: &str = "contact";

/// How many ids one statement takes.
const BATCH: usize = 200;

impl Write<'_> {
    /// The contact data of a person.
    pub async fn contact(&self, id: StakeholderId) -> Result<Option<contact::Model>> {
        Ok(contact::Entity::find_by_id(id).one(self.transaction()?).await?)
    }

    /// Stores the contact data of a person: a change of the person, whose values the log never has.
    /// Answers that are kept may hold what is withdrawn, and are forgotten.
    pub async fn put_contact(
        &mut self,
        id: StakeholderId,
        expected: Expected,
        contact: contact::Model,
    ) -> Result<()> {
        let before: Stakeholder = self.load(id.0).await?;
        let mut after = Stakeholder { updated_at: self.at(), ..before.clone() };
        self.allow(Some(&before), Some(&after)).await?;
        expected.check(&before)?;
        after.version = before.version + 1;
        let transaction = self.transaction()?;
        after.update(transaction).await?;
        contact::Entity::delete_by_id(id).exec(transaction).await?;
        if contact.withdrawn_on.is_some() {
            forget_answers(transaction).await?;
        }
        let row = contact.into_active_model().reset_all();
        contact::Entity::insert(row).exec_without_returning(transaction).await?;
        self.took(Some(before), Some(after)).await?;
        self.last_step(|step| step.told.push(CONTACT));
        Ok(())
    }

    /// Stores a record from which everything was taken that tells of somebody; the log keeps that it
    /// was done, and loses what it knew of the record. What hangs on a person goes with the right to
    /// erase that person.
    pub async fn erase<R: Held + Governed>(&mut self, before: R, mut after: R) -> Result<()> {
        if R::NOUN == Stakeholder::NOUN || R::NOUN == entity::account::Model::NOUN {
            self.allow(Some(&before), Some(&after)).await?;
        } else if self.mandate() != Some(Action::ErasePerson) {
            return Err(Error::internal("a record is erased without a mandate"));
        }
        after.set_version(before.version() + 1);
        after.update(self.transaction()?).await?;
        self.took(Some(before), Some(after)).await?;
        self.last_step(|step| step.erased = true);
        Ok(())
    }

    /// Notes that this write erases somebody for good: once it is lasting, the database lets go of
    /// every byte of what was known. It is listed before, so that whatever stumbles is gone through
    /// again.
    pub fn erase_for_good(&mut self, noun: &'static str, id: Uuid) -> Result<()> {
        self.app().erasures.add(noun, id, self.at())?;
        self.erases_for_good(noun, id);
        Ok(())
    }

    /// Takes away every way in that an account had, with what was kept of where it was used and of how
    /// it wanted to be told.
    pub async fn erase_ways_in(&mut self, id: AccountId) -> Result<()> {
        let transaction = self.transaction()?;
        let sessions = session::Entity::find()
            .select_only()
            .column(session::Column::Id)
            .filter(session::Column::AccountId.eq(id))
            .into_query();
        let tokens = refresh_token::Column::SessionId.in_subquery(sessions);
        refresh_token::Entity::delete_many().filter(tokens).exec(transaction).await?;
        macro_rules! forget {
            ($($table:ident),+) => {
                $(let own = $table::Column::AccountId.eq(id);
                $table::Entity::delete_many().filter(own).exec(transaction).await?;)+
            };
        }
        forget!(session, credential, signin_link, known_device, verified_address, api_token);
        forget!(mute, digest_setting, calendar_feed);
        Ok(())
    }

    /// Takes away that somebody did not want to be told of a partner.
    pub async fn erase_mutes(&mut self, of: StakeholderId) -> Result<()> {
        let about = mute::Column::PartyId.eq(of);
        mute::Entity::delete_many().filter(about).exec(self.transaction()?).await?;
        Ok(())
    }

    /// As `erase`, for a record that is gone already and lives on in the log alone.
    pub fn erase_gone(&mut self, noun: &'static str, id: Uuid) {
        let id_of_change = ChangeId(self.id());
        let (home, audience, told) = (None, Place::NOWHERE, Vec::new());
        let step = Step { noun, id, before: None, after: None, home, audience, told, erased: true };
        self.add_step(id_of_change, step);
    }

    /// Takes the contact data of a person away.
    pub async fn erase_contact(&mut self, id: StakeholderId) -> Result<()> {
        contact::Entity::delete_by_id(id).exec(self.transaction()?).await?;
        Ok(())
    }

    /// Keeps how the author of a correction is reached, where no log has it.
    pub async fn put_correction_contact(&self, id: ProposalId, contact: String) -> Result<()> {
        let row = correction_contact::Model { proposal_id: id, contact, created_at: self.at() };
        let row = row.into_active_model().reset_all();
        correction_contact::Entity::insert(row).exec_without_returning(self.transaction()?).await?;
        Ok(())
    }

    /// Takes away how the author of a correction is reached: a change of the correction, whose values
    /// the log never has.
    pub async fn erase_correction_contact(&mut self, id: ProposalId) -> Result<()> {
        let done = correction_contact::Entity::delete_by_id(id).exec(self.transaction()?).await?;
        if done.rows_affected == 0 {
            return Ok(());
        }
        let before: entity::proposal::Model = self.load(id.0).await?;
        let mut after = entity::proposal::Model { updated_at: self.at(), ..before.clone() };
        self.allow(Some(&before), Some(&after)).await?;
        after.version = before.version + 1;
        after.update(self.transaction()?).await?;
        self.took(Some(before), Some(after)).await?;
        self.last_step(|step| step.told.push(CONTACT));
        Ok(())
    }

    /// Every record, gone or not, that the log has ever known to name this one.
    pub async fn naming(&self, id: Uuid) -> Result<BTreeSet<(String, Uuid)>> {
        let named = format!("%{id}%");
        let tells =
            change_value::Column::Before.like(&named).or(change_value::Column::After.like(&named));
        let changes = change_value::Entity::find()
            .select_only()
            .column(change_value::Column::ChangeId)
            .filter(tells)
            .into_query();
        let rows: Vec<(String, Uuid)> = change::Entity::find()
            .select_only()
            .column(change::Column::Noun)
            .column(change::Column::SubjectId)
            .distinct()
            .filter(change::Column::Id.in_subquery(changes))
            .into_tuple()
            .all(self.transaction()?)
            .await?;
        Ok(rows.into_iter().filter(|(_, subject)| *subject != id).collect())
    }
}

/// Takes away what the log knew of the erased records before this revision, and whatever else may
/// hold a copy: kept answers, and words that the index of texts has not let go yet.
pub(super) async fn forget(
    transaction: &DatabaseTransaction,
    subjects: &[Uuid],
    revision: i64,
) -> Result<()> {
    for subjects in subjects.chunks(BATCH) {
        let changes = change::Entity::find()
            .select_only()
            .column(change::Column::Id)
            .filter(change::Column::SubjectId.is_in(subjects.iter().copied()))
            .filter(change::Column::Revision.lt(revision))
            .into_query();
        change_value::Entity::delete_many()
            .filter(change_value::Column::ChangeId.in_subquery(changes))
            .exec(transaction)
            .await?;
    }
    forget_answers(transaction).await?;
    if transaction.get_database_backend() == DbBackend::Sqlite {
        let rebuild = "INSERT INTO long_text (long_text) VALUES ('rebuild')";
        transaction.execute_unprepared(rebuild).await?;
    }
    Ok(())
}

/// Answers that are kept for requests sent again may hold anything; that they were given stays.
async fn forget_answers(transaction: &DatabaseTransaction) -> Result<()> {
    answer::Entity::update_many()
        .col_expr(answer::Column::Body, Expr::value(Option::<String>::None))
        .exec(transaction)
        .await?;
    Ok(())
}
