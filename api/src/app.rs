//! The state of one process: its database, its snapshot and its clock.

use crate::auth::api_token::ApiTokens;
use crate::auth::revoked::Revoked;
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::letter::Letters;
use crate::op::{Denials, Identity, Op, Proof, Suggestions};
use crate::service::erasure;
use crate::service::import::Workroom;
use crate::snapshot::feed::Listener;
use crate::snapshot::reckoning::Reckonings;
use crate::snapshot::{Applier, Snapshot, View};
use crate::store::{CHANNEL, Erasures, Store};
use domain::policy::{Policy, Viewer};
use entity::ledger;
use sea_orm::EntityTrait;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// What every request shares.
#[derive(Debug)]
pub struct App {
    /// The database.
    pub store: Store,
    /// Where the time comes from.
    pub clock: Clock,
    /// What was erased, kept beside the database.
    pub erasures: Erasures,
    /// How letters leave.
    pub letters: Letters,
    policy: Arc<Policy>,
    applier: Arc<Applier>,
    workroom: Workroom,
    api_tokens: ApiTokens,
    revoked: Revoked,
    denials: Denials,
    reckonings: Reckonings,
    suggestions: Suggestions,
}

impl App {
    /// Opens the database, brings it to the newest migration, reads the graph, and erases again what
    /// was erased before an older copy was put back.
    pub async fn open(url: &str, clock: Clock) -> Result<Arc<Self>> {
        let store = Store::open(url).await?;
        store.migrate().await?;
        let app = Self::beside(store, clock, Erasures::beside(url)).await?;
        erasure::replay(&app).await?;
        Ok(app)
    }

    /// The state over a database that is already migrated.
    pub async fn over(store: Store, clock: Clock) -> Result<Arc<Self>> {
        Self::beside(store, clock, Erasures::default()).await
    }

    async fn beside(store: Store, clock: Clock, erasures: Erasures) -> Result<Arc<Self>> {
        let applier = Arc::new(Applier::start(store.clone()).await?);
        let policy = Arc::new(Policy::standard());
        let (workroom, api_tokens) = (Workroom::default(), ApiTokens::default());
        let revoked = Revoked::default();
        revoked.catch_up(&store, clock.now()).await?;
        Ok(Arc::new(Self {
            store,
            clock,
            erasures,
            letters: Letters::to(applier.clone()),
            policy,
            applier,
            workroom,
            api_tokens,
            revoked,
            denials: Denials::default(),
            reckonings: Reckonings::default(),
            suggestions: Suggestions::default(),
        }))
    }

    /// What a viewer sees of a revision.
    pub fn view(&self, snapshot: Arc<Snapshot>, viewer: Viewer) -> View {
        View::new(snapshot, self.policy.clone(), viewer)
    }

    /// What this process knows now.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.applier.current()
    }

    /// The applier, for the write path.
    pub(crate) fn applier(&self) -> &Applier {
        &self.applier
    }

    /// The sessions that were ended before their time.
    pub fn revoked(&self) -> &Revoked {
        &self.revoked
    }

    /// How much of what was refused is recorded.
    pub(crate) fn denials(&self) -> &Denials {
        &self.denials
    }

    /// How many corrections each address has suggested of late.
    pub(crate) fn suggestions(&self) -> &Suggestions {
        &self.suggestions
    }

    /// What is reckoned at length about the graph.
    pub(crate) fn reckonings(&self) -> &Reckonings {
        &self.reckonings
    }

    /// Hears of every commit that this process shows from now on.
    pub fn listen(&self) -> Listener {
        self.applier.listen()
    }

    /// Where sheets are planned.
    pub(crate) fn workroom(&self) -> &Workroom {
        &self.workroom
    }

    /// The API tokens that live.
    pub(crate) fn api_tokens(&self) -> &ApiTokens {
        &self.api_tokens
    }

    /// Lets go of the bytes of what was erased and is lasting, and notes that nothing of it is left.
    pub(crate) async fn finish_erasing(&self, erased: &[(&'static str, Uuid)]) -> Result<()> {
        if erased.is_empty() {
            return Ok(());
        }
        self.store.forget().await?;
        for (noun, id) in erased {
            self.erasures.finish(noun, *id, self.clock.now())?;
        }
        Ok(())
    }

    /// One request of this viewer, pinned to the newest revision.
    pub fn op(self: &Arc<Self>, viewer: Viewer) -> Op {
        self.op_of(Identity { viewer, proof: Proof::Nothing })
    }

    /// As `op_of`, as it would be under another policy.
    pub fn op_under(self: &Arc<Self>, policy: Arc<Policy>, identity: Identity) -> Op {
        let view = View::new(self.snapshot(), policy, identity.viewer);
        Op::new(self.clone(), view, identity.proof)
    }

    /// As `op`, for somebody who has shown who they are.
    pub fn op_of(self: &Arc<Self>, identity: Identity) -> Op {
        let view = self.view(self.snapshot(), identity.viewer);
        Op::new(self.clone(), view, identity.proof)
    }

    /// Takes what other processes have committed; called by [`follow`] and by tests.
    pub async fn catch_up(&self) -> Result<()> {
        let ledger = ledger::Entity::find_by_id(1).one(self.store.follower()).await?;
        let revision = ledger.ok_or_else(|| Error::internal("the ledger is empty"))?.revision;
        self.applier.reach(revision).await.map(|_| ())
    }
}

/// How often other processes' commits are looked for when nothing is heard from them.
const POLL: Duration = Duration::from_secs(5);

/// Keeps this process in step with others on the same database, for as long as it is polled:
/// PostgreSQL tells of each commit, and asking every few seconds catches what was not heard.
pub async fn follow(app: Arc<App>) {
    let mut listener = crate::store::listen(&app.store, CHANNEL).await;
    loop {
        match &mut listener {
            Some(listener) => {
                // A database that is away is not asked again at once.
                if let Ok(Err(_)) = tokio::time::timeout(POLL, listener.recv()).await {
                    tokio::time::sleep(POLL).await;
                }
            }
            None => tokio::time::sleep(POLL).await,
        }
        if let Err(error) = app.catch_up().await {
            tracing::error!(%error, "other processes' commits could not be read");
        }
    }
}
