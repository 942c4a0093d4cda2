//! A mail server on a loopback port: it keeps what it takes, and can be as difficult as real ones.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mailparse::{MailHeaderMap, ParsedMail};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Longer than any letter should take on one machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the server does with whoever wants to hand in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Takes,
    /// Says so many times that it should be tried again.
    Delays(u32),
    /// Does not know the address.
    Refuses,
    /// Never says a word.
    Hangs,
}

/// A letter as it was taken.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The sender of the envelope.
    pub from: String,
    /// The receivers of the envelope.
    pub to: Vec<String>,
    /// All of it, as it came.
    pub raw: String,
}

/// What has happened so far.
#[derive(Clone, Debug, Default)]
struct Seen {
    letters: Vec<Letter>,
    lines: Vec<String>,
    connections: usize,
}

/// The server; it ends with this value.
pub struct MailServer {
    /// Where it listens.
    pub address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    seen: watch::Receiver<Seen>,
    serving: JoinHandle<()>,
}

impl MailServer {
    /// Starts one that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let manner = Arc::new(Mutex::new(Manner::Takes));
        let (tell, seen) = watch::channel(Seen::default());
        let shared = manner.clone();
        let serving = tokio::spawn(async move {
            let tell = Arc::new(tell);
            while let Ok((socket, _)) = listener.accept().await {
                tell.send_modify(|seen| seen.connections += 1);
                // Whoever hangs up in the middle has handed nothing in.
                tokio::spawn(converse(socket, tell.clone(), shared.clone()));
            }
        });
        Self { address, manner, seen, serving }
    }

    /// Where letters are handed in.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Changes its mind about what comes from now on.
    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().expect("a manner") = manner;
    }

    /// What was taken so far.
    pub fn letters(&self) -> Vec<Letter> {
        self.seen.borrow().letters.clone()
    }

    /// Every line that was said to it, but for the letters.
    pub fn lines(&self) -> Vec<String> {
        self.seen.borrow().lines.clone()
    }

    /// The letter with this number, counted from zero, as soon as it has come.
    pub async fn letter(&self, number: usize) -> Letter {
        self.wait(|seen| seen.letters.len() > number).await.letters[number].clone()
    }

    /// Waits until it was called so many times.
    pub async fn connected(&self, times: usize) {
        self.wait(|seen| seen.connections >= times).await;
    }

    /// Waits until it has decided so many times whether it takes something for an address.
    pub async fn decided(&self, times: usize) {
        let is_asked = |line: &&String| line.starts_with("RCPT");
        self.wait(|seen| seen.lines.iter().filter(is_asked).count() >= times).await;
    }

    async fn wait(&self, is_enough: impl FnMut(&Seen) -> bool) -> Seen {
        let mut seen = self.seen.clone();
        let waited = tokio::time::timeout(PATIENCE, seen.wait_for(is_enough)).await;
        waited.expect("a letter in time").expect("a server").clone()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn converse(
    socket: TcpStream,
    tell: Arc<watch::Sender<Seen>>,
    manner: Arc<Mutex<Manner>>,
) -> std::io::Result<()> {
    let mut socket = BufReader::new(socket);
    if *manner.lock().expect("a manner") == Manner::Hangs {
        return std::future::pending().await;
    }
    say(&mut socket, "220 mail.example").await?;
    let (mut from, mut to) = (String::new(), Vec::new());
    while let Some(line) = hear(&mut socket).await? {
        let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match line.split(' ').next().unwrap_or_default() {
            "EHLO" => "250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN".to_owned(),
            "AUTH" => "235 2.7.0 Welcome".to_owned(),
            "MAIL" => {
                from = address();
                "250 2.1.0 Ok".to_owned()
            }
            "RCPT" => receive(&manner, address(), &mut to),
            "DATA" => {
                say(&mut socket, "354 Go on").await?;
                let raw = read_letter(&mut socket).await?;
                let letter = Letter { from: from.clone(), to: std::mem::take(&mut to), raw };
                tell.send_modify(|seen| seen.letters.push(letter));
                "250 2.0.0 Taken".to_owned()
            }
            "QUIT" => "221 2.0.0 Bye".to_owned(),
            _ => "502 5.5.2 Unknown".to_owned(),
        };
        tell.send_modify(|seen| seen.lines.push(line));
        say(&mut socket, &answer).await?;
    }
    Ok(())
}

/// What is said about a receiver; like real servers, it repeats the address when it says no.
fn receive(manner: &Mutex<Manner>, address: String, to: &mut Vec<String>) -> String {
    let mut manner = manner.lock().expect("a manner");
    match *manner {
        Manner::Delays(times) if times > 0 => {
            *manner = Manner::Delays(times - 1);
            format!("451 4.7.1 <{address}>: greylisted, come back later")
        }
        Manner::Refuses => format!("550 5.1.1 <{address}>: unknown here"),
        _ => {
            to.push(address);
            "250 2.1.5 Ok".to_owned()
        }
    }
}

async fn say(socket: &mut BufReader<TcpStream>, line: &str) -> std::io::Result<()> {
    socket.write_all(format!("{line}\r\n").as_bytes()).await
}

async fn hear(socket: &mut BufReader<TcpStream>) -> std::io::Result<Option<String>> {
    let mut line = String::new();
    let read = socket.read_line(&mut line).await?;
    Ok((read > 0).then(|| line.trim_end().to_owned()))
}

async fn read_letter(socket: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut raw = String::new();
    loop {
        let mut line = String::new();
        if socket.read_line(&mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        match line.strip_prefix('.') {
            Some("\r\n") => return Ok(raw),
            Some(rest) => raw.push_str(rest),
            None => raw.push_str(&line),
        }
    }
}

impl Letter {
    fn parsed(&self) -> ParsedMail<'_> {
        mailparse::parse_mail(self.raw.as_bytes()).expect("a letter")
    }

    /// A header as people read it; empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        self.parsed().headers.get_first_value(name).unwrap_or_default()
    }

    /// Its words as people read them.
    pub fn body(&self) -> String {
        self.parsed().get_body().expect("a text").replace("\r\n", "\n")
    }

    /// The token of the link that leads to this page of the site.
    pub fn token(&self, page: &str) -> String {
        let (body, beginning) = (self.body(), format!("{page}#token="));
        let link = body.lines().find_map(|line| line.strip_prefix(&beginning));
        link.unwrap_or_else(|| panic!("no link to {page} in {body}")).to_owned()
    }
}
