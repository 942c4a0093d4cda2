//! Data of the API for one place on the page: loaded when its variables are known, again when they
//! change, when somebody signs in or out, and when asked to. An answer that comes too late is dropped.

use super::session::{Phase, Session, session};
use crate::client::wire::Wire;
use crate::client::{self, Failure};
use graphql_client::GraphQLQuery;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// What has been loaded. The former data stay while new ones are under way.
pub struct Load<T: 'static> {
    slot: Slot,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Load<T> {}

/// Loads the data of an operation, and follows its variables. While they are none, nothing is asked.
pub fn load<Q>(
    variables: impl Fn() -> Option<Q::Variables> + Send + Sync + 'static,
) -> Load<Q::ResponseData>
where
    Q: GraphQLQuery + 'static,
    Q::ResponseData: Wire + Send + Sync + 'static,
{
    let body = Memo::new(move |_| variables().map(client::body::<Q>));
    let read =
        |data: &Value| client::typed::<Q::ResponseData>(data).map(|data| Arc::new(data) as _);
    Load { slot: Slot::start(session(), body, read), of: PhantomData }
}

impl<T: Send + Sync + 'static> Load<T> {
    /// Asks again, for example after a change that this page has made.
    pub fn reload(self) {
        self.slot.asked.try_update(|asked| *asked = asked.wrapping_add(1));
    }

    /// What was loaded last, followed.
    pub fn data(self) -> Option<T>
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Looks at what was loaded last, followed.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        let data = self.slot.data.try_get().flatten()?;
        data.downcast_ref::<T>().map(look)
    }

    /// Why there is nothing new, followed.
    pub fn failure(self) -> Option<Failure> {
        self.slot.failure.try_get().flatten()
    }

    /// What is asked, as it is sent; none while nothing is.
    pub fn request(self) -> Memo<Option<String>> {
        self.slot.body
    }

    /// Whether an answer is awaited, followed.
    pub fn is_busy(self) -> bool {
        self.slot.busy.try_get().unwrap_or(false)
    }
}

/// Data of whichever type.
type Data = Arc<dyn Any + Send + Sync>;
/// Reads an answer as an operation's data.
type Read = fn(&Value) -> Result<Data, Failure>;

/// The place of the data. It does not know their type, so that its code is in the bundle once.
#[derive(Clone, Copy)]
struct Slot {
    body: Memo<Option<String>>,
    data: RwSignal<Option<Data>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    asked: RwSignal<u32>,
    round: StoredValue<u32>,
    answer: StoredValue<Value>,
}

impl Slot {
    fn start(session: Session, body: Memo<Option<String>>, read: Read) -> Self {
        let slot = Self {
            body,
            data: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(true),
            asked: RwSignal::new(0),
            round: StoredValue::new(0),
            answer: StoredValue::new(Value::Null),
        };
        let account = Memo::new(move |_| match session.phase() {
            Phase::Starting => None,
            Phase::Anonymous => Some(None),
            Phase::SignedIn { id, .. } => Some(Some(id)),
        });
        Effect::new(move |_| {
            slot.asked.track();
            if let (Some(_), Some(body)) = (account.get(), body.get()) {
                slot.ask(body, read);
            }
        });
        slot
    }

    fn ask(self, body: String, read: Read) {
        let this = self.round.with_value(|round| round.wrapping_add(1));
        self.round.set_value(this);
        self.busy.set(true);
        spawn_local(async move {
            let answer = client::exchange(body).await;
            if self.round.try_get_value() == Some(this) {
                self.take(answer, read);
            }
        });
    }

    /// Takes an answer; one that says the same as the last leaves what is shown untouched.
    fn take(self, answer: Result<Value, Failure>, read: Read) {
        let is_known = match &answer {
            Ok(answer) => self.answer.try_with_value(|last| last == answer).unwrap_or(true),
            Err(_) => false,
        };
        if is_known {
            self.busy.try_set(false);
            self.failure.try_set(None);
            return;
        }
        let data = answer.as_ref().map_err(Failure::clone).and_then(read);
        self.answer.try_set_value(answer.unwrap_or_default());
        self.settle(data);
    }

    fn settle(self, data: Result<Data, Failure>) {
        self.busy.try_set(false);
        match data {
            Ok(data) => {
                self.failure.try_set(None);
                self.data.try_set(Some(data));
            }
            Err(failure) => {
                self.failure.try_set(Some(failure));
            }
        }
    }
}
