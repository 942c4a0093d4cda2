//! One open socket: moves messages between the network, the protocol and the operations.
//!
//! Everything that is said goes through one place and waits until the client takes it; meanwhile
//! nothing else is done, so what is kept for a slow client is bounded: some messages here, and one
//! event that waits in each operation. A client that takes nothing for long is cut.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;
use actix_ws::{AggregatedMessage, AggregatedMessageStream, CloseReason, ProtocolError, Session};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::message::Told;
use super::operation::{Operation, Running};
use super::protocol::{Close, Effect, OPERATIONS, Protocol, Serial};
use super::watch::Watch;
use crate::error::{Error, answer_with};
use crate::http::envelope::RequestId;
use crate::http::graphql::caller::Caller;
use crate::http::peer::Peer;
use crate::http::state::State;

/// A client that takes nothing for so long is cut.
const PATIENCE: Duration = Duration::from_secs(10);
/// Answers that wait to be said.
const WAITING: usize = 4;

/// One open socket.
pub struct Connection {
    state: Data<State>,
    session: Session,
    peer: Peer,
    id: RequestId,
    protocol: Protocol,
    watch: Watch,
    /// What the client showed of who it is.
    shown: Option<Arc<str>>,
    running: HashMap<Serial, Running>,
    begun: u64,
}

/// The end of a connection.
enum End {
    /// With a reason.
    Closed(Close),
    /// The client has closed it.
    Left,
    /// Without a word: nobody would hear it.
    Cut,
}

impl Connection {
    /// A socket right after its handshake.
    pub fn new(state: Data<State>, session: Session, peer: Peer, id: RequestId) -> Self {
        let (protocol, watch) = (Protocol::default(), Watch::default());
        let running = HashMap::new();
        Self { state, session, peer, id, protocol, watch, shown: None, running, begun: 0 }
    }

    /// Serves the socket to its end.
    pub async fn run(mut self, mut messages: AggregatedMessageStream) {
        let (tell, mut told) = channel(WAITING);
        let end = match self.serve(&mut messages, &tell, &mut told).await {
            Ok(()) => End::Left,
            Err(end) => end,
        };
        // Operations end before the last word.
        self.running.clear();
        let code = match end {
            End::Closed(close) => {
                let reason = CloseReason {
                    code: close.code.into(),
                    description: Some(close.reason.to_owned()),
                };
                timeout(PATIENCE, self.session.close(Some(reason))).await.ok();
                close.code
            }
            End::Left => {
                timeout(PATIENCE, self.session.close(None)).await.ok();
                1000
            }
            End::Cut => 1006,
        };
        tracing::info!(request = self.id.as_str(), code, operations = self.begun, "socket closed");
    }

    async fn serve(
        &mut self,
        messages: &mut AggregatedMessageStream,
        tell: &Sender<(Serial, Told)>,
        told: &mut Receiver<(Serial, Told)>,
    ) -> Result<(), End> {
        let mut seconds = interval(Duration::from_secs(1));
        seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        seconds.tick().await;
        loop {
            tokio::select! {
                heard = messages.recv() => match heard {
                    Some(Ok(message)) => {
                        self.watch.heard();
                        let effect = self.hear(message).await?;
                        self.carry_out(effect, tell).await?;
                    }
                    Some(Err(ProtocolError::Overflow)) => {
                        return Err(End::Closed(Close::TOO_LARGE));
                    }
                    Some(Err(_)) => return Err(End::Closed(Close::MALFORMED)),
                    None => return Ok(()),
                },
                Some((serial, what)) = told.recv() => {
                    let effect = self.protocol.told(serial, &what);
                    if !matches!(what, Told::Next(_)) {
                        self.running.remove(&serial);
                    }
                    self.carry_out(effect, tell).await?;
                }
                _ = seconds.tick() => self.second().await?,
            }
        }
    }

    async fn hear(&mut self, message: AggregatedMessage) -> Result<Effect, End> {
        match message {
            AggregatedMessage::Text(text) => Ok(self.protocol.hear(&text)),
            AggregatedMessage::Binary(_) => Err(End::Closed(Close::MALFORMED)),
            AggregatedMessage::Ping(payload) => {
                self.within_patience(async |session| session.pong(&payload).await).await?;
                Ok(Effect::Nothing)
            }
            AggregatedMessage::Pong(_) => Ok(Effect::Nothing),
            AggregatedMessage::Close(_) => Err(End::Left),
        }
    }

    async fn carry_out(
        &mut self,
        mut effect: Effect,
        tell: &Sender<(Serial, Told)>,
    ) -> Result<(), End> {
        loop {
            effect = match effect {
                Effect::Nothing => return Ok(()),
                Effect::Say(text) => return self.say(text).await,
                Effect::Close(close) => return Err(End::Closed(close)),
                Effect::Prove(shown) => {
                    let proof = Caller::read(&self.state, shown.as_deref(), &self.peer);
                    self.shown = shown.map(Arc::from);
                    self.protocol.proved(proof.map(drop))
                }
                Effect::Begin(serial, body) => {
                    self.begun += 1;
                    let operation = Operation {
                        state: Data::clone(&self.state),
                        peer: self.peer,
                        shown: self.shown.clone(),
                        body,
                        id: self.id.clone(),
                        serial,
                    };
                    self.running.insert(serial, operation.start(tell.clone()));
                    return Ok(());
                }
                Effect::Refuse(serial) => {
                    let limit = u64::try_from(OPERATIONS).unwrap_or(u64::MAX);
                    let (part, requested) = ("operations at once on one socket", limit + 1);
                    let error = Error::TooCostly { part, requested, limit, costliest: None };
                    let refused = Told::Error(vec![answer_with(&error, self.id.as_str())]);
                    self.protocol.told(serial, &refused)
                }
                Effect::End(serial) => {
                    self.running.remove(&serial);
                    return Ok(());
                }
            }
        }
    }

    /// What is looked after every second.
    async fn second(&mut self) -> Result<(), End> {
        let due = self.watch.second();
        if self.state.is_draining() {
            return Err(End::Closed(Close::GOING_AWAY));
        }
        if due.init && !self.protocol.is_acknowledged() {
            return Err(End::Closed(Close::INIT_TIMEOUT));
        }
        if due.dead {
            return Err(End::Cut);
        }
        if due.rights && self.shown.is_some() {
            let caller = Caller::read(&self.state, self.shown.as_deref(), &self.peer);
            caller.map_err(|_| End::Closed(Close::EXPIRED))?;
        }
        if due.ping {
            self.within_patience(async |session| session.ping(b"").await).await?;
        }
        Ok(())
    }

    async fn say(&mut self, text: String) -> Result<(), End> {
        self.within_patience(async |session| session.text(text).await).await
    }

    /// Sends something, unless the client takes nothing.
    async fn within_patience(
        &mut self,
        send: impl AsyncFnOnce(&mut Session) -> Result<(), actix_ws::Closed>,
    ) -> Result<(), End> {
        match timeout(PATIENCE, send(&mut self.session)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Cut),
        }
    }
}
