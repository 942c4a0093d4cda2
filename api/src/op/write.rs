//! The one write path. Order: begin; lock the ledger, so that there is one writer on both engines;
//! rules read a view of exactly the last revision; rows; changes, chained; ledger; commit; the
//! snapshot takes the commit; only then is there an answer.

use super::log::{Step, chain, digest, image};
use super::{Op, Stamp};
use crate::error::{Error, Result};
use crate::snapshot::{Held, View};
use crate::store::{CHANNEL, long_text};
use chrono::{DateTime, Utc};
use domain::identifier::{ChangeId, ImportId};
use domain::refusal::{Refusal, RefusalCode};
use entity::record::{List, Record};
use entity::{change, change_value, ledger};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait,
    IntoActiveModel, IsolationLevel, QuerySelect, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use uuid::Uuid;

/// A write that has begun. Dropping it undoes everything.
#[derive(Debug)]
pub struct Write<'op> {
    op: &'op Op,
    transaction: DatabaseTransaction,
    head: ledger::Model,
    view: View,
    at: DateTime<Utc>,
    steps: Vec<(ChangeId, Step)>,
    import: Option<ImportId>,
}

impl<'op> Write<'op> {
    pub(super) async fn begin(op: &'op Op) -> Result<Self> {
        let app = op.app();
        let options = match app.store.backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::ReadCommitted),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            },
        };
        let transaction = app.store.writer().begin_with_options(options).await?;
        let mut ledger = ledger::Entity::find_by_id(1);
        if app.store.backend() == DbBackend::Postgres {
            ledger = ledger.lock(LockType::Update);
        }
        let head = ledger.one(&transaction).await?;
        let head = head.ok_or_else(|| Error::internal("the ledger is empty"))?;
        let snapshot = app.applier().reach(head.revision).await?;
        let view = op.view().at(snapshot);
        Ok(Self {
            op,
            transaction,
            head,
            view,
            at: app.clock.now(),
            steps: Vec::new(),
            import: None,
        })
    }

    /// What the actor sees now: the last revision with what this write did so far. Rules decide on
    /// this and nothing else.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// When this write happens: one instant for all its rows.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// A new id.
    pub fn id(&self) -> Uuid {
        self.op.app().clock.id()
    }

    /// What a new record of this write is made with.
    pub fn stamp(&self) -> Stamp {
        Stamp { id: self.id(), at: self.at }
    }

    /// Marks all changes of this write as belonging to an import.
    pub fn belongs_to(&mut self, import: ImportId) {
        self.import = Some(import);
    }

    /// The record as the database has it, with its long texts. Callers have checked by the view
    /// that the actor may see it.
    pub async fn load<R: Held>(&self, id: Uuid) -> Result<R> {
        R::find(&self.transaction, id).await?.ok_or(Error::NotFound)
    }

    /// As `load`, for a record that may be gone.
    pub async fn find<R: Held>(&self, id: Uuid) -> Result<Option<R>> {
        Ok(R::find(&self.transaction, id).await?)
    }

    /// Stores a new record.
    pub async fn insert<R: Held>(&mut self, mut record: R) -> Result<()> {
        record.set_version(1);
        record.insert(&self.transaction).await?;
        self.took(None, Some(record)).await
    }

    /// Stores a record that was loaded in this write and changed; its version counts up. With an
    /// expected version, a record that has moved on since then is not written over.
    pub async fn update<R: Held>(
        &mut self,
        before: R,
        mut after: R,
        expected: Option<i32>,
    ) -> Result<()> {
        if let Some(expected) = expected {
            unmoved(&before, expected)?;
        }
        if before == after {
            return Ok(());
        }
        after.set_version(before.version() + 1);
        after.update(&self.transaction).await?;
        self.took(Some(before), Some(after)).await
    }

    /// Takes a record away; only undoing its creation does this.
    pub async fn delete<R: Held>(&mut self, before: R) -> Result<()> {
        R::delete(&self.transaction, before.uuid()).await?;
        self.took(Some(before), None).await
    }

    async fn took<R: Held>(&mut self, before: Option<R>, after: Option<R>) -> Result<()> {
        let Some(id) = after.as_ref().or(before.as_ref()).map(|record| record.uuid()) else {
            return Ok(());
        };
        let text = |record: &Option<R>| record.as_ref().and_then(Held::long_text);
        if text(&before) != text(&after) {
            long_text::put(&self.transaction, id, text(&after).as_deref()).await?;
        }
        let before = before.as_ref().map(image).transpose()?;
        let after = after.as_ref().map(image).transpose()?;
        let step = Step { noun: R::NOUN, id, before, after };
        self.view = self.view.patched(&step.patch())?;
        self.steps.push((ChangeId(self.id()), step));
        Ok(())
    }

    /// The changes of this write so far.
    pub fn change_ids(&self) -> Vec<ChangeId> {
        self.steps.iter().map(|(id, _)| *id).collect()
    }

    /// Makes everything lasting, and lets this operation see it. A write that changed nothing
    /// leaves no trace.
    pub async fn commit(mut self) -> Result<()> {
        if self.steps.is_empty() {
            return Ok(self.transaction.rollback().await?);
        }
        self.head.revision += 1;
        let (changes, values) = self.chained();
        for rows in changes.chunks(100) {
            let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all());
            change::Entity::insert_many(rows).exec_without_returning(&self.transaction).await?;
        }
        for rows in values.chunks(100) {
            let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all());
            change_value::Entity::insert_many(rows)
                .exec_without_returning(&self.transaction)
                .await?;
        }
        let head = self.head.clone().into_active_model().reset_all();
        ledger::Entity::update(head).exec(&self.transaction).await?;
        if self.transaction.get_database_backend() == DbBackend::Postgres {
            let sql = format!("NOTIFY {CHANNEL}");
            self.transaction.execute_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        }
        let patches: Vec<_> = self.steps.iter().map(|(_, step)| step.patch()).collect();
        self.transaction.commit().await?;
        let snapshot = self.op.app().applier().commit(self.head.revision, &patches).await?;
        self.op.advance(self.op.view().at(snapshot));
        Ok(())
    }

    fn chained(&mut self) -> (Vec<change::Model>, Vec<change_value::Model>) {
        let account_id = self.view.viewer().account();
        let mut changes = Vec::with_capacity(self.steps.len());
        let mut values = Vec::with_capacity(self.steps.len());
        for (position, (id, step)) in (0i32..).zip(&self.steps) {
            let value = step.values(*id);
            let mut change = change::Model {
                id: *id,
                revision: self.head.revision,
                position,
                at: self.at,
                account_id,
                noun: step.noun.to_owned(),
                subject_id: step.id,
                fields: List(step.fields()),
                import_id: self.import,
                digest: digest(&value),
                hash: String::new(),
            };
            change.hash = chain(&self.head.head, &change);
            self.head.head.clone_from(&change.hash);
            changes.push(change);
            values.push(value);
        }
        (changes, values)
    }
}

/// Refuses a record that has moved on since the actor read it; for rules that would otherwise
/// speak of a state that the actor has not seen.
pub fn unmoved<R: Record>(record: &R, expected: i32) -> Result<()> {
    if record.version() == expected {
        return Ok(());
    }
    let refusal = Refusal::new(RefusalCode::StaleVersion, "expectedVersion");
    Err(Error::conflict(refusal.missing(record.version().to_string())))
}
