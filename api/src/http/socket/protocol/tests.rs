use super::*;
use async_graphql::{Response, Value};

const INIT: &str = r#"{"type":"connection_init"}"#;

fn subscribe(id: &str) -> String {
    format!(r#"{{"type":"subscribe","id":"{id}","payload":{{"query":"{{__typename}}"}}}}"#)
}

fn acknowledged() -> Protocol {
    let mut protocol = Protocol::default();
    assert_eq!(protocol.hear(INIT), Effect::Prove(None));
    assert_eq!(protocol.proved(Ok::<_, ()>(())), Effect::Say(ack()));
    protocol
}

fn begin(protocol: &mut Protocol, id: &str) -> Serial {
    match protocol.hear(&subscribe(id)) {
        Effect::Begin(serial, _) => serial,
        other => panic!("{other:?}"),
    }
}

fn next() -> Told {
    Told::Next(Box::new(Response::new(Value::from(1))))
}

/// The connection is acknowledged once who asks is known, and refused when they are nobody.
#[test]
fn a_connection_is_acknowledged() {
    assert!(acknowledged().is_acknowledged());
    let mut protocol = Protocol::default();
    let init = r#"{"type":"connection_init","payload":{"token":"bad"}}"#;
    assert_eq!(protocol.hear(init), Effect::Prove(Some("Bearer bad".to_owned())));
    assert_eq!(protocol.proved(Err(())), Effect::Close(Close::FORBIDDEN));
}

/// Saying who one is twice closes, also while it is being looked into.
#[test]
fn a_second_init_closes() {
    let mut protocol = Protocol::default();
    protocol.hear(INIT);
    assert_eq!(protocol.hear(INIT), Effect::Close(Close::SECOND_INIT));
    assert_eq!(acknowledged().hear(INIT), Effect::Close(Close::SECOND_INIT));
}

/// No operation begins before the connection is acknowledged.
#[test]
fn operations_wait_for_the_acknowledgement() {
    let mut protocol = Protocol::default();
    assert_eq!(protocol.hear(&subscribe("1")), Effect::Close(Close::UNAUTHORIZED));
    protocol.hear(INIT);
    assert_eq!(protocol.hear(&subscribe("1")), Effect::Close(Close::UNAUTHORIZED));
}

/// Nonsense closes at any time; a ping is answered at any time.
#[test]
fn nonsense_closes_and_pings_are_answered() {
    for mut protocol in [Protocol::default(), acknowledged()] {
        assert_eq!(protocol.hear("nonsense"), Effect::Close(Close::MALFORMED));
        let pong = r#"{"type":"pong"}"#;
        assert_eq!(protocol.hear(r#"{"type":"ping"}"#), Effect::Say(pong.to_owned()));
        assert_eq!(protocol.hear(pong), Effect::Nothing);
    }
}

/// An id is in use until its operation has ended, however it ends; then it may be used again.
#[test]
fn an_id_is_used_once_at_a_time() {
    let mut protocol = acknowledged();
    let serial = begin(&mut protocol, "1");
    assert!(matches!(protocol.told(serial, &next()), Effect::Say(_)));
    assert_eq!(protocol.hear(&subscribe("1")), Effect::Close(Close::DUPLICATE));
    assert!(matches!(protocol.told(serial, &Told::Complete), Effect::Say(_)));
    let serial = begin(&mut protocol, "1");
    assert!(matches!(protocol.told(serial, &Told::Error(Vec::new())), Effect::Say(_)));
    let serial = begin(&mut protocol, "1");
    assert_eq!(protocol.hear(r#"{"type":"complete","id":"1"}"#), Effect::End(serial));
    begin(&mut protocol, "1");
}

/// Nothing is said of an operation that the client has ended, also when its id is in use again.
#[test]
fn what_has_ended_says_nothing() {
    let mut protocol = acknowledged();
    let old = begin(&mut protocol, "1");
    protocol.hear(r#"{"type":"complete","id":"1"}"#);
    assert_eq!(protocol.told(old, &next()), Effect::Nothing);
    let new = begin(&mut protocol, "1");
    assert_eq!(protocol.told(old, &next()), Effect::Nothing);
    assert_eq!(protocol.told(old, &Told::Complete), Effect::Nothing);
    assert!(matches!(protocol.told(new, &next()), Effect::Say(_)));
    assert_eq!(protocol.hear(r#"{"type":"complete","id":"other"}"#), Effect::Nothing);
}

/// Beyond fifty operations at once further ones are refused, and the socket goes on.
#[test]
fn there_are_fifty_operations_at_most() {
    let mut protocol = acknowledged();
    let serials: Vec<_> = (0..OPERATIONS).map(|id| begin(&mut protocol, &id.to_string())).collect();
    for id in 1_000..2_000 {
        let Effect::Refuse(serial) = protocol.hear(&subscribe(&id.to_string())) else {
            panic!("more than {OPERATIONS} operations");
        };
        assert!(matches!(protocol.told(serial, &Told::Error(Vec::new())), Effect::Say(_)));
    }
    protocol.told(serials[0], &Told::Complete);
    begin(&mut protocol, "again");
}
