//! Two communities and somebody of every kind who looks at them, asked through the GraphQL schema
//! as the door executes it, under the policy of one's choice.

use super::input::bare;
use api::app::App;
use api::auth::Auth;
use api::auth::device::Visit;
use api::auth::key::Keys;
use api::clock::Clock;
use api::graphql::{Schema, schema, with_op};
use api::op::{Identity, Op, Proof};
use api::service::account::{self, AccountDraft};
use api::service::{community, export, subject};

use async_graphql::{Request, Response, Variables};
use domain::community::{CommunityDraft, Role};
use domain::identifier::{AccountId, CommunityId, Noun, StakeholderId};
use domain::policy::{Policy, Viewer};
use domain::stakeholder::StakeholderKind;
use domain::text::Locale;
use domain::vocabulary::Word;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use tests::app::START;
use tests::database::Database;
use uuid::Uuid;

/// Two communities: home, with an account of every role, and abroad, with a manager of its own.
pub struct Ground {
    pub app: Arc<App>,
    pub schema: Schema,
    pub home: CommunityId,
    pub abroad: CommunityId,
    accounts: Vec<(String, AccountId)>,
    /// Who has signed in, and by which session.
    sessions: BTreeMap<AccountId, Uuid>,
    _database: Database,
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub data: Value,
    /// Every error: its code, its message and where it happened.
    pub errors: Vec<(String, String, String)>,
}

impl Told {
    /// The code of the first error; `NONE` when there is none.
    pub fn code(&self) -> &str {
        self.errors.first().map_or("NONE", |(code, _, _)| code)
    }

    /// All of it as text. Fields come as they were done, which the door puts in order.
    pub fn text(&self) -> String {
        let mut errors: Vec<_> = self.errors.iter().map(|error| format!("{error:?}")).collect();
        errors.sort();
        format!("{} {errors:?}", sorted(&self.data))
    }
}

impl Ground {
    pub async fn lay() -> Self {
        Self::lay_by(Clock::fixed(START.parse().expect("a time"))).await
    }

    /// As `lay`, by this clock.
    pub async fn lay_by(clock: Clock) -> Self {
        let database = Database::fresh().await;
        let app = App::open(&database.url, clock).await.expect("open");
        let [home, abroad] = [found(&app, "OpenLMIS").await, found(&app, "openIMIS").await];
        let mut accounts = Vec::new();
        for role in Role::ALL {
            let name = role.code().to_lowercase();
            accounts.push((name.clone(), join(&app, [&name; 2], home, *role).await));
        }
        let stranger = join(&app, ["stranger"; 2], abroad, Role::Manager).await;
        accounts.push(("stranger".to_owned(), stranger));
        Self {
            app,
            schema: schema(),
            home,
            abroad,
            accounts,
            sessions: BTreeMap::new(),
            _database: database,
        }
    }

    /// Somebody who signed in, by name.
    pub fn viewer(&self, name: &str) -> Viewer {
        match name {
            "anonymous" => return Viewer::Anonymous,
            "owner" => return Viewer::Owner,
            _ => {}
        }
        let (_, id) = self.accounts.iter().find(|(known, _)| known == name).expect(name);
        self.app.snapshot().viewer(*id).expect("enabled")
    }

    /// Everybody who may look, by name.
    pub fn viewers(&self) -> Vec<(&str, Viewer)> {
        let names = self.accounts.iter().map(|(name, _)| name.as_str());
        ["anonymous"].into_iter().chain(names).map(|name| (name, self.viewer(name))).collect()
    }

    /// Somebody new, whose login only admins are told, and of whom only those know who belong to the same community.
    pub async fn newcomer(&self, name: &str, community: CommunityId) {
        let shown = name.replacen("lq", "dq", 1);
        join(&self.app, [name, &shown], community, Role::Editor).await;
    }

    /// Signs everybody in, each from an agent of an own name, and gives each a token of one and a mute.
    pub async fn sign_in(&mut self) {
        let folder = tempfile::tempdir().expect("a folder");
        let keys = Keys::open(&folder.path().join("key.pem")).expect("keys");
        let auth = Auth::open(self.app.clone(), keys).await.expect("auth");
        for (name, id) in self.accounts.clone() {
            let visit = Visit { agent: Some(format!("sq{name}")), ..Visit::default() };
            let issued = auth.start_session_on(id, visit).await.expect("a session");
            self.sessions.insert(id, issued.session);
            let input = json!({ "name": format!("tq{name}"), "scope": "READ" });
            let made = bare("createApiToken");
            self.data(&self.viewer(&name), &made, input).await;
            // By this rule nothing is told here, so that everybody is told the same as without.
            let mute = json!({ "rule": "FUNDING_ENDING" });
            self.data(&self.viewer(&name), &bare("mute"), mute).await;
        }
    }

    fn identity(&self, viewer: &Viewer) -> Identity {
        let session = viewer.account().and_then(|id| self.sessions.get(&id));
        let proof = session.map_or(Proof::Nothing, |session| Proof::Session(*session));
        Identity { viewer: viewer.clone(), proof }
    }

    /// Asks as somebody.
    pub async fn ask(&self, viewer: &Viewer, query: &str, input: Value) -> Told {
        self.ask_by(self.app.op_of(self.identity(viewer)), query, input).await
    }

    /// Asks as somebody, as it would be under another policy.
    pub async fn ask_under(
        &self,
        policy: &Arc<Policy>,
        viewer: &Viewer,
        query: &str,
        input: Value,
    ) -> Told {
        self.ask_by(self.app.op_under(policy.clone(), self.identity(viewer)), query, input).await
    }

    /// The code that somebody is told who takes a person's data away, under another policy.
    pub async fn export_under(
        &self,
        policy: &Arc<Policy>,
        viewer: &Viewer,
        person: &Value,
    ) -> String {
        let noun = Noun::Stakeholder(StakeholderKind::Person);
        let id = noun.parse_id(person.as_str().expect("an id"), "person");
        let id = id.unwrap_or_else(|_| panic!("no person: {person}"));
        let op = self.app.op_under(policy.clone(), self.identity(viewer));
        let told = subject::export(&op, StakeholderId(id)).await;
        told.map_or_else(|error| error.code().as_str().to_owned(), |_| "NONE".to_owned())
    }

    /// Follows as somebody.
    pub fn follow(&self, viewer: &Viewer, request: Request) -> BoxStream<'static, Response> {
        let op = self.app.op_of(self.identity(viewer));
        self.schema.execute_stream(with_op(request, op)).boxed()
    }

    async fn ask_by(&self, op: Op, query: &str, input: Value) -> Told {
        let request =
            Request::new(query).variables(Variables::from_json(json!({ "input": input })));
        let response = self.schema.execute(with_op(request, op)).await;
        let told = |error: &async_graphql::ServerError| {
            let known = error.source::<api::error::Error>();
            let code = known.map_or("LIBRARY", |error| error.code().as_str());
            let refusals = known.map(|error| format!("{:?}", error.refusals()));
            let message = format!("{} {}", error.message, refusals.unwrap_or_default());
            (code.to_owned(), message, format!("{:?}", error.path))
        };
        let errors = response.errors.iter().map(told).collect();
        Told { data: response.data.into_json().expect("JSON"), errors }
    }

    /// Both files that somebody takes away.
    pub async fn exports(&self, viewer: &Viewer) -> String {
        let op = self.app.op(viewer.clone());
        let stakeholders = export::stakeholders(&op).await.expect("stakeholders");
        let relationships = export::relationships(&op).await.expect("relationships");
        [stakeholders, relationships].concat()
    }

    /// Asks as somebody and must be answered.
    pub async fn data(&self, viewer: &Viewer, query: &str, input: Value) -> Value {
        let told = self.ask(viewer, query, input).await;
        assert!(told.errors.is_empty(), "{query}: {:?}", told.errors);
        told.data
    }
}

/// The same with the fields of objects in alphabetical order.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<_, _> = fields.iter().collect();
            fields.into_iter().map(|(key, value)| (key.clone(), sorted(value))).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

/// The id of a community outside.
pub fn outside(community: CommunityId) -> String {
    Noun::Community.format(community.0)
}

async fn found(app: &Arc<App>, name: &str) -> CommunityId {
    let draft = CommunityDraft { name: name.to_owned() };
    community::create(&app.op(Viewer::Owner), draft).await.expect("create")
}

/// A new member with this login and this name.
async fn join(
    app: &Arc<App>,
    [login, name]: [&str; 2],
    community: CommunityId,
    role: Role,
) -> AccountId {
    let op = || app.op(Viewer::Owner);
    let draft =
        AccountDraft { login: login.to_owned(), display_name: name.to_owned(), locale: Locale::En };
    let id = account::create(&op(), draft).await.expect("create");
    account::join(&op(), id, community, role).await.expect("join");
    id
}

/// Runs something on a stack for documents that are deeper than the door lets through.
pub fn deep<T: Send + 'static>(
    work: impl FnOnce() -> Pin<Box<dyn Future<Output = T>>> + Send + 'static,
) -> T {
    let run = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(work())
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024 * 1024).spawn(run);
    thread.expect("a thread").join().expect("no panic")
}
