//! The one write path. Order: begin; lock the ledger, so that there is one writer on both engines;
//! rules read a view of exactly the last revision; rows; changes, chained; ledger; commit; the
//! snapshot takes the commit; only then is there an answer.

use super::erasing;
use super::expected::Expected;
use super::keyed::Open;
use super::log::{Step, chain, digest, image};
use super::sight::Sight;
use super::{Governed, Op, Stamp, denial, denied, entrance, permitted};
use crate::app::App;
use crate::error::{Error, Result};
use crate::snapshot::feed::Logged;
use crate::snapshot::{Ground, Held, View};
use crate::store::{CHANNEL, Together, Turn, long_text};
use chrono::{DateTime, Utc};
use domain::identifier::{ChangeId, ImportId};
use domain::policy::{Action, Place};
use entity::record::List;
use entity::{change, change_value, ledger};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbBackend, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;

/// A write that has begun. Dropping it undoes everything.
#[derive(Debug)]
pub struct Write<'op> {
    op: &'op Op,
    turn: Option<Turn>,
    mandate: Option<Action>,
    head: ledger::Model,
    view: View,
    at: DateTime<Utc>,
    steps: Vec<(ChangeId, Step)>,
    sight: Sight,
    import: Option<ImportId>,
    /// What is erased for good by this write.
    erased: Vec<(&'static str, Uuid)>,
}

/// The right to ask for a turn to write facts; nothing but this file can make one.
#[derive(Debug)]
pub(crate) struct Pen(());

impl<'op> Write<'op> {
    pub(super) async fn begin(op: &'op Op, mandate: Option<Action>) -> Result<Self> {
        let app = op.app();
        if let Some(keyed) = op.keyed() {
            keyed.refuse_second()?;
        }
        let turn = app.store.turn(Pen(())).await?;
        let mut ledger = ledger::Entity::find_by_id(1);
        if app.store.backend() == DbBackend::Postgres {
            ledger = ledger.lock(LockType::Update);
        }
        let head = ledger.one(turn.transaction()).await?;
        let head = head.ok_or_else(|| Error::internal("the ledger is empty"))?;
        let snapshot = app.applier().reach(head.revision).await?;
        if let Some(keyed) = op.keyed() {
            keyed.begin(&turn, op.now()).await?;
        }
        // Rights may have been taken away while this write waited for its turn.
        let view = op.view().renewed(snapshot).ok_or(Error::Unauthenticated)?;
        Ok(Self {
            op,
            turn: Some(turn),
            mandate,
            head,
            view,
            at: app.clock.now(),
            steps: Vec::new(),
            sight: Sight::default(),
            import: None,
            erased: Vec::new(),
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

    /// The record as the database has it, with its long texts; nothing that the actor may not see.
    pub async fn load<R: Held>(&self, id: Uuid) -> Result<R> {
        if !self.view.sees_subject(R::NOUN, id) {
            return Err(Error::NotFound);
        }
        self.find(id).await?.ok_or(Error::NotFound)
    }

    /// As `load`, for one that may be gone; callers know that the actor may see it.
    pub async fn find<R: Held>(&self, id: Uuid) -> Result<Option<R>> {
        Ok(R::find(self.transaction()?, id).await?)
    }

    /// Stores a new record.
    pub async fn insert<R: Held + Governed>(&mut self, mut record: R) -> Result<()> {
        self.allow(None, Some(&record)).await?;
        record.set_version(1);
        record.insert(self.transaction()?).await?;
        self.sight.expect_new(record.uuid());
        self.took(None, Some(record)).await
    }

    /// Brings a record back that was taken away. Its version goes on from the last one, so that
    /// whoever read it before does not write over it.
    pub async fn restore<R: Held + Governed>(&mut self, mut record: R) -> Result<()> {
        self.allow(None, Some(&record)).await?;
        record.set_version(record.version() + 1);
        record.insert(self.transaction()?).await?;
        self.took(None, Some(record)).await
    }

    /// Stores a record that was loaded in this write and changed; its version counts up.
    pub async fn update<R: Held + Governed>(
        &mut self,
        before: R,
        mut after: R,
        expected: Expected,
    ) -> Result<()> {
        self.allow(Some(&before), Some(&after)).await?;
        expected.check(&before)?;
        R::check(&self.view, &before, Some(&after)).map_err(Error::conflict)?;
        if before == after {
            return Ok(());
        }
        after.set_version(before.version() + 1);
        after.update(self.transaction()?).await?;
        self.took(Some(before), Some(after)).await
    }

    /// Takes a record away that was loaded in this write; the log keeps it.
    pub async fn delete<R: Held + Governed>(
        &mut self,
        before: R,
        expected: Expected,
    ) -> Result<()> {
        self.allow(Some(&before), None).await?;
        expected.check(&before)?;
        R::check(&self.view, &before, None).map_err(Error::conflict)?;
        R::delete(self.transaction()?, before.uuid()).await?;
        self.took(Some(before), None).await
    }

    /// Goes on when the policy allows this step where the record stood and where it will stand, by
    /// the step's own action and by the mandate of the whole write.
    pub(super) async fn allow<R: Governed>(
        &mut self,
        before: Option<&R>,
        after: Option<&R>,
    ) -> Result<()> {
        if self.is_own(before, after) {
            return Ok(());
        }
        let own = after.map_or_else(R::to_take_away, |after| R::to_store(before, after));
        let stands = |record: Option<&R>| record.map(|record| record.stands(&self.view));
        let (was, will) = (stands(before), stands(after));
        for action in [Some(own), self.mandate].into_iter().flatten() {
            let allowed = |place| permitted(&self.view, action, place);
            if !was.is_none_or(allowed) {
                return self.deny(action, was.flatten(), was.flatten()).await;
            }
            // What one may not see, one may not put there either: that is no secret.
            if !will.is_none_or(allowed) {
                return self.deny(action, None, will.flatten()).await;
            }
        }
        Ok(())
    }

    /// Whether this step is the viewer's own business, in a session of their own.
    fn is_own<R: Governed>(&self, before: Option<&R>, after: Option<&R>) -> bool {
        let (Some(before), Some(after)) = (before, after) else { return false };
        let own = self.op.in_person().ok();
        self.mandate.is_none() && own.is_some_and(|(account, _)| R::is_own(account, before, after))
    }

    /// Gives the write up because a right was missing for this, and records the denial.
    pub async fn forbid(&mut self, action: Action, place: Place) -> Result<()> {
        self.deny(action, None, Some(place)).await
    }

    /// Gives the write up, so that the denial can be recorded on SQLite's one connection.
    async fn deny(
        &mut self,
        action: Action,
        seen: Option<Place>,
        tried: Option<Place>,
    ) -> Result<()> {
        if let Some(turn) = self.turn.take() {
            turn.give_up().await?;
        }
        denial::record(self.op, self.view.viewer(), action, tried).await?;
        Err(denied(&self.view, seen))
    }

    pub(super) fn app(&self) -> &App {
        self.op.app()
    }

    pub(super) fn transaction(&self) -> Result<&DatabaseTransaction> {
        self.turn.as_ref().map(Turn::transaction).ok_or_else(given_up)
    }

    pub(super) fn mandate(&self) -> Option<Action> {
        self.mandate
    }

    /// Changes the step that was taken last.
    pub(super) fn last_step(&mut self, change: impl FnOnce(&mut Step)) {
        if let Some((_, step)) = self.steps.last_mut() {
            change(step);
        }
    }

    /// Notes what is erased for good: once this write is lasting, its bytes go.
    pub(super) fn erases_for_good(&mut self, noun: &'static str, id: Uuid) {
        self.erased.push((noun, id));
    }

    pub(super) fn add_step(&mut self, id: ChangeId, step: Step) {
        self.steps.push((id, step));
    }

    fn erases(&self) -> bool {
        self.steps.iter().any(|(_, step)| step.erased)
    }

    pub(super) async fn took<R: Held>(
        &mut self,
        before: Option<R>,
        after: Option<R>,
    ) -> Result<()> {
        let Some(id) = after.as_ref().or(before.as_ref()).map(|record| record.uuid()) else {
            return Ok(());
        };
        let text = |record: &Option<R>| record.as_ref().and_then(Held::long_text);
        if text(&before) != text(&after) {
            long_text::put(self.transaction()?, id, text(&after).as_deref()).await?;
        }
        let was = before.as_ref().map(|record| self.view.ground(record));
        let mut step = Step {
            noun: R::NOUN,
            id,
            before: before.as_ref().map(image).transpose()?,
            after: after.as_ref().map(image).transpose()?,
            home: before.as_ref().and_then(|record| self.view.home(record)),
            audience: Place::NOWHERE,
            told: Vec::new(),
            erased: false,
        };
        self.view = self.view.patched(&step.patch())?;
        let will = after.as_ref().map(|record| self.view.ground(record));
        let home = after.as_ref().map(|record| self.view.home(record));
        step.home = home.unwrap_or(step.home);
        let places = [&was, &will].into_iter().flatten().map(Ground::place);
        step.audience = places.reduce(Place::narrowest).unwrap_or(Place::NOWHERE);
        self.sight.took(&self.view, id, was, will);
        entrance::close(self.transaction()?, &self.view, &step, self.at).await?;
        self.steps.push((ChangeId(self.id()), step));
        Ok(())
    }

    /// The changes of this write so far.
    pub fn change_ids(&self) -> Vec<ChangeId> {
        self.steps.iter().map(|(id, _)| *id).collect()
    }

    /// Makes everything lasting, and lets this operation see it. A write that changed nothing
    /// leaves no trace. With a key it stays open until the answer is known, and its view shows it.
    pub async fn commit(mut self) -> Result<()> {
        let steps = match self.steps.is_empty() {
            true => Vec::new(),
            false => self.log().await?,
        };
        let turn = self.turn.take().ok_or_else(given_up)?;
        if let Some(keyed) = self.op.keyed() {
            let erased = self.erased;
            keyed.hold(Open { turn, revision: self.head.revision, steps, erased });
            self.op.advance(self.view);
            return Ok(());
        }
        if steps.is_empty() && self.erased.is_empty() {
            return Ok(turn.give_up().await?);
        }
        let app = self.op.app();
        // The next writer comes when the snapshot shows this commit.
        let _first = turn.commit().await?;
        if !steps.is_empty() {
            let snapshot = app.applier().commit(self.head.revision, steps).await?;
            self.op.advance(self.view.at(snapshot));
        }
        app.finish_erasing(&self.erased).await
    }

    /// Writes the changes down, moves the ledger on, and tells the other processes.
    async fn log(&mut self) -> Result<Vec<Logged>> {
        self.head.revision += 1;
        let (changes, values) = self.chained();
        let transaction = self.transaction()?;
        let mut together = Together::default();
        for rows in changes.chunks(100) {
            let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all());
            together.insert(change::Entity::insert_many(rows).into_query());
        }
        for rows in values.chunks(100) {
            let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all());
            together.insert(change_value::Entity::insert_many(rows).into_query());
        }
        self.sight.store(transaction, &mut together).await?;
        if self.erases() {
            together.send(transaction).await?;
            let erased = self.steps.iter().filter(|(_, step)| step.erased);
            let subjects: Vec<Uuid> = erased.map(|(_, step)| step.id).collect();
            erasing::forget(transaction, &subjects, self.head.revision).await?;
        }
        let head = ledger::Entity::update_many()
            .col_expr(ledger::Column::Revision, self.head.revision.into())
            .col_expr(ledger::Column::Head, self.head.head.as_str().into())
            .filter(ledger::Column::Id.eq(self.head.id));
        together.update(head.into_query());
        together.send_and_tell(transaction, CHANNEL).await?;
        let logged = changes.into_iter().zip(values);
        Ok(logged.map(|(change, value)| Logged { change, value }).collect())
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
                community_id: step.home,
                audience_id: step.audience.community,
                visibility: step.audience.visibility,
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

fn given_up() -> Error {
    Error::internal("a write that was given up goes on")
}
