//! The state of one socket by the rules of graphql-transport-ws: what was heard goes in, what is to
//! be done comes out. It knows neither sockets nor time.

use std::collections::BTreeMap;

use super::message::{Heard, Told, ack, pong, read, told};

/// So many operations may go on at once.
pub const OPERATIONS: usize = 50;

/// Why a socket is closed, as the protocol numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Close {
    /// The code that clients act on.
    pub code: u16,
    /// For people.
    pub reason: &'static str,
}

macro_rules! closes {
    ($($(#[$doc:meta])+ $name:ident = $code:literal, $reason:literal;)+) => {
        impl Close {
            $($(#[$doc])+ pub const $name: Self = Self { code: $code, reason: $reason };)+
        }
    };
}

closes! {
    /// The process ends.
    GOING_AWAY = 1001, "The server is restarting";
    /// A message is larger than one may be.
    TOO_LARGE = 1009, "The message is too large";
    /// What was sent is no message of the protocol.
    MALFORMED = 4400, "This is no message of graphql-transport-ws";
    /// An operation before the connection is acknowledged.
    UNAUTHORIZED = 4401, "Unauthorized";
    /// A token that is worth nothing.
    FORBIDDEN = 4403, "Forbidden";
    /// A token that was good, and is no more.
    EXPIRED = 4403, "The token has expired or was revoked; connect again with a new one";
    /// Nobody said who they are.
    INIT_TIMEOUT = 4408, "Connection initialisation timeout";
    /// An id that is in use.
    DUPLICATE = 4409, "Subscriber for this id already exists";
    /// Saying twice who one is.
    SECOND_INIT = 4429, "Too many initialisation requests";
}

/// An operation of one socket; an id may be used again, this is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(u64);

/// What is to be done.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// Send this.
    Say(String),
    /// Find out who this is, and answer with [`Protocol::proved`].
    Prove(Option<String>),
    /// Begin this request, and answer with [`Protocol::told`].
    Begin(Serial, Vec<u8>),
    /// Answer that there are too many operations at once.
    Refuse(Serial),
    /// End this operation.
    End(Serial),
    /// Close the socket.
    Close(Close),
}

/// How far the two sides have got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Opened,
    Proving,
    Acknowledged,
}

/// One socket.
#[derive(Debug)]
pub struct Protocol {
    phase: Phase,
    operations: BTreeMap<Serial, String>,
    last: u64,
}

impl Default for Protocol {
    fn default() -> Self {
        Self { phase: Phase::Opened, operations: BTreeMap::new(), last: 0 }
    }
}

impl Protocol {
    /// Takes a text that came.
    pub fn hear(&mut self, text: &str) -> Effect {
        let Some(heard) = read(text) else {
            return Effect::Close(Close::MALFORMED);
        };
        match (heard, self.phase) {
            (Heard::Init(shown), Phase::Opened) => {
                self.phase = Phase::Proving;
                Effect::Prove(shown)
            }
            (Heard::Init(_), Phase::Proving | Phase::Acknowledged) => {
                Effect::Close(Close::SECOND_INIT)
            }
            (Heard::Ping(payload), _) => Effect::Say(pong(payload.as_ref())),
            (Heard::Pong, _) => Effect::Nothing,
            (Heard::Subscribe(id, body), Phase::Acknowledged) => self.begin(id, body),
            (Heard::Subscribe(..), Phase::Opened | Phase::Proving) => {
                Effect::Close(Close::UNAUTHORIZED)
            }
            (Heard::Complete(id), _) => self.end(&id),
        }
    }

    /// Takes what came of finding out who the client is.
    pub fn proved<E>(&mut self, proof: Result<(), E>) -> Effect {
        match proof {
            Ok(()) => {
                self.phase = Phase::Acknowledged;
                Effect::Say(ack())
            }
            Err(_) => Effect::Close(Close::FORBIDDEN),
        }
    }

    /// Takes what an operation answers; nothing of one that has ended meanwhile is said.
    pub fn told(&mut self, serial: Serial, what: &Told) -> Effect {
        let Some(id) = self.operations.get(&serial) else {
            return Effect::Nothing;
        };
        let text = told(id, what);
        if !matches!(what, Told::Next(_)) {
            self.operations.remove(&serial);
        }
        Effect::Say(text)
    }

    /// Whether the client may use the connection.
    pub fn is_acknowledged(&self) -> bool {
        self.phase == Phase::Acknowledged
    }

    fn begin(&mut self, id: String, body: Vec<u8>) -> Effect {
        if self.operations.values().any(|known| *known == id) {
            return Effect::Close(Close::DUPLICATE);
        }
        let is_full = self.operations.len() >= OPERATIONS;
        self.last += 1;
        let serial = Serial(self.last);
        self.operations.insert(serial, id);
        if is_full { Effect::Refuse(serial) } else { Effect::Begin(serial, body) }
    }

    /// One that has ended already is ended again without complaint: the two sides may end it at the
    /// same moment.
    fn end(&mut self, id: &str) -> Effect {
        let serial = self.operations.iter().find(|(_, known)| *known == id);
        match serial.map(|(serial, _)| *serial) {
            Some(serial) => {
                self.operations.remove(&serial);
                Effect::End(serial)
            }
            None => Effect::Nothing,
        }
    }
}

#[cfg(test)]
mod tests;
