//! A request with a key. Its one write stays open until the answer is known; then change and answer
//! are made lasting together, so that whoever sends the request again gets this very answer,
//! whatever happened to the first sending. While the write is open, the operation reads through it.

use super::{Op, Proof};
use crate::error::{Error, Result};
use crate::snapshot::feed::Logged;
use crate::store::{Reader, Turn};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::community::Standing;
use domain::identifier::AccountId;
use domain::policy::Viewer;
use domain::refusal::{Refusal, RefusalCode};
use domain::vocabulary::Word;
use entity::answer::{Column, Entity, Model};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExecResult,
    IntoActiveModel, QueryFilter, QueryResult, Statement,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// How long an answer is kept.
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// The longest key.
const LONGEST: usize = 200;

/// The field that refusals about a key name.
const FIELD: &str = "idempotencyKey";

/// A key and what was asked with it, as digests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    key: Vec<u8>,
    request: Vec<u8>,
}

impl Key {
    /// The key of a request that says all of this.
    pub fn parse(text: &str, request: [&str; 3]) -> Result<Self, Refusal> {
        if text.is_empty() {
            return Err(Refusal::new(RefusalCode::Required, FIELD));
        }
        if text.len() > LONGEST {
            return Err(Refusal::new(RefusalCode::TooLong, FIELD).missing(LONGEST.to_string()));
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Refusal::new(RefusalCode::ControlCharacter, FIELD));
        }
        let mut hasher = Sha256::new();
        for part in request {
            hasher.update(part.len().to_be_bytes());
            hasher.update(part.as_bytes());
        }
        Ok(Self { key: Sha256::digest(text).to_vec(), request: hasher.finalize().to_vec() })
    }
}

impl Key {
    /// The same, asked with these rights: with others, another answer would be given.
    pub(super) fn asked_by(mut self, viewer: &Viewer, proof: Proof) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(&self.request);
        hasher.update(if matches!(proof, Proof::Session(_)) { b"in person" } else { b"otherwise" });
        if let Viewer::Account { standings, .. } = viewer {
            let standing = |it: &Standing| (it.community.0, it.role.code());
            let standings: BTreeSet<_> = standings.iter().map(standing).collect();
            for (community, role) in standings {
                hasher.update(community.as_bytes());
                hasher.update(role);
            }
        }
        self.request = hasher.finalize().to_vec();
        self
    }
}

/// What becomes of a request with a key.
#[derive(Debug)]
pub struct Keyed {
    account: AccountId,
    key: Key,
    slot: Mutex<Slot>,
}

#[derive(Debug)]
enum Slot {
    /// Nothing was written yet.
    Waiting,
    /// Written, neither lasting nor answered yet.
    Open(Arc<Open>),
    /// Another sending was answered before.
    Answered(String),
    /// The request would make a second write.
    Second,
}

/// A write that waits for its answer.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) turn: Turn,
    pub(super) revision: i64,
    pub(super) steps: Vec<Logged>,
    /// What was erased, of which no byte is to be left once this is lasting.
    pub(super) erased: Vec<(&'static str, Uuid)>,
}

impl Keyed {
    pub(super) fn new(account: AccountId, key: Key) -> Self {
        Self { account, key, slot: Mutex::new(Slot::Waiting) }
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a write waits for its answer, which is kept with it.
    pub fn is_open(&self) -> bool {
        self.open().is_some()
    }

    pub(super) fn open(&self) -> Option<Arc<Open>> {
        match &*self.slot() {
            Slot::Open(open) => Some(open.clone()),
            _ => None,
        }
    }

    /// Lets the first write of the request go on, unless another sending was answered meanwhile.
    /// Asked once nobody else can write.
    pub(super) async fn begin(&self, turn: &Turn, now: DateTime<Utc>) -> Result<()> {
        match self.find(turn.transaction(), now).await? {
            Some(body) => *self.slot() = Slot::Answered(body),
            None => return Ok(()),
        }
        Err(Error::conflict(Refusal::new(RefusalCode::KeyReused, FIELD)))
    }

    /// Refuses a second write before it waits for a turn that the first one has.
    pub(super) fn refuse_second(&self) -> Result<()> {
        let mut slot = self.slot();
        if matches!(*slot, Slot::Waiting) {
            return Ok(());
        }
        *slot = Slot::Second;
        Err(Self::more_than_one())
    }

    pub(super) fn hold(&self, open: Open) {
        *self.slot() = Slot::Open(Arc::new(open));
    }

    /// The answer that this very request got before; refused when the key stood for another one.
    async fn find<C: ConnectionTrait>(&self, db: &C, now: DateTime<Utc>) -> Result<Option<String>> {
        let row = Entity::find_by_id((self.account, self.key.key.clone()))
            .filter(Column::At.gt(now - KEPT))
            .one(db)
            .await?;
        let refuse = |code| Err(Error::conflict(Refusal::new(code, FIELD)));
        match row {
            None => Ok(None),
            Some(row) if row.request != self.key.request => refuse(RefusalCode::KeyReused),
            Some(Model { body: None, .. }) => refuse(RefusalCode::AnswerErased),
            Some(row) => Ok(row.body),
        }
    }

    /// The answer that this very request got before.
    pub async fn answered(&self, op: &Op) -> Result<Option<String>> {
        self.find(op.app().store.reader(), op.now()).await
    }

    /// Makes the write lasting together with its answer, and gives the answer that counts: this one,
    /// or that of another sending that came first. A failure that wrote nothing is not kept: it may
    /// pass.
    pub async fn settle(&self, app: &crate::app::App, body: String) -> Result<String> {
        let slot = std::mem::replace(&mut *self.slot(), Slot::Second);
        match slot {
            Slot::Answered(first) => Ok(first),
            Slot::Second => Err(Self::more_than_one()),
            // Whoever failed because of what another sending did gets that one's answer.
            Slot::Waiting => {
                let first = self.find(app.store.reader(), app.clock.now()).await?;
                Ok(first.unwrap_or(body))
            }
            Slot::Open(open) => {
                let open = Arc::into_inner(open);
                let open = open.ok_or_else(|| Error::internal("an answer that is still read"))?;
                self.store(open, app, &body).await?;
                Ok(body)
            }
        }
    }

    /// Why a key does not go with more than one change.
    pub fn more_than_one() -> Error {
        Refusal::new(RefusalCode::OneChange, FIELD).into()
    }

    async fn store(&self, open: Open, app: &crate::app::App, body: &str) -> Result<()> {
        let now = app.clock.now();
        let transaction = open.turn.transaction();
        let old = Entity::delete_many().filter(Column::At.lte(now - KEPT));
        old.exec(transaction).await?;
        let row = Model {
            account_id: self.account,
            key: self.key.key.clone(),
            request: self.key.request.clone(),
            body: Some(body.to_owned()),
            at: now,
        };
        let row = row.into_active_model().reset_all();
        Entity::insert(row).exec_without_returning(transaction).await?;
        // The next writer comes when the snapshot shows this commit.
        let _first = open.turn.commit().await?;
        if !open.steps.is_empty() {
            app.applier().commit(open.revision, open.steps).await?;
        }
        app.finish_erasing(&open.erased).await
    }
}

impl Op {
    /// Refuses a key for what stores no fact: nothing would make its answer lasting together with what
    /// it did, and a secret is kept for nobody, not even for whoever sends the request again.
    pub fn take_no_key(&self) -> Result<()> {
        match self.keyed() {
            Some(_) => Err(Refusal::new(RefusalCode::FieldNotAllowed, FIELD).into()),
            None => Ok(()),
        }
    }
}

/// Where an operation reads: the readers of the process, or its own write while that is open.
#[derive(Debug)]
pub enum Source<'op> {
    /// What is lasting.
    Lasting(&'op Reader),
    /// What this operation wrote, too.
    Own(OwnWrite),
}

/// The write of an operation, for reading.
#[derive(Debug)]
pub struct OwnWrite(pub(super) Arc<Open>);

#[async_trait]
impl ConnectionTrait for Source<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Lasting(reader) => reader.get_database_backend(),
            Self::Own(OwnWrite(open)) => open.turn.transaction().get_database_backend(),
        }
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(refused())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(refused())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Lasting(reader) => reader.query_one_raw(statement).await,
            Self::Own(OwnWrite(open)) => open.turn.transaction().query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Lasting(reader) => reader.query_all_raw(statement).await,
            Self::Own(OwnWrite(open)) => open.turn.transaction().query_all_raw(statement).await,
        }
    }
}

fn refused() -> DbErr {
    DbErr::Custom("a reader was asked to write".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_refused(text: &str, expected: RefusalCode) {
        assert_eq!(Key::parse(text, [""; 3]).unwrap_err().code, expected, "{text}");
    }

    /// A key is a short word of visible letters; what was asked with it is told apart part by part.
    #[test]
    fn keys_are_read() {
        check_refused("", RefusalCode::Required);
        check_refused(&"k".repeat(201), RefusalCode::TooLong);
        check_refused("a b", RefusalCode::ControlCharacter);
        let key = |request| Key::parse("k", request).unwrap();
        assert_eq!(key(["a", "b", ""]), key(["a", "b", ""]));
        assert_ne!(key(["ab", "", ""]), key(["a", "b", ""]));
    }
}
