//! One operation of one viewer: what it reads, what it may do, and the only way to write.

use crate::app::App;
use crate::error::{Error, Result};
use crate::snapshot::View;
use chrono::{DateTime, NaiveDate, Utc};
use domain::policy::{Action, Place, Rule, Viewer};
use entity::record::Record;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

mod denial;
mod entrance;
mod erasing;
mod expected;
mod governed;
mod keyed;
mod log;
mod proof;
mod sight;
mod suggestion;
mod write;
pub use denial::Denials;
pub use erasing::ERASED;
pub use expected::{Expected, unmoved};
pub use governed::Governed;
use keyed::OwnWrite;
pub use keyed::{KEPT, Key, Keyed, Source};
pub use log::{BOOKKEEPING, chain, digest};
pub use proof::{IN_PERSON, Identity, OWNER, Proof};
pub use suggestion::{Asker, Suggestions};
pub(crate) use write::Pen;
pub use write::Write;

/// One request: its viewer and the revision that it reads.
#[derive(Debug)]
pub struct Op {
    app: Arc<App>,
    view: Mutex<View>,
    proof: Proof,
    request: Option<String>,
    keyed: Option<Arc<Keyed>>,
    /// Where it comes from, as long as nobody is signed in.
    address: Option<IpAddr>,
    /// What the field needs that the operation is at: mutations come one after another.
    begun: Mutex<Option<Action>>,
}

/// What a new record is made with.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Its id.
    pub id: Uuid,
    /// When it was made.
    pub at: DateTime<Utc>,
}

impl Op {
    pub(crate) fn new(app: Arc<App>, view: View, proof: Proof) -> Self {
        let begun = Mutex::default();
        let view = Mutex::new(view);
        Self { app, view, proof, request: None, keyed: None, address: None, begun }
    }

    /// The same, known by the name of the request that it answers.
    pub fn named(self, request: &str) -> Self {
        Self { request: Some(request.to_owned()), ..self }
    }

    /// The same, asked from this address by somebody who is not signed in.
    pub fn asked_from(self, address: Option<IpAddr>) -> Self {
        Self { address, ..self }
    }

    /// By whom what anybody may do is counted.
    pub fn asker(&self) -> Option<Asker> {
        let account = self.viewer().account().map(Asker::Account);
        account.or(self.address.map(Asker::Address))
    }

    /// The same, with the key under which its answer is kept; nobody has keys who is not signed in.
    pub fn with_key(self, key: Option<Key>) -> Self {
        let viewer = self.viewer();
        let keyed = viewer.account().zip(key);
        let keyed = keyed
            .map(|(account, key)| Arc::new(Keyed::new(account, key.asked_by(&viewer, self.proof))));
        Self { keyed, ..self }
    }

    /// What becomes of its key, when it has one.
    pub fn keyed(&self) -> Option<&Arc<Keyed>> {
        self.keyed.as_ref()
    }

    /// The process's state.
    pub fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// What the viewer sees; after a write of this operation, with that write.
    pub fn view(&self) -> View {
        self.view.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Who asks.
    pub fn viewer(&self) -> Viewer {
        self.view().viewer().clone()
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// The day it is.
    pub fn today(&self) -> NaiveDate {
        self.app.clock.today()
    }

    /// What a record would be made with now; nothing keeps it yet.
    pub fn stamp(&self) -> Stamp {
        Stamp { id: self.app.clock.id(), at: self.now() }
    }

    /// The database, for the batched loaders of long texts and history; with the write of this
    /// operation, even while that waits for its answer.
    pub fn reader(&self) -> Source<'_> {
        match self.keyed().and_then(|keyed| keyed.open()) {
            Some(open) => Source::Own(OwnWrite(open)),
            None => Source::Lasting(self.app.store.reader()),
        }
    }

    /// Lets the operation go on when the policy allows it, and what it began with, and records when
    /// it does not. What cannot be seen is not found; what can be seen is forbidden; who is not
    /// signed in may sign in.
    pub async fn allow(&self, action: Action, place: Place) -> Result<()> {
        let view = self.view();
        for action in [Some(action), self.begun()].into_iter().flatten() {
            if !view.allows(action, place) {
                denial::record(self, view.viewer(), action, Some(place)).await?;
                return Err(denied(&view, Some(place)));
            }
        }
        Ok(())
    }

    /// Lets the operation begin with a field of this type, when the policy lists it. What the field
    /// needs, all that follows needs besides what it needs of its own.
    pub fn begin(&self, of: &str, field: &str) -> Result<()> {
        let view = self.view();
        let needed = match view.rule(of, field) {
            Some(Rule::Needs(action)) => Some(action),
            Some(Rule::Open | Rule::WithRecord | Rule::Own) => None,
            None => return Err(denied(&view, None)),
        };
        *self.begun.lock().unwrap_or_else(PoisonError::into_inner) = needed;
        Ok(())
    }

    fn begun(&self) -> Option<Action> {
        *self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As `allow`, for a record; one that hangs on another is judged by that other's place.
    pub async fn allow_on<R: Record>(&self, action: Action, record: &R) -> Result<()> {
        let place = record.place().ok_or_else(|| Error::internal("a record without a place"))?;
        self.allow(action, place).await
    }

    /// Begins the one write of this operation: nobody else writes until it is committed or dropped.
    /// Each of its steps must be allowed where its record stands.
    pub async fn write(&self) -> Result<Write<'_>> {
        Write::begin(self, None).await
    }

    /// As `write`, for one whose steps serve one purpose; each must be allowed for that as well.
    pub async fn write_as(&self, mandate: Action) -> Result<Write<'_>> {
        Write::begin(self, Some(mandate)).await
    }

    /// Moves on to the newest revision, with the rights that whoever signed in has by then; a token
    /// gets no more than it began with. Answers what is seen then, or nothing when there is no such
    /// viewer any more.
    pub fn renew(&self) -> Option<View> {
        let (view, snapshot) = (self.view(), self.app.snapshot());
        let view = match self.proof {
            Proof::Session(_) => view.anew(snapshot),
            Proof::Token(_) | Proof::Nothing => view.renewed(snapshot),
        }?;
        self.advance(view.clone());
        Some(view)
    }

    fn advance(&self, view: View) {
        *self.view.lock().unwrap_or_else(PoisonError::into_inner) = view;
    }
}

/// Whether this may be done to a record that stands there; nowhere is the owner's alone.
fn permitted(view: &View, action: Action, place: Option<Place>) -> bool {
    match place {
        Some(place) => view.allows(action, place),
        None => *view.viewer() == Viewer::Owner,
    }
}

/// What a viewer is told who may not do something to a record that stands there.
fn denied(view: &View, place: Option<Place>) -> Error {
    match view.viewer() {
        _ if place.is_some_and(|place| !view.scope().sees(place)) => Error::NotFound,
        Viewer::Anonymous => Error::Unauthenticated,
        _ => Error::Forbidden,
    }
}
