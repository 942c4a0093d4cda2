//! A private PostgreSQL, as durable as a real one, on a socket in a temporary folder only.

use crate::folder::Folder;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The account that runs the server where this runs as root, which PostgreSQL refuses to do.
const ACCOUNT: &str = "postgres";

/// What a careful operator sets; a commit is on disk when it is answered.
const SETTINGS: [(&str, &str); 8] = [
    ("listen_addresses", ""),
    ("max_connections", "100"),
    ("shared_buffers", "512MB"),
    ("work_mem", "32MB"),
    ("fsync", "on"),
    ("synchronous_commit", "on"),
    ("jit", "off"),
    ("log_min_messages", "warning"),
];

/// Runs until its input ends with the process that holds the other side of the pipe, however that
/// goes.
const WATCHER: &str = r#"read -r _; "$0" -D "$1/data" -m immediate -w stop; rm -rf "$1""#;

/// A running server.
pub struct Cluster {
    folder: Folder,
    programs: PathBuf,
    owner: Option<(u32, u32)>,
    watcher: Child,
}

impl Cluster {
    /// Makes and starts one; none where no server is installed.
    pub fn start() -> Result<Option<Self>> {
        let Some(programs) = find_programs() else { return Ok(None) };
        let folder = Folder::new("postgres")?;
        let owner = if fs::metadata("/proc/self")?.uid() == 0 { Some(find_owner()?) } else { None };
        if let Some((user, group)) = owner {
            chown(folder.path(), Some(user), Some(group))?;
        }
        let watcher = as_owner(Command::new("sh").args(["-c", WATCHER]), owner)
            .arg(programs.join("pg_ctl"))
            .arg(folder.path())
            .current_dir("/")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("starting the watcher of the cluster")?;
        let cluster = Self { folder, programs, owner, watcher };
        let data = cluster.socket().join("data");
        let text = ["--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"];
        let mut make = cluster.program("initdb");
        cluster.run(make.arg("--pgdata").arg(&data).args(["--username", ACCOUNT]).args(text))?;
        let socket = [("unix_socket_directories", cluster.socket().display().to_string())];
        let settings = SETTINGS.map(|(name, value)| (name, value.to_owned()));
        let lines = settings.into_iter().chain(socket);
        let lines: String = lines.map(|(name, value)| format!("{name} = '{value}'\n")).collect();
        fs::write(data.join("postgresql.auto.conf"), lines)?;
        let mut start = cluster.program("pg_ctl");
        cluster.run(
            start.arg("-D").arg(&data).arg("-l").arg(data.join("log")).args(["-w", "start"]),
        )?;
        Ok(Some(cluster))
    }

    /// The folder of its socket.
    pub fn socket(&self) -> &Path {
        self.folder.path()
    }

    /// Creates an empty database and answers its address in the form that `banyan --database` takes.
    pub fn create(&self, name: &str) -> Result<String> {
        let mut create = self.program("createdb");
        self.run(create.args(["--username", ACCOUNT, "--host"]).arg(self.socket()).arg(name))?;
        Ok(format!("postgres://{ACCOUNT}@localhost/{name}?host={}", self.socket().display()))
    }

    /// The process from which all others of the server come.
    pub fn process(&self) -> Result<u32> {
        let file = self.socket().join("data/postmaster.pid");
        let text = fs::read_to_string(&file)?;
        Ok(text.lines().next().context("an empty postmaster.pid")?.parse()?)
    }

    fn program(&self, name: &str) -> Command {
        Command::new(self.programs.join(name))
    }

    /// Output goes to a file, not to a pipe: the server that pg_ctl leaves behind would hold it open.
    fn run(&self, command: &mut Command) -> Result<()> {
        let said = self.socket().join("said");
        let file = File::create(&said)?;
        let status = as_owner(command, self.owner)
            .current_dir(self.socket())
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .status()
            .with_context(|| format!("starting {command:?}"))?;
        if !status.success() {
            bail!("{command:?} failed ({status}): {}", fs::read_to_string(said)?);
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        self.watcher.wait().ok();
    }
}

fn as_owner(command: &mut Command, owner: Option<(u32, u32)>) -> &mut Command {
    match owner {
        Some((user, group)) => command.uid(user).gid(group),
        None => command,
    }
}

/// The newest installed server, or the one on PATH.
fn find_programs() -> Option<PathBuf> {
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = installed
        .map(|version| version.path().join("bin"))
        .filter(|programs| programs.join("initdb").is_file())
        .max_by_key(|programs| version_of(programs));
    newest.or_else(|| {
        let folders = std::env::var_os("PATH")?;
        std::env::split_paths(&folders).find(|folder| folder.join("initdb").is_file())
    })
}

/// `/usr/lib/postgresql/15/bin` as 15.
fn version_of(programs: &Path) -> u32 {
    let version = programs.parent().and_then(Path::file_name).unwrap_or_default();
    version.to_string_lossy().parse().unwrap_or_default()
}

fn find_owner() -> Result<(u32, u32)> {
    let accounts = fs::read_to_string("/etc/passwd")?;
    let fields = accounts
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>())
        .find(|fields| fields.first() == Some(&ACCOUNT))
        .with_context(|| format!("there is no account {ACCOUNT} to run the server as"))?;
    let number = |place: usize| -> Result<u32> { Ok(fields.get(place).unwrap_or(&"").parse()?) };
    Ok((number(2)?, number(3)?))
}
