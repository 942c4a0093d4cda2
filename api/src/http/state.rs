//! What every route shares, and where its work runs.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use domain::policy::Viewer;
use sha2::{Digest, Sha256};
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::assets::tag;
use super::cors::Foreign;
use super::graphql::bucket::Buckets;
use super::graphql::catalogue::Catalogue;
use super::graphql::document::{self, Documents};
use super::graphql::limits::Limits;
use super::graphql::room::Room;
use super::peer::Proxies;
use super::socket::Crowd;
use crate::app::App;
use crate::auth::Auth;
use crate::error::{Error, Result};
use crate::graphql;

/// No request works longer than this.
pub const DEADLINE: Duration = Duration::from_secs(5);
/// How much later whoever asked is answered when the work cannot be ended.
const GRACE: Duration = Duration::from_millis(100);

/// The limits for each kind of client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tiers {
    /// Not signed in.
    pub anonymous: Limits,
    /// Signed in.
    pub signed_in: Limits,
}

impl Default for Tiers {
    fn default() -> Self {
        Self { anonymous: Limits::ANONYMOUS, signed_in: Limits::SIGNED_IN }
    }
}

impl Tiers {
    /// The limits for whoever asks.
    pub fn of(&self, viewer: &Viewer) -> &Limits {
        match viewer {
            Viewer::Anonymous => &self.anonymous,
            Viewer::Account { .. } | Viewer::Owner => &self.signed_in,
        }
    }
}

/// What an operator decides about the door.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// How much a request may ask for.
    pub tiers: Tiers,
    /// Further origins that the browser may call `/auth` from, when a proxy changes the host name.
    pub origins: Vec<String>,
    /// Proxies whose word about clients' addresses is taken.
    pub proxies: Proxies,
    /// Origins whose pages may read the graph; none unless an operator names them.
    pub foreign: Foreign,
    /// Which documents are answered to whom.
    pub documents: document::Settings,
}

/// The state behind the routes.
pub struct State {
    /// The graph.
    pub app: Arc<App>,
    /// Signing in.
    pub auth: Arc<Auth>,
    /// What executes admitted documents.
    pub(super) schema: graphql::Schema,
    /// The schema's text.
    pub sdl: String,
    /// The tag by which clients know it again.
    pub sdl_tag: String,
    /// What the cost pass knows of the schema.
    pub catalogue: Catalogue,
    /// How much a request may ask for.
    pub tiers: Tiers,
    /// Further origins that the browser may call `/auth` from, when a proxy changes the host name.
    pub origins: Vec<String>,
    /// Proxies whose word about clients' addresses is taken.
    pub proxies: Proxies,
    /// Origins whose pages may read the graph; none unless an operator names them.
    pub foreign: Foreign,
    /// The documents that are known by their digests.
    pub documents: Arc<Documents>,
    /// Who is connected by a socket.
    pub(super) sockets: Crowd,
    /// Who follows what.
    pub(super) following: Crowd,
    /// What clients have left to spend.
    pub buckets: Buckets,
    /// What is executed at once.
    pub(super) room: Room,
    runtime: Handle,
    draining: AtomicBool,
}

impl State {
    /// The state over an open graph; work runs on the runtime that this is called on.
    pub fn new(app: Arc<App>, auth: Arc<Auth>, settings: Settings) -> anyhow::Result<Self> {
        let Settings { tiers, origins, proxies, foreign, documents } = settings;
        let schema = graphql::schema();
        let sdl = graphql::sdl();
        let sdl_tag = tag(&Sha256::digest(&sdl));
        let catalogue = Catalogue::parse(&sdl)?;
        document::check(&documents.manifest, &tiers.signed_in, &catalogue)?;
        let documents = Arc::new(Documents::new(documents));
        Ok(Self {
            app,
            auth,
            schema,
            sdl,
            sdl_tag,
            catalogue,
            tiers,
            origins,
            proxies,
            foreign,
            documents,
            sockets: Crowd::of_sockets(),
            following: Crowd::of_subscriptions(),
            buckets: Buckets::default(),
            room: Room::of_machine(),
            runtime: Handle::current(),
            draining: AtomicBool::new(false),
        })
    }

    /// Runs the work of a request away from the thread that reads sockets: there a panic ends the
    /// work and not the connection, and the deadline holds even when the client is gone.
    pub async fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>> + Send + 'static,
    {
        bounded(&self.runtime, DEADLINE, work).await
    }

    /// As `run`, for the few requests that may work longer.
    pub async fn run_within<T, F>(&self, deadline: Duration, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>> + Send + 'static,
    {
        bounded(&self.runtime, deadline, work).await
    }

    /// Where work runs that outlives a request.
    pub(super) fn runtime(&self) -> &Handle {
        &self.runtime
    }

    /// Says to whoever balances load that this process is going away.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// Whether this process is going away.
    pub fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }
}

/// Work that waits for something is ended at its deadline. Work that never waits cannot be: it goes
/// on by itself, and whoever asked is answered a little later.
async fn bounded<T, F>(runtime: &Handle, deadline: Duration, work: F) -> Result<T>
where
    T: Send + 'static,
    F: Future<Output = Result<T>> + Send + 'static,
{
    let working = runtime.spawn(timeout(deadline, work));
    match timeout(deadline + GRACE, working).await {
        Ok(Ok(Ok(result))) => result,
        Ok(Ok(Err(_))) | Err(_) => Err(Error::Timeout),
        Ok(Err(panic)) => Err(Error::Internal(panic.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn run(work: impl Future<Output = Result<u8>> + Send + 'static) -> Result<u8> {
        bounded(&Handle::current(), Duration::from_millis(20), work).await
    }

    /// Work ends with its result, with its deadline, or with an internal error when it panics.
    #[tokio::test]
    async fn work_always_ends() {
        assert_eq!(run(async { Ok(1) }).await.unwrap(), 1);
        assert!(matches!(run(async { Err(Error::NotFound) }).await, Err(Error::NotFound)));
        let panicking = run(async { panic!("a defect") }).await;
        assert!(matches!(panicking, Err(Error::Internal(_))));
        assert!(matches!(run(std::future::pending()).await, Err(Error::Timeout)));
    }

    /// Whoever asked is answered also when the work never lets go of its thread.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn stuck_work_keeps_nobody_waiting() {
        let (let_go, stuck) = std::sync::mpsc::channel::<u8>();
        let work = run(async move { stuck.recv().map_err(|error| Error::Internal(error.into())) });
        assert!(matches!(work.await, Err(Error::Timeout)));
        drop(let_go);
    }
}
