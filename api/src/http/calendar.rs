//! Calendars for programs that read them without signing in: the address is all that they show.

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::envelope::RequestId;
use super::rejection::Rejection;
use super::state::State;
use crate::app::App;
use crate::auth::secret::Secret;
use crate::error::{Error, Result, http_response};
use crate::op::{Identity, Proof};
use crate::service::calendar;

/// Where calendars stand; what follows is nobody's business, and in no log.
pub const PLACE: &str = "/calendar/";
const MEDIA: &str = "text/calendar; charset=utf-8";

/// Answers `/calendar/<secret>.ics` with what its holder would see.
pub async fn serve(request: HttpRequest, file: Path<String>, state: Data<State>) -> HttpResponse {
    let id = RequestId::of(&request);
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Rejection::Method("GET, HEAD").response("application/json; charset=utf-8", &id);
    }
    let secret = file.strip_suffix(".ics").and_then(Secret::parse);
    let written = match (secret, state.room.enter_file().await) {
        (None, _) => Err(Error::NotFound),
        (_, Err(error)) => Err(error),
        (Some(secret), Ok(_place)) => state.run(write(Arc::clone(&state.app), secret)).await,
    };
    match written {
        Ok(text) => HttpResponse::Ok()
            .content_type(MEDIA)
            .insert_header((CACHE_CONTROL, "private, max-age=300"))
            .body(text),
        Err(error) => http_response(&error, id.as_str()),
    }
}

/// An address that was taken back, and one whose holder may not sign in, lead nowhere.
async fn write(app: Arc<App>, secret: Secret) -> Result<String> {
    let account = calendar::holder(&app, &secret).await?;
    let viewer = app.snapshot().viewer(account).ok_or(Error::NotFound)?;
    calendar::calendar(&app.op_of(Identity { viewer, proof: Proof::Nothing }))
}
