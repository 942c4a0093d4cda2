//! Banyan as a client meets it: a real server on a loopback port, over a database of the test's
//! own, with a clock that the test sets and somebody of every role.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use api::app::App;
use api::auth::{Auth, key::Keys};
use api::clock::Clock;
use api::http::document::Documents;
use api::http::{Settings, State};
use api::server::Server;
use api::service::account::{self, AccountDraft};
use api::service::{community, demo};
use domain::community::{CommunityDraft, Role};
use domain::identifier::{AccountId, CommunityId, Noun};
use domain::policy::Viewer;
use domain::text::Locale;
use domain::vocabulary::Word;

use crate::actor::Actor;
use crate::database::Database;

/// When every test begins.
pub const START: &str = "2026-03-02T09:00:00Z";

/// The password of everybody.
pub const PASSWORD: &str = "correct horse battery";

/// A running Banyan with two communities and, in the first, an account of each role; the login is
/// the role's code in small letters.
pub struct TestApp {
    /// The state of the process.
    pub app: Arc<App>,
    /// Signing in, without HTTP.
    pub auth: Arc<Auth>,
    /// The documents that the server knows by their digests.
    pub documents: Arc<Documents>,
    /// The time; it stands still until it is set.
    pub clock: Clock,
    /// OpenLMIS, where everybody is at home, and openIMIS, where nobody is.
    pub communities: [CommunityId; 2],
    /// Where it listens.
    pub address: SocketAddr,
    accounts: Vec<(Role, AccountId)>,
    server: Server,
    folder: tempfile::TempDir,
    database: Database,
}

impl TestApp {
    /// Starts one with the shipped limits.
    pub async fn start() -> Self {
        Self::start_with(Settings::default()).await
    }

    /// Starts one with other settings.
    pub async fn start_with(settings: Settings) -> Self {
        Self::start_over(settings, async |app| {
            let communities =
                [add_community(app, "OpenLMIS").await, add_community(app, "openIMIS").await];
            (communities, add_accounts(app, communities[0]).await)
        })
        .await
    }

    /// Starts one with the demo's facts and people instead.
    pub async fn start_demo(settings: Settings) -> Self {
        Self::start_over(settings, async |app| {
            demo::load(&app.op(Viewer::Owner)).await.expect("the demo");
            let snapshot = app.snapshot();
            let community = |slug: &str| {
                let mut rows = snapshot.rows::<entity::community::Model>().values();
                rows.find(|row| row.slug == slug).expect("a community").id
            };
            let account = |role: &Role| {
                let login = format!("{}@openlmis.demo", role.code().to_lowercase());
                (*role, snapshot.account_by_login(&login).expect("an account").id)
            };
            let accounts = Role::ALL.iter().map(account).collect();
            ([community("openlmis"), community("openimis")], accounts)
        })
        .await
    }

    async fn start_over(
        settings: Settings,
        fill: impl AsyncFnOnce(&Arc<App>) -> ([CommunityId; 2], Vec<(Role, AccountId)>),
    ) -> Self {
        let database = Database::fresh().await;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Clock::fixed(START.parse().expect("a time"));
        let app = App::open(&database.url, clock.clone()).await.expect("open");
        let (communities, accounts) = fill(&app).await;
        let auth = open_auth(&app, folder.path()).await;
        let state = State::new(app.clone(), auth.clone(), settings).expect("state");
        let documents = state.documents.clone();
        documents.remember(&app).await.expect("documents");
        let server =
            Server::start(state, "127.0.0.1:0".parse().expect("an address")).expect("start");
        let address = server.address;
        Self {
            app,
            auth,
            documents,
            clock,
            communities,
            address,
            accounts,
            server,
            folder,
            database,
        }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Actor {
        Actor::new(self.address, None)
    }

    /// Somebody signed in with this role in the first community.
    pub async fn actor(&self, role: Role) -> Actor {
        let session = self.auth.start_session(self.account(role)).await.expect("a session");
        Actor::new(self.address, Some(session.access))
    }

    /// The account with this role.
    pub fn account(&self, role: Role) -> AccountId {
        let found = self.accounts.iter().find(|(held, _)| *held == role);
        found.expect("an account of every role").1
    }

    /// The first community, as clients name it.
    pub fn home(&self) -> String {
        Noun::Community.format(self.communities[0].0)
    }

    /// Where the facts lie.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// Signing in, in another process on the same database.
    pub async fn another_process(&self) -> Arc<Auth> {
        let app = App::open(&self.database.url, self.clock.clone()).await.expect("open");
        open_auth(&app, self.folder.path()).await
    }

    /// Another process that serves the same database.
    pub async fn another_server(&self) -> Server {
        let app = App::open(&self.database.url, self.clock.clone()).await.expect("open");
        let auth = open_auth(&app, self.folder.path()).await;
        let state = State::new(app, auth, Settings::default()).expect("state");
        Server::start(state, "127.0.0.1:0".parse().expect("an address")).expect("start")
    }

    /// Ends the server in an orderly manner; the database goes afterwards.
    pub async fn stop(self) {
        self.server.stop().await.expect("an orderly end");
    }

    /// Lets time pass.
    pub fn wait(&self, time: chrono::TimeDelta) {
        self.clock.set(self.clock.now() + time);
    }

    /// Gives everybody the [`PASSWORD`].
    pub async fn set_passwords(&self) {
        for (_, account) in &self.accounts {
            self.auth.set_password(*account, PASSWORD).await.expect("a password");
        }
    }
}

async fn open_auth(app: &Arc<App>, folder: &Path) -> Arc<Auth> {
    let keys = Keys::open(&folder.join("signing-key.pem")).expect("a key");
    Arc::new(Auth::open(app.clone(), keys).await.expect("auth"))
}

async fn add_community(app: &Arc<App>, name: &str) -> CommunityId {
    let draft = CommunityDraft { name: name.to_owned() };
    community::create(&app.op(Viewer::Owner), draft).await.expect("create")
}

async fn add_accounts(app: &Arc<App>, community: CommunityId) -> Vec<(Role, AccountId)> {
    let mut accounts = Vec::new();
    for role in Role::ALL {
        let name = role.code().to_lowercase();
        let draft = AccountDraft { login: name.clone(), display_name: name, locale: Locale::En };
        let id = account::create(&app.op(Viewer::Owner), draft).await.expect("create");
        account::join(&app.op(Viewer::Owner), id, community, *role).await.expect("join");
        accounts.push((*role, id));
    }
    accounts
}
