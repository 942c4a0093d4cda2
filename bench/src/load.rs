//! A closed loop of clients over connections that stay open: each asks again when it has its answer.

use anyhow::{Context, Result, bail, ensure};
use futures_util::future::join_all;
use std::cell::RefCell;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// Clients at once.
pub const CLIENTS: usize = 16;

/// What is asked: the next request of a client, as it goes over the wire.
pub trait Script {
    /// The next request of a client.
    fn next(&mut self, client: usize) -> Vec<u8>;
}

/// The same requests over and over, each client beginning elsewhere.
#[derive(Debug)]
pub struct Round {
    requests: Vec<Vec<u8>>,
    at: Vec<usize>,
}

impl Round {
    /// Goes through these requests.
    pub fn new(requests: Vec<Vec<u8>>) -> Self {
        let at = (0..CLIENTS).map(|client| client * requests.len() / CLIENTS).collect();
        Self { requests, at }
    }
}

impl Script for Round {
    fn next(&mut self, client: usize) -> Vec<u8> {
        let Some(at) = self.at.get_mut(client) else { return Vec::new() };
        *at += 1;
        self.requests.get(*at % self.requests.len()).cloned().unwrap_or_default()
    }
}

/// A GraphQL request as it goes over the wire.
pub fn request(address: SocketAddr, token: Option<&str>, body: &serde_json::Value) -> Vec<u8> {
    let body = body.to_string();
    let bearer = token.map(|token| format!("Authorization: Bearer {token}\r\n"));
    format!(
        "POST /graphql HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
         Accept: application/json\r\n{}Content-Length: {}\r\n\r\n{body}",
        bearer.unwrap_or_default(),
        body.len()
    )
    .into_bytes()
}

/// What came of some seconds of load.
#[derive(Debug, Default)]
pub struct Answers {
    /// How long each took, in order of length.
    pub times: Vec<Duration>,
    /// How many were no answers.
    pub errors: usize,
    /// The first that was none.
    pub first_error: Option<String>,
    /// How long the load lasted.
    pub lasted: Duration,
}

/// Asks for some seconds.
pub async fn run(
    address: SocketAddr,
    script: &mut impl Script,
    duration: Duration,
) -> Result<Answers> {
    let script = RefCell::new(script);
    let answers = RefCell::new(Answers::default());
    let began = Instant::now();
    let clients = (0..CLIENTS).map(|client| {
        let (script, answers) = (&script, &answers);
        async move {
            let mut connection = Connection::open(address).await?;
            while began.elapsed() < duration {
                let request = script.borrow_mut().next(client);
                let sent = Instant::now();
                connection.ask(&request).await?;
                let mut answers = answers.borrow_mut();
                answers.times.push(sent.elapsed());
                let body = &connection.body;
                if !is_answer(connection.status, body) {
                    answers.errors += 1;
                    answers.first_error.get_or_insert_with(|| {
                        String::from_utf8_lossy(body.get(..600).unwrap_or(body)).into_owned()
                    });
                }
            }
            anyhow::Ok(())
        }
    });
    for outcome in join_all(clients).await {
        outcome?;
    }
    let mut answers = answers.into_inner();
    answers.lasted = began.elapsed();
    answers.times.sort_unstable();
    ensure!(!answers.times.is_empty(), "not one answer");
    Ok(answers)
}

/// Servers say errors before the data or behind it, so that looking at both ends is enough.
fn is_answer(status: u16, body: &[u8]) -> bool {
    let ends = [body.get(..200), body.get(body.len().saturating_sub(200)..)];
    let ends = if body.len() < 200 { [Some(body), None] } else { ends };
    let told = |end: &[u8]| end.windows(9).any(|window| window == b"\"errors\":");
    status == 200 && !ends.into_iter().flatten().any(told)
}

/// One answer, for comparing; bails when it is none.
pub async fn ask(
    address: SocketAddr,
    token: Option<&str>,
    body: &serde_json::Value,
) -> Result<serde_json::Value> {
    let mut connection = Connection::open(address).await?;
    connection.ask(&request(address, token, body)).await?;
    let value: serde_json::Value = serde_json::from_slice(&connection.body)
        .with_context(|| String::from_utf8_lossy(&connection.body).into_owned())?;
    match value.get("errors") {
        None => Ok(value.get("data").cloned().unwrap_or_default()),
        Some(errors) => bail!("refused: {errors}"),
    }
}

struct Connection {
    stream: BufReader<TcpStream>,
    line: String,
    body: Vec<u8>,
    status: u16,
}

impl Connection {
    async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let stream = BufReader::with_capacity(128 * 1024, stream);
        Ok(Self { stream, line: String::new(), body: Vec::new(), status: 0 })
    }

    async fn ask(&mut self, request: &[u8]) -> Result<()> {
        self.stream.get_mut().write_all(request).await?;
        let mut length = None;
        self.status = 0;
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(':') else {
                match line.split_whitespace().nth(1) {
                    Some(status) if line.starts_with("HTTP/") => self.status = status.parse()?,
                    _ => break,
                }
                continue;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = Some(value.trim().parse()?);
            }
        }
        self.body.clear();
        match length {
            Some(length) => self.piece(length).await,
            None => self.pieces().await,
        }
    }

    /// A body of unknown length, in pieces that each tell theirs.
    async fn pieces(&mut self) -> Result<()> {
        loop {
            let length = usize::from_str_radix(self.line().await?.trim(), 16)?;
            self.piece(length).await?;
            self.line().await?;
            if length == 0 {
                return Ok(());
            }
        }
    }

    async fn piece(&mut self, length: usize) -> Result<()> {
        let start = self.body.len();
        self.body.resize(start + length, 0);
        let place = self.body.get_mut(start..).unwrap_or_default();
        self.stream.read_exact(place).await?;
        Ok(())
    }

    async fn line(&mut self) -> Result<&str> {
        self.line.clear();
        ensure!(self.stream.read_line(&mut self.line).await? > 0, "the connection was closed");
        Ok(self.line.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An answer is one with status 200 that tells of no errors, at its beginning or its end.
    #[test]
    fn answers_are_told_from_errors() {
        let long = "x".repeat(1_000);
        assert!(is_answer(200, format!("{{\"data\":\"{long}\"}}").as_bytes()));
        assert!(is_answer(200, b"{\"data\":null}"));
        assert!(!is_answer(429, b"{\"data\":null}"));
        assert!(!is_answer(200, format!("{{\"data\":\"{long}\",\"errors\":[]}}").as_bytes()));
        assert!(!is_answer(200, format!("{{\"errors\":[],\"data\":\"{long}\"}}").as_bytes()));
    }

    /// Every client goes through all requests, beginning elsewhere.
    #[test]
    fn clients_begin_elsewhere() {
        let mut round = Round::new((0..32u8).map(|number| vec![number]).collect());
        let first: Vec<_> = (0..CLIENTS).map(|client| round.next(client)).collect();
        assert_eq!(first[0], [1]);
        assert_eq!(first[1], [3]);
        let rest: Vec<_> = (0..31).map(|_| round.next(0)).collect();
        assert_eq!(rest[30], [0]);
    }
}
