//! One process serving: listening, answering, and going away in an orderly manner.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use anyhow::{Context, anyhow};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::app;
use crate::http::{self, State};

/// The head of a request must arrive within this time.
const HEAD_PATIENCE: Duration = Duration::from_secs(5);
/// A connection without a request is closed after this time.
const IDLE: Duration = Duration::from_secs(10);
/// Whoever balances load gets this long to see that the process is going away.
const NOTICE: Duration = Duration::from_millis(500);
/// Running requests get this many seconds to finish when the process ends.
const DRAIN: u64 = 10;
/// Letters that wait are sent within this time, running requests and all.
const LAST_LETTERS: Duration = Duration::from_secs(14);
/// Sockets at once, for each worker.
const CONNECTIONS: usize = 10_000;

/// A server that answers until it is stopped or dropped.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    state: Data<State>,
    handle: ServerHandle,
    serving: Option<thread::JoinHandle<std::io::Result<()>>>,
    following: JoinHandle<()>,
}

impl Server {
    /// Starts to answer, on threads of its own. Port 0 takes any free one.
    pub fn start(state: State, listen: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(listen)
            .with_context(|| format!("cannot listen on {listen}; say another with --listen"))?;
        let address = listener.local_addr()?;
        let following = follow(&state);
        let state = Data::new(state);
        let shared = state.clone();
        let (tell, told) = std::sync::mpsc::channel();
        let serving = thread::Builder::new().name("server".to_owned()).spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || http::application(shared.clone()))
                    .client_request_timeout(HEAD_PATIENCE)
                    .client_disconnect_timeout(Duration::from_secs(1))
                    .keep_alive(IDLE)
                    .max_connections(CONNECTIONS)
                    .shutdown_timeout(DRAIN)
                    .disable_signals()
                    .listen(listener)?
                    .run();
                // Whoever started this waits for it.
                tell.send(server.handle()).ok();
                server.await
            })
        })?;
        let handle = told.recv().context("the server did not start")?;
        Ok(Self { address, state, handle, serving: Some(serving), following })
    }

    /// Stops: says so at `/readyz`, takes no more connections, lets running requests finish.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        let until = Instant::now() + LAST_LETTERS;
        self.state.drain();
        tokio::time::sleep(NOTICE).await;
        self.handle.stop(true).await;
        let Some(serving) = self.serving.take() else {
            return Ok(());
        };
        let ended = tokio::task::spawn_blocking(move || serving.join()).await?;
        if let Some(post) = self.state.app.letters.post() {
            post.finish(until).await;
        }
        Ok(ended.map_err(|_| anyhow!("the server ended in a panic"))??)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.following.abort();
        // The command is given right here; waiting for its end is for those who `stop`.
        drop(self.handle.stop(false));
    }
}

/// Keeps this process in step with others on the same database.
fn follow(state: &State) -> JoinHandle<()> {
    let (app, auth) = (Arc::clone(&state.app), Arc::clone(&state.auth));
    let documents = Arc::clone(&state.documents);
    tokio::spawn(async move {
        let others = Arc::clone(&app);
        tokio::join!(app::follow(app), auth.follow(), documents.keep_up(&others));
    })
}
