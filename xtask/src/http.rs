//! As much of HTTP as it takes to ask a server on this machine: one request, one answer.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result};

/// No answer takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is sent by POST, as JSON.
pub struct Request<'a> {
    /// The path.
    pub path: &'a str,
    /// Headers beside those of the body.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub body: &'a str,
}

/// What comes back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: String,
}

impl Request<'_> {
    /// The bytes of it.
    pub fn text(&self) -> String {
        let headers: String =
            self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!(
            "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Connection: close\r\nContent-Length: {}\r\n{headers}\r\n{}",
            self.path,
            self.body.len(),
            self.body
        )
    }
}

/// Sends a request on a connection of its own, and reads the answer to its end.
pub fn send(address: SocketAddr, request: &Request) -> Result<Answer> {
    let mut socket = TcpStream::connect_timeout(&address, PATIENCE)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.write_all(request.text().as_bytes())?;
    let mut text = String::new();
    socket.read_to_string(&mut text)?;
    parse(&text).with_context(|| format!("not an answer: {text:?}"))
}

fn parse(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.strip_prefix("HTTP/1.1 ")?.split(' ').next()?.parse().ok()?;
    Some(Answer { status, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A request says how long it is, and an answer is told apart into status and body.
    #[test]
    fn both_ways() {
        let request = Request { path: "/x", headers: &[("a", "b")], body: "{}" };
        let text = request.text();
        assert!(text.contains("Content-Length: 2\r\na: b\r\n\r\n{}"), "{text}");
        let answer = parse("HTTP/1.1 404 Not Found\r\na: b\r\n\r\nnone").unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (404, "none"));
        assert!(parse("nonsense").is_none());
    }
}
