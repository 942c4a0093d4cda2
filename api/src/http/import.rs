//! Bringing in a sheet over HTTP: looking at it, then committing it. Beside GraphQL, because a
//! sheet is larger than any document and its answer has a line for every row.

mod field;
mod form;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{self, Data, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::body;
use super::envelope::RequestId;
use super::rejection::Rejection;
use super::state::State;
use crate::error::{Error, Result, http_response};
use crate::op::{Identity, Op};
use crate::service::import::{Request, commit, preview};
use field::Fields;
use form::{Outcome, Preview};

const MEDIA: &str = "application/json; charset=utf-8";
/// A thousand rows with a paragraph each.
const LARGEST_BODY: usize = 1024 * 1024;
/// A thousand rows are compared with everybody known, and stored one by one.
const PATIENCE: Duration = Duration::from_secs(60);

/// The routes below `/import`; the page itself is a file of the front end.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource("/import/preview").to(look))
        .service(web::resource("/import/commit").to(bring_in));
}

/// Tells what would become of each row.
async fn look(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    let work = |op: Op, asked: Request| async move {
        let told = preview(&op, &asked).await?;
        Ok(Preview::from(told))
    };
    answer(&request, payload, &state, work).await
}

/// Brings in what can be.
async fn bring_in(request: HttpRequest, payload: Payload, state: Data<State>) -> HttpResponse {
    let work = |op: Op, asked: Request| async move {
        let done = commit(&op, &asked).await?;
        Ok(Outcome::from(done))
    };
    answer(&request, payload, &state, work).await
}

/// Whoever is not signed in has nothing to import, so no body is read for them.
async fn answer<T, F>(
    request: &HttpRequest,
    payload: Payload,
    state: &State,
    work: impl FnOnce(Op, Request) -> F,
) -> HttpResponse
where
    T: Serialize + Send + 'static,
    F: Future<Output = Result<T>> + Send + 'static,
{
    let id = RequestId::of(request);
    if request.method() != Method::POST {
        return Rejection::Method("POST").response(MEDIA, &id);
    }
    let identity = match identity(request, state) {
        Ok(Identity::ANONYMOUS) => return http_response(&Error::Unauthenticated, id.as_str()),
        Ok(identity) => identity,
        Err(error) => return http_response(&error, id.as_str()),
    };
    let asked = match body::read(request, payload, LARGEST_BODY).await {
        Ok(body) => serde_json::from_slice(&body).ok().and_then(Fields::of),
        Err(rejection) => return rejection.response(MEDIA, &id),
    };
    let Some(asked) = asked else {
        let form = Rejection::Malformed("The body is not a JSON object.");
        return form.response(MEDIA, &id);
    };
    let done = match form::read(asked) {
        Ok(asked) => state.run_within(PATIENCE, work(state.app.op_of(identity), asked)).await,
        Err(refusals) => Err(Error::from(refusals)),
    };
    match done {
        Ok(told) => HttpResponse::Ok().content_type(MEDIA).json(told),
        Err(error) => http_response(&error, id.as_str()),
    }
}

/// Who asks, by the access token in the header.
pub(super) fn identity(request: &HttpRequest, state: &State) -> Result<Identity> {
    let authorization = request.headers().get(AUTHORIZATION);
    let authorization = authorization.map(|value| value.to_str().unwrap_or_default());
    Arc::clone(&state.auth).authenticate(authorization)
}
