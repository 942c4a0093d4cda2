//! What can be set from outside: flags, or `BANYAN_*` in the environment. Complete or refused at
//! start, with one sentence that says what to do.

mod mail;

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueEnum};

use crate::http::document::{self, FreeForm, Introspection};
use crate::http::{Foreign, Proxies, Settings, Tiers};
pub use mail::Mail;

/// Where the facts lie.
#[derive(Args, Clone, Debug)]
pub struct Database {
    /// The database: sqlite://FILE or postgres://USER@HOST/NAME
    #[arg(
        long = "database",
        env = "BANYAN_DATABASE",
        value_name = "URL",
        default_value = "sqlite://banyan.db",
        global = true,
        hide_env_values = true
    )]
    pub url: String,
}

impl Database {
    /// The file of an embedded database; none for a server.
    pub fn file(&self) -> Option<PathBuf> {
        let path = self.url.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        path.split('?').next().map(PathBuf::from)
    }

    /// Refuses what cannot be opened, before anything is.
    pub fn check(&self) -> anyhow::Result<()> {
        if self.url.starts_with("postgres://") || self.url.starts_with("postgresql://") {
            return Ok(());
        }
        let Some(file) = self.file() else {
            bail!("--database must begin with sqlite:// or postgres://");
        };
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        match folder {
            _ if file.as_os_str().is_empty() || self.url.contains(":memory:") => {
                bail!("--database must name a file: sqlite://FILE")
            }
            Some(folder) if !folder.is_dir() => {
                bail!(
                    "the folder of the database does not exist; type: mkdir -p {}",
                    folder.display()
                )
            }
            _ => Ok(()),
        }
    }
}

/// Where the key that signs access tokens lies.
#[derive(Args, Clone, Debug)]
pub struct Keys {
    /// Folder of the signing key; beside the database file when there is one
    #[arg(long = "keys", env = "BANYAN_KEYS", value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

impl Keys {
    /// The key file.
    pub fn file(&self, database: &Database) -> anyhow::Result<PathBuf> {
        match (&self.folder, database.file()) {
            (Some(folder), _) if folder.is_dir() => Ok(folder.join("signing-key.pem")),
            (Some(folder), _) => {
                bail!(
                    "the folder of the signing key does not exist; type: mkdir -p {}",
                    folder.display()
                )
            }
            (None, Some(mut file)) => {
                let name = file.file_name().context("--database names no file")?.to_owned();
                file.set_file_name(format!("{}.signing-key.pem", name.to_string_lossy()));
                Ok(file)
            }
            (None, None) => bail!(
                "with PostgreSQL, say with --keys FOLDER (or BANYAN_KEYS) where the signing key is kept"
            ),
        }
    }
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for programs.
    Json,
}

/// Everything that serving needs to know.
#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// Load the demo community into an empty database and print a sign-in link for each role
    #[arg(long)]
    pub demo: bool,
    /// Address and port to listen on
    #[arg(long, env = "BANYAN_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the facts lie.
    #[command(flatten)]
    pub database: Database,
    /// Where the signing key lies.
    #[command(flatten)]
    pub keys: Keys,
    /// Origins besides the request's own host whose pages may sign in, when a proxy changes the host
    #[arg(long = "origin", env = "BANYAN_ORIGINS", value_name = "ORIGIN", value_delimiter = ',')]
    pub origins: Vec<String>,
    /// Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses or networks
    #[arg(
        long = "trusted-proxy",
        env = "BANYAN_TRUSTED_PROXIES",
        value_name = "CIDR",
        value_delimiter = ','
    )]
    pub trusted_proxies: Vec<String>,
    /// Origins whose pages may read the graph anonymously or with a token, or * for all; none if not said
    #[arg(
        long = "cors-origin",
        env = "BANYAN_CORS_ORIGINS",
        value_name = "ORIGIN",
        value_delimiter = ','
    )]
    pub cors_origins: Vec<String>,
    /// How much requests may ask for.
    #[command(flatten)]
    pub limits: LimitSettings,
    /// Which documents are answered to whom.
    #[command(flatten)]
    pub documents: DocumentSettings,
    /// How letters leave.
    #[command(flatten)]
    pub mail: Mail,
}

impl Serve {
    /// What the door is set to; refused when it makes no sense.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        let listed = self.trusted_proxies.iter().map(String::as_str);
        let proxies = Proxies::parse(listed).map_err(|wrong| {
            anyhow!("--trusted-proxy must be an address or a network like 10.0.0.0/8, not {wrong}")
        })?;
        let foreign = Foreign::parse(&self.cors_origins).map_err(anyhow::Error::msg)?;
        let (tiers, origins) = (self.limits.tiers()?, self.origins.clone());
        let documents = self.documents.settings();
        Ok(Settings { tiers, origins, proxies, foreign, documents })
    }

    /// Refuses a configuration that cannot or must not be served.
    pub fn check(&self) -> anyhow::Result<()> {
        self.settings()?;
        self.mail.settings()?;
        self.database.check()?;
        if self.demo && !self.listen.ip().is_loopback() {
            bail!("--demo signs in whoever has a printed link, so it listens on 127.0.0.1 only");
        }
        for origin in &self.origins {
            let authority = origin.strip_prefix("https://").or(origin.strip_prefix("http://"));
            if authority.is_none_or(|authority| authority.is_empty() || authority.contains('/')) {
                bail!("--origin must look like https://banyan.example, not {origin}");
            }
        }
        Ok(())
    }
}

/// What an operator opens to whom.
#[derive(Args, Clone, Copy, Debug)]
pub struct DocumentSettings {
    /// Whose own queries are answered; Banyan's own pages always are
    #[arg(long, env = "BANYAN_FREE_FORM", value_enum, default_value_t, value_name = "WHOSE")]
    pub free_form: FreeForm,
    /// Whether the schema describes itself to queries; /schema.graphql always does
    #[arg(long, env = "BANYAN_INTROSPECTION", value_enum, default_value_t, value_name = "SWITCH")]
    pub introspection: Introspection,
}

impl DocumentSettings {
    fn settings(self) -> document::Settings {
        let Self { free_form, introspection } = self;
        document::Settings { free_form, introspection, ..document::Settings::default() }
    }
}

/// The limits of requests.
#[derive(Args, Clone, Debug)]
pub struct LimitSettings {
    /// A limit of requests, for anonymous or signed-in clients or for both, as in `depth=9` or
    /// `anonymous.cost=500`; README lists them
    #[arg(
        long = "limit",
        env = "BANYAN_LIMITS",
        value_name = "[CLIENTS.]NAME=NUMBER",
        value_delimiter = ','
    )]
    pub limits: Vec<String>,
}

impl LimitSettings {
    /// The limits for each kind of client; refused when one makes no sense.
    pub fn tiers(&self) -> anyhow::Result<Tiers> {
        let mut tiers = Tiers::default();
        for limit in &self.limits {
            set(&mut tiers, limit.trim())?;
        }
        for (clients, limits) in [("anonymous", tiers.anonymous), ("signed-in", tiers.signed_in)] {
            limits.check().map_err(|why| anyhow!("--limit, for {clients} clients: {why}"))?;
        }
        Ok(tiers)
    }
}

fn set(tiers: &mut Tiers, limit: &str) -> anyhow::Result<()> {
    let read = limit.split_once('=').and_then(|(name, number)| {
        Some((name.split_once('.').unwrap_or(("", name)), number.parse().ok()?))
    });
    let Some(((clients, name), number)) = read else {
        bail!("--limit must look like depth=9 or anonymous.cost=500, not {limit}");
    };
    let chosen = match clients {
        "" => vec![&mut tiers.anonymous, &mut tiers.signed_in],
        "anonymous" => vec![&mut tiers.anonymous],
        "signed-in" => vec![&mut tiers.signed_in],
        other => bail!("--limit is for anonymous or signed-in clients, not for {other}"),
    };
    for limits in chosen {
        limits.set(name, number).map_err(|why| anyhow!("--limit {limit}: {why}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        serve: Serve,
    }

    fn parse(line: &str) -> Serve {
        Line::try_parse_from(line.split(' ')).unwrap().serve
    }

    fn check_refused(line: &str, expected: &str) {
        let refused = parse(line).check().expect_err(line).to_string();
        assert!(refused.contains(expected), "{refused}");
    }

    /// What cannot be served is refused before anything is opened, with what to do.
    #[test]
    fn bad_settings_are_refused() {
        check_refused("banyan --demo --listen 0.0.0.0:8080", "127.0.0.1 only");
        check_refused("banyan --database mysql://x", "sqlite:// or postgres://");
        check_refused("banyan --database sqlite::memory:", "must name a file");
        check_refused(
            "banyan --database sqlite:///no/such/folder/b.db",
            "mkdir -p /no/such/folder",
        );
        check_refused("banyan --origin banyan.example", "https://banyan.example");
        check_refused("banyan --trusted-proxy 10.0.0.1,proxy", "not proxy");
        check_refused("banyan --cors-origin portal.example", "https://portal.example");
        assert!(parse("banyan").check().is_ok());
    }

    /// The key lies beside an embedded database; with a server its folder must be said.
    #[test]
    fn the_key_has_a_place() {
        let file = |line| {
            let serve = parse(line);
            serve.keys.file(&serve.database)
        };
        let beside = file("banyan --database sqlite:///var/b.db").unwrap();
        assert_eq!(beside, PathBuf::from("/var/b.db.signing-key.pem"));
        assert!(
            file("banyan --database postgres://h/b").unwrap_err().to_string().contains("--keys")
        );
        assert!(file("banyan --keys /no/such/folder").unwrap_err().to_string().contains("mkdir"));
    }

    /// The shipped limits are those of the code; each can be set, within reason.
    #[test]
    fn limits_can_be_set() {
        assert_eq!(parse("banyan").limits.tiers().unwrap(), Tiers::default());
        let tiers = parse("banyan --limit anonymous.cost=5,depth=9").limits.tiers().unwrap();
        assert_eq!((tiers.anonymous.cost, tiers.signed_in.cost), (5, 10_000));
        assert_eq!((tiers.anonymous.depth, tiers.signed_in.depth), (9, 9));
        check_refused("banyan --limit depth", "must look like");
        check_refused("banyan --limit owner.depth=9", "not for owner");
        check_refused("banyan --limit deepness=9", "no limit deepness");
        check_refused("banyan --limit depth=0", "2 to 50");
        check_refused("banyan --limit anonymous.budget=500", "could never be paid");
    }
}
