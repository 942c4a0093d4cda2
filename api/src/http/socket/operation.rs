//! One operation of a socket: through the door, then its answers, one after the other.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use actix_web::web::Data;
use async_graphql::Response;
use async_graphql::parser::types::OperationType;
use futures_util::{FutureExt, StreamExt};
use tokio::sync::mpsc::Sender;
use tokio::task::AbortHandle;

use super::message::Told;
use super::protocol::Serial;
use crate::error::{Error, answer_with};
use crate::http::envelope::RequestId;
use crate::http::graphql::admit::{Admitted, Transport, admit};
use crate::http::graphql::caller::Caller;
use crate::http::graphql::refused::Refused;
use crate::http::graphql::{self, Failure, message};
use crate::http::peer::Peer;
use crate::http::state::State;

/// What an operation needs.
pub struct Operation {
    /// The process's state.
    pub state: Data<State>,
    /// Whose socket it is.
    pub peer: Peer,
    /// What the client showed of who it is.
    pub shown: Option<Arc<str>>,
    /// The request, as it would be posted.
    pub body: Vec<u8>,
    /// The socket's id in the log.
    pub id: RequestId,
    /// By which the socket knows the operation.
    pub serial: Serial,
}

/// An operation that goes on; dropping this ends it.
pub struct Running(AbortHandle);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Operation {
    /// Starts it away from the thread that reads sockets. A panic ends the operation and nothing
    /// else.
    pub fn start(self, tell: Sender<(Serial, Told)>) -> Running {
        let runtime = self.state.runtime().clone();
        let work = async move {
            let last = match AssertUnwindSafe(self.run(&tell)).catch_unwind().await {
                Ok(last) => last,
                Err(_) => {
                    let error = Error::internal("an operation of a socket panicked");
                    Told::Error(vec![answer_with(&error, self.id.as_str())])
                }
            };
            // The socket may be gone.
            tell.send((self.serial, last)).await.ok();
        };
        Running(runtime.spawn(work).abort_handle())
    }

    /// Answers, and tells the last word.
    async fn run(&self, tell: &Sender<(Serial, Told)>) -> Told {
        match self.serve(tell).await {
            Ok(()) => Told::Complete,
            Err(Failure::Refused(refused)) => {
                Told::Error(refused.into_response(self.id.as_str()).errors)
            }
            Err(Failure::Invalid(response)) => Told::Error(response.errors),
        }
    }

    async fn serve(&self, tell: &Sender<(Serial, Told)>) -> Result<(), Failure> {
        let malformed = |_| Refused::Invalid {
            message: "The payload is no GraphQL request.".to_owned(),
            at: None,
        };
        let mut asked = message::parse_body(&self.body).map_err(malformed)?;
        asked.transport = Transport::Socket;
        let caller = Caller::read(&self.state, self.shown.as_deref(), &self.peer)?;
        let admitted = admit(&self.state, &caller, asked)?;
        match admitted.kind {
            OperationType::Subscription => self.follow(caller, admitted, tell).await,
            OperationType::Query | OperationType::Mutation => {
                let op = self.state.app.op_of(caller.identity);
                let (state, id) = (Data::clone(&self.state), self.id.clone());
                let work = async move { Ok(graphql::execute(&state, admitted, op, &id).await) };
                let response = self.state.run(work).await??;
                self.say(response, tell).await;
                Ok(())
            }
        }
    }

    /// Tells every event of a subscription. The next one is not looked for before this one is on its
    /// way: what happens meanwhile is told together.
    async fn follow(
        &self,
        caller: Caller,
        admitted: Admitted,
        tell: &Sender<(Serial, Told)>,
    ) -> Result<(), Failure> {
        let following = &self.state.following;
        let _place = following.enter(caller.key).ok_or_else(|| {
            let limit = following.of_one().try_into().unwrap_or(u64::MAX);
            let (part, requested) = ("subscriptions at once of one client", limit + 1);
            Error::TooCostly { part, requested, limit, costliest: None }
        })?;
        let op = self.state.app.op_of(caller.identity);
        let state = Data::clone(&self.state);
        let mut events = graphql::follow::follow(state, admitted, op, self.id.clone());
        while let Some(event) = events.next().await {
            self.say(event?, tell).await;
        }
        Ok(())
    }

    async fn say(&self, response: Response, tell: &Sender<(Serial, Told)>) {
        // The socket may be gone; then this operation is ended at once.
        tell.send((self.serial, Told::Next(Box::new(response)))).await.ok();
    }
}
