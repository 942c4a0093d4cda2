//! The binary itself, serving a database of the test's own, so that it can be killed and its log read.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use api::app::App;
use api::auth::{Auth, key::Keys};
use api::clock::Clock;
use api::service::account::{self, AccountDraft};
use api::service::community;
use domain::community::{CommunityDraft, Role};
use domain::identifier::{CommunityId, Noun};
use domain::policy::Viewer;
use domain::text::Locale;

use crate::actor::Actor;
use crate::database::Database;

/// A database with one community, its administrator, and the keys that let them in.
pub struct Place {
    /// Where the facts lie.
    pub database: Database,
    /// The community, as clients name it.
    pub home: String,
    folder: tempfile::TempDir,
    token: String,
}

/// A process that serves it; killed when it is dropped.
pub struct Served {
    process: Child,
    address: SocketAddr,
    token: String,
}

impl Place {
    /// A new one.
    pub async fn new() -> Self {
        let database = Database::fresh().await;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let app = App::open(&database.url, Clock::system()).await.expect("open");
        let owner = || app.op(Viewer::Owner);
        let draft = CommunityDraft { name: "OpenLMIS".to_owned() };
        let home: CommunityId = community::create(&owner(), draft).await.expect("create");
        let draft = AccountDraft {
            login: "admin".to_owned(),
            display_name: "Admin".to_owned(),
            locale: Locale::En,
        };
        let id = account::create(&owner(), draft).await.expect("create");
        account::join(&owner(), id, home, Role::Admin).await.expect("join");
        let keys = Keys::open(&folder.path().join("signing-key.pem")).expect("a key");
        let auth = Arc::new(Auth::open(app.clone(), keys).await.expect("auth"));
        let token = auth.start_session(id).await.expect("a session").access;
        drop(auth);
        app.store.clone().close().await.expect("close");
        let home = Noun::Community.format(home.0);
        Self { database, home, folder, token }
    }

    /// Where the process writes its log.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Starts to serve; the log goes on where it ended.
    pub fn serve(&self) -> Served {
        self.serve_with(&[])
    }

    /// As `serve`, with further settings.
    pub fn serve_with(&self, settings: &[&str]) -> Served {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(self.log());
        let mut process = Command::new(binary())
            .args(["--log", "info,api=trace", "serve", "--listen", "127.0.0.1:0"])
            .args(["--database", &self.database.url, "--keys"])
            .arg(self.folder.path())
            .args(settings)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log.expect("a log"))
            .spawn()
            .expect("the binary");
        let output = process.stdout.take().expect("its output");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let address = lines.find_map(|line| line.split_once("http://")?.1.trim().parse().ok());
        let address = address.expect("the address that it listens on");
        Served { process, address, token: self.token.clone() }
    }
}

impl Served {
    /// The administrator.
    pub fn admin(&self) -> Actor {
        Actor::new(self.address, Some(self.token.clone()))
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Actor {
        Actor::new(self.address, None)
    }

    /// Ends it as a fault would: at once, without a word.
    pub fn kill(&mut self) {
        self.process.kill().expect("a kill");
        self.process.wait().expect("its end");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The binary as people run it while developing, beside the tests.
fn binary() -> PathBuf {
    let own = std::env::current_exe().expect("a running test");
    let binary = own.parent().and_then(Path::parent).expect("a folder").join("banyan");
    assert!(binary.is_file(), "type: cargo build --package api --bin banyan");
    binary
}
