//! The messages of graphql-transport-ws, read and written.

use async_graphql::{Response, ServerError, Value as Answer};
use serde::Serialize;
use serde_json::{Map, Value};

/// The subprotocol that is spoken here, and no other.
pub const SUBPROTOCOL: &str = "graphql-transport-ws";

/// The longest id of an operation.
const LONGEST_ID: usize = 128;

/// What a client says.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Who it is: the content of an `Authorization` header, or nobody in particular.
    Init(Option<String>),
    /// Whether anybody is there.
    Ping(Option<Value>),
    /// That it is there.
    Pong,
    /// Begin an operation: its id, and the request as it would be posted.
    Subscribe(String, Vec<u8>),
    /// End an operation.
    Complete(String),
}

/// What an operation answers.
#[derive(Debug)]
pub enum Told {
    /// One answer; more may come.
    Next(Box<Response>),
    /// It was never executed. Nothing follows.
    Error(Vec<ServerError>),
    /// It is done. Nothing follows.
    Complete,
}

/// Reads a message; none when it is none.
pub fn read(text: &str) -> Option<Heard> {
    let Ok(Value::Object(mut message)) = serde_json::from_str(text) else {
        return None;
    };
    let Some(Value::String(kind)) = message.remove("type") else {
        return None;
    };
    let payload = message.remove("payload");
    let id = || match message.get("id") {
        Some(Value::String(id)) if (1..=LONGEST_ID).contains(&id.len()) => Some(id.clone()),
        _ => None,
    };
    match (kind.as_str(), payload) {
        ("connection_init", None | Some(Value::Null)) => Some(Heard::Init(None)),
        ("connection_init", Some(Value::Object(payload))) => Some(Heard::Init(shown(&payload)?)),
        ("ping", payload @ (None | Some(Value::Null | Value::Object(_)))) => {
            Some(Heard::Ping(payload.filter(Value::is_object)))
        }
        ("pong", None | Some(Value::Null | Value::Object(_))) => Some(Heard::Pong),
        ("subscribe", Some(Value::Object(payload))) => {
            let body = serde_json::to_vec(&payload).ok()?;
            Some(Heard::Subscribe(id()?, body))
        }
        ("complete", _) => Some(Heard::Complete(id()?)),
        _ => None,
    }
}

/// What a client shows of who it is: `{"Authorization": "Bearer ..."}`, in either case, or
/// `{"token": "..."}` with the bare token. Null is nobody; what is no text makes no message.
fn shown(payload: &Map<String, Value>) -> Option<Option<String>> {
    let header = payload.get("Authorization").or_else(|| payload.get("authorization"));
    match (header, payload.get("token")) {
        (Some(Value::String(header)), _) => Some(Some(header.clone())),
        (None | Some(Value::Null), Some(Value::String(token))) => {
            Some(Some(format!("Bearer {token}")))
        }
        (None | Some(Value::Null), None | Some(Value::Null)) => Some(None),
        _ => None,
    }
}

#[derive(Serialize)]
struct Message<'a, P> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<P>,
}

#[derive(Serialize)]
struct Payload<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    data: &'a Answer,
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    extensions: &'a std::collections::BTreeMap<String, Answer>,
}

fn write(kind: &'static str, id: Option<&str>, payload: Option<impl Serialize>) -> String {
    // Nothing that is written here can fail to be written: all keys are texts.
    serde_json::to_string(&Message { kind, id, payload }).unwrap_or_default()
}

/// The connection may be used.
pub fn ack() -> String {
    write("connection_ack", None, None::<()>)
}

/// The answer to a ping, with what came with it.
pub fn pong(payload: Option<&Value>) -> String {
    write("pong", None, payload)
}

/// What an operation answers, as the client reads it.
pub fn told(id: &str, told: &Told) -> String {
    match told {
        Told::Next(response) => {
            let Response { data, errors, extensions, .. } = &**response;
            write("next", Some(id), Some(Payload { errors, data, extensions }))
        }
        Told::Error(errors) => write("error", Some(id), Some(errors)),
        Told::Complete => write("complete", Some(id), None::<()>),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token is taken from the payload in any of three forms; anything else there is ignored.
    #[test]
    fn tokens_are_read() {
        let check = |payload: &str, expected: Option<Option<&str>>| {
            let heard = read(&format!(r#"{{"type":"connection_init","payload":{payload}}}"#));
            let expected = expected.map(|shown| Heard::Init(shown.map(str::to_owned)));
            assert_eq!(heard, expected, "{payload}");
        };
        check(r#"{"Authorization":"Bearer x"}"#, Some(Some("Bearer x")));
        check(r#"{"authorization":"Bearer x"}"#, Some(Some("Bearer x")));
        check(r#"{"token":"x"}"#, Some(Some("Bearer x")));
        check(r#"{"token":null}"#, Some(None));
        check(r#"{"other":1}"#, Some(None));
        check("null", Some(None));
        check(r#"{"token":1}"#, None);
        check(r#"{"Authorization":{}}"#, None);
        check("[]", None);
    }

    /// What is not of the protocol is no message.
    #[test]
    fn nonsense_is_no_message() {
        for text in [
            "",
            "nonsense",
            "[]",
            "{}",
            r#"{"type":1}"#,
            r#"{"type":"start"}"#,
            r#"{"type":"subscribe","id":"1"}"#,
            r#"{"type":"subscribe","id":"","payload":{}}"#,
            r#"{"type":"subscribe","id":1,"payload":{}}"#,
            r#"{"type":"subscribe","payload":{}}"#,
            r#"{"type":"complete"}"#,
            r#"{"type":"ping","payload":1}"#,
            &format!(r#"{{"type":"complete","id":"{}"}}"#, "x".repeat(LONGEST_ID + 1)),
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(r#"{"type":"complete","id":"1"}"#), Some(Heard::Complete("1".to_owned())));
    }

    /// Messages are written as the protocol says.
    #[test]
    fn messages_are_written() {
        assert_eq!(ack(), r#"{"type":"connection_ack"}"#);
        assert_eq!(pong(None), r#"{"type":"pong"}"#);
        let payload = serde_json::json!({"a": 1});
        assert_eq!(pong(Some(&payload)), r#"{"type":"pong","payload":{"a":1}}"#);
        assert_eq!(told("1", &Told::Complete), r#"{"type":"complete","id":"1"}"#);
        let next = Told::Next(Box::new(Response::new(Answer::from(1))));
        assert_eq!(told("1", &next), r#"{"type":"next","id":"1","payload":{"data":1}}"#);
        let error = Told::Error(vec![ServerError::new("no", None)]);
        assert_eq!(told("1", &error), r#"{"type":"error","id":"1","payload":[{"message":"no"}]}"#);
    }
}
