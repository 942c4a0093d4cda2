//! `banyan serve`: one process, from its start to its orderly end.

mod welcome;

use std::sync::Arc;
use std::time::Duration;

use api::auth::{Auth, key};
use api::config::Serve;
use api::http::State;
use api::http::document::Manifest;
use api::server::Server;
use api::service::demo;
use domain::policy::Viewer;
use tokio::signal::unix::{SignalKind, signal};

use super::reach::open_with_erasures;

/// A process that has not ended by itself this long after it was told to is ended by force.
const LAST_PATIENCE: Duration = Duration::from_secs(15);

/// Serves until the process is told to end.
pub async fn run(settings: &Serve) -> anyhow::Result<()> {
    settings.check()?;
    let keys = key::Keys::open(&settings.keys.file(&settings.database)?)?;
    let app = open_with_erasures(&settings.database, &settings.keys).await?;
    if let Some(mail) = settings.mail.settings()? {
        app.letters.send_through(mail);
    }
    if settings.demo {
        demo::load(&app.op(Viewer::Owner)).await?;
    }
    let auth = Arc::new(Auth::open(Arc::clone(&app), keys).await?);
    let mut door = settings.settings()?;
    door.documents.manifest = Manifest::bundled()?;
    let state = State::new(Arc::clone(&app), auth, door)?;
    state.documents.remember(&app).await?;
    let server = Server::start(state, settings.listen)?;
    println!("Banyan listens on http://{}", server.address);
    if settings.demo {
        welcome::print_links(&app, server.address).await?;
    }
    told_to_end().await?;
    end_by_force_later();
    server.stop().await
}

async fn told_to_end() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// On a thread of its own, because what hangs may be the runtime itself.
fn end_by_force_later() {
    std::thread::spawn(|| {
        std::thread::sleep(LAST_PATIENCE);
        tracing::error!("a request did not end in time; the process ends without it");
        std::process::exit(1);
    });
}
