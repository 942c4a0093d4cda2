//! Whether this process lives, and whether it should be sent requests.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::state::State;

/// A database that takes longer to answer is not ready.
const PATIENCE: Duration = Duration::from_secs(1);

/// The process answers: nothing else is looked at, so that a slow database restarts nobody.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live")
}

/// The database answers, is at this program's migration, and the process is not going away.
pub async fn ready(state: Data<State>) -> HttpResponse {
    let reason = if state.is_draining() { Some("draining") } else { missing(&state).await };
    let (mut response, text) = match reason {
        None => (HttpResponse::Ok(), "ready"),
        Some(reason) => (HttpResponse::ServiceUnavailable(), reason),
    };
    response.content_type("text/plain; charset=utf-8").body(text)
}

async fn missing(state: &Data<State>) -> Option<&'static str> {
    let app = std::sync::Arc::clone(&state.app);
    let pending = state.run(async move {
        Ok(tokio::time::timeout(PATIENCE, app.store.pending_migrations()).await)
    });
    match pending.await {
        Ok(Ok(Ok(0))) => None,
        Ok(Ok(Ok(_))) => Some("the database is not migrated"),
        _ => Some("the database does not answer"),
    }
}
