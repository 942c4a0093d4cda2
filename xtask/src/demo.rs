//! A Banyan of one's own with the demo community, for as long as it is held.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::http::{Request, send};
use crate::workspace;

/// How long it may take until the process says what is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// The running process, its address, and what it printed.
pub struct Demo {
    /// Where it answers.
    pub address: SocketAddr,
    folder: PathBuf,
    process: Child,
    said: Vec<String>,
    lines: Receiver<String>,
}

impl Demo {
    /// Starts one over a fresh database, on a port that is free, set up by the environment.
    pub fn start(binary: &Path, settings: &[(&str, &str)]) -> Result<Self> {
        let folder = workspace::target(&format!("demo-{}", std::process::id()));
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder)?;
        let mut process = Command::new(binary)
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--database"])
            .arg(format!("sqlite://{}", folder.join("banyan.db").display()))
            .envs(settings.iter().copied())
            .env("BANYAN_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(folder.join("log"))?)
            .spawn()
            .with_context(|| format!("starting {}", binary.display()))?;
        let output = process.stdout.take().context("the output of the process")?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut demo = Self { address, folder, process, said: Vec::new(), lines };
        let listens = |line: &str| Some(line.split_once("listens on http://")?.1.trim().to_owned());
        demo.address = demo.read(listens)?.parse()?;
        Ok(demo)
    }

    /// The address as clients write it.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The one-time link of an account of the demo, such as `editor of OpenLMIS`.
    pub fn link(&mut self, account: &str) -> Result<String> {
        self.read(|line| {
            let (before, token) = line.split_once("#token=")?;
            before.trim().starts_with(account).then(|| token.trim().to_owned())
        })
    }

    /// An access token of an account of the demo, by its link.
    pub fn sign_in(&mut self, account: &str) -> Result<String> {
        let body = serde_json::json!({ "token": self.link(account)? }).to_string();
        let request = Request { path: "/auth/link", headers: &[("X-Banyan", "1")], body: &body };
        let answer = send(self.address, &request)?;
        let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap_or_default();
        match told["accessToken"].as_str() {
            Some(token) => Ok(token.to_owned()),
            None => bail!("no session as {account}: {} {}", answer.status, answer.body),
        }
    }

    /// What the process complained of.
    pub fn complaints(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// What can be read from the first line that has it, said before or still to come.
    fn read<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        if let Some(found) = self.said.iter().find_map(|line| read(line)) {
            return Ok(found);
        }
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                bail!("the demo did not say it: {:?}\n{}", self.said, self.complaints());
            };
            let found = read(&line);
            self.said.push(line);
            if let Some(found) = found {
                return Ok(found);
            }
        }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}
