//! A private PostgreSQL cluster for the tests of one process.
//!
//! It is made at first use from the server's own binaries, listens on a socket in a temporary
//! folder only, and gives up durability for speed. A watcher ends and deletes it when the process
//! is gone, however it went.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, bail};

/// The account that runs the server when the tests run as root, which PostgreSQL refuses to do.
const ACCOUNT: &str = "postgres";

/// Safe to lose and quick: every cluster lives for one run of the tests.
const SETTINGS: [(&str, &str); 10] = [
    ("listen_addresses", ""),
    ("max_connections", "200"),
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    ("autovacuum", "off"),
    ("jit", "off"),
    ("log_min_messages", "fatal"),
];

/// Runs until its input ends with the process that holds the other side of the pipe.
const WATCHER: &str = r#"read -r _; "$0" -D "$1/data" -m immediate -w stop; rm -rf "$1""#;

/// Creates a database, empty or as a copy of another to which nobody is connected, and answers its
/// address in the form that `banyan --database` takes.
pub fn create_database(template: Option<&str>) -> Result<String> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("banyan_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let template = match template {
        Some(url) => format!(" TEMPLATE {}", database_name(url)?),
        None => String::new(),
    };
    let cluster = cluster()?;
    cluster.execute(&format!("CREATE DATABASE {name}{template}"))?;
    Ok(format!("postgres://{ACCOUNT}@localhost/{name}?host={}", cluster.folder.display()))
}

/// Drops a database and whoever is still connected to it.
pub fn drop_database(url: &str) -> Result<()> {
    cluster()?.execute(&format!("DROP DATABASE {} WITH (FORCE)", database_name(url)?))
}

/// A running server and where it lives.
struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    owner: Option<Owner>,
    /// Holds the pipe whose end tells the watcher that this process is gone.
    _watcher: Child,
}

/// The account that the server runs as, when it is not the one of the tests.
#[derive(Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

fn cluster() -> Result<&'static Cluster> {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    match CLUSTER.get_or_init(|| Cluster::start().map_err(|error| format!("{error:#}"))) {
        Ok(cluster) => Ok(cluster),
        Err(reason) => bail!("no PostgreSQL for the tests: {reason}"),
    }
}

impl Cluster {
    fn start() -> Result<Cluster> {
        let programs = find_programs()?;
        let folder = tempfile::Builder::new().prefix("banyan-postgres-").tempdir()?.keep();
        let owner = if fs::metadata("/proc/self")?.uid() == 0 { Some(find_owner()?) } else { None };
        if let Some(owner) = owner {
            chown(&folder, Some(owner.user), Some(owner.group))?;
        }
        let watcher = watch(&programs, &folder, owner)?;
        let cluster = Cluster { programs, folder, owner, _watcher: watcher };
        let data = cluster.folder.join("data");
        cluster.run(
            Command::new(cluster.programs.join("initdb"))
                .arg("--pgdata")
                .arg(&data)
                .args(["--username", ACCOUNT, "--auth", "trust", "--encoding", "UTF8"])
                .args(["--locale", "C", "--no-sync"]),
        )?;
        fs::write(data.join("postgresql.auto.conf"), cluster.settings())?;
        cluster.run(
            Command::new(cluster.programs.join("pg_ctl"))
                .arg("-D")
                .arg(&data)
                .arg("-l")
                .arg(cluster.folder.join("log"))
                .args(["-w", "start"]),
        )?;
        Ok(cluster)
    }

    fn settings(&self) -> String {
        let folder = self.folder.display().to_string();
        SETTINGS
            .into_iter()
            .chain([("unix_socket_directories", folder.as_str())])
            .map(|(name, value)| format!("{name} = '{value}'\n"))
            .collect()
    }

    fn execute(&self, statement: &str) -> Result<()> {
        self.run(
            Command::new(self.programs.join("psql"))
                .args(["--no-psqlrc", "--quiet", "--username", ACCOUNT, "--dbname", "postgres"])
                .arg("--host")
                .arg(&self.folder)
                .args(["--command", statement]),
        )
    }

    fn run(&self, command: &mut Command) -> Result<()> {
        // Output goes to files, not pipes: the server that pg_ctl leaves behind would hold a pipe
        // open for ever.
        let said = tempfile::tempfile()?;
        let status = as_owner(command, self.owner)
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said.try_clone()?)
            .status()
            .with_context(|| format!("starting {command:?}"))?;
        if !status.success() {
            bail!("{command:?} failed ({status}): {}", read_back(said)?);
        }
        Ok(())
    }
}

/// Starts the watcher in a process group of its own, so that an interrupt of the tests does not
/// reach it.
fn watch(programs: &Path, folder: &Path, owner: Option<Owner>) -> Result<Child> {
    let mut command = Command::new("sh");
    command.args(["-c", WATCHER]).arg(programs.join("pg_ctl")).arg(folder);
    as_owner(&mut command, owner)
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("starting the watcher of the cluster")
}

fn as_owner(command: &mut Command, owner: Option<Owner>) -> &mut Command {
    match owner {
        Some(Owner { user, group }) => command.uid(user).gid(group),
        None => command,
    }
}

/// The newest installed server, or the one on PATH.
fn find_programs() -> Result<PathBuf> {
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = installed
        .map(|version| version.path().join("bin"))
        .filter(|programs| programs.join("initdb").is_file())
        .max_by_key(|programs| version_of(programs));
    let on_path = || {
        let folders = std::env::var_os("PATH")?;
        std::env::split_paths(&folders).find(|folder| folder.join("initdb").is_file())
    };
    newest.or_else(on_path).context("type: apt-get install postgresql")
}

/// `/usr/lib/postgresql/15/bin` as 15.
fn version_of(programs: &Path) -> u32 {
    let version = programs.parent().and_then(Path::file_name).unwrap_or_default();
    version.to_string_lossy().parse().unwrap_or_default()
}

fn find_owner() -> Result<Owner> {
    let accounts = fs::read_to_string("/etc/passwd")?;
    let fields = accounts
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>())
        .find(|fields| fields.first() == Some(&ACCOUNT))
        .with_context(|| format!("there is no account {ACCOUNT} to run the server as"))?;
    let number = |place: usize| -> Result<u32> { Ok(fields.get(place).unwrap_or(&"").parse()?) };
    Ok(Owner { user: number(2)?, group: number(3)? })
}

fn database_name(url: &str) -> Result<&str> {
    let path = url.split('?').next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty()
        || !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    {
        bail!("{url} names no database of the test cluster");
    }
    Ok(name)
}

fn read_back(mut file: fs::File) -> Result<String> {
    use io::{Read, Seek};
    let mut text = String::new();
    file.rewind()?;
    file.read_to_string(&mut text)?;
    Ok(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn psql(url: &str, statement: &str) -> String {
        let programs = find_programs().unwrap();
        let output =
            Command::new(programs.join("psql")).args([url, "-Atc", statement]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// A copy has what its template had and goes its own way; a dropped database is gone.
    #[test]
    fn copies() {
        let template = create_database(None).unwrap();
        psql(&template, "CREATE TABLE fruit (name text)");
        psql(&template, "INSERT INTO fruit VALUES ('fig')");
        let copy = create_database(Some(&template)).unwrap();
        psql(&copy, "INSERT INTO fruit VALUES ('date')");
        assert_eq!(psql(&copy, "SELECT count(*) FROM fruit"), "2");
        assert_eq!(psql(&template, "SELECT count(*) FROM fruit"), "1");
        drop_database(&copy).unwrap();
        assert!(create_database(Some(&copy)).is_err());
    }

    /// Names that could be anything but a database of the cluster never reach a statement.
    #[test]
    fn names() {
        assert_eq!(
            database_name("postgres://postgres@localhost/banyan_3?host=/tmp/x").unwrap(),
            "banyan_3"
        );
        assert!(database_name("postgres://postgres@localhost/a;b").is_err());
        assert!(database_name("postgres://postgres@localhost/").is_err());
    }
}
