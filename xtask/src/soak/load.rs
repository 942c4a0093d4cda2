//! Connections that mean ill, or that nobody looks after, beside somebody's ordinary questions: these
//! must hardly notice, and those must be cut off.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::http::{Request, send};
use crate::step::Step;

/// Ordinary questions, from which the slowest of a hundred is told.
const QUESTIONS: usize = 600;
/// They may take so many times as long beside the others.
const SLOWDOWN: u32 = 2;
/// Below this, the clock tells more of the machine than of the server.
const LEAST: Duration = Duration::from_millis(10);
/// So long the server gets to take in those who come all at once; what counts is what it is like beside
/// them.
const COMING: Duration = Duration::from_secs(1);
/// By now everybody must have been cut off.
const CUT: Duration = Duration::from_secs(12);

/// A kind of connection, and what it sends before it falls silent.
struct Kind {
    name: &'static str,
    count: usize,
    sent: &'static str,
}

const KINDS: [Kind; 4] = [
    Kind {
        name: "half a body",
        count: 200,
        sent: "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
               Content-Length: 1000\r\n\r\n{",
    },
    Kind {
        name: "half a head",
        count: 200,
        sent: "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nX-",
    },
    Kind { name: "nothing", count: 500, sent: "" },
    Kind {
        name: "a WebSocket without connection_init",
        count: 50,
        sent: "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
               Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\
               Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
    },
];

/// Measures, and answers with the number of faults.
pub fn run(address: SocketAddr) -> Result<usize> {
    Step::run("ordinary questions beside 950 silent connections", |_| {
        ninety_ninth(address)?;
        let before = ninety_ninth(address)?;
        let opened = Instant::now();
        let silent = KINDS.iter().map(|kind| open(address, kind)).collect::<Result<Vec<_>>>()?;
        thread::sleep(COMING);
        let beside = ninety_ninth(address)?;
        let mut faults = 0;
        thread::sleep(CUT.saturating_sub(opened.elapsed()));
        for (kind, sockets) in KINDS.iter().zip(silent) {
            let open = sockets.iter().filter(|socket| is_open(socket)).count();
            println!("  {} that sent {}: {open} open after {CUT:.0?}", kind.count, kind.name);
            faults += usize::from(open > 0);
        }
        // Measured again, because the machine may have had other work in between.
        let after = ninety_ninth(address)?;
        let times = format!("{before:.1?} before, {beside:.1?} beside them, {after:.1?} after");
        println!("  p99 of {QUESTIONS} ordinary questions: {times}");
        faults += usize::from(beside > (before.max(after) * SLOWDOWN).max(LEAST));
        Ok((faults, format!("{faults} faults")))
    })
}

/// The time within which 99 of 100 ordinary questions are answered.
fn ninety_ninth(address: SocketAddr) -> Result<Duration> {
    let body = r#"{"query":"{ globalGood(by: { slug: \"openlmis\" }) { name } }"}"#;
    let request = Request { path: "/graphql", headers: &[], body };
    let mut times = Vec::with_capacity(QUESTIONS);
    for _ in 0..QUESTIONS {
        let started = Instant::now();
        let answer = send(address, &request)?;
        anyhow::ensure!(answer.body.contains("OpenLMIS"), "{} {}", answer.status, answer.body);
        times.push(started.elapsed());
    }
    times.sort();
    times.get(QUESTIONS * 99 / 100).copied().context("no questions")
}

fn open(address: SocketAddr, kind: &Kind) -> Result<Vec<TcpStream>> {
    let connect = |_| {
        let mut socket = TcpStream::connect(address)?;
        socket.write_all(kind.sent.as_bytes())?;
        Ok(socket)
    };
    (0..kind.count).map(connect).collect()
}

/// Whether the other side still holds the connection: all that it sent is read, and then no end comes.
fn is_open(socket: &TcpStream) -> bool {
    let mut socket = socket;
    let mut bytes = [0; 4096];
    if socket.set_nonblocking(true).is_err() {
        return false;
    }
    loop {
        match socket.read(&mut bytes) {
            Ok(0) => return false,
            Ok(_) => {}
            Err(error) => return error.kind() == std::io::ErrorKind::WouldBlock,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// A connection is open until the other side ends it, whatever it said before.
    #[test]
    fn ends_are_seen() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let kind = Kind { name: "a word", count: 1, sent: "word" };
        let sockets = open(listener.local_addr().unwrap(), &kind).unwrap();
        let (mut other, _) = listener.accept().unwrap();
        other.write_all(b"answer").unwrap();
        thread::sleep(Duration::from_millis(20));
        assert!(is_open(&sockets[0]));
        drop(other);
        thread::sleep(Duration::from_millis(20));
        assert!(!is_open(&sockets[0]));
    }
}
